"""Which reports of a block are compared: those of compatible days, in the order of the block."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.events.comparing.blocking import LARGEST_BLOCK, pairs, pairs_of_days
from data.events.intervals import Interval, compatible

DAYS = st.integers(min_value=0, max_value=12)
CLOSED = st.tuples(DAYS, st.integers(min_value=0, max_value=5)).map(lambda one: (one[0], one[0] + one[1]))
OPEN = st.sampled_from([(None, None), (3, None), (None, 3), (5, None)])
BLOCKS = st.lists(CLOSED | OPEN, max_size=LARGEST_BLOCK + 12)


def words_of(holder: int) -> tuple[int, ...]:
    """Telling words by which a block that is too large falls into parts."""
    return holder % 3, 10 + holder % 2


@given(BLOCKS, st.sampled_from([None, frozenset({0, 3, 7, 20})]))
def test_pairs_of_compatible_days_are_those_of_all_pairs(
    block: Sequence[Interval], touched: frozenset[int] | None
) -> None:
    holders = range(len(block))
    wanted = [
        (one, other)
        for one, other in pairs(holders, words_of, touched)
        if compatible(block[one], block[other])
    ]
    assert [*pairs_of_days(holders, words_of, touched, block.__getitem__)] == wanted


@pytest.mark.parametrize("size", [3, LARGEST_BLOCK, LARGEST_BLOCK + 1, 4 * LARGEST_BLOCK])
def test_reports_of_other_days_are_not_compared(size: int) -> None:
    assert [*pairs_of_days(range(size), words_of, None, lambda held: (held, held))] == []


def test_of_many_reports_of_one_day_each_is_compared_with_the_first_few() -> None:
    size = 20 * LARGEST_BLOCK
    found = {*pairs_of_days(range(size), lambda _: (1,), None, lambda _: (7, 7))}
    assert found == {(one, other) for one, other in product(range(8), range(size)) if one < other}
