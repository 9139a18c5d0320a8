"""The calendar's stretches, holidays and amounts."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.dating.calendar import spans
from data.dating.calendar.holidays import HOLIDAYS, easter, holiday
from data.dating.resolving.amounts import duration_value
from data.days import civil, from_iso, iso, weekday


@pytest.mark.parametrize(
    ("day", "year", "week"),
    [("2024-12-30", 2025, 1), ("2021-01-03", 2020, 53), ("1998-03-01", 1998, 9), ("2027-01-01", 2026, 53)],
)
def test_iso_week(day: str, year: int, week: int) -> None:
    number = from_iso(day)
    assert number is not None
    assert spans.iso_week(number) == (year, week)


@given(day=st.integers(-500_000, 3_000_000), unit=st.sampled_from(
    ["day", "week", "month", "quarter", "half", "season", "year", "decade", "century"]))  # fmt: skip
def test_a_unit_holds_its_day_and_its_neighbours_touch_it(day: int, unit: str) -> None:
    span = spans.unit_span(unit, day)
    assert span.start <= day <= span.end
    assert spans.moved(span, unit, 1).start == span.end + 1
    assert spans.moved(span, unit, -1).end == span.start - 1


@pytest.mark.parametrize(("year", "name"), [(1998, "1998"), (1, "0001"), (0, "BC0001"), (-479, "BC0480")])
def test_a_year_before_christ_is_counted_from_1(year: int, name: str) -> None:
    assert spans.year_of(year).value == name


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (1961, "1961-04-02"),
        (2000, "2000-04-23"),
        (2024, "2024-03-31"),
        (2038, "2038-04-25"),
        (1818, "1818-03-22"),
        # by the Julian calendar, as histories name it
        (1525, "1525-04-16"),
    ],
)
def test_easter(year: int, day: str) -> None:
    assert iso(easter(year)) == day


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("thanksgiving", 1989, "1989-11-23"), ("labor-day", 2024, "2024-09-02"),
        ("us-election", 1998, "1998-11-03"), ("memorial-day", 2024, "2024-05-27"),
        ("good-friday", 2024, "2024-03-29"), ("christmas", 1963, "1963-12-25"),
    ],
)  # fmt: skip
def test_holiday(name: str, year: int, day: str) -> None:
    found = holiday(name, year)
    assert found is not None
    assert [iso(each) for each in found] == [day, day]


@pytest.mark.parametrize("name", sorted(HOLIDAYS))
def test_every_holiday_is_in_its_year_mostly(name: str) -> None:
    for year in (1900, 1999, 2024):
        days = holiday(name, year)
        assert days is not None
        assert civil(days[0]).year == year


def test_shifting_months_keeps_to_the_month() -> None:
    day = from_iso("2024-01-31")
    assert day is not None
    assert iso(spans.shifted_months(day, 1)) == "2024-02-29"
    assert iso(spans.shifted_months(day, -2)) == "2023-11-30"


def test_a_weekend_is_saturday_and_sunday() -> None:
    monday = from_iso("1989-10-30")
    assert monday is not None
    span = spans.weekend_span(monday)
    assert (weekday(span.start), weekday(span.end), span.value) == (6, 7, "1989-W44-WE")


@pytest.mark.parametrize(
    ("amount", "value"),
    [
        (((2.0, "year"),), "P2Y"), (((2.5, "year"),), "P2Y6M"), (((36.0, "hour"),), "PT36H"),
        (((1.5, "minute"),), "PT1M30S"), (((None, "week"),), "PXW"), (((1.0, "fortnight"),), "P2W"),
        (((2.0, "year"), (6.0, "month")), "P2Y6M"),
        (((0.5, "day"),), "PT12H"), (((2.0, "decade"),), "P2DE"), (((None, "century"),), "PXCE"),
    ],
)  # fmt: skip
def test_duration_value(amount: Any, value: str) -> None:
    assert duration_value(amount) == value
