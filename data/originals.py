"""Originals to be looked at: members of archives, behind ``!/`` in a path, and texts in old encodings."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

_INSIDE = "!/"
_SAMPLE = 1 << 16  # bytes, by which UTF-8 is told


def container_of(path: str) -> str:
    """The file in which a document stands: the archive or mail that holds it, or the file itself."""
    return path.partition(_INSIDE)[0]


def unpack(path: str, folder: Path) -> Path | None:
    """Write the member of a ZIP archive that a path names into a folder of the caller's own.

    Returns where it is now, under its last name alone, whatever folders the archive names; None if the path
    names no member of a ZIP archive, or one that is not to be unpacked (locked, too large, a bomb).
    """
    from data.reading.opening.container import Container
    from data.reading.opening.continued import read_at_most
    from data.reading.opening.limits import FILE_BYTES, UnreadableError

    archive, *members = path.split(_INSIDE)
    if not members:
        return None
    try:
        with Path(archive).open("rb") as file:
            data = read_at_most(file, FILE_BYTES)
        for member in members:
            data = Container(data).read(member)
    except (OSError, ValueError, UnreadableError):
        return None
    name = PurePosixPath(members[-1].replace("\\", "/")).name.lstrip(".") or "member"
    place = folder / name
    place.write_bytes(data)
    return place


def in_utf8(place: Path, folder: Path) -> Path:
    """A copy in UTF-8, line for line, of a text in an old encoding or UTF-16, which pagers cannot show.

    The copy is written into a folder of the caller's own; a file that is no such text is its own.
    """
    from codecs import getincrementaldecoder

    from data.reading.opening.continued import read_at_most
    from data.reading.opening.encoding import decode
    from data.reading.opening.limits import FILE_BYTES, UnreadableError

    try:
        with place.open("rb") as file:
            sample = file.read(_SAMPLE)
            try:
                getincrementaldecoder("utf-8")().decode(sample)
                return place
            except UnicodeDecodeError:
                file.seek(0)
                decoded = decode(read_at_most(file, FILE_BYTES))
    except (OSError, ValueError, UnreadableError):
        return place
    if decoded is None or decoded.encoding == "utf-8":
        return place
    copy = folder / place.name
    copy.write_bytes(decoded.text.removeprefix("\ufeff").encode("utf-8"))
    return copy
