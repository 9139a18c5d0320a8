"""A newsroom's store, open for writing."""

from __future__ import annotations

from data.store.postgres import PostgresReadingStore
from data.store.postgres.marking import Marks
from data.store.postgres.words import Words
from data.store.tables.whole import Tables


class PostgresStore(PostgresReadingStore, Words, Marks, Tables):
    """A collection on a server; see :class:`data.store.protocol.Store` for what it keeps."""
