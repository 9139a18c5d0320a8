"""Mail boxes (mbox), message by message, however large the box is."""

from __future__ import annotations

import io
import re
from collections import Counter
from typing import TYPE_CHECKING

from data.model import Trouble
from data.reading.mail.message import looks_like_mail, message_documents, told_left_out
from data.reading.making.documents import untroubled
from data.reading.opening import limits
from data.reading.opening.continued import lines_of
from data.reading.opening.limits import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.model import Document
    from data.reading.making.source import Source
    from data.reading.opening.continued import Readable

SUFFIXES = (".mbox", ".mbx")

# RFC 4155, appendix A: "From", an address, and a date; before it a blank line, which some programs leave out.
_SEPARATOR = re.compile(rb"From \S+ .*\d{4}")
_PLAIN_SEPARATOR = re.compile(
    rb"From \S+@\S+ [A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d .*\d{4}\s*\Z"
)
_LONG_LINE = "a line of this message, number {:,} of the file, has more than {} MB"
_TOO_LARGE = "this message has more than {} MB"
_ESCAPED = re.compile(rb">+From ")


def recognises(data: bytes) -> bool:
    """Whether input without a name is a mail box."""
    first, _, rest = data.partition(b"\n")
    return _SEPARATOR.match(first) is not None and (not rest or looks_like_mail(rest))


def read(source: Source) -> Iterator[Document | Trouble]:
    """Every message, with the number of its first line, and the documents attached to it."""
    yield from stream(source, io.BytesIO(source.data))


def stream(source: Source, file: Readable) -> Iterator[Document | Trouble]:
    """As ``read``, from an open file, of which one message at a time is held."""
    others: Counter[str] = Counter()
    message: list[bytes] | None = None
    begun = size = 0
    too_large = ""
    blank = True
    for number, line in enumerate(lines_of(file, b"\n"), start=1):
        content = line if line is not None else b""
        if content.startswith(b"From ") and (_SEPARATOR if blank else _PLAIN_SEPARATOR).match(content):
            if message is not None:
                yield from _message(source, message, begun, too_large, others)
            message, begun, size, too_large = [], number, 0, ""
        elif message is not None:
            size += len(content) + 1
            if line is None:
                too_large = _LONG_LINE.format(number, limits.LINE_BYTES // limits.MEGABYTE)
            elif size > limits.MEMBER_BYTES:
                too_large = too_large or _TOO_LARGE.format(limits.MEMBER_BYTES // limits.MEGABYTE)
            if too_large:
                message.clear()
            else:
                escaped = content.startswith(b">") and _ESCAPED.match(content)
                message.append(content[1:] if escaped else content)
        blank = not content.strip()
    if message is None:
        raise UnreadableError(
            "this is no mail box", "Its messages begin with lines such as: From ann@example.org"
        )
    yield from _message(source, message, begun, too_large, others)
    yield from told_left_out(source, others)


def _message(
    source: Source, lines: list[bytes], begun: int, too_large: str, others: Counter[str]
) -> Iterator[Document | Trouble]:
    if too_large:
        yield Trouble(
            source.path, begun, too_large, "Save it as a file of its own, without what is attached."
        )
        return
    read_one = message_documents(source, b"\n".join(lines), begun, others=others)
    yield from untroubled(source, read_one, begun)
