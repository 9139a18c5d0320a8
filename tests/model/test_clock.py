"""Times of day as they were said: taken apart, put in order, told in words."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import clock

# The day as it goes, and then what was said of none of its hours.
DAY = (
    "T00:00", "T02:30", "TMO/START", "T05:59:59", "T06:00/BEFORE", "T06:00", "TMO", "T08:59",
    "TMO/MID", "T09:30/APPROX", "TMO/END", "T10:15 EDT", "T10:15:20", "T12:00/BEFORE GMT", "T12:00", "TAF",
    "T12:00/AFTER", "T13:59", "TAF/MID", "T15:59", "TAF/END", "T16:30", "T18:00", "TEV", "T20:59", "TNI",
    "T22:59", "TNI/END", "T23:59", "T24:00/BEFORE", "T24:00", None,
)  # fmt: skip


def test_the_day_goes_by_the_clock() -> None:
    shuffled = list(DAY)
    random.Random(3).shuffle(shuffled)
    assert tuple(sorted(shuffled, key=clock.place)) == DAY
    assert all(clock.place(one) < clock.place(other) for one, other in pairwise(DAY))


@pytest.mark.parametrize(
    ("said", "words", "short"),
    [
        ("T10:15", "10:15", "10:15"),
        ("T10:15:20", "10:15:20", "10:15"),
        ("T17", "17:00", "17:00"),
        ("T09:30/APPROX", "about 09:30", "~09:30"),
        ("T12:00/BEFORE EDT", "before 12:00 EDT", "<12:00"),
        ("T20:00/AFTER", "after 20:00", ">20:00"),
        ("TMO/START", "early morning", "morn."),
        ("TAF/MID", "mid-afternoon", "aft."),
        ("TEV/END", "late evening", "eve."),
        ("TNI", "night", "night"),
        ("TMI/APPROX", "about midday", "~midday"),
    ],
)
def test_words(said: str, words: str, short: str) -> None:
    assert (clock.clock_words(said), clock.short_clock_words(said)) == (words, short)


@pytest.mark.parametrize(
    "tail", ["", "T", "10:15", "T25:00", "T24:01", "T10:60", "T1:15", "TXX", "TMO1", "TDT "]
)
def test_what_is_no_time_of_day_is_refused(tail: str) -> None:
    with pytest.raises(ValueError, match="is no time of day"):
        clock.clock(tail)


@given(
    st.integers(0, 86_399),
    st.sampled_from([None, "APPROX", "BEFORE", "AFTER", "MORE_THAN"]),
    st.sampled_from([None, "EST", "local", "+05:30", "GMT"]),
)
def test_a_clock_is_taken_apart_as_it_was_made(second: int, mod: str | None, zone: str | None) -> None:
    tail = f"T{second // 3600:02d}:{second // 60 % 60:02d}:{second % 60:02d}"
    said = clock.clock(tail, mod, zone)
    known = None if mod == "MORE_THAN" else mod
    assert (clock.tail(said), clock.mod(said)) == (tail, known)
    assert clock.zone(said) == (None if zone == clock.LOCAL else zone)
    assert (clock.begin(said), clock.looseness(said)) == (second, int(known is not None))
    assert not clock.is_part_of_day(said)
    assert clock.is_universal(said) is (zone == "GMT")
