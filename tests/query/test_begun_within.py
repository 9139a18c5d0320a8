"""What begins between two days, whatever else is asked."""

from __future__ import annotations

import pytest

from data.query import begun_within, select
from data.store import open_collection
from data.store.records import Selection
from tests.store.made import document, event, passage, put

SPANS = ((None, None), (100, 900), (400, 400), (None, 450), (500, None), (600, 610))


@pytest.fixture
def store(tmp_path):
    opened = open_collection(tmp_path / "spans.dateline", writing=True)
    told = document("d", "It was said.")
    put(opened, told)
    opened.replace_events(
        event(
            f"e{number}", None, [passage(told, "It was said.")], title="Odd" if number % 2 else "Even",
            start=start, end=end, precision=None if start is end is None else "day",
        )
        for number, (start, end) in enumerate(SPANS)
    )  # fmt: skip
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        (101, 500, "e2 e3 e4"),
        (400, 400, "e2"),
        (1, 99, ""),
        (600, 9_999, "e5"),
        (700, 700, ""),
    ],
)
def test_by_their_first_day(store, start, end, found):
    for query in (Selection(), select("said"), select("is:stated OR odd"), Selection(shown=True)):
        selection = begun_within(query, start, end)
        assert " ".join(row.id for row in store.rows(selection, 0, 9)) == found
        assert store.count(selection) == len(found.split())


def test_with_other_conditions(store):
    rows = store.rows(begun_within(select("odd is:stated"), 101, 500), 0, 9)
    assert [row.id for row in rows] == ["e3"]
