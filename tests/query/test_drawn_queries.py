"""Queries drawn from the grammar, against working them out event by event: whatever way an engine takes.

The small sizes send a small collection through what is meant for large ones: stretches, short lists, words
that are looked up one by one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import Protocol, cast

import pytest

from data import days
from data.model import Document, Event
from data.order import begin_day, timeline_order
from data.query import parse, select
from data.store import open_collection
from data.store.protocol import ReadingStore
from data.store.sqlite import SqliteReadingStore, beginnings, selections, short_lists
from data.store.tables.selections import STEP
from tests.store.asked import asked
from tests.store.brute_force import Oracle
from tests.store.synthetic import Synthetic

EVENTS, FORMER, TAKEN = 1_200, 900, 10
QUERIES = 300
TODAY = days.ordinal(2024, 12, 31)
SMALL: dict[object, dict[str, int]] = {
    selections: {"_FIRST_STEP": 4, "_STRETCH": 8 * STEP, "_WIDE": 200 * STEP},
    short_lists: {"_FEW": 60, "_LOOKED_UP": 100},
    beginnings: {"FEW": 1, "SOME": 12},
}
SYNTHETIC = Synthetic(EVENTS)
ASKED = [query.text for query in asked(SYNTHETIC, QUERIES, seed=7)]


class Forgetting(Protocol):
    """A store of which each question can be asked anew."""

    def forget(self) -> None: ...


@dataclass(frozen=True)
class Whole:
    store: ReadingStore
    events: list[Event]  # in the order of the timeline
    oracle: Oracle


@pytest.fixture(scope="module")
def whole(new_address: Callable[[], str]) -> Iterator[Whole]:
    """A collection whose last events came by changes, so that what is kept of words has grown."""
    documents: dict[str, Document] = {}
    events = sorted(SYNTHETIC.timeline(), key=timeline_order)
    former = sorted(events, key=lambda event: event.id)[:FORMER]
    gone = {event.id for event in former[:TAKEN]}
    address = new_address()
    with closing(open_collection(address, writing=True)) as writer:
        for record, readings in SYNTHETIC.files():
            writer.replace_file(record, readings)
            documents |= {reading.document.id: reading.document for reading in readings}
        writer.replace_events(sorted(former, key=timeline_order))
        known = {event.id for event in former}
        writer.change_events(gone, [event for event in events if event.id not in known])
    new = frozenset(event.id for event in events if event.id not in known)
    with closing(open_collection(address)) as store:
        yield Whole(store, [event for event in events if event.id not in gone], Oracle(documents, new))


@pytest.mark.slow
@pytest.mark.parametrize("sizes", [{}, SMALL], ids=["as they are", "small"])
def test_every_question_is_answered_as_event_by_event(
    whole: Whole, sizes: dict[object, dict[str, int]], monkeypatch: pytest.MonkeyPatch
) -> None:
    if sizes and not isinstance(whole.store, SqliteReadingStore):
        pytest.skip("these sizes are those of SQLite's store")
    for module, values in sizes.items():
        for name, value in values.items():
            monkeypatch.setattr(module, name, value)
    monkeypatch.setattr(selections, "FEW", beginnings.FEW)
    for module in (selections, short_lists):
        monkeypatch.setattr(module, "SOME", beginnings.SOME)
    some = 0
    for text in ASKED:
        root = parse(text, today=TODAY).root
        expected = [event for event in whole.events if whole.oracle.answers(root, event)]
        some += 0 < len(expected) < len(whole.events)
        _compare(whole.store, text, expected)
    assert some > QUERIES / 2


def _compare(store: ReadingStore, text: str, expected: list[Event]) -> None:
    selection = select(text, today=TODAY)
    told = [event.id for event in expected]
    middle = store.begins(days.ordinal(2005))
    anew = cast("Forgetting", store).forget
    anew()
    assert [row.id for row in store.rows(selection, 0, 20)] == told[:20], text
    assert [row.id for row in store.rows(selection, 0, len(told) + 1)] == told, text
    anew()
    before = store.before(selection, middle)
    assert store.count(selection) == len(told), text
    anew()
    after = store.rows_at(store.next_to(selection, middle, 30))
    assert [row.id for row in after] == told[before : before + 30], text
    back = store.rows_at(store.next_to(selection, middle, -30))
    assert [row.id for row in back] == told[max(0, before - 30) : before], text
    months = Counter[int]()
    for event in expected:
        if (begins := begin_day(event.start, event.end)) is not None:
            months[days.ordinal(*days.civil(begins)[:2])] += 1
    found = {period.start: period.events for period in store.periods(selection, "month")}
    assert found == months, text
    assert list(store.positions(selection)) == sorted(store.positions(selection)), text
