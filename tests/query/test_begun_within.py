"""What begins between two days, whatever else is asked."""

from __future__ import annotations

import pytest

from data.model import Document, Event, Passage, Reading
from data.query import begun_within, select
from data.store import open_collection
from data.store.lists import FileRecord
from data.store.records import Selection

SPANS = ((None, None), (100, 900), (400, 400), (None, 450), (500, None), (600, 610))


@pytest.fixture
def store(tmp_path):
    opened = open_collection(tmp_path / "spans.dateline", writing=True)
    document = Document(id="d", path="d.txt", text="It was said.", sha256="0")
    record = FileRecord(path="d.txt", location="/d.txt", size=1, modified=1, sha256="0")
    opened.replace_file(record, [Reading(document, (), ())])
    passage = Passage(document="d", start_char=0, end_char=12, text="It was said.")
    opened.replace_events(
        Event(
            id=f"e{number}", title="Odd" if number % 2 else "Even", start=start, end=end, edtf=None,
            precision=None if start is end is None else "day", basis="stated", passages=(passage,),
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
