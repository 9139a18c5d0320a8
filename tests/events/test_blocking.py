"""Which reports are worth comparing: blocks that grow and shrink, and rows of blocks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from hypothesis import given
from hypothesis import strategies as st

from data.events.comparing.blocking import LARGEST_BLOCK, leaders, partners
from data.events.comparing.rows import Rows

TELLING = st.lists(st.frozensets(st.integers(0, 3), max_size=2), max_size=4 * LARGEST_BLOCK)


@given(TELLING, st.sets(st.integers(0, 4 * LARGEST_BLOCK), max_size=3))
def test_pairs_change_only_where_a_leader_does(telling: Sequence[frozenset[int]], gone: set[int]) -> None:
    before = range(len(telling))
    after = [held for held in before if held not in gone]
    changed = _pairs(before, telling) ^ _pairs(after, telling)
    moved = {held for _, held in leaders(before, telling.__getitem__) ^ leaders(after, telling.__getitem__)}
    assert {one for one, other in changed if gone.isdisjoint((one, other))} <= moved


def test_in_a_large_block_who_tells_a_word_leads_all_behind_him() -> None:
    words: Mapping[int, Sequence[int]] = {held: [held % 2] for held in range(4 * LARGEST_BLOCK)}
    found = leaders([*words], words.__getitem__)
    assert {held for word, held in found if word == 0} == set(range(0, 16, 2))
    assert (0, 16) not in found


def test_rows_have_some_of_the_numbers_that_are_wanted() -> None:
    rows = Rows([[3, 5], [], [4], [5, 9]])
    assert [(place, [*row]) for place, row in rows.among({5, 9})] == [(0, [5]), (3, [5, 9])]
    assert [*Rows().among({5})] == []


@given(TELLING, st.sets(st.integers(0, 4 * LARGEST_BLOCK), max_size=5))
def test_the_pairs_of_those_touched_are_those_of_all_with_one_of_them(
    telling: Sequence[frozenset[int]], touched: set[int]
) -> None:
    block = range(len(telling))
    wanted = {pair for pair in _pairs(block, telling) if not touched.isdisjoint(pair)}
    assert _pairs(block, telling, touched) == wanted
    assert all(one < other for one, other in wanted)


def _pairs(
    block: Sequence[int], telling: Sequence[frozenset[int]], touched: Set[int] | None = None
) -> set[tuple[int, int]]:
    found = partners(block, telling.__getitem__, touched)
    return {(one, other) for one, others in found for other in others}
