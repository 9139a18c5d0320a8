"""Events that come as rows, made in other processes: the collection is as if it had made them itself."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import closing
from dataclasses import replace
from functools import cache
from itertools import groupby

import pytest

from data.errors import CollectionError
from data.events.outline import Draft, Outline, pack_outline
from data.events.packed_report import pack_report
from data.events.renewing.drafts import Block
from data.marks import on_events
from data.model import Event
from data.order import begin_day, timeline_order
from data.query import select
from data.store import open_collection
from data.store.protocol import Store
from data.store.records import Selection
from data.workers import Processes, RowsElsewhere, event_rows
from data.workers.inside import WorkerLostError
from tests.helpers.made_reports import made_report
from tests.store.synthetic import Synthetic

ALL = Selection()


@cache
def synthetic() -> Synthetic:
    return Synthetic(300)


class Coming:
    """Gives events as drafts, three days at a time."""

    def __init__(self, events: Collection[Event]) -> None:
        self.events = events

    def blocks(self, least: int) -> Iterator[Block]:
        assert least > 0
        days = [[*those] for _, those in groupby(self.events, lambda one: begin_day(one.start, one.end))]
        for at in range(0, len(days), 3):
            some = [event for day in days[at : at + 3] for event in reversed(day)]
            documents = {passage.document for event in some for passage in event.passages}
            yield Block([_draft(event) for event in some], documents)


def _draft(event: Event) -> Draft:
    outline = pack_outline(Outline(replace(event, passages=()), range(len(event.passages))))
    packed = [pack_report(replace(made_report("It rained."), passage=one)) for one in event.passages]
    return Draft(outline, packed, (event.part_of, event.importance))


def filled(address: str) -> Store:
    store = open_collection(address, writing=True)
    for record, readings in synthetic().files():
        store.replace_file(record, readings)
    return store


def seen(store: Store) -> list[object]:
    word = synthetic().vocabulary.words[0]
    found: list[object] = [[*store.events(ALL)], store.totals(), store.facets(ALL, "document", 50)]
    for query in (word, "is:shown", "is:conflict", "is:new", "on:2010"):
        selection = select(query)
        found += [store.periods(selection, "month"), store.count(selection), store.coarse(selection)]
    return found


def test_events_as_rows_are_written_like_others(address: str, new_address) -> None:
    events = sorted(synthetic().timeline(), key=timeline_order)
    with closing(filled(address)) as store, closing(filled(new_address())) as other, Processes(2) as workers:
        store.replace_events(events)
        other.replace_events([], as_rows=RowsElsewhere(Coming(events), workers))
        assert len({event.start for event in events}) > 9
        assert seen(other) == seen(store)


def test_rows_that_workers_do_not_survive_are_made_here(tmp_path, monkeypatch: pytest.MonkeyPatch) -> None:
    def lost(executor, function, pieces, cancelled):
        return ((piece, WorkerLostError("it hung", "")) for piece in pieces)

    events = sorted(synthetic().timeline(), key=timeline_order)
    with closing(filled(str(tmp_path / "a"))) as store, closing(filled(str(tmp_path / "b"))) as other:
        store.replace_events(events)
        monkeypatch.setattr(event_rows, "spread", lost)
        with Processes(1) as workers:
            other.replace_events([], as_rows=RowsElsewhere(Coming(events), workers))
            assert not workers.processes
        assert seen(other) == seen(store)


def test_where_there_are_marks_or_events_they_are_put_together_here(tmp_path) -> None:
    def refused(sources_of, build):
        raise AssertionError("rows were asked for")

    events = sorted(synthetic().timeline(), key=timeline_order)
    with closing(filled(str(tmp_path / "c.dateline"))) as store:
        store.replace_events(events)
        store.mark(on_events("note", [events[0]], "Ask the harbour master."))
        store.replace_events(events[1:], as_rows=refused)
        assert store.totals().events
        store.replace_events([], as_rows=refused)
        assert not store.totals().events
        store.replace_events(events, as_rows=refused)
        assert {one.note for one in store.events(ALL)} == {None, "Ask the harbour master."}


def test_rows_with_a_passage_of_no_document_leave_the_collection_as_it_was(tmp_path) -> None:
    events = sorted(synthetic().timeline(), key=timeline_order)
    with closing(open_collection(tmp_path / "d.dateline", writing=True)) as store, Processes(1) as workers:
        with pytest.raises(CollectionError):
            store.replace_events([], as_rows=RowsElsewhere(Coming(events), workers))
        assert not store.totals().events
