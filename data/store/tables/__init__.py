"""A collection in tables: statements that every engine understands, and what is made of their answers.

An engine brings its connection (:class:`data.store.connection.Engine`), its schema, how it finds a
selection's positions, and how it looks up words.
"""

from __future__ import annotations

from data.store.tables.arranging import ArrangedEvents
from data.store.tables.documents import DocumentTables
from data.store.tables.events import without_document
from data.store.tables.finding import Finding
from data.store.tables.marking import MarkTables

__all__ = ["Tables"]


class Tables(DocumentTables, MarkTables, ArrangedEvents, Finding):
    """All tables of a collection; see :class:`data.store.protocol.Store` for what they answer."""

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
