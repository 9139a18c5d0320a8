"""Originals inside archives: a document's path names the archive and, behind ``!/``, its member."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

_INSIDE = "!/"


def container_of(path: str) -> str:
    """The file in which a document stands: the archive or mail that holds it, or the file itself."""
    return path.partition(_INSIDE)[0]


def unpack(path: str, folder: Path) -> Path | None:
    """Write the member of a ZIP archive that a path names into a folder of the caller's own.

    Returns where it is now, under its last name alone, whatever folders the archive names; None if the path
    names no member of a ZIP archive, or one that is not to be unpacked (locked, too large, a bomb).
    """
    from data.reading.container import Container
    from data.reading.limits import FILE_BYTES, UnreadableError, read_at_most

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
