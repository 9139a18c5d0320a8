"""A damaged file read by the list of tables of a new one, where its own is lost.

SQLite keeps that list in the first page, and in others to which that leads once it is full. But tables are
made in one order in an empty file, so that those of every file of a version begin at the same pages.
"""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_HEADER, _POINTER = 100, 4  # bytes
_INTERIOR, _LEAF = 5, 13  # what the first byte of a page of a table tells
_SIZE_OF_PAGE, _JOURNAL, _CHANGES, _PAGES, _FREE, _CHANGES_AGAIN = 16, 18, 24, 28, 32, 92
"""Where the header of a file tells what (https://sqlite.org/fileformat2.html)."""


def listed(connection: sqlite3.Connection) -> dict[str, int]:
    """The first pages of a file's tables, by name, as far as its list of them can be read."""
    found: dict[str, int] = {}
    with suppress(sqlite3.DatabaseError):  # what came before the damage is in by then
        found.update(connection.execute("SELECT name, rootpage FROM sqlite_schema WHERE type = 'table'"))
    return found


@contextmanager
def relisted(damaged: Path, known: dict[str, int], new: Path) -> Iterator[Path | None]:
    """A copy of a damaged file that has the list of tables of a new one; it is gone when the block ends.

    None where there is none: what is still ``known`` of the damaged file's tables says otherwise, its pages
    are of another size, or there is no room for a copy.
    """
    with sqlite3.connect(new) as connection:
        expected = listed(connection)
    connection.close()
    copy = damaged.with_name(f"{damaged.name}.relisted")
    try:
        agrees = all(expected.get(name) == root for name, root in known.items())
        made = False
        with suppress(OSError):
            made = agrees and _relist(damaged, new, copy)
        yield copy if made else None
    finally:
        copy.unlink(missing_ok=True)


def _relist(damaged: Path, new: Path, copy: Path) -> bool:
    """Make the copy; False where the list is none of the kind that is known here."""
    with new.open("rb") as file, damaged.open("rb") as other:
        first = bytearray(file.read(_HEADER))
        size = int.from_bytes(first[_SIZE_OF_PAGE : _SIZE_OF_PAGE + 2], "big")
        first += file.read(size - _HEADER)
        if other.read(_HEADER)[_SIZE_OF_PAGE : _SIZE_OF_PAGE + 2] != first[_SIZE_OF_PAGE : _SIZE_OF_PAGE + 2]:
            return False
        pointers = _pointers(first)
        leaves = []
        for at in pointers:
            file.seek((int.from_bytes(first[at : at + _POINTER], "big") - 1) * size)
            leaves.append(file.read(size))
    if not (pointers or first[_HEADER] == _LEAF) or any(leaf[0] != _LEAF for leaf in leaves):
        return False
    shutil.copyfile(damaged, copy)
    pages = -(-copy.stat().st_size // size)
    for number, at in enumerate(pointers, pages + 1):
        first[at : at + _POINTER] = number.to_bytes(_POINTER, "big")
    first[_JOURNAL : _JOURNAL + 2] = b"\1\1"  # nothing stands beside the copy
    first[_PAGES : _PAGES + 4] = (pages + len(leaves)).to_bytes(4, "big")
    first[_FREE : _FREE + 8] = bytes(8)
    first[_CHANGES_AGAIN : _CHANGES_AGAIN + 4] = first[_CHANGES : _CHANGES + 4]
    with copy.open("r+b") as file:
        file.write(first)
        file.seek(pages * size)
        file.writelines(leaves)
    return True


def _pointers(first: bytearray) -> list[int]:
    """Where in a file's first page the numbers of the other pages of its list stand; it may need none."""
    if first[_HEADER] != _INTERIOR:
        return []
    cells = int.from_bytes(first[_HEADER + 3 : _HEADER + 5], "big")
    array = _HEADER + 12
    places = [int.from_bytes(first[at : at + 2], "big") for at in range(array, array + 2 * cells, 2)]
    return [*places, _HEADER + 8]
