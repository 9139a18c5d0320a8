"""Events come, go and change among many others: the collection is as if all had been written at once."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from data.marks import on_events
from data.model import Event
from data.query import select
from data.store import open_collection
from data.store.connection import Connection
from data.store.protocol import Store
from data.store.records import EventRow, Selection
from data.store.sqlite import open_store
from data.store.sqlite.checking import faults
from data.store.tables import changes
from tests.store.made import document, event, file, passage, reading
from tests.store.synthetic import Synthetic

ALL = Selection()


@cache
def synthetic() -> Synthetic:
    return Synthetic(600)


@pytest.fixture(scope="module")
def made() -> list[Event]:
    return list(synthetic().timeline())


def filled(address: str, events: list[Event]) -> Store:
    store = open_collection(address, writing=True)
    for record, readings in synthetic().files():
        store.replace_file(record, readings)
    store.replace_events(events)
    return store


def seen(store: Store) -> list[object]:
    words = synthetic().vocabulary.words[:3]
    queries = ["", *words, "is:shown", "is:conflict", "on:2010", "source:nordic -is:undated"]
    found: list[object] = [list(store.events(ALL)), store.totals()]
    for query in queries:
        selection = select(query)
        found += [
            [row_of(row) for row in store.rows(selection, 0, 9999)],
            store.periods(selection, "month"),
            store.count(selection),
            store.coarse(selection),
        ]
    for field in ("who", "where", "publisher", "document", "modality"):
        found.append(store.facets(ALL, field, 9999))
    return found


def row_of(row: EventRow) -> EventRow:
    return row._replace(position=0, is_new=False)


@pytest.mark.slow
def test_whatever_comes_and_goes(made: list[Event], new_address: Callable[[], str]) -> None:
    source = random.Random(3)
    now = {one.id: one for one in made[:300]}
    with (
        closing(filled(new_address(), made[:300])) as changed,
        closing(filled(new_address(), made[:300])) as replaced,
    ):
        for _ in range(6):
            gone = set(source.sample(sorted(now), 20))
            come = source.sample(made, 30)
            again = [replace(one, importance=one.importance / 2) for one in source.sample(come, 5)]
            day = source.choice(come).start  # many at one place
            crowd = [replace(one, start=day, end=day) for one in source.sample(come, 20)]
            coming = {one.id: one for one in [*come, *again, *crowd]}
            changed.change_events(gone, coming.values())
            now = {name: one for name, one in now.items() if name not in gone} | coming
            replaced.replace_events(now.values())
            with closing(filled(new_address(), list(now.values()))) as fresh:
                assert seen(changed) == seen(replaced) == seen(fresh)


def test_what_is_changed_is_sound(made: list[Event], tmp_path: Path) -> None:
    path = tmp_path / "x.dateline"
    with closing(filled(str(path), made[:300])) as store:
        for first in range(300, 600, 60):
            store.change_events({one.id for one in made[first - 300 : first - 280]}, made[first : first + 60])
    assert not [fault for fault in faults(path) if fault.remedy != "reading"]


def test_what_stays_is_not_written_again(made: list[Event], new_address: Callable[[], str]) -> None:
    with closing(filled(new_address(), made)) as store:
        before = {row.id: row.position for row in store.rows(ALL, 0, 9999)}
        one = event("new", "2010-05-05", made[0].passages)
        store.replace_events([*made[:-1], one])
        after = {row.id: row.position for row in store.rows(ALL, 0, 9999)}
        assert {name for name in before if after.get(name) != before[name]} <= {made[-1].id}
        assert store.rows(select("is:new"), 0, 9)[0].id == "new"


@pytest.mark.slow
def test_neighbours_move_only_where_there_is_no_room(
    made: list[Event], new_address: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    moved: list[int] = []
    shift = changes.Changing._shift

    def counted(
        self: changes.Changing, connection: Connection, places: list[int], *others: Any, former: bool
    ) -> None:
        moved.append(len(places))
        shift(self, connection, places, *others, former=former)

    monkeypatch.setattr(changes.Changing, "_shift", counted)
    told = made[0].passages
    with closing(filled(new_address(), made)) as store:
        names = []
        for number in range(120):  # each between the last one and an event of the same day
            names.append(f"n{number:03d}")
            store.change_events((), [event(names[-1], "2001-02-03", told, importance=1 - number / 1000)])
        rows = store.rows(select("on:2001-02-03"), 0, 9999)
        assert [row.id for row in rows if row.id in set(names)] == names
    assert sum(moved) < 120 * 40


def test_documents_that_change_meanwhile_leave_no_words_behind(writer: Store) -> None:
    log = document("log", "The ferry sank.", "It rained.", publisher="Harbour Times")
    writer.replace_file(file("/in/log.txt"), [reading(log)])
    rain = event("rain", "2020", [passage(log, "It rained.")])
    writer.replace_events([event("sank", "2021", [passage(log, "The ferry sank.")]), rain])
    other = document("log", "A ship came.", publisher="Évening Post", title="Another")
    writer.replace_file(file("/in/log.txt"), [reading(other)])
    assert [row.id for row in writer.rows(select("ferry source:harbour"), 0, 9)] == ["sank"]
    writer.change_events({"sank"}, [replace(rain, passages=(passage(other, "A ship came."),))])
    assert [row.id for row in writer.rows(select("source:evening"), 0, 9)] == ["rain"]
    for word in ("ferry", "rained", "source:harbour"):
        assert writer.count(select(word)) == 0, word
    assert writer.facets(ALL, "publisher", 9).counts == (("Évening Post", 1),)
    writer.replace_file(file("/in/log.txt"), [reading(replace(other, publisher="Delta Radio"))])
    writer.replace_events(writer.events(ALL))
    assert writer.count(select("source:evening")) == 0
    assert writer.count(select("source:delta")) == 1


def test_a_mark_made_while_documents_change_leaves_no_words_behind(tmp_path: Path) -> None:
    log = document("log", "The ferry sank.", "It rained.")
    with open_store(tmp_path / "x.dateline", writing=True) as store:
        store.replace_file(file("/in/log.txt"), [reading(log)])
        store.replace_events([event("sank", "2021", [passage(log, "The ferry sank.")])])
        store.replace_file(file("/in/log.txt"), [reading(replace(log, title="Other title"))])
        store.mark(
            on_events("title", [event("sank", "2021", [passage(log, "The ferry sank.")])], "It is gone")
        )
        store.replace_events([])
        assert [store.count(select(word)) for word in ("gone", "ferry", "log")] == [0, 0, 0]
        store.replace_events([event("sank", "2021", [passage(log, "It rained.")])])
    assert not [fault for fault in faults(tmp_path / "x.dateline") if fault.remedy != "reading"]
