"""The files behind the paths a user names: folders opened, in order, each path kept as it was named."""

from __future__ import annotations

import os
import stat
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from data import lengths
from data.model import Trouble
from data.reading.making.known_formats import others_left_out, suffixes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to read.

    Attributes:
        path: as the user named it; below a folder, the folder as named and the way from there. ``-`` is
            standard input, whose size and modification time are 0.
        size: in bytes.
        modified: nanoseconds since 1970.
    """

    path: str
    size: int
    modified: int


def find_files(paths: Sequence[str]) -> tuple[list[FoundFile], list[Trouble]]:
    """Every file that ``paths`` name, in the order given; below a folder, in alphabetical order of the paths.

    Inside a folder only files of a known format count; hidden files and folders and links that leave the
    folder are left out. A file named itself is always taken. What cannot be found or opened is a trouble.
    """
    found: dict[str, FoundFile] = {}
    troubles: list[Trouble] = []
    for path in paths:
        for item in _expand(path):
            if isinstance(item, Trouble):
                troubles.append(item)
            else:
                found.setdefault(item.path, item)
    return list(found.values()), troubles


def left_out(folder: str) -> Trouble | None:
    """What :func:`find_files` passes over below a folder: how many files of which other formats, and links.

    Hidden files and folders are not counted; None if nothing was passed over.
    """
    root = Path(folder).resolve()
    formats: Counter[str] = Counter()
    links = 0
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        links += sum(_leads_out(Path(parent, name), root) for name in folders)
        for name in names:
            path = Path(parent, name)
            if name.startswith("."):
                continue
            if path.suffix.lower() not in suffixes():
                formats[path.suffix.lower()] += 1
            elif _leads_out(path, root):
                links += 1
    others = others_left_out(formats)
    said = [] if others is None else [others]
    if links:
        said.append(f"links that lead out of the folder were not followed ({links:,})")
    if not said:
        return None
    return Trouble(
        folder, None, "; ".join(said), "To read one all the same, name the file itself.", lost=False
    )


def _leads_out(path: Path, root: Path) -> bool:
    """Whether a file or folder is a link to what is not below a folder, whose own links are resolved."""
    # Unlike those of Path, these raise nothing at a path that is too long, or a link that leads to itself.
    return os.path.islink(path) and not Path(os.path.realpath(path)).is_relative_to(root)  # noqa: PTH114


def file_trouble(path: str, error: OSError) -> Trouble:
    """What an operating system error about a file means for the reader."""
    if isinstance(error, FileNotFoundError):
        return Trouble(path, None, "there is no such file or folder", "Check the spelling of the path.")
    if isinstance(error, PermissionError):
        return Trouble(path, None, "it may not be read", "Change its permissions, or run as another user.")
    reason = (error.strerror or type(error).__name__).lower()
    return Trouble(path, None, f"it cannot be read ({reason})", "Copy it to another place and try again.")


def _expand(path: str) -> Iterator[FoundFile | Trouble]:
    if path == STANDARD_INPUT:
        yield FoundFile(path, 0, 0)
        return
    try:
        status = Path(path).stat()
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        yield file_trouble(path, error if isinstance(error, OSError) else FileNotFoundError())
        return
    if not stat.S_ISDIR(status.st_mode):
        yield _taken(path, status)
        return
    below = list(_below(path))
    yield from sorted(below, key=lambda item: item.path)
    if not below:
        known = ", ".join(suffixes())
        yield Trouble(path, None, "the folder holds no file of a known format", f"Known formats: {known}.")


def _taken(path: str, status: os.stat_result) -> FoundFile | Trouble:
    """A file that can be read and looked up, or why it cannot."""
    size = len(os.fsencode(os.path.abspath(path)))  # noqa: PTH100 - Path would resolve the user's ".."
    if size > lengths.FILE_BYTES:
        reason = f"its path has {size:,} bytes, more than {lengths.FILE_BYTES:,}"
        return Trouble(path, None, reason, "Move it to a folder that is not so deep.")
    if not os.access(path, os.R_OK):
        return file_trouble(path, PermissionError())
    return FoundFile(path, status.st_size, status.st_mtime_ns)


def _below(folder: str) -> Iterator[FoundFile | Trouble]:
    root = Path(folder).resolve()
    failed: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=failed.append):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(parent, name)
            if name.startswith(".") or path.suffix.lower() not in suffixes():
                continue
            named = os.path.join(parent, name)  # noqa: PTH118 - Path would drop the user's "./"
            try:
                status = path.stat()
            except OSError as error:
                yield file_trouble(named, error)
                continue
            if not stat.S_ISREG(status.st_mode):
                continue
            if _leads_out(path, root):
                continue
            yield _taken(named, status)
    for failure in failed:
        yield file_trouble(str(failure.filename), failure)
