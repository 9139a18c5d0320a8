"""The normal form of queries: what dates say together, and that it selects what was asked."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

import pytest

from data import days
from data.model import Event
from data.query import parse
from data.query.normal import EVERYTHING, NOTHING, branches, normal
from data.query.terms import UNDATED, terms_of
from data.query.tree import BEYOND, And, Extent, Field, Node, Not, Or, When, Words
from tests.store.asked import asked
from tests.store.brute_force import Oracle
from tests.store.made import event
from tests.store.synthetic import Synthetic

TODAY = days.ordinal(2024, 12, 31)
ANY = (-BEYOND, BEYOND)


def day(iso: str) -> int:
    return days.ordinal(*map(int, iso.split("-")))


def from_day(iso: str) -> tuple[int, int]:
    return day(iso), BEYOND


def until_day(iso: str) -> tuple[int, int]:
    return -BEYOND, day(iso)


def parsed(query: str) -> Node:
    root = parse(query).root
    assert root is not None
    return root


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("on:2022", Extent(until_day("2022-12-31"), from_day("2022-01-01"))),
        ("after:2019", Extent(from_day("2020-01-01"), ANY)),
        ("before:2019", Extent(ANY, until_day("2018-12-31"))),
        ("after:2019 after:2020", Extent(from_day("2021-01-01"), ANY)),
        ("after:2019 before:2021", Extent(from_day("2020-01-01"), until_day("2020-12-31"))),
        ("-after:2019", Or((Extent(until_day("2019-12-31"), ANY), UNDATED))),
        ("-before:2019", Or((Extent(ANY, from_day("2019-01-01")), UNDATED))),
        (
            "on:2022 -on:2022-09-16",
            Or((
                Extent(ANY, (day("2022-01-01"), day("2022-09-15"))),
                Extent((day("2022-09-17"), day("2022-12-31")), ANY),
            )),
        ),
        ("-(before:2019 OR on:2019)", Or((Extent(from_day("2020-01-01"), ANY), UNDATED))),
        ("on:2022 after:2022", NOTHING),
        ("on:2022 is:undated", NOTHING),
        ("flood on:2022 after:2022", NOTHING),
        ("harbours -harbour", NOTHING),
        ("flood who:modi -who:mo", NOTHING),
        ('"the old harbour" -the', NOTHING),
        ("Häfen -haf", NOTHING),
        ("-harb (harbour OR harbours)", NOTHING),
        ("-harb (flood OR (old harbour))", And((Not(Words("harb")), parsed("flood OR (old harbour)")))),
        ("flood OR (harbours -harbour)", Words("flood")),
        ("-(harbours -harbour)", EVERYTHING),
        ("harbour -harbours", And((Words("harbour"), Not(Words("harbours"))))),
        ('"harbours" -"harbour"', And((Words("harbours", exact=True), Not(Words("harbour", exact=True))))),
        ('harbour -"harbour"', And((Words("harbour"), Not(Words("harbour", exact=True))))),
        ("who:modi -mo", And((Field("who", "modi"), Not(Words("mo"))))),
        ('flood -"flood of"', And((Words("flood"), Not(Words("flood of", exact=True))))),
        ("on:2022 OR -on:2022", EVERYTHING),
        ("flood (on:2022 OR -on:2022)", Words("flood")),
        ("on:../2020 OR after:2020 OR on:2020", Not(UNDATED)),
        ("-(flood OR on:2022 OR is:undated)", And((Not(Words("flood")), Or((
            Extent(ANY, until_day("2021-12-31")), Extent(from_day("2023-01-01"), ANY),
        ))))),
        ("-(flood dam)", Not(And((Words("flood"), Words("dam"))))),
        ("-(flood is:planned)", Not(And((Words("flood"), Field("is", "planned"))))),
        ("-(flood is:new)", Or((Not(Words("flood")), Not(Field("is", "new"))))),
    ],
)  # fmt: skip
def test_dates_are_reckoned_together(query: str, expected: Node) -> None:
    root = parse(query, today=TODAY).root
    assert root is not None
    found = normal(root)
    assert _unordered(found) == _unordered(expected), found


def _unordered(node: Node) -> object:
    match node:
        case And() | Or():
            return type(node), frozenset(map(_unordered, node.terms))
        case Not():
            return Not, _unordered(node.term)
    return node


def test_whatever_dates_are_combined_with_selects_the_same() -> None:
    source = random.Random(5)
    events = [*_every_event(range(-1, 8))]
    oracle = Oracle({})
    for _ in range(400):
        node = _drawn(source, source.randint(1, 7))
        found = normal(node)
        assert not any(isinstance(part, When) for part in _all_of(found))
        for one in events:
            assert oracle.selects(found, one) == oracle.selects(node, one), (node, found)


def test_drawn_queries_select_the_same() -> None:
    synthetic = Synthetic(150)
    documents = {
        reading.document.id: reading.document for _, readings in synthetic.files() for reading in readings
    }
    oracle = Oracle(documents)
    events = [*synthetic.timeline()]
    for query in asked(synthetic, 150, seed=3):
        root = parse(query.text, today=TODAY).root
        assert root is not None
        found = normal(root)
        assert [oracle.selects(found, one) for one in events] == [
            oracle.selects(root, one) for one in events
        ], query.text


def test_very_many_dates_are_reckoned_in_groups() -> None:
    many = Or(tuple(When("on", 10 * number, 10 * number + 3) for number in range(200)))
    oracle = Oracle({})
    for node in (many, Not(many)):
        found = normal(node)
        for one in _every_event(range(28, 36)):
            assert oracle.selects(found, one) == oracle.selects(node, one)


def _every_event(span: range) -> Iterator[Event]:
    """Events with each first and last day of a span, open ones and one without a date among them."""
    for start in (None, *span):
        for end in (None, *span):
            if start is None or end is None or start <= end:
                yield event("e", None, [], start=start, end=end, precision=None)


def _drawn(source: random.Random, size: int) -> Node:
    if size == 1:
        first = source.randint(0, 6)
        last = source.randint(first, 6)
        return source.choice((
            When("on", first, last), When("on", None, last), When("on", first, None),
            When("after", first, last), When("before", first, last), UNDATED,
        ))  # fmt: skip
    if source.random() < 0.3:
        return Not(_drawn(source, size - 1))
    taken = source.randint(1, size - 1)
    return source.choice((And, Or))((_drawn(source, taken), _drawn(source, size - taken)))


def _all_of(node: Node) -> Iterator[Node]:
    yield node
    if isinstance(node, Not):
        yield from _all_of(node.term)
    elif isinstance(node, And | Or):
        for term in node.terms:
            yield from _all_of(term)


def test_what_is_taken_apart_selects_the_same_together() -> None:
    source = random.Random(9)
    events = [*_every_event(range(-1, 8))]
    oracle = Oracle({})
    planned = Field("is", "single-source")
    apart = 0
    for _ in range(300):
        drawn = Or((planned, _drawn(source, 3))), _drawn(source, source.randint(1, 4))
        terms = [*terms_of(normal(And(drawn)))]
        parts = branches(terms)
        apart += bool(parts)
        for one in (replace(each, publishers=number) for each in events for number in (1, 2)):
            selected = oracle.selects(And(tuple(terms)), one)
            assert selected == any(oracle.selects(And(part), one) for part in parts or [tuple(terms)]), (
                terms,
                parts,
            )
    assert apart > 100


def test_what_begins_in_an_interval_is_looked_for_there() -> None:
    root = parse("flood on:2022", today=TODAY).root
    assert root is not None
    within, before = branches([*terms_of(normal(root))])
    assert Extent((day("2022-01-01"), day("2022-12-31")), ANY) in within
    assert Extent((-BEYOND, day("2021-12-31")), from_day("2022-01-01")) in before
    assert branches([Words("flood"), Field("is", "planned")]) == []
