"""The embedded store: one SQLite file a collection, in WAL mode, so that many read while one writes.

Events are numbered in the order of the timeline and that number is their row's key: what is asked
in the order of dates is answered in the order of rows.
"""

from __future__ import annotations

from pathlib import Path

from data.store.sqlite.finding import Names
from data.store.sqlite.main_lines import MainLines
from data.store.sqlite.selections import Selections
from data.store.sqlite.words import Words
from data.store.tables import Tables

__all__ = ["SqliteStore", "open_store"]


class SqliteStore(Selections, Words, Names, MainLines, Tables):
    """A collection in one SQLite file; see :class:`data.store.protocol.Store` for what it answers.

    A store belongs to the thread that opened it; open another for another thread.
    """


def open_store(path: str | Path, *, writing: bool = False) -> SqliteStore:
    """Open a collection, for writing also a new one.

    Opened for reading, the collection is never changed, but for one that an earlier dateline made: it is
    brought up to date. Raises :class:`data.errors.CollectionError`
    if there is none, if it is no collection of dateline, or made by a newer dateline.
    """
    return SqliteStore(Path(path), writing=writing)
