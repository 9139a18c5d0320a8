"""One mail message: its text, what of it is quoted, who sent it and when, and what is attached to it."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.errors import CloseBoundaryNotFoundDefect
from pathlib import PurePath
from typing import TYPE_CHECKING

from data.model import Trouble
from data.reading.mail.answered import answered_in
from data.reading.mail.forwarded import Forwarded, forwarded_in
from data.reading.mail.headers import sender, sent, words
from data.reading.mail.quoted import quoted
from data.reading.making.documents import documents_in
from data.reading.making.known_formats import others_left_out, suffixes
from data.reading.making.stated import Stated
from data.reading.making.whole import document_of, stated_or_none
from data.reading.markup.text import decode_markup, linked_text_of, parse_html
from data.reading.opening import limits
from data.reading.opening.encoding import decode
from data.reading.opening.limits import UnreadableError
from data.reading.texts.links import Linked

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterator
    from email.message import Message

    from data.model import Document
    from data.reading.making.source import Source

_KNOWN_HEADER = re.compile(
    rb"(?:from|to|cc|date|subject|received|return-path|message-id|mime-version|content-type|delivered-to|reply-to"
    rb"|x-[\w-]+):", re.IGNORECASE
)  # fmt: skip
_FEWEST_HEADERS = 3
_HEAD = 8192
_RELATED = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_ADDRESSED = re.compile(rb"^(?:to|received):", re.IGNORECASE | re.MULTILINE)
_SIGNATURES = ("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature")
# "Re: Re: The ferry"
_ANSWER = re.compile(r"^(?:(?:re|aw|sv|antw|odp|rif|ynt|отв)\s?:\s*)+", re.IGNORECASE)
_FLOWED = re.compile(r"(?<!^--) \n(?!>)", re.MULTILINE)
_QUOTING_ELEMENTS = (
    ".//blockquote[@type='cite'] | .//*[contains(@class, 'yahoo_quoted')]"
    " | .//*[contains(@class, 'gmail_quote') and not(contains(., 'Forwarded message'))]"
)


def looks_like_mail(data: bytes) -> bool:
    """Whether text begins as a mail message does: several of its header lines are mail's."""
    lines = data[:_HEAD].removeprefix(b"\xef\xbb\xbf").splitlines()
    head = lines[: lines.index(b"")] if b"" in lines else lines
    if not head or not all(re.match(rb"[\w-]+:|[ \t]", line) for line in head):
        return False
    return sum(_KNOWN_HEADER.match(line) is not None for line in head) >= _FEWEST_HEADERS


def looks_like_saved_page(data: bytes) -> bool:
    """Whether it is a web page in the shape of a mail: parts that belong together, sent to nobody."""
    head = data[:_HEAD].replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    return _RELATED.search(head) is not None and _ADDRESSED.search(head) is None


def message_documents(
    source: Source, data: bytes, line: int | None = None, *, others: Counter[str]
) -> Iterator[Document | Trouble]:
    """The message as a document, then those attached to it that are of a known format.

    ``line`` is the number of the message's first line in a mail box, from 1. What is attached in other
    formats is counted in ``others``, by its suffix. Raises UnreadableError for what is no message, holds no
    text, has too many parts, or lies too deep in others.
    """
    if source.depth > limits.ARCHIVE_DEPTH:
        raise UnreadableError(
            "messages inside messages are not opened any deeper", "Save it as a file and read that."
        )
    message = message_from_bytes(data, policy=policy.compat32)
    if not message.keys():
        raise UnreadableError("this is no mail message", "Give it the suffix of its format.")
    bodies: dict[str, Linked] = {}
    attached: list[tuple[str, bytes]] = []
    _sort(message, bodies, attached, others)
    body = _body(bodies)
    text = body.text
    forwarded = forwarded_in(text)
    own = text[: forwarded[0].start] if forwarded else text
    if own.strip():
        furniture = (*quoted(own), *((one.start, one.end) for one in forwarded))
        yield _document(source, message, body, furniture, line)
        # In a mail box what is answered has a message of its own.
        answered = answered_in(own) if line is None else None
        if answered is not None:
            yield _forwarded_document(source, answered, body, line, words(message.get("Subject", "")))
    for one in forwarded:
        if one.text.strip():
            yield _forwarded_document(source, one, body, line)
    if not text and not attached:
        raise UnreadableError("the message holds no text", "Nothing to do if that is as it should be.")
    if _is_cut_off(message):
        reason = "the message is cut off: its last part has no end"
        yield Trouble(source.path, line, reason, "Fetch it again if something is missing.", lost=False)
    for name, content in attached:
        yield from documents_in(source.member(name if line is None else f"{line}/{name}", content))


