"""Every engine that answers as :class:`data.store.protocol.Store` says runs the same tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import cast

import pytest

from data.store import open_collection
from data.store.protocol import Store
from data.store.sqlite import open_store
from tests.helpers.postgres_server import Server
from tests.store import harbour, port, ships
from tests.store.made import put

Open = Callable[[bool], Store]


@pytest.fixture
def opened(address: str) -> Iterator[Open]:
    """Opens the test's collection, once more at each call; all are closed at the end."""
    with ExitStack() as stack:
        yield lambda writing: cast(
            "Store", stack.enter_context(closing(open_collection(address, writing=writing)))
        )


@pytest.fixture
def writer(opened: Open) -> Store:
    """A new collection, open for writing."""
    return opened(True)


@pytest.fixture
def marked(writer: Store) -> Store:
    """A new collection with a harbour's log, open for writing."""
    put(writer, harbour.LOG, harbour.OTHER)
    writer.replace_events(harbour.made())
    return writer


@pytest.fixture
def database(server: Server) -> str:
    """A database with ten events in it."""
    name = server.new_database()
    with closing(open_collection(server.url(name), writing=True)) as store:
        put(store, ships.LOG)
        store.replace_events(ships.events(10))
    return name


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The file of a collection of one document and one event, closed."""
    place = tmp_path / "port.dateline"
    with open_store(place, writing=True) as store:
        put(store, port.PORT)
        store.replace_events([port.EVENT])
    return place
