"""A collection in tables: statements that every engine understands, and what is made of their answers.

An engine brings its connection (:class:`data.store.connection.Engine`), its schema, how it finds a
selection's positions, and how it looks up words.
"""

from __future__ import annotations

from data.store.tables.arranging import ArrangedEvents
from data.store.tables.documents import DocumentTables
from data.store.tables.finding import Finding
from data.store.tables.journal import Journal
from data.store.tables.stages import StageTables

__all__ = ["ReadingTables"]


class ReadingTables(DocumentTables, StageTables, Journal, ArrangedEvents, Finding):
    """All tables of a collection; see :class:`data.store.protocol.ReadingStore` for what they answer."""
