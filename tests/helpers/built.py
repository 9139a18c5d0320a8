"""Collections that are made once a process: making one takes longer than most tests of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from data.collection import SAMPLES

__all__ = ["BuiltOnce", "built_once", "samples_built", "seeds_built"]

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"

BuiltOnce = Callable[[Callable[[Path], object]], Path]
"""Gives the collection that a function makes at a path, made when first asked for; a test changes a copy."""


@pytest.fixture(scope="session")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> BuiltOnce:
    """What tests take their collections from."""
    built: dict[Callable[[Path], object], Path] = {}

    def give(make: Callable[[Path], object]) -> Path:
        if make not in built:
            place = tmp_path_factory.mktemp("built") / f"{make.__name__}.dateline"
            make(place)
            built[make] = place
        return built[make]

    return give


def samples(place: Path) -> None:
    """Build the bundled samples."""
    _build(SAMPLES, place)


def seeds(place: Path) -> None:
    """Build the five real articles."""
    _build(SEEDS, place)


def _build(folder: Path, place: Path) -> None:
    from data import pipeline  # loads all stages, which most tests do without

    list(pipeline.build([str(folder)], place))


@pytest.fixture(scope="session")
def samples_built(built_once: BuiltOnce) -> Path:
    """The collection of the samples."""
    return built_once(samples)


@pytest.fixture(scope="session")
def seeds_built(built_once: BuiltOnce) -> Path:
    """The collection of the five real articles, where these are at hand."""
    if not SEEDS.is_dir():
        pytest.skip("the five real articles are not beside the repository")
    return built_once(seeds)
