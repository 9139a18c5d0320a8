"""Whatever is marked in whatever order, the collection is as if the events had been made with these marks."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from data.marks import on_events, on_passages
from data.model import Claim, Conflict, Event, Mark
from data.query import select
from data.store import open_collection
from data.store.lists import FacetField
from data.store.protocol import Store
from data.store.records import Selection
from tests.store.made import document, event, passage, put

SENTENCES = [f"Ship number {n} came in {'calm' if n % 2 else 'storm'}." for n in range(8)]
LOG = document("log", *SENTENCES[:5], publisher="Harbour Times")
WIRE = document("wire", *SENTENCES[5:], publisher="Nordic Wire", path="wires/wire.txt")
DATES = [
    "1999",
    "2020-05",
    "2020-05-03",
    "2020-06-01",
    "../2021",
    "2020/..",
    "2020-05-02/2020-05-09",
    "2022-23",
]
WORDS = [
    "calm",
    "storm",
    "zebra",
    "quagga",
    "event",
    "-storm",
    "who:ada",
    "source:nordic",
    "tag:a",
    "has:note",
]


def made() -> list[Event]:
    whens = ["1999", "2020-05", "2020-05-01", "2020-05-03", "2020-05-03", None, "2020/..", "../2021"]
    conflict = Conflict("figure", "hard", (Claim("1", (0,)), Claim("2", (0,))))
    return [
        event(
            f"e{n}", when, [passage(LOG if n < 5 else WIRE, SENTENCES[n])],
            who=("Ada",) if n % 3 else ("Ben", "Ada"), where=("Bergen",) if n % 2 else (), importance=n / 10,
            kind="state" if n == 1 else "event", basis="inferred" if n in (3, 5) else "stated", main=n == 3,
            note="" if n == 2 else None, conflicts=(conflict,) if n in (0, 4) else (),
        )
        for n, when in enumerate(whens)
    ]  # fmt: skip


def seen(store: Store) -> dict[str, Any]:
    """All that a store answers of its events."""
    asked = ["", "is:shown", "is:hidden", "is:hidden OR -is:hidden", "is:undated", "on:2020", "after:2019"]
    answers: dict[str, Any] = {"totals": store.totals()}
    for query in (*asked, *WORDS):
        selection = select(query)
        rows = store.rows(selection, 0, 99)
        answers[query] = (
            [(row.id, row.title, row.main, row.hidden) for row in rows],
            store.count(selection),
            [row.id for number in range(len(rows)) for row in store.rows(selection, number, 1)],
            store.periods(selection, "month"),
            [store.rank(selection, day) for day in (729_000, 737_545, 737_547, 738_000)],
            store.main_lines(selection, 0, 99, 3),
        )
    for field in get_args(FacetField):
        for query in ("", "is:shown"):
            answers[f"{field} {query}"] = store.facets(select(query), field, 99)
    answers["events"] = list(store.events(select("is:hidden OR -is:hidden")))
    return answers


acts = st.one_of(
    st.tuples(st.just("title"), st.integers(0, 7), st.sampled_from(["Zebra", "Quagga event", ""])),
    st.tuples(st.just("date"), st.integers(0, 7), st.sampled_from([*DATES, ""])),
    st.tuples(st.sampled_from(["hide", "show"]), st.integers(0, 7), st.just("")),
    st.tuples(st.just("verification"), st.integers(0, 7), st.sampled_from(["verified", "disputed", ""])),
    st.tuples(st.sampled_from(["tag", "untag"]), st.integers(0, 7), st.sampled_from(["a", "b"])),
    st.tuples(st.just("event"), st.just(0), st.sampled_from(["2020-05-02", "1990", "", "2030/.."])),
    st.tuples(st.sampled_from(["undo", "redo"]), st.integers(0, 20), st.just("")),
)  # fmt: skip


def act(store: Store, kind: Any, number: int, value: str, marks: list[Mark]) -> None:
    if kind in ("undo", "redo"):
        if marks:
            turn = store.undo if kind == "undo" else store.redo
            turn(marks[number % len(marks)].id, "Ben")
        return
    if kind == "event":
        facts = f'{{"title": "Zebra {len(marks)}", "date": "{value}", "who": ["Ada"]}}'
        mark = on_passages("event", value=facts, by="Ada")
    else:
        mark = on_events(kind, [made()[number]], value, by="Ada")
    store.mark(mark)
    marks.append(mark)


@pytest.mark.slow
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(acts, min_size=1, max_size=12))
def test_marking_equals_making_anew(
    new_address: Callable[[], str], script: list[tuple[str, int, str]]
) -> None:
    with closing(open_collection(new_address(), writing=True)) as store:
        put(store, LOG, WIRE)
        store.replace_events(made())
        marks: list[Mark] = []
        for kind, number, value in script:
            act(store, kind, number, value, marks)
        marked = seen(store)
        store.replace_events(made())
        assert marked == seen(store)
        for mark in marks:
            store.undo(mark.id, "Ada")
        assert list(store.events(Selection())) == made_in_order(store)


def made_in_order(store: Store) -> list[Event]:
    order = {row.id: row.position for row in store.rows(Selection(), 0, 99)}
    return sorted(made(), key=lambda one: order[one.id])


@pytest.mark.slow
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(acts, max_size=4),
    st.sets(st.integers(0, 7), max_size=3),
    st.dictionaries(st.integers(0, 7), st.sampled_from(["1999", "2020-05-02", None]), max_size=3),
)
@example([("event", 0, "2030/.."), ("date", 0, "1999")], {1, 7}, {})  # what begins last has no end
def test_changing_events_equals_replacing_all(
    new_address: Callable[[], str],
    script: list[tuple[str, int, str]],
    gone: set[int],
    redated: dict[int, str | None],
) -> None:
    before, after = made(), made()
    for number, when in redated.items():
        told = made()[number].passages
        after[number] = event(f"e{number}", when, list(told), importance=0.55)
    left = [one for number, one in enumerate(after) if number not in gone or number in redated]
    with (
        closing(open_collection(new_address(), writing=True)) as changed,
        closing(open_collection(new_address(), writing=True)) as replaced,
    ):
        for store in (changed, replaced):
            put(store, LOG, WIRE)
            store.replace_events(before)
        marks: list[Mark] = []
        for kind, number, value in script:
            act(changed, kind, number, value, marks)
        replaced.take_marks(changed.marks())
        changed.change_events({f"e{number}" for number in gone}, [after[at] for at in redated])
        replaced.replace_events(left)
        assert seen(changed) == seen(replaced)
