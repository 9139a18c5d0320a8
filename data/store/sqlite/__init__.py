"""The embedded store: one SQLite file a collection, in WAL mode, so that many read while one writes.

Events are numbered in the order of the timeline and that number is their row's key: what is asked
in the order of dates is answered in the order of rows.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal, overload

from data.store.sqlite.finding import Names
from data.store.sqlite.main_lines import MainLines
from data.store.sqlite.selections import Selections
from data.store.tables import ReadingTables

if TYPE_CHECKING:
    from data.store.sqlite.store import SqliteStore

__all__ = ["SqliteReadingStore", "open_store"]


class SqliteReadingStore(Selections, Names, MainLines, ReadingTables):
    """A collection in one SQLite file; see :class:`data.store.protocol.ReadingStore` for what it answers.

    A store belongs to the thread that opened it; open another for another thread.
    """


@overload
def open_store(path: str | Path, *, writing: Literal[False] = False) -> SqliteReadingStore: ...


@overload
def open_store(path: str | Path, *, writing: Literal[True]) -> SqliteStore: ...


@overload
def open_store(path: str | Path, *, writing: bool) -> SqliteReadingStore: ...


def open_store(path: str | Path, *, writing: bool = False) -> SqliteReadingStore:
    """Open a collection, for writing also a new one.

    Opened for reading, the collection is never changed, but for one that an earlier dateline made: it is
    brought up to date. Raises :class:`data.errors.CollectionError`
    if there is none, if it is no collection of dateline, or made by a newer dateline.
    """
    if not writing:
        return SqliteReadingStore(Path(path), writing=False)
    from data.store.sqlite.store import SqliteStore

    return SqliteStore(Path(path), writing=True)
