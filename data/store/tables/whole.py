"""All tables of a collection, written too."""

from __future__ import annotations

from collections.abc import Sequence

from data.model import Mark
from data.store.connection import Connection
from data.store.tables import ReadingTables
from data.store.tables.arriving import Arriving, documents_changed
from data.store.tables.events import without_documents
from data.store.tables.keeping import KeptTable
from data.store.tables.leaving import Leaving
from data.store.tables.marking import MarkTables
from data.store.tables.staging import Staging

__all__ = ["Tables"]


class Tables(ReadingTables, Arriving, Staging, KeptTable, MarkTables, Leaving):
    """All tables of a collection; see :class:`data.store.protocol.Store` for what they answer and keep."""

    def remove_documents(self, *document_ids: str, marks: Sequence[Mark] = ()) -> int:
        """Take documents and their passages out, and keep these marks; how many documents there were."""
        with self.transaction() as connection:
            removed = sum(self._drop_document(connection, document_id) for document_id in document_ids)
            if removed:
                self._hold_timeline(connection)
                self._drop_passages(connection, frozenset(document_ids))
                documents_changed(connection, -removed)
            self._insert_marks(connection, marks)
        return removed

    def _drop_passages(self, connection: Connection, gone: frozenset[str]) -> None:
        """Take the passages of documents that were dropped out of the events."""
        told = list(self._telling(gone))
        left = [(event, without_documents(event, gone)) for event in told]
        self._exchange(
            connection,
            {event.id for event, rest in left if rest is None},
            [rest for _, rest in left if rest is not None],
            former=True,
        )
        connection.execute(
            f"DELETE FROM document_former WHERE {self._among('id', str)}", (self._listed(gone),)
        )
