"""Every dataclass that is stored comes back from JSON exactly."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.model import Anchor, Event, Expression, Meaning, Mention, Passage, Trouble
from data.store.compact import dump, dump_all, load, load_all, values_in

texts = st.text(st.characters(), max_size=8)  # half surrogate pairs too
numbers = st.integers(-(10**6), 10**6)
counts = st.none() | st.floats(allow_nan=False)
readings = st.lists(st.tuples(numbers, numbers), max_size=2).map(tuple)

flat_meanings = st.builds(
    Meaning,
    type=st.sampled_from(["DATE", "TIME", "DURATION", "SET"]),
    era=st.sampled_from([None, "BC"]),
    year=st.none() | numbers,
    short_year=st.booleans(),
    weekday=st.none() | st.integers(0, 7),
    weekend=st.booleans(),
    holiday=st.none() | texts,
    unit=st.sampled_from([None, "day", "century"]),
    count=counts,
    amount=st.lists(st.tuples(counts, st.sampled_from(["day", "week"])), max_size=3).map(tuple),
)
meanings = st.recursive(
    flat_meanings,
    lambda inner: st.builds(
        lambda meaning, end, doubt: replace(meaning, end=end, doubt=doubt),
        flat_meanings, st.none() | inner, st.lists(inner, max_size=2).map(tuple),
    ),
    max_leaves=6,
)  # fmt: skip
mentions = st.builds(Mention, numbers, numbers, meanings, texts)
expressions = st.builds(
    Expression,
    start_char=numbers, end_char=numbers, text=texts, type=st.just("DATE"), value=texts, rule=texts,
    mod=st.none() | texts, start=st.none() | numbers, end=st.none() | numbers,
    precision=st.sampled_from([None, "day", "fiscal-year"]),
    anchor=st.builds(Anchor, st.sampled_from(["explicit", "event"]), st.none() | texts, st.none() | texts),
    role=st.sampled_from([None, "since"]), readings=readings,
)  # fmt: skip
passages = st.builds(
    Passage, document=texts, start_char=numbers, end_char=numbers, text=texts,
    page=st.none() | numbers, expression=st.none() | expressions,
)  # fmt: skip
events = st.builds(
    Event, id=texts, title=texts, start=st.none() | numbers, end=st.none() | numbers, edtf=st.none() | texts,
    precision=st.sampled_from([None, "day"]), basis=st.sampled_from(["stated", "inferred"]),
    passages=st.lists(passages, max_size=2).map(tuple), who=st.lists(texts, max_size=2).map(tuple),
    importance=st.floats(0, 1), note=st.none() | texts,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(mentions, max_size=3).map(tuple))
def test_mentions(values: tuple[Mention, ...]) -> None:
    assert load_all(Mention, dump_all(values)) == values


@settings(max_examples=60, deadline=None)
@given(events)
def test_events(value: Event) -> None:
    assert load(Event, dump(value)) == value


def test_types_are_kept() -> None:
    meaning = load(Meaning, dump(Meaning(count=2.0, amount=((None, "day"), (1.5, "week")))))
    assert isinstance(meaning.count, float)
    assert meaning.amount == ((None, "day"), (1.5, "week"))


def test_defaults_take_no_place() -> None:
    assert dump(Meaning()) == "{}"
    assert json.loads(dump(Mention(3, 9, Meaning(weekday=1), "weekday"))) == {
        "start_char": 3, "end_char": 9, "meaning": {"weekday": 1}, "rule": "weekday",
    }  # fmt: skip


@pytest.mark.parametrize("line", ["\u2028", "\n", "\ud800"])
def test_one_line_whatever_is_in_it(line: str) -> None:
    stored = dump(Trouble(line, None, line, line))
    assert stored.isascii()
    assert stored.splitlines() == [stored]


def test_the_values_in_a_dataclass_are_those_of_all_its_fields() -> None:
    said = Expression(start_char=0, end_char=4, text="2019", type="DATE", value="2019", rule="year")
    anchor = ["explicit", None, None]
    values = [
        0,
        4,
        "2019",
        "DATE",
        "2019",
        "year",
        None,
        None,
        None,
        None,
        None,
        None,
        anchor,
        None,
        (),
        None,
    ]
    assert values_in(said) == values
    assert values_in((said, replace(said, end_char=5)))[1][1] == 5
    assert values_in(None) is None
