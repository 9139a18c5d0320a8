"""Ranges are touched wherever one of them has a character, in whatever order and however they overlap."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from data.ranges import Ranges

PLACES = st.integers(0, 40)
RANGES = st.tuples(PLACES, st.integers(1, 12)).map(lambda one: (one[0], one[0] + one[1]))


@given(st.lists(RANGES), RANGES)
def test_a_range_is_touched_where_one_shares_a_character(
    ranges: list[tuple[int, int]], asked: tuple[int, int]
):
    held = {at for start, end in ranges for at in range(start, end)}
    assert Ranges(ranges).touch(*asked) == (not held.isdisjoint(range(*asked)))


def test_no_ranges_are_touched_nowhere():
    assert not Ranges(()).touch(0, 100)
