"""Dates in figures as a user types them: read where their order is certain."""

from __future__ import annotations

import re

from data import days
from data.model import Precision

_YEAR_FIRST = re.compile(r"(\d{4})([./-])(\d{1,2})(?:\2(\d{1,2}))?")
_MONTH = re.compile(r"(\d{1,2})[./-](\d{4})")
_DAY = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)")


def in_figures(written: str) -> tuple[int, int, Precision] | None:
    """First and last day, both included, and the grain of a day or month, None for anything else.

    Raises ValueError for what can be two days, and for a day that no month has.
    """
    if match := _YEAR_FIRST.fullmatch(written):
        if match[4] is None:
            return _month(int(match[1]), int(match[3]))
        return _day(int(match[1]), int(match[3]), int(match[4]))
    if match := _MONTH.fullmatch(written):
        return _month(int(match[2]), int(match[1]))
    if match := _DAY.fullmatch(written):
        first, second = int(match[1]), int(match[3])
        year = int(match[4]) if len(match[4]) == 4 else 2000 + int(match[4])
        readings = {(month, day) for day, month in ((first, second), (second, first)) if month <= 12}
        if match[2] == ".":
            readings = {(second, first)}
        if len(readings) > 1:
            said = " or ".join(
                f"{day} {days.MONTHS[month - 1]}" for month, day in sorted(readings, reverse=True)
            )
            raise ValueError(f"“{written}” could be {said} {year}")
        if not readings:
            raise ValueError(f"“{written}” has no month")
        ((month, number),) = readings
        return _day(year, month, number)
    return None


def _day(year: int, month: int, number: int) -> tuple[int, int, Precision]:
    day = days.ordinal(year, month, number)
    return day, day, "day"


def _month(year: int, month: int) -> tuple[int, int, Precision]:
    return days.ordinal(year, month), days.month_span(year, month)[1], "month"
