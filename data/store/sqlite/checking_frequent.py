"""Whether what is kept ready of frequent searches is what they find."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from data.errors import CollectionError
from data.passing import Passing, passed
from data.store.faults import Fault
from data.store.sqlite import SqliteReadingStore
from data.store.sqlite.bits import bits_of


def faults_of_frequent(store: SqliteReadingStore, passing: Passing) -> Iterator[Fault]:
    """How many sets are not what one of their searches finds; ``passing`` is told how far this is."""
    try:
        with store._selecting():
            searches = [
                search for (search,) in store._ask("SELECT min(search) FROM frequent GROUP BY number")
            ]
            looked_at = passed(searches, "looking at frequent words", passing)
            unlike = sum(not _is_as_found(store, search) for search in looked_at)
    except sqlite3.DatabaseError as error:
        yield Fault(f"the sets of frequent words are damaged ({error})", "events")
        return
    if unlike:
        yield Fault(f"{unlike} sets of frequent words are not what these find", "events")


def _is_as_found(store: SqliteReadingStore, search: str) -> bool:
    last = store._plan().last
    statement = "SELECT group_concat(rowid) FROM event_text WHERE rowid <= ? AND event_text MATCH ?"
    try:
        return store._ready(search) == bits_of(store._told(statement, (last, search)), last)
    except CollectionError:
        return False
