"""ZIP archives: each member read as a file of its own, ``letters.zip!/march/1.txt``."""

from __future__ import annotations

from collections import Counter
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from data.model import Document, Trouble
from data.reading.making.documents import documents_in
from data.reading.making.known_formats import others_left_out, suffixes
from data.reading.opening import limits
from data.reading.opening.container import Container
from data.reading.opening.limits import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.reading.making.source import Source

SUFFIXES = (".zip",)


def recognises(data: bytes) -> bool:
    """Whether input without a name is a ZIP archive, and no office document or book in one."""
    return data.startswith(b"PK\x03\x04") and not data.startswith((b"mimetype", b"[Content_Types].xml"), 30)


def read(source: Source) -> Iterator[Document | Trouble]:
    """The documents of all members of a known format, in the archive's order; hidden ones are left out.

    How many there are of other formats is told at the end.
    """
    if source.depth >= limits.ARCHIVE_DEPTH:
        raise UnreadableError(
            "archives inside archives are not opened any deeper", "Unpack it and read that."
        )
    container = Container(source.data)
    known = False
    others: Counter[str] = Counter()
    for member in container.members:
        # Some programs write the separators of Windows, which the format does not know.
        place = PurePosixPath(member.filename.replace("\\", "/"))
        hidden = any((part.startswith(".") and part != "..") or part == "__MACOSX" for part in place.parts)
        if hidden:
            continue
        if place.suffix.lower() not in suffixes():
            others[place.suffix.lower()] += 1
            continue
        known = True
        try:
            inside = source.member(member.filename, container.read(member))
        except UnreadableError as refusal:
            yield Trouble(f"{source.path}!/{member.filename}", None, refusal.reason, refusal.hint)
            continue
        yield from documents_in(inside)
    if not known:
        raise UnreadableError(
            "it holds no file of a known format", f"Known formats: {', '.join(suffixes())}."
        )
    if (reason := others_left_out(others)) is not None:
        yield Trouble(source.path, None, reason, "To read one all the same, unpack it.", lost=False)
