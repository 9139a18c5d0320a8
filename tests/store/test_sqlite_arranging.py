"""The timeline in other orders, by names, and what is said of whole years."""

from __future__ import annotations

import pytest

from data import days
from data.marks import on_events
from data.model import Document, Event, Passage, Precision, Published, Reading
from data.query import select
from data.store import open_collection
from data.store.arranging import CoarseCount
from data.store.lists import FileRecord
from data.store.records import Selection

DOCUMENTS = (("old", "2020-01-01", "Gazette"), ("new", "2024-01-01", "Ledger"), ("bare", None, None))
# begin, end, precision, importance, who, documents
EVENTS: tuple[tuple[str, str, Precision, float, tuple[str, ...], tuple[str, ...]], ...] = (
    ("2000-01-01", "2099-12-31", "century", 0.1, ("A",), ("old",)),
    ("2000-01-01", "2009-12-31", "decade", 0.2, ("A", "B"), ("new",)),
    ("2000-01-01", "2000-12-31", "year", 0.3, (), ("bare",)),
    ("2000-01-01", "2000-01-31", "month", 0.4, ("B",), ("old", "new")),
    ("2000-01-01", "2000-01-01", "day", 0.5, ("A", "A"), ("bare",)),
    ("2001-05-01", "2001-05-01", "day", 0.9, ("C",), ("old",)),
)


@pytest.fixture
def store(address):
    opened = open_collection(address, writing=True)
    for name, published, publisher in DOCUMENTS:
        day = None if published is None else days.from_iso(published)
        document = Document(
            id=name, path=f"{name}.txt", text="It was said.", sha256="0", publisher=publisher,
            published=Published(published, day, day, "stated"),
        )  # fmt: skip
        record = FileRecord(path=f"{name}.txt", location=f"/{name}.txt", size=1, modified=1, sha256="0")
        opened.replace_file(record, [Reading(document, (), ())])
        opened.replace_dating([(name, document.published, ())])
    opened.replace_events(
        Event(
            id=f"e{number}", title="Odd" if number % 2 else "Even", start=days.from_iso(start),
            end=days.from_iso(end), edtf=None, precision=precision, basis="stated", importance=importance,
            who=who,
            passages=tuple(
                Passage(document=one, start_char=0, end_char=12, text="It was said.") for one in told
            ),
        )
        for number, (start, end, precision, importance, who, told) in enumerate(EVENTS)
    )  # fmt: skip
    yield opened
    opened.close()


def ids(store, positions):
    return [row.id for row in store.rows_at(positions)]


def at(store, number):
    """The position of an event; before the first and behind the last there are others."""
    return (store.place(f"e{number}") if number < len(EVENTS) else 99) if number >= 0 else 0


EVEN = Selection("e.title = ?", ("Even",))


def test_what_is_said_most_coarsely_comes_first(store):
    assert [row.id for row in store.rows(Selection(), 0, 9)] == ["e0", "e1", "e2", "e3", "e4", "e5"]


@pytest.mark.parametrize(
    ("order", "selection", "wanted"),
    [
        ("importance", Selection(), ["e5", "e4", "e3", "e2", "e1", "e0"]),
        ("importance", EVEN, ["e4", "e2", "e0"]),
        ("newest", Selection(), ["e1", "e3", "e0", "e5", "e2", "e4"]),
        ("newest", EVEN, ["e0", "e2", "e4"]),
    ],
)
def test_orders(store, order, selection, wanted):
    assert ids(store, store.ordered(selection, order)) == wanted


@pytest.mark.parametrize(
    ("by", "selection", "wanted"),
    [
        ("who", Selection(), {"A": "e0 e1 e4", "B": "e1 e3", "C": "e5", "": "e2"}),
        ("who", EVEN, {"A": "e0 e4", "": "e2"}),
        ("where", Selection(), {"": "e0 e1 e2 e3 e4 e5"}),
        ("source", Selection(), {"Gazette": "e0 e3 e5", "Ledger": "e1 e3", "": "e2 e4"}),
        ("document", EVEN, {"bare.txt": "e2 e4", "old.txt": "e0"}),
    ],
)
def test_groups(store, by, selection, wanted):
    groups = store.groups(selection, by)
    assert {one.name: " ".join(ids(store, one.positions)) for one in groups} == wanted
    assert [one.name for one in groups] == list(wanted)


