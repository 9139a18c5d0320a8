"""A newsroom's store: a PostgreSQL database a collection, which many read and mark while one builds.

Readers see the last committed state, as the server keeps it for them; marks are kept one after another, and
those that are made while a build writes the timeline are applied by it. See ``docs/newsroom.md`` for roles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, overload

from data.store.postgres.finding import Names
from data.store.postgres.selections import Selections
from data.store.server_address import parted
from data.store.tables import ReadingTables

if TYPE_CHECKING:
    from data.store.postgres.store import PostgresStore

__all__ = ["PostgresReadingStore", "open_store"]


class PostgresReadingStore(Selections, Names, ReadingTables):
    """A collection on a server; see :class:`data.store.protocol.ReadingStore` for what it answers.

    A store belongs to the thread that opened it; open another for another thread.
    """


@overload
def open_store(address: str, *, writing: Literal[False] = False) -> PostgresReadingStore: ...


@overload
def open_store(address: str, *, writing: Literal[True]) -> PostgresStore: ...


def open_store(address: str, *, writing: bool = False) -> PostgresReadingStore:
    """Open a collection by its URL, for writing also a new one in an empty database.

    Raises :class:`data.errors.CollectionError` if the server cannot be reached or refuses, if there is no
    collection in the database, or one made by a newer dateline.
    """
    if not writing:
        return PostgresReadingStore(parted(address), writing=False)
    from data.store.postgres.store import PostgresStore

    return PostgresStore(parted(address), writing=True)
