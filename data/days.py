"""The calendar: days as numbers, their ISO and EDTF forms, and their names in words.

A day is an ordinal as in :meth:`datetime.date.toordinal` (1 January of year 1 is 1), continued below 1 for
years before Christ, in the proleptic Gregorian calendar. Year 0 is 1 BC, year -479 is 480 BC (ISO 8601).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

_DAYS_BEFORE_MONTH = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_DAYS_IN_400_YEARS = 146_097
_ISO_DAY = re.compile(r"(-?\d{4,})-(\d\d)-(\d\d)\Z")


class Civil(NamedTuple):
    """A day of the calendar: astronomical year, month 1 to 12, day 1 to 31."""

    year: int
    month: int
    day: int


def is_leap(year: int) -> bool:
    """Whether the astronomical year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def month_length(year: int, month: int) -> int:
    """The number of days of a month (1 to 12)."""
    if month == 2:
        return 29 if is_leap(year) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def ordinal(year: int, month: int = 1, day: int = 1) -> int:
    """The number of a day; raises ValueError if the calendar has no such day."""
    if not 1 <= month <= 12:
        raise ValueError(f"there is no month {month}")
    if not 1 <= day <= month_length(year, month):
        raise ValueError(f"{MONTHS[month - 1]} {year} has no day {day}")
    before = year - 1
    leap_day = 1 if month > 2 and is_leap(year) else 0
    return (
        before * 365 + before // 4 - before // 100 + before // 400
        + _DAYS_BEFORE_MONTH[month - 1] + leap_day + day
    )  # fmt: skip


@lru_cache(maxsize=65_536)
def civil(day: int) -> Civil:
    """The year, month and day of a day's number.

    Counted in years that begin in March, so that the leap day is the last (Hinnant, "chrono-Compatible
    Low-Level Date Algorithms").
    """
    cycle, rest = divmod(day + 305, _DAYS_IN_400_YEARS)
    year = (rest - rest // 1_460 + rest // 36_524 - rest // 146_096) // 365
    rest -= year * 365 + year // 4 - year // 100
    # From March on, five months have 153 days, again and again.
    month = (5 * rest + 2) // 153
    number = rest - (153 * month + 2) // 5 + 1
    year += cycle * 400
    return Civil(year, month + 3, number) if month < 10 else Civil(year + 1, month - 9, number)


def weekday(day: int) -> int:
    """The day of the week, 1 for Monday to 7 for Sunday (ISO 8601)."""
    return (day - 1) % 7 + 1


def iso_year(year: int) -> str:
    """A year with at least four digits, with a sign before year 0 ("-0479")."""
    return f"-{-year:04d}" if year < 0 else f"{year:04d}"


def iso(day: int | None) -> str | None:
    """A day's ISO 8601 form ("2022-09-16"); None stays None."""
    if day is None:
        return None
    year, month, number = civil(day)
    return f"{iso_year(year)}-{month:02d}-{number:02d}"


def from_iso(text: str | None) -> int | None:
    """The number of an ISO 8601 day; None stays None. Raises ValueError for anything else."""
    if text is None:
        return None
    match = _ISO_DAY.match(text)
    if match is None:
        raise ValueError(f"{text!r} is no ISO day such as 2022-09-16")
    return ordinal(int(match[1]), int(match[2]), int(match[3]))


def month_span(year: int, month: int) -> tuple[int, int]:
    """First and last day of a month."""
    first = ordinal(year, month)
    return first, first + month_length(year, month) - 1


def whole_months(start: int, end: int) -> tuple[int, int, int] | None:
    """Year, first month and number of months of an interval made of whole months; else None."""
    first, last = civil(start), civil(end)
    if first.day != 1 or last.day != month_length(last.year, last.month):
        return None
    return first.year, first.month, (last.year - first.year) * 12 + last.month - first.month + 1


def year_span(year: int) -> tuple[int, int]:
    """First and last day of a year."""
    return ordinal(year), ordinal(year, 12, 31)
