"""Every question of a store about a query, against working it out event by event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import Protocol, cast

from data import days
from data.model import Document, Event
from data.order import begin_day, timeline_order
from data.query import parse, select
from data.store import open_collection
from data.store.protocol import ReadingStore
from tests.store.brute_force import Oracle
from tests.store.synthetic import Synthetic

TODAY = days.ordinal(2024, 12, 31)
_FORMER = 0.75


class Forgetting(Protocol):
    """A store of which each question can be asked anew."""

    def forget(self) -> None: ...


@dataclass(frozen=True)
class Whole:
    """A store, and what is in it: its events in the order of the timeline."""

    store: ReadingStore
    events: list[Event]
    oracle: Oracle

    def expected(self, text: str) -> list[Event]:
        """The events that a query selects, as one after the other is looked at."""
        root = parse(text, today=TODAY).root
        return [event for event in self.events if self.oracle.answers(root, event)]


@contextmanager
def written(synthetic: Synthetic, address: str, taken: int) -> Iterator[Whole]:
    """A collection whose last events came by changes, so that what is kept of words has grown.

    So many of the first ones were taken out again.
    """
    documents: dict[str, Document] = {}
    events = sorted(synthetic.timeline(), key=timeline_order)
    former = sorted(events, key=lambda event: event.id)[: int(len(events) * _FORMER)]
    gone = {event.id for event in former[:taken]}
    known = {event.id for event in former}
    with closing(open_collection(address, writing=True)) as writer:
        for record, readings in synthetic.files():
            writer.replace_file(record, readings)
            documents |= {reading.document.id: reading.document for reading in readings}
        writer.replace_events(sorted(former, key=timeline_order))
        writer.change_events(gone, [event for event in events if event.id not in known])
    new = frozenset(event.id for event in events if event.id not in known)
    with closing(open_collection(address)) as store:
        yield Whole(store, [event for event in events if event.id not in gone], Oracle(documents, new))


def compare(store: ReadingStore, text: str, expected: list[Event], day: int) -> None:
    """Ask for the first lines, for all, for those around a day, how many there are, and in which months."""
    selection = select(text, today=TODAY)
    told = [event.id for event in expected]
    middle = store.begins(day)
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
