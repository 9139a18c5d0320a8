"""Rich Text Format (RTF), through striprtf, with the title, author and date of its information group."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING

from data.model import Trouble
from data.reading.making.stated import Stated
from data.reading.making.whole import office_document, stated_or_none
from data.reading.markup.rtf_groups import linked, with_marked_links, with_notes_last
from data.reading.opening.limits import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.model import Document
    from data.reading.making.source import Source

SUFFIXES = (".rtf",)

_CREATED = re.compile(r"\{\\creatim\s*\\yr(\d{4})\\mo(\d{1,2})\\dy(\d{1,2})")
_FIELD = r"\{\\%s[ \n]+((?:[^{}\\]|\\[^a-z]|\\u-?\d+ ?\??|\\'[0-9a-f]{2}){1,500})\}"
# A letter by a number of more digits than most need, and the sign that stands for one that there cannot be.
_LETTER = re.compile(r"\\u(-?\d{5,})")
_LOST_LETTER = r"\u65533"
_DIGITS = 7
# The converter ends a cell with a bar; what ends a paragraph inside of it says nothing.
_CELL = re.compile(r"[ \t]*\n\s*\|")
_INFORMATION = 20_000  # letters from the start in which it stands


def recognises(data: bytes) -> bool:
    """Whether input without a name is RTF."""
    return data.startswith(b"{\\rtf")


def read(source: Source) -> Iterator[Document | Trouble]:
    """The file as one document."""
    if not recognises(source.data.lstrip()):
        raise UnreadableError("it is damaged, or no RTF", "Open it in its own program and save it again.")
    code = source.data.decode("latin-1")
    marked, addresses = with_marked_links(with_notes_last(code))
    body = linked(_settled(_text(marked).replace("\0", "")), addresses)
    head = code[:_INFORMATION]
    said = {
        name: _text(r"{\rtf1\ansi " + found[1] + "}")
        for name in ("title", "author", "company")
        if (found := re.search(_FIELD % name, head)) is not None
    }
    created = _CREATED.search(head)
    day = "-".join(number.zfill(2) for number in created.groups()) if created else None
    if code.rstrip("\0\r\n\t ")[-1:] != "}":
        reason = "it is cut off: its last group has no end"
        yield Trouble(source.path, None, reason, "Fetch it again if something is missing.", lost=False)
    yield office_document(
        source,
        body.text,
        Stated(
            title=said.get("title"),
            byline=said.get("author"),
            publisher=said.get("company"),
            published=stated_or_none(day, f"the document's properties: created {day}"),
        ),
        links=body.links,
    )


def _settled(text: str) -> str:
    """A blank line between paragraphs; the rows of a table below one another, a bar between their cells."""
    pieces: list[str] = []
    above_is_row = False
    for line in filter(None, map(str.strip, _CELL.sub("|", text).split("\n"))):
        is_row = line.endswith("|")
        pieces.append("\n" if is_row and above_is_row else "\n\n")
        pieces.append(" | ".join(map(str.strip, line[:-1].split("|"))) if is_row else line)
        above_is_row = is_row
    return "".join(pieces[1:])


def _known_letter(found: re.Match[str]) -> str:
    """A letter as written, if its number is one; damaged files have others."""
    number = found[1]
    known = len(number) <= _DIGITS and -0x10000 <= int(number) < sys.maxunicode
    return found[0] if known else _LOST_LETTER


def _text(code: str) -> str:
    from striprtf import striprtf

    code = _LETTER.sub(_known_letter, code)
    return str(striprtf.rtf_to_text(code, errors="replace"))  # type: ignore[no-untyped-call]