def told_left_out(source: Source, others: Counter[str]) -> Iterator[Trouble]:
    """Says once for a file what was attached to its messages in other formats."""
    if (reason := others_left_out(others, "attachments")) is not None:
        yield Trouble(
            source.path, None, reason, "To read one all the same, save it as text or PDF.", lost=False
        )


def _sort(
    message: Message, bodies: dict[str, Linked], attached: list[tuple[str, bytes]], others: Counter[str]
) -> None:
    """Tells the texts of a message from what is attached to it."""
    pending = [message]
    for _ in range(limits.MESSAGE_PARTS):
        if not pending:
            return
        part = pending.pop()
        name = words(part.get_filename() or "")
        kind = part.get_content_type()
        if kind == "message/rfc822":
            name = f"{name.removesuffix('.eml') or 'message'}.eml"
            attached.extend((name, inner.as_bytes()) for inner in _children(part))
        elif part.is_multipart():
            pending.extend(reversed(_children(part)))
        elif name or part.get_content_disposition() == "attachment":
            suffix = PurePath(name).suffix.lower()
            if suffix in suffixes():
                attached.append((name, _payload(part)))
            elif not _belongs_to_text(part):
                others[suffix] += 1
        elif kind in ("text/plain", "text/html") and kind not in bodies:
            bodies[kind] = _text(part)
    raise UnreadableError(f"the message has more than {limits.MESSAGE_PARTS} parts", "Save its text as .txt.")


def _is_cut_off(message: Message) -> bool:
    """Whether the line that closes a message of several parts is missing."""
    return any(isinstance(defect, CloseBoundaryNotFoundDefect) for defect in message.defects)


def _belongs_to_text(part: Message) -> bool:
    """Whether a part is a picture shown in the text, as logos are, or signs the message."""
    if part.get_content_type() in _SIGNATURES:
        return True
    shown = part.get("Content-ID") is not None or part.get_content_disposition() != "attachment"
    return part.get_content_maintype() == "image" and shown


def _children(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [child for child in payload if not isinstance(child, str)] if isinstance(payload, list) else []


def _payload(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _text(part: Message) -> Linked:
    data, charset = _payload(part), part.get_content_charset()
    if part.get_content_type() == "text/html":
        tree = parse_html(decode_markup(data, charset))
        if tree is None:
            return Linked("")
        whole = linked_text_of(tree)
        for element in tree.xpath(_QUOTING_ELEMENTS):
            element.drop_tree()
        answer = linked_text_of(tree)
        return answer if answer.text else whole
    decoded = decode(data, charset)
    text = decoded.text if decoded is not None else ""
    text = text.replace("\r\n", "\n").replace("\0", "")
    if str(part.get_param("format", "")).lower() == "flowed":
        text = _FLOWED.sub(" ", text)
    return Linked(text.strip("\n\ufeff"))


def _body(bodies: dict[str, Linked]) -> Linked:
    plain = bodies.get("text/plain", Linked(""))
    return plain if plain.text.strip() else bodies.get("text/html", Linked(""))


def _document(
    source: Source, message: Message, body: Linked, furniture: tuple[tuple[int, int], ...], line: int | None
) -> Document:
    byline, publisher = sender(words(message.get("From", "")))
    return document_of(
        source,
        body.text,
        Stated(
            title=words(message.get("Subject", "")),
            byline=byline,
            publisher=publisher,
            language=words(message.get("Content-Language", "")),
            published=sent(message.get("Date")),
        ),
        line=line,
        furniture=furniture,
        links=body.links,
    )


def _forwarded_document(
    source: Source, forwarded: Forwarded, body: Linked, line: int | None, subject: str = ""
) -> Document:
    """The document of a message inside another; ``subject`` is that of the answer to it."""
    byline, publisher = sender(forwarded.fields.get("from", ""))
    written = forwarded.fields.get("date")
    begin = body.text.find(forwarded.text, forwarded.start)
    return document_of(
        source,
        forwarded.text,
        Stated(
            title=forwarded.fields.get("subject") or _ANSWER.sub("", subject),
            byline=byline,
            publisher=publisher,
            published=sent(written)
            or stated_or_none(forwarded.day, f"the date of the mail inside another one: {written}"),
        ),
        line=line,
        furniture=quoted(forwarded.text),
        links=body.part(begin, begin + len(forwarded.text)).links if begin >= 0 else (),
    )
