"""The calendar agrees with the standard library's where both know a day, and goes on before year 1."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data import days


@given(st.dates())
def test_agrees_with_the_standard_library(date: datetime.date) -> None:
    day = days.ordinal(date.year, date.month, date.day)
    assert day == date.toordinal()
    assert days.civil(day) == (date.year, date.month, date.day)
    assert days.weekday(day) == date.isoweekday()
    assert days.iso(day) == date.isoformat()


@given(st.integers(-2_000_000, 4_000_000))
def test_every_day_has_one_name(day: int) -> None:
    assert days.ordinal(*days.civil(day)) == day
    assert days.from_iso(days.iso(day)) == day


def test_before_christ_is_astronomical() -> None:
    assert days.iso(days.ordinal(-479, 9, 20)) == "-0479-09-20"
    assert days.ordinal(1) - days.ordinal(0) == 366


@pytest.mark.parametrize("text", ["2022-02-29", "2022-13-01", "2022-9-1", "yesterday", "2022"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="day|month"):
        days.from_iso(text)


def test_no_day_is_none() -> None:
    assert days.iso(None) is None
    assert days.from_iso(None) is None


def test_spans_include_both_ends() -> None:
    assert [days.iso(day) for day in days.month_span(2024, 2)] == ["2024-02-01", "2024-02-29"]
    assert [days.iso(day) for day in days.year_span(2023)] == ["2023-01-01", "2023-12-31"]


@pytest.mark.parametrize(
    ("first", "last", "months"),
    [
        ("2024-02-01", "2024-02-29", (2024, 2, 1)), ("2023-12-01", "2024-02-29", (2023, 12, 3)),
        ("-0479-01-01", "-0479-12-31", (-479, 1, 12)), ("2023-02-01", "2023-02-27", None),
        ("2023-02-02", "2023-02-28", None),
    ],
)  # fmt: skip
def test_an_interval_of_whole_months(first: str, last: str, months: tuple[int, int, int] | None) -> None:
    start, end = days.from_iso(first), days.from_iso(last)
    assert start is not None
    assert end is not None
    assert days.whole_months(start, end) == months
