"""The most important lines of a stretch of a selection."""

from __future__ import annotations

import pytest

from data.model import Document, Event, Passage, Reading
from data.store import open_collection
from data.store.lists import FileRecord
from data.store.records import Selection

RATED = ((0.5, 1), (0.9, 1), (0.5, 2), (0.1, 1), (0.9, 1), (0.7, 1))


@pytest.fixture
def store(address):
    opened = open_collection(address, writing=True)
    document = Document(id="d", path="d.txt", text="It was said.", sha256="0")
    record = FileRecord(path="d.txt", location="/d.txt", size=1, modified=1, sha256="0")
    opened.replace_file(record, [Reading(document, (), ())])
    passage = Passage(document="d", start_char=0, end_char=12, text="It was said.")
    opened.replace_events(
        Event(
            id=f"e{number}", title="Odd" if number % 2 else "Even", start=number, end=number, edtf=None,
            precision="day", basis="stated", passages=(passage,), importance=importance,
            publishers=publishers,
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