def test_places(store):
    assert store.place("nothing") is None
    here = at(store, 4)
    assert (store.before(Selection(), here), store.before(EVEN, here), store.before(EVEN, 99)) == (4, 2, 3)
    assert list(store.positions(EVEN)) == [at(store, number) for number in (0, 2, 4)]


@pytest.mark.parametrize(
    ("selection", "counts"),
    [
        (Selection(), (("month", 3), ("year", 2), ("decade", 1))),
        (Selection(shown=True), (("month", 3), ("year", 2), ("decade", 1))),
        (EVEN, (("month", 2), ("year", 1), ("decade", 1))),
        (select("odd"), (("month", 1), ("year", 1))),
    ],
)
def test_what_is_said_of_more_than_a_month_a_year_a_decade(store, selection, counts):
    found = sorted(store.coarse(selection), key=lambda one: ("month", "year", "decade").index(one.span))
    assert found == [CoarseCount(days.ordinal(2000), span, count) for span, count in counts]


def test_what_is_hidden_is_said_of_no_year(store):
    year = store.event("e2")
    store.mark(on_events("hide", [year]))
    assert [(one.span, one.events) for one in store.coarse(Selection())] == [
        ("decade", 1), ("month", 2), ("year", 2),
    ]  # fmt: skip
    assert [(one.span, one.events) for one in store.coarse(select("is:hidden"))] == [("month", 1)]
    store.change_events({"e0", "e1"}, [])
    assert store.coarse(Selection()) == []
    store.mark(on_events("show", [year]))
    assert store.coarse(EVEN) == store.coarse(Selection()) == [CoarseCount(days.ordinal(2000), "month", 1)]


def test_a_new_build_is_arranged_anew(store):
    assert len(store.ordered(Selection(), "importance")) == 6
    store.replace_events(list(store.events(Selection()))[:2])
    assert ids(store, store.ordered(Selection(), "importance")) == ["e1", "e0"]


@pytest.mark.parametrize("selection", [Selection(), Selection(shown=True), EVEN])
def test_of_a_wide_stretch_the_most_important_are_the_same(store, selection, monkeypatch):
    narrow = [store.main_lines(selection, first, 3, 2) for first in range(4)]
    monkeypatch.setattr("data.store.sqlite.main_lines._WIDE", 0)
    monkeypatch.setattr("data.store.sqlite.main_lines._PART", 1_000)
    assert [store.main_lines(selection, first, 3, 2) for first in range(4)] == narrow


@pytest.mark.parametrize(
    ("position", "count", "wanted"),
    [(0, 2, [0, 2]), (1, 9, [2, 4]), (4, -1, [2]), (9, -2, [2, 4]), (0, -3, [])],
)
def test_what_is_next_to_a_position(store, position, count, wanted):
    here, expected = at(store, position), [at(store, one) for one in wanted]
    assert list(store.next_to(EVEN, here, count)) == expected
    store.positions(EVEN)
    assert list(store.next_to(EVEN, here, count)) == expected


def test_next_to_a_position_of_a_search(store):
    assert list(store.next_to(select("odd"), at(store, 2), 1)) == [at(store, 3)]
    assert list(store.next_to(select("odd"), at(store, 4), -1)) == [at(store, 3)]


def test_the_most_important_at_positions(store, monkeypatch):
    first, second, third = (at(store, number) for number in (0, 2, 4))
    assert store.main_at([first, second, third], 2) == [third, second]
    monkeypatch.setattr("data.store.sqlite.main_lines._WIDE", 1)
    assert store.main_at([first, second, third], 2) == [third, second]


def test_stopping_no_question_stops_none(store):
    store.stop()
    assert len(store.positions(EVEN)) == 3


def test_the_rarest_of_very_many_names_share_a_group(store, monkeypatch):
    monkeypatch.setattr("data.store.tables.arranging.MOST_GROUPS", 1)
    groups = store.groups(Selection(), "who")
    assert [(one.name, one.names) for one in groups] == [("A", 1), ("", 2), ("", 1)]
    assert ids(store, groups[1].positions) == ["e1", "e3", "e5"]
