"""Every engine that answers as :class:`data.store.protocol.Store` says runs the same tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing

import pytest

from data.store import open_collection
from data.store.protocol import Store

Open = Callable[[bool], Store]


@pytest.fixture
def opened(address: str) -> Iterator[Open]:
    """Opens the test's collection, once more at each call; all are closed at the end."""
    with ExitStack() as stack:
        yield lambda writing: stack.enter_context(closing(open_collection(address, writing)))


@pytest.fixture
def writer(opened: Open) -> Store:
    """A new collection, open for writing."""
    return opened(True)
