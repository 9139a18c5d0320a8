"""The most important lines of a stretch of a selection."""

from __future__ import annotations

import pytest

from data.store import open_collection
from data.store.records import Selection
from tests.store.made import document, event, passage, put

RATED = ((0.5, 1), (0.9, 1), (0.5, 2), (0.1, 1), (0.9, 1), (0.7, 1))


@pytest.fixture
def store(address):
    opened = open_collection(address, writing=True)
    told = document("d", "It was said.")
    put(opened, told)
    opened.replace_events(
        event(
            f"e{number}", None, [passage(told, "It was said.")], title="Odd" if number % 2 else "Even",
            start=number, end=number, precision="day", importance=importance, publishers=publishers,
        )
        for number, (importance, publishers) in enumerate(RATED)
    )  # fmt: skip
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("first", "count", "wanted", "lines"),
    [(0, 6, 3, [1, 4, 5]), (0, 6, 99, [1, 4, 5, 2, 0, 3]), (2, 2, 1, [2]), (0, 1, 1, [0]), (5, 10, 2, [5])],
)
def test_of_everything(store, first, count, wanted, lines):
    assert store.main_lines(Selection(), first, count, wanted) == lines


@pytest.mark.parametrize(
    ("first", "count", "wanted", "lines"), [(0, 3, 2, [2, 1]), (0, 2, 1, [1]), (1, 2, 9, [2, 1])]
)
def test_of_a_selection_they_are_numbered_in_it(store, first, count, wanted, lines):
    even = Selection("e.title = ?", ("Even",))
    assert store.main_lines(even, first, count, wanted) == lines
