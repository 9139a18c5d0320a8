"""Every engine that answers as :class:`data.store.protocol.Store` says runs the same tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from data.store import open_collection
from data.store.protocol import Store

Open = Callable[[bool], Store]


@pytest.fixture(params=["sqlite"])
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Open]:
    """Opens the test's collection, once more at each call; all are closed at the end."""
    addresses = {"sqlite": str(tmp_path / "test.dateline")}
    with ExitStack() as stack:
        yield lambda writing: stack.enter_context(closing(open_collection(addresses[request.param], writing)))


@pytest.fixture
def writer(opened: Open) -> Store:
    """A new collection, open for writing."""
    return opened(True)
