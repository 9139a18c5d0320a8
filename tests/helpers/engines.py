"""New collections on each engine, for tests of what all of them answer alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count

import pytest

from data.store.address import is_on_server
from tests.helpers.postgres_server import Server, server

__all__ = ["address", "new_address", "server"]


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def new_address(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[], str]:
    """Gives addresses of new collections, all on one engine."""
    if request.param == "postgres":
        started: Server = request.getfixturevalue("server")
        return lambda: started.url(started.new_database())
    folder, numbers = tmp_path_factory.mktemp("collections"), count()
    return lambda: str(folder / f"{next(numbers)}.dateline")


@pytest.fixture
def address(request: pytest.FixtureRequest, new_address: Callable[[], str]) -> Iterator[str]:
    """Where a test's new collection is."""
    place = new_address()
    server: Server | None = request.getfixturevalue("server") if is_on_server(place) else None
    yield place
    if server is not None:
        server.take_back(place.rpartition("/")[2])
