"""Collections: what was read, when it was published, and the events it tells of."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal, overload

from data.errors import CollectionError
from data.store.address import is_on_server

if TYPE_CHECKING:
    from data.store.protocol import ReadingStore, Store


@overload
def open_collection(address: str | Path, *, writing: Literal[False] = False) -> ReadingStore: ...


@overload
def open_collection(address: str | Path, *, writing: Literal[True]) -> Store: ...


@overload
def open_collection(address: str | Path, *, writing: bool) -> ReadingStore: ...


def open_collection(address: str | Path, *, writing: bool = False) -> ReadingStore:
    """Open the collection at an address: the path of a file, or the URL of a PostgreSQL database.

    With ``writing`` a collection is made where there is none. Raises
    :class:`data.errors.CollectionError` if it cannot be opened, or if no engine knows the address.
    """
    scheme, mark, _ = str(address).partition("://")
    if is_on_server(str(address)):
        return _on_server(str(address), writing=writing)
    if mark:
        raise CollectionError(
            "No engine for this address",
            f"dateline keeps collections in files and PostgreSQL databases, not in {scheme} servers",
            "Give the path of a file, or postgresql://user@host/database.",
        )
    from data.store.sqlite import open_store

    return open_store(address, writing=True) if writing else open_store(address)


def open_to_mark(address: str | Path) -> Store:
    """Open a collection that is there for writing; where it is gone none is made, which would be empty.

    Raises :class:`data.errors.CollectionError`.
    """
    if not is_on_server(str(address)) and not Path(address).exists():
        raise CollectionError(
            "The collection is gone",
            f"{address}: its file was removed or renamed",
            "Bring it back, or build it again.",
        )
    return open_collection(address, writing=True)


def _on_server(address: str, *, writing: bool) -> ReadingStore:
    from importlib.util import find_spec

    if find_spec("psycopg") is None:
        raise CollectionError(
            "PostgreSQL is not installed here",
            "what dateline needs to reach a server is an extra",
            "Install it with: pip install 'dateline[postgres]'",
        )
    from data.store.postgres import open_store

    return open_store(address, writing=True) if writing else open_store(address)
