"""What all tests share: names that are the same in every run, and a data folder that is nobody's."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from tests.helpers.engines import address, new_address, server

__all__ = ["address", "new_address", "server"]


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes in a test's name by their argument's: files that tests make carry times and random numbers."""
    return argname if isinstance(val, bytes) else None


@pytest.fixture(autouse=True)
def the_collector_is_as_before() -> Iterator[None]:
    """The program looks for garbage as suits it: its ways are not those of the tests after it."""
    yield
    gc.unfreeze()
    gc.enable()


@pytest.fixture(scope="session", autouse=True)
def nobodys_data_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test finds the user's collections, and none leaves one behind."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data-home")))
        patch.setenv("XDG_STATE_HOME", str(tmp_path_factory.mktemp("state-home")))
        patch.setenv("XDG_CONFIG_HOME", str(tmp_path_factory.mktemp("configuration-home")))
        for name in ("DATELINE_COLLECTION", "DATELINE_CONFIG", "DATELINE_USER"):
            patch.delenv(name, raising=False)
        yield
