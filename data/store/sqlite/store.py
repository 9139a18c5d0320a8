"""The embedded store, open for writing: what only reads loads nothing of it."""

from __future__ import annotations

from data.store.sqlite import SqliteReadingStore
from data.store.sqlite.frequent_words import FrequentWords
from data.store.tables.whole import Tables


class SqliteStore(SqliteReadingStore, FrequentWords, Tables):
    """A collection in one SQLite file; see :class:`data.store.protocol.Store` for what it keeps."""
