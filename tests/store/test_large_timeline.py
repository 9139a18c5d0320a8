"""Paging, ranks, counts and periods of 10,000 events, against working them out event by event."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass

import pytest

from data import days
from data.model import Document, Event
from data.order import begin_day, timeline_order
from data.query import compile_query, parse
from data.store import open_collection
from data.store.protocol import ReadingStore
from data.store.records import EventRow, Selection
from tests.store.brute_force import Oracle
from tests.store.synthetic import Synthetic

pytestmark = pytest.mark.slow

EVENTS = 10_000
FORMER = 2_000  # of them in the collection before the last build
TODAY = days.ordinal(2024, 12, 31)


@dataclass(frozen=True)
class Large:
    store: ReadingStore
    events: list[Event]  # in the order of the timeline
    oracle: Oracle

    def expected(self, text: str) -> list[Event]:
        root = parse(text, today=TODAY).root
        return [event for event in self.events if self.oracle.answers(root, event)]


def _selection(text: str) -> Selection:
    return compile_query(parse(text, today=TODAY))


@pytest.fixture(scope="module")
def large(new_address: Callable[[], str]) -> Iterator[Large]:
    synthetic = Synthetic(EVENTS)
    events = list(synthetic.timeline())
    documents: dict[str, Document] = {}
    address = new_address()
    with closing(open_collection(address, writing=True)) as writer:
        for record, readings in synthetic.files():
            writer.replace_file(record, readings)
            documents |= {reading.document.id: reading.document for reading in readings}
        writer.replace_events(events[:FORMER])
        writer.replace_events(events)
    new = frozenset(event.id for event in events[FORMER:])
    with closing(open_collection(address)) as store:
        yield Large(store, sorted(events, key=timeline_order), Oracle(documents, new))


def _queries() -> list[str]:
    synthetic = Synthetic(1)
    words, people = synthetic.vocabulary.words, synthetic.people.words
    return [
        "", words[0], words[0][:1], words[5_000], f"{words[3]} {words[7]}", f'"{words[0]} {words[1]}"',
        f"{words[3]} -{words[0]}", f"-{words[0]}", f"{words[20]} OR {words[40]} -{words[3]}",
        f"-({words[0]} OR who:{people[0]})", f"not not {words[9]}", f'who:"{people[0]} {people[1]}"',
        f"who:{people[0]} {words[3]}", "source:nordic", "source:evening", "-source:archive", 'source:"7.txt"',
        "on:2022-09-16", "on:2022-09", "on:1981", "on:../1960", "on:2020/..", "on:198X", "on:19XX",
        "after:2019", "before:1960", "-before:1960", "after:2019 before:2020-06", "after:2050", "before:1900",
        "after:2018 -after:2020", f"{words[3]} on:2022", f"who:{people[0]} after:2019",
        "on:2020 OR is:planned", "is:conflict", "is:planned", "is:inferred", "is:state", "is:undated",
        "is:single-source", "is:marked",
        "is:new", "status:verified", "tag:Follow-Up", "has:note", "not is:inferred", "-is:marked -is:undated",
        f"(is:state OR {words[11]}) (after:2010 OR is:undated)", f"is:new OR -{words[0]} OR tag:nothing",
        "is:shown", f"{words[0]} is:shown", f"is:shown -{words[3]}", "is:shown on:2022", "-is:shown",
        "is:main",
        "is:stated is:single-source", "is:shown OR is:undated", "is:hidden", f"{words[0]} is:hidden",
        "is:hidden OR is:conflict", "-is:hidden", "is:shown is:conflict after:2000",
    ]  # fmt: skip


QUERIES = _queries()


@pytest.mark.parametrize("text", QUERIES)
def test_rows_counts_ranks_and_periods(large: Large, text: str) -> None:
    selection, expected = _selection(text), large.expected(text)
    dated = [event for event in expected if begin_day(event.start, event.end) is not None]
    begins = [begin_day(event.start, event.end) or 0 for event in dated]
    store = large.store
    # Asked in an order in which later answers could lean on what earlier ones found.
    for first, count in ((0, 50), (len(expected) // 2, 50), (max(0, len(expected) - 20), 50), (10**6, 5)):
        rows = store.rows(selection, first, count)
        assert [row.id for row in rows] == [event.id for event in expected[first : first + count]]
        assert [row.position for row in rows] == sorted({row.position for row in rows})
    for day in (TODAY, days.ordinal(1980), days.ordinal(2022, 9, 16), days.ordinal(1900), days.ordinal(2100)):
        assert store.rank(selection, day) == bisect_left(begins, day)
    assert store.count(selection) == len(expected)
    for unit in ("month", "year"):
        counts, conflicts = Counter[int](), Counter[int]()
        for event, begin in zip(dated, begins, strict=True):
            year, month, _ = days.civil(begin)
            period = days.ordinal(year, month if unit == "month" else 1)
            counts[period] += 1
            conflicts[period] += bool(event.conflicts)
        found = store.periods(selection, unit)
        assert [(p.start, p.events, p.conflicts) for p in found] == [
            (start, counts[start], conflicts[start]) for start in sorted(counts)
        ]
    assert store.count(selection) == len(expected)
    assert store.rank(selection, TODAY) == bisect_left(begins, TODAY)


def test_no_query_is_answered_by_chance(large: Large) -> None:
    """Nearly all queries of the table select some events, and not all."""
    counts = [large.store.count(_selection(text)) for text in QUERIES]
    assert sum(0 < count < EVENTS for count in counts) >= len(QUERIES) - 6


def test_whole_events(large: Large) -> None:
    assert list(large.store.events(Selection())) == large.expected("")
    text = "is:conflict after:2000"
    assert list(large.store.events(_selection(text))) == large.expected(text)


def test_lines_hold_what_events_hold(large: Large) -> None:
    rows: list[EventRow] = large.store.rows(Selection(), 0, EVENTS)
    for row, event in zip(rows, large.expected(""), strict=True):
        assert (row.id, row.title, row.start, row.end) == (event.id, event.title, event.start, event.end)
        assert (row.passages, row.conflicts) == (len(event.passages), len(event.conflicts))
