"""Counting by sets: the number of events is that of the lines, whatever a selection is put together of."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest

from data import days
from data.query import begun_within, select
from data.store.records import Selection
from data.store.sqlite import SqliteReadingStore, bits, frequent_words, gathering, short_lists
from data.store.sqlite.bits import bits_between, bits_of, counted_in, those_in
from tests.store.asking import Whole, written
from tests.store.synthetic import Synthetic

SYNTHETIC = Synthetic(1_500)
WORDS = SYNTHETIC.vocabulary.words
SPANS = ((1950, 2025), (1990, 2004), (2010, 2010), (2030, 2040))
QUERIES = (
    f"{WORDS[0]} OR -{WORDS[1]}",
    f"-{WORDS[0]} -{WORDS[1]}",
    f"-({WORDS[0]} {WORDS[2]}) (on:1999 OR -is:stated)",
    f"is:shown ({WORDS[0]} OR before:1990)",
    "is:shown -on:2000/2010",
    "is:hidden OR on:1990/2005",
    "-is:hidden after:1990",
    "-tag:follow-up",
    "is:undated OR before:2001",
    "-is:undated -is:conflict",
    "is:conflict OR tag:follow-up OR has:note",
    "on:../1980 OR on:2015-03/..",
    "on:2000/2010 -on:2004-05",
    "is:new OR -on:2020",
)


READY: dict[str, dict[str, int]] = {
    "nothing": {},
    "made anew": {"MANY": 100},
    "and since": {"MANY": 100, "_CHANGED": 1},
}
"""By what is ready of frequent words the sizes that have it so."""


@pytest.fixture(scope="module", params=[*READY.values()], ids=[*READY])
def whole(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Whole]:
    place = tmp_path_factory.mktemp("counting") / "counted.dateline"
    with pytest.MonkeyPatch.context() as patched:
        for name, size in request.param.items():
            patched.setattr(frequent_words, name, size)
        with written(SYNTHETIC, str(place), taken=20) as whole:
            yield whole


@pytest.fixture
def store(whole: Whole, monkeypatch: pytest.MonkeyPatch) -> SqliteReadingStore:
    monkeypatch.setattr(short_lists, "_FEW", 0)  # nothing is known before it is counted
    assert isinstance(whole.store, SqliteReadingStore)
    whole.store.forget()
    return whole.store


def selections() -> Iterator[Selection]:
    for query in QUERIES:
        selection = select(query)
        yield selection
        for first, last in SPANS:
            yield begun_within(selection, days.ordinal(first), days.ordinal(last, 12, 31))
    for first, last in SPANS:
        yield begun_within(Selection(shown=True), days.ordinal(first), days.ordinal(last, 12, 31))
        yield begun_within(Selection("e.basis = 'stated'"), days.ordinal(first), days.ordinal(last, 12, 31))


@pytest.mark.parametrize("selection", selections(), ids=lambda selection: selection.text or "is:shown")
def test_as_many_are_counted_as_are_found(store: SqliteReadingStore, selection: Selection) -> None:
    middle = store.begins(days.ordinal(2003))
    counted, earlier = store.count(selection), store.before(selection, middle)
    months = {month.start: month.events for month in store.periods(selection, "month")}
    contested = sum(month.conflicts for month in store.periods(selection, "month"))
    store.forget()
    found = list(store.positions(selection))
    assert counted == len(found)
    assert earlier == sum(position < middle for position in found)
    rows = store.rows(selection, 0, counted)
    assert sum(months.values()) == sum(not (row.start is row.end is None) for row in rows)
    for month, events in months.items():
        first, end = store.begins(month), store.begins(days.month_span(*days.civil(month)[:2])[1] + 1)
        assert events == sum(first <= position < end for position in found)
    assert contested == sum(row.conflicts > 0 and not (row.start is row.end is None) for row in rows)


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        (f"{WORDS[0]} -{WORDS[1]}", "(0) NOT (1)"),
        (f"{WORDS[0]} {WORDS[1]} -{WORDS[2]} -{WORDS[3]}", "((0) AND (1)) NOT (2 OR 3)"),
        (f"{WORDS[0]} OR {WORDS[1]}", "(0) OR (1)"),
        (f"{WORDS[2]} ({WORDS[0]} OR -{WORDS[1]})", "(2) NOT ((1) NOT (0))"),
        (f"{WORDS[2]} ({WORDS[0]} OR {WORDS[1]})", "(2) AND ((0) OR (1))"),
        (f"-{WORDS[0]}", None),
        (f"{WORDS[0]} OR -{WORDS[1]}", None),
        (f"{WORDS[0]} after:1990", None),
    ],
)
def test_one_search_is_asked_for_all_that_it_can_answer(
    store: SqliteReadingStore, query: str, expected: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gathering.Gathering, "_is_ready", lambda *_: False)
    selection = select(query)
    assert selection.counted is not None
    search = store._search_of(selection.counted, store._bounds(selection))
    for number, word in enumerate(WORDS[:4]):
        search = search and search.replace(f'{{title passage}} : "{word}" *', str(number))
    assert search == expected


@pytest.mark.parametrize("dense", [1, 24])
def test_positions_become_bits_in_any_order(dense: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bits, "_DENSE", dense)
    positions = random.Random(3).sample(range(1, 5_000), 700)
    made = bits_of([positions[:300], positions[300:], positions[:20]], 5_000)
    assert made == sum(1 << position for position in positions)
    stretches = [(0, 1), (0, 8), (7, 9), (13, 13), (900, 4_000), (4_999, 9_000)]
    assert [*counted_in(made, stretches)] == [
        sum(first <= position < end for position in positions) for first, end in stretches
    ]


def test_of_nothing_there_are_no_bits() -> None:
    assert bits_of([], -1) == 0
    assert bits_between(7, 7) == bits_between(9, 3) == 0
    assert bits_between(2, 5) == 0b11100
    assert [*counted_in(0, [(0, 100), (100, 200)])] == [0, 0]


def test_those_of_some_positions_that_are_in_a_set() -> None:
    bits = bits_of([[3, 8, 64, 1_000]], 1_000)
    assert those_in(bits, [0, 3, 7, 8, 9, 64, 65, 1_000, 5_000], 5_000) == [3, 8, 64, 1_000]
    assert those_in(0, [0, 3], 3) == []
