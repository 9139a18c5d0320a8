"""What all tests share: names that are the same in every run, a data folder that is nobody's, collections."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterator

import pytest

from tests.helpers.built import built_once, samples_built, seeds_built
from tests.helpers.engines import address, new_address, server

__all__ = ["address", "built_once", "new_address", "samples_built", "seeds_built", "server"]

# Whatever the shell says, bytecode is kept, as it is where the program is installed: compiling all modules
# again would be half the work of most processes that tests start.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)


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
