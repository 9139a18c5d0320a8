"""The embedded store: one SQLite file a collection, in WAL mode, so that many read while one writes.

Events are numbered in the order of the timeline and that number is their row's key: what is asked
in the order of dates is answered in the order of rows.
"""

from __future__ import annotations

from pathlib import Path

from data.store.sqlite.arranging import ArrangedEvents
from data.store.sqlite.documents import DocumentTables
from data.store.sqlite.events import without_document
from data.store.sqlite.finding import Finding
from data.store.sqlite.marking import MarkTables

__all__ = ["SqliteStore", "open_store"]


class SqliteStore(DocumentTables, MarkTables, ArrangedEvents, Finding):
    """A collection in one SQLite file; see :class:`data.store.protocol.Store` for what it answers.

    A store belongs to the thread that opened it; open another for another thread.
    """

    def remove_document(self, document_id: str) -> bool:
        """Take a document and its passages out; False if there is none."""
        if self.document(document_id) is None:
            return False
        with self._transaction() as connection:
            self._drop_document(connection, document_id)
            left = (without_document(event, document_id) for event in self._as_made())
            self._rewrite_timeline(connection, (event for event in left if event is not None))
            connection.execute("UPDATE collection SET current = 0")
        return True


def open_store(path: str | Path, *, writing: bool = False) -> SqliteStore:
    """Open a collection, for writing also a new one.

    Opened for reading, the collection is never changed, but for one that an earlier dateline made: it is
    brought up to date. Raises :class:`data.errors.CollectionError`
    if there is none, if it is no collection of dateline, or made by a newer dateline.
    """
    return SqliteStore(Path(path), writing=writing)
