"""Collections: what was read, when it was published, and the events it tells of."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from data.errors import CollectionError

if TYPE_CHECKING:
    from data.store.protocol import Store


def open_collection(address: str | Path, writing: bool = False) -> Store:
    """Open the collection at an address: the path of a file.

    With ``writing`` a collection is made where there is none. Raises
    :class:`data.errors.CollectionError` if it cannot be opened, or if no engine knows the address.
    """
    scheme, mark, _ = str(address).partition("://")
    if mark:
        raise CollectionError(
            "No engine for this address",
            f"dateline keeps collections in files, not in {scheme} servers",
            "Give the path of a file.",
        )
    from data.store.sqlite import open_store

    return open_store(address, writing=writing)
