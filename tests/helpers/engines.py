"""New collections on each engine, for tests of what all of them answer alike."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

import pytest

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
def address(new_address: Callable[[], str]) -> str:
    """Where a test's new collection is."""
    return new_address()
