"""Whether events are written as they were made: each was noted by a digest of all that is written of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

from data.errors import CollectionError
from data.passing import Passing, passed, untold
from data.store.sqlite.connection import telling
from data.store.sqlite.store import SqliteStore
from data.store.tables.event_rows import digest
from data.store.tables.writing import BATCH


def unlike(path: Path, passing: Passing = untold) -> int:
    """How many events of a collection are others than were written, or cannot be read any more."""
    with closing(_Looking(path, writing=False)) as store, telling(path):
        store._connection.text_factory = partial(str, encoding="utf-8", errors="surrogateescape")
        rows = store.digests()
        batches = [rows[first : first + BATCH] for first in range(0, len(rows), BATCH)]
        return sum(passed(map(store.unlike, batches), "looking at what events tell", passing, len(batches)))


class _Looking(SqliteStore):
    """A collection of which nothing is changed."""

    def digests(self) -> list[tuple[int, int]]:
        """The positions of events, and the digests of those that have one."""
        return self._query("SELECT position, digest FROM event WHERE digest IS NOT NULL ORDER BY position")

    def unlike(self, rows: Sequence[tuple[int, int]]) -> int:
        """How many of some events have another digest than they had."""
        try:
            return sum(noted != now for (_, noted), now in zip(rows, self._now(rows), strict=True))
        except (CollectionError, ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
            if len(rows) == 1:
                return 1  # what is no JSON, or no number
            half = len(rows) // 2
            return self.unlike(rows[:half]) + self.unlike(rows[half:])

    def _now(self, rows: Sequence[tuple[int, int]]) -> Iterator[int]:
        entries = list(self._entries([position for position, _ in rows]))
        sources = self._sources_of(self._connection, [entry.event for entry in entries], former=True)
        return (digest(entry, sources) for entry in entries)
