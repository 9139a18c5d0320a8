"""A file whose header is damaged, read by one that is made anew.

The first hundred bytes of a file tell the engine how to read all others; where they are damaged it takes the
file for none of its own, though every page behind them may be whole. But most fields are the same in all
collections, and the others follow from the file (https://sqlite.org/fileformat2.html).
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from data.store.sqlite import open_store
from data.store.sqlite.opening import connect
from data.store.sqlite.relisting import listed, relisted
from data.store.sqlite.schema import APPLICATION_ID, VERSION

_HEADER = 100  # bytes
_HEAD = 1 << 22  # bytes, in which all tables begin
_MAGIC = b"SQLite format 3\0"
_FIXED = {
    0: _MAGIC,
    20: bytes((0, 64, 32, 32)),  # nothing is reserved; fractions of a page
    44: (4).to_bytes(4, "big"),  # the format of the list of tables
    52: bytes(4),  # no vacuum
    56: (1).to_bytes(4, "big"),  # UTF-8
    64: bytes(4),
    68: APPLICATION_ID.to_bytes(4, "big"),
    72: bytes(20),
}
"""What stands in the header of every collection, by where."""
_SIZE_OF_PAGE, _JOURNAL, _CHANGES, _PAGES, _VERSION, _CHANGES_AGAIN = 16, 18, 24, 28, 60, 92
_LEAST = 512  # bytes of a page
_SIZES = (8_192, 4_096)  # bytes of a page: of collections as they are made, and as they once were
_WITHOUT_LOG, _WITH_LOG = b"\1\1", b"\2\2"
_LOG = "-wal"
_OURS = frozenset(("document", "document_text", "event", "file", "mark", "mark_passage"))
_PAGES_OF_TREES = frozenset((2, 5, 10, 13))  # what the first byte of a page tells, of an index or a table


def is_lost(path: Path) -> bool:
    """Whether a file is a collection but for its header, which is damaged."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return False
    return len(head) > _HEADER and _is_damaged(head) and _size_of_page(head) is not None


@contextmanager
def restored(path: Path) -> Iterator[Path]:
    """The file itself, or where its header is damaged a copy with another, which is gone after the block."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    size = _size_of_page(head)
    if size is None or (size == _stated_size(head) and not _is_damaged(head)):
        yield path
        return
    copy = path.with_name(f"{path.name}.restored")
    log, its_log = (each.with_name(each.name + _LOG) for each in (path, copy))
    try:
        shutil.copyfile(path, copy)
        if log.exists():
            shutil.copyfile(log, its_log)
        with copy.open("r+b") as file:
            file.write(_header(head, size, path.stat().st_size, has_log=log.exists()))
        yield copy
    finally:
        for file_there in (copy, its_log, copy.with_name(f"{copy.name}-shm")):
            file_there.unlink(missing_ok=True)


def _is_damaged(head: bytes) -> bool:
    """Whether something in the header cannot stand in that of a collection."""
    return (
        any(head[at : at + len(known)] != known for at, known in _FIXED.items())
        or head[_JOURNAL : _JOURNAL + 2] not in (_WITHOUT_LOG, _WITH_LOG)
        or not _is_size(_stated_size(head))
    )


def _is_size(size: int) -> bool:
    return size >= _LEAST and size & (size - 1) == 0


def _stated_size(head: bytes) -> int:
    return int.from_bytes(head[_SIZE_OF_PAGE : _SIZE_OF_PAGE + 2], "big")


def _size_of_page(head: bytes) -> int | None:
    """The size of a page with which the tables of a collection are found in a file; None if with none."""
    stated = _stated_size(head)
    with tempfile.TemporaryDirectory() as folder:
        for size in dict.fromkeys((*([stated] if _is_size(stated) else []), *_SIZES)):
            place = Path(folder) / "head"
            whole = len(head) - len(head) % size
            place.write_bytes(_header(head, size, whole, has_log=False) + head[_HEADER:whole])
            if _has_tables(place, Path(folder) / "new", size):
                return size
    return None


def _has_tables(place: Path, new: Path, size: int) -> bool:
    """Whether a file has the tables of a collection, by its own list of them or by that of a new one."""
    with closing(connect(place, "mode=ro")) as connection:
        connection.execute("PRAGMA writable_schema = ON")
        if listed(connection).keys() >= _OURS:
            return True
    if not new.exists():
        open_store(new, writing=True).close()
    with closing(connect(new, "mode=ro")) as connection:
        roots = listed(connection).values()
    head = place.read_bytes()
    firsts = [head[(root - 1) * size : (root - 1) * size + 1] for root in roots if root > 1]
    if not all(first and first[0] in _PAGES_OF_TREES for first in firsts):
        return False
    with relisted(place, {}, new) as copy:
        if copy is None:
            return False
        with closing(connect(copy, "mode=ro")) as connection:
            return _tells_of_documents(connection)


def _tells_of_documents(connection: sqlite3.Connection) -> bool:
    """Whether the one row that tells of the collection as a whole is there."""
    try:
        rows = connection.execute("SELECT current, build, documents FROM collection LIMIT 2").fetchall()
    except sqlite3.DatabaseError:
        return False
    return len(rows) == 1 and all(isinstance(value, int) for value in rows[0])


def _header(head: bytes, size: int, length: int, *, has_log: bool) -> bytes:
    """A header for a file of such a length, with the version of its tables if that can be one."""
    made = bytearray(_HEADER)
    for at, known in _FIXED.items():
        made[at : at + len(known)] = known
    version = int.from_bytes(head[_VERSION : _VERSION + 4], "big")
    for at, number, width in (
        (_SIZE_OF_PAGE, size, 2),
        (_CHANGES, 1, 4),
        (_CHANGES_AGAIN, 1, 4),
        (_PAGES, -(-length // size), 4),
        (_VERSION, version if 0 < version <= VERSION else VERSION, 4),
    ):
        made[at : at + width] = number.to_bytes(width, "big")
    made[_JOURNAL : _JOURNAL + 2] = _WITH_LOG if has_log else _WITHOUT_LOG
    return bytes(made)
