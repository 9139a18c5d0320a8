"""Every engine that answers as :class:`data.store.protocol.Store` says runs the same tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from data.store import open_collection
from data.store.protocol import Store
from postgres_server import Server, server

__all__ = ["server"]

Open = Callable[[bool], Store]


@pytest.fixture(params=["sqlite", "postgres"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a test's new collection is, on each engine."""
    if request.param == "sqlite":
        return str(tmp_path / "test.dateline")
    started: Server = request.getfixturevalue("server")
    return started.url(started.new_database())


@pytest.fixture
def opened(address: str) -> Iterator[Open]:
    """Opens the test's collection, once more at each call; all are closed at the end."""
    with ExitStack() as stack:
        yield lambda writing: stack.enter_context(closing(open_collection(address, writing)))


@pytest.fixture
def writer(opened: Open) -> Store:
    """A new collection, open for writing."""
    return opened(True)
