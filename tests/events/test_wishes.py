"""Merges and splits of the user on any grouping: inverse, in order, whatever the parser joins later."""

from __future__ import annotations

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data.events.wishes import Group, Names, wished_groups
from data.model import Mark, MarkedPassage, MarkKind
from tests.helpers.made_reports import made_report

SIZE = 8
patiently = settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow]
)  # on machines with much to do
REPORTS = [made_report("123456789", document="d", start_char=10 * n, sentence=n) for n in range(SIZE)]


def mark(kind: MarkKind, groups: list[list[int]], number: int = 0) -> Mark:
    passages = tuple(
        MarkedPassage(document="d", start_char=10 * n, end_char=10 * n + 9, text="123456789")
        for group in groups
        for n in group
    )
    value = json.dumps([len(group) for group in groups]) if kind == "merge" else ""
    at = f"2024-09-30T08:00:00.{number:06d}Z"
    return Mark(id=f"{number:032x}", at=at, by="Ada", kind=kind, passages=passages, value=value)


def names(kind: MarkKind, *values: str) -> Mark:
    return Mark(id="0" * 32, at="2024-09-30", by="Ada", kind=kind, value=json.dumps(values))


def applied(groups: list[list[int]], *wishes: Mark) -> set[frozenset[int]]:
    made: list[Group] = [(group, []) for group in groups]
    return {frozenset(members) for members, _ in wished_groups(made, REPORTS, wishes)}


@st.composite
def groupings(draw: st.DrawFn) -> list[list[int]]:
    labels = draw(st.lists(st.integers(0, 4), min_size=SIZE, max_size=SIZE))
    return [[n for n in range(SIZE) if labels[n] == label] for label in sorted(set(labels))]


@patiently
@given(groupings(), st.data())
def test_a_merge_and_the_split_of_one_part_are_inverse(groups: list[list[int]], data: st.DataObject) -> None:
    before = applied(groups)
    if len(groups) < 2:
        return
    one, other = data.draw(st.permutations(groups))[:2]
    merge, split = mark("merge", [one, other]), mark("split", [other])
    assert applied(groups, merge) == (before - {frozenset(one), frozenset(other)}) | {frozenset(one + other)}
    assert applied(groups, merge, split) == before
    assert applied(groups, merge, split, merge) == applied(groups, merge)


@patiently
@given(groupings(), st.data())
def test_a_split_and_the_merge_of_its_parts_are_inverse(groups: list[list[int]], data: st.DataObject) -> None:
    large = [group for group in groups if len(group) > 1]
    if not large:
        return
    group = data.draw(st.sampled_from(large))
    apart = data.draw(st.lists(st.sampled_from(group), min_size=1, max_size=len(group) - 1, unique=True))
    left = [n for n in group if n not in apart]
    split = mark("split", [apart])
    expected = (applied(groups) - {frozenset(group)}) | {frozenset(apart), frozenset(left)}
    assert applied(groups, split) == expected
    assert applied(groups, split, mark("merge", [left, apart])) == applied(groups)


@patiently
@given(groupings(), groupings(), st.lists(st.tuples(st.booleans(), st.sets(st.integers(0, 7), min_size=2))))
def test_no_passage_is_lost_or_doubled(
    groups: list[list[int]], others: list[list[int]], acts: list[tuple[bool, set[int]]]
) -> None:
    wishes = [
        mark("merge", [[n] for n in sorted(chosen)], at) if merges else mark("split", [sorted(chosen)], at)
        for at, (merges, chosen) in enumerate(acts)
    ]
    for made in (groups, others):
        found = wished_groups([(group, []) for group in made], REPORTS, wishes)
        assert sorted(n for members, _ in found for n in members) == list(range(SIZE))
        assert all(members for members, _ in found)


def test_a_split_holds_when_more_is_joined_later() -> None:
    split = mark("split", [[1, 2]])
    assert applied([[0, 1, 2]], split) == {frozenset({0}), frozenset({1, 2})}
    assert applied([[0, 1, 2, 3]], split) == {frozenset({0, 3}), frozenset({1, 2})}
    assert applied([[0], [1, 2, 3]], split) == {frozenset({0}), frozenset({1, 2}), frozenset({3})}


def test_a_merge_holds_when_its_events_are_grouped_otherwise() -> None:
    merge = mark("merge", [[0, 1], [2, 3]])
    assert applied([[0, 4], [1], [2], [3]], merge) == {frozenset({0, 4, 2}), frozenset({1}), frozenset({3})}


def test_a_mark_is_on_the_passage_that_has_its_middle() -> None:
    moved = Mark(
        id="0" * 32, at="2024-09-30", by="Ada", kind="split",
        passages=(MarkedPassage(document="d", start_char=8, end_char=22, text="x"),),
    )  # fmt: skip
    assert applied([[0, 1, 2]], moved) == {frozenset({1}), frozenset({0, 2})}
    gone = mark("split", [[1]])
    elsewhere = MarkedPassage(document="other", start_char=10, end_char=19, text="x")
    assert applied([[0, 1]], Mark(id="0", at="", by="", kind="split", passages=(elsewhere,))) == {
        frozenset({0, 1})
    }
    assert applied([[1]], gone) == {frozenset({1})}


def test_reasons_say_by_whom() -> None:
    made: list[Group] = [([0], ["alike"]), ([1], [])]
    ((_, reasons),) = wished_groups(made, REPORTS, [mark("merge", [[0], [1]])])
    assert reasons == ["2 events merged, by Ada on 30 September 2024", "alike"]


CANONICAL = {
    "Modi": "Narendra Modi",
    "Narendra Modi": "Narendra Modi",
    "Zelenskyy": "Zelensky",
    "V. Zelenskyy": "Zelensky",
}


def test_names_joined_and_parted() -> None:
    joined = Names(CANONICAL, [names("join-names", "Volodymyr Zelensky", "Zelensky")])
    assert [joined.of_person(name) for name in ("Zelenskyy", "V. Zelenskyy", "Zelensky", "Modi")] == [
        "Volodymyr Zelensky", "Volodymyr Zelensky", "Volodymyr Zelensky", "Narendra Modi",
    ]  # fmt: skip
    chained = Names({}, [names("join-names", "a", "b"), names("join-names", "c", "a")])
    assert [chained.of_person(name) for name in "abcd"] == ["c", "c", "c", "d"]
    parted = Names(CANONICAL, [names("part-names", "Modi", "Narendra Modi")])
    assert parted.of_person("Modi") == "Modi"
    places = Names({"Kiev": "John Kiev"}, [names("join-names", "Kyiv", "Kyiv City")])
    assert (places.of_place("Kyiv City"), places.of_place("Kiev")) == ("Kyiv", "Kiev")


@patiently
@given(
    st.lists(st.sampled_from(sorted({*CANONICAL, *CANONICAL.values()})), min_size=2, max_size=3, unique=True)
)
def test_joining_and_parting_canonical_names_are_inverse(chosen: list[str]) -> None:
    chosen = list(dict.fromkeys(CANONICAL.get(name, name) for name in chosen))
    if len(chosen) < 2:
        return
    both = Names(CANONICAL, [names("join-names", *chosen), names("part-names", *chosen)])
    plain = Names(CANONICAL, [])
    assert all(both.of_person(name) == plain.of_person(name) for name in CANONICAL)
