"""Dates in words that are not ours, in whatever language: read by dateparser, which takes long to load."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime

from data import days
from data.model import Precision

_FEWEST_LETTERS = 3


def load() -> None:
    """Load it before it is needed."""
    with suppress(ValueError):
        read("no date", 1)


def read(written: str, today: int) -> tuple[int, int, Precision]:
    """First and last day, both included, and the grain of a date; raises ValueError for what is none."""
    no_date = ValueError(f"“{written}” is no date that can be read")
    letters = written.strip()
    if len(letters) < _FEWEST_LETTERS and letters.isascii() and letters.isalpha():
        # A key pressed by mistake: dateparser takes "x" for October, "so" for a Sunday in German.
        raise no_date
    from dateparser.date import DateDataParser

    year, month, day = days.civil(today)
    settings = {
        "RELATIVE_BASE": datetime(year, month, day),  # noqa: DTZ001 - dateparser counts from naive days
        "PREFER_DATES_FROM": "past",
        "PREFER_DAY_OF_MONTH": "first",
        "PREFER_MONTH_OF_YEAR": "first",
    }
    try:
        found = DateDataParser(settings=settings).get_date_data(written)
    except (ArithmeticError, LookupError, TypeError, ValueError, RecursionError):
        found = None  # dateparser fails in its own ways on what is no date
    if found is None or found.date_obj is None:
        raise no_date
    date = found.date_obj.date()
    if found.period == "year":
        return (*days.year_span(date.year), "year")
    if found.period == "month":
        return (*days.month_span(date.year, date.month), "month")
    return date.toordinal(), date.toordinal(), "day"
