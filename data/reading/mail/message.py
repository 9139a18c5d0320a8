"""One mail message: its text, what of it is quoted, who sent it and when, and what is attached to it."""

from __future__ import annotations

import re
from email import message_from_bytes, policy
from email.errors import CloseBoundaryNotFoundDefect
from email.utils import parseaddr, parsedate_to_datetime
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from data.firms import is_form_of_firm
from data.model import Trouble
from data.reading.mail.answered import answered_in
from data.reading.mail.forwarded import Forwarded, forwarded_in
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

    from data.model import Document, Published
    from data.reading.making.source import Source

# Hosts where everybody may have a mail box: the host tells nothing of the sender.
_FREE_HOSTS = frozenset({
    "aol.com", "gmail.com", "gmx.de", "gmx.net", "googlemail.com", "hotmail.com", "icloud.com", "live.com",
    "mail.ru", "outlook.com", "proton.me", "protonmail.com", "qq.com", "rediffmail.com", "web.de",
    "yahoo.com", "yandex.ru",
})  # fmt: skip
_KNOWN_HEADER = re.compile(
    rb"(?:from|to|cc|date|subject|received|return-path|message-id|mime-version|content-type|delivered-to|reply-to"
    rb"|x-[\w-]+):", re.IGNORECASE
)  # fmt: skip
_FEWEST_HEADERS = 3
_HEAD = 8192
_LONGEST_HEADER = 5000  # letters; the time to decode one grows with its square
_RELATED = re.compile(rb"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_ADDRESSED = re.compile(rb"^(?:to|received):", re.IGNORECASE | re.MULTILINE)
# What was written on another day by somebody else: quoted lines under "On Monday Ann wrote:", the whole
# message below an answer; and the signature.
_QUOTED = re.compile(
    r"^(?:(?:(?:(?:On|Am|Le|El|Em|Il|Op|В)[ ][^\n>]{0,120}\d{4}[^\n>]{0,80}<?\n)?"
    r"(?![ \t]?>)[^\n]{0,200}:[ \t]*\n(?:[ \t]*\n)?)?(?:^[ \t]?>[^\n]*(?:\n|\Z)(?:[ \t]*\n(?=[ \t]?>))?)+"
    r"|-{2,}[ ]?(?:Original Message|Ursprüngliche Nachricht|Message d'origine|Mensaje original"
    r"|Mensagem original|Исходное сообщение)[ ]?-{2,}[^\n]*\n[\s\S]*\Z"
    r"|_{10,}\n(?:From|Von|De|От):[^\n]*\n[\s\S]*\Z"
    r"|-- \n(?:[^\n]*(?:\n|\Z)){0,15}\Z)",
    re.MULTILINE,
)
_SIGNS_OF_QUOTED = (">", "--", "_" * 10)
"""One of these is in whatever is quoted: most messages have none, and are spared the search."""
# "Berg, Jonas", as address books have it; not so "Berg, Lund and Holm", "Nordfisk, Inc."
_SURNAME_FIRST = re.compile(
    r"(?P<surname>[^\W\d_a-z][\w’'-]+(?:\s[^\W\d_a-z][\w’'-]+)?),\s(?P<given>[^\W\d_a-z][\w’'.-]*(?:\s[^\W\d_a-z][\w’'.-]*)?)"
)
_BEHIND_A_NAME = frozenset({"Esq", "II", "III", "Jr", "KC", "MBA", "MD", "MP", "PhD", "Ph.D", "QC", "Sr"})
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

    ``line`` is the number of the message's first line in a mail box. What is attached in other formats is
    counted in ``others``, by its suffix.
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
        furniture = (*_quoted(own), *((one.start, one.end) for one in forwarded))
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
        for quoted in tree.xpath(_QUOTING_ELEMENTS):
            quoted.drop_tree()
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


def _quoted(text: str) -> tuple[tuple[int, int], ...]:
    """The ranges of a text that quote other messages or sign; none if nothing else is in it."""
    if not any(map(text.__contains__, _SIGNS_OF_QUOTED)):
        return ()
    found = tuple([match.span() for match in _QUOTED.finditer(text)])
    ends = 0, *(end for _, end in found)
    starts = *(start for start, _ in found), len(text)
    own = any(not text[end:start].isspace() for end, start in zip(ends, starts, strict=True) if end < start)
    return found if own else ()


def _document(
    source: Source, message: Message, body: Linked, furniture: tuple[tuple[int, int], ...], line: int | None
) -> Document:
    byline, publisher = _sender(words(message.get("From", "")))
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
    byline, publisher = _sender(forwarded.fields.get("from", ""))
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
        furniture=_quoted(forwarded.text),
        links=body.part(begin, begin + len(forwarded.text)).links if begin >= 0 else (),
    )


def _sender(written: str) -> tuple[str, str]:
    """Who sent a message and the house whose address that is."""
    if "@" not in written and "<" not in written:
        return written, ""
    name, address = parseaddr(written.replace("[mailto:", "<").replace("]", ">"))
    turned = _SURNAME_FIRST.fullmatch(name)
    if turned is not None and not _stands_behind_a_name(turned["given"]):
        name = f"{turned['given']} {turned['surname']}"
    host = address.rpartition("@")[2].lower()
    if "." not in host:
        return name or address or written, ""
    return name or address, address if host in _FREE_HOSTS else host


def _stands_behind_a_name(written: str) -> bool:
    return written.rstrip(".") in _BEHIND_A_NAME or is_form_of_firm(written)


def sent(date: Any) -> Published | None:
    """The publication date that a message's Date header states."""
    try:
        moment = parsedate_to_datetime(str(date))
    except (TypeError, ValueError, OverflowError):
        return None
    return stated_or_none(moment.isoformat(timespec="minutes"), f"the mail's date: {words(date)}")


def words(header: Any) -> str:
    """A header in plain words: its encoded parts decoded, on one line."""
    from email.header import decode_header

    pieces = []
    try:
        for piece, charset in decode_header(str(header)[:_LONGEST_HEADER]):
            pieces.append(piece if isinstance(piece, str) else _decoded(piece, charset))
    except ValueError:
        return " ".join(str(header)[:_LONGEST_HEADER].split())
    return " ".join("".join(pieces).split())


def _decoded(piece: bytes, charset: str | None) -> str:
    try:
        return piece.decode("ascii" if charset in (None, "unknown-8bit") else charset)
    except (LookupError, UnicodeError):
        decoded = decode(piece)
        return decoded.text if decoded is not None else piece.decode("ascii", "replace")
