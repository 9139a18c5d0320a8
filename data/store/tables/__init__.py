"""A collection in tables: statements that every engine understands, and what is made of their answers.

An engine brings its connection (:class:`data.store.connection.Engine`), its schema, how it finds a
selection's positions, and how it looks up words.
"""

from __future__ import annotations

from data.store.tables.arranging import ArrangedEvents
from data.store.tables.documents import DocumentTables, documents_changed
from data.store.tables.events import without_documents
from data.store.tables.finding import Finding
from data.store.tables.keeping import KeptTable
from data.store.tables.marking import MarkTables
from data.store.tables.stages import StageTables

__all__ = ["Tables"]


class Tables(DocumentTables, StageTables, KeptTable, MarkTables, ArrangedEvents, Finding):
    """All tables of a collection; see :class:`data.store.protocol.Store` for what they answer."""

    def remove_documents(self, *document_ids: str) -> int:
        """Take documents and their passages out; how many of them there were."""
        with self._transaction() as connection:
            removed = sum(self._drop_document(connection, document_id) for document_id in document_ids)
            if not removed:
                return 0
            gone = frozenset(document_ids)
            self._hold_timeline(connection)
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
            documents_changed(connection, -removed)
        return removed
