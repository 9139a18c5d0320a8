"""A newsroom's store: a PostgreSQL database a collection, which many read and mark while one builds.

Readers see the last committed state, as the server keeps it for them; marks are kept one after another, and
those that are made while a build writes the timeline are applied by it. See ``docs/newsroom.md`` for roles.
"""

from __future__ import annotations

from data.store.address import parted
from data.store.postgres.finding import Names
from data.store.postgres.marking import Marks
from data.store.postgres.selections import Selections
from data.store.postgres.words import Words
from data.store.tables import Tables

__all__ = ["PostgresStore", "open_store"]


class PostgresStore(Selections, Words, Names, Marks, Tables):
    """A collection on a server; see :class:`data.store.protocol.Store` for what it answers.

    A store belongs to the thread that opened it; open another for another thread.
    """


def open_store(address: str, *, writing: bool = False) -> PostgresStore:
    """Open a collection by its URL, for writing also a new one in an empty database.

    Raises :class:`data.errors.CollectionError` if the server cannot be reached or refuses, if there is no
    collection in the database, or one made by a newer dateline.
    """
    return PostgresStore(parted(address), writing=writing)
