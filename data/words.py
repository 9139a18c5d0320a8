"""Dates and counts in words: what a reader sees. A year is never printed as 1 January."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data import days
from data.clock import clock_words

if TYPE_CHECKING:
    from data.model import Precision, Published

_SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
_RANGE = "\u2013"


def counted(count: int, noun: str) -> str:
    """A count with its noun: "1 event", "12,345 events"."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def interval_words(
    start: int | None, end: int | None, precision: Precision | None = None, clock: str | None = None
) -> str:
    """An interval of days in words: "16 September 2022", "8\u20139 July 2024", "autumn 2022", "before 2019".

    Args:
        start: first day; None for an open beginning.
        end: last day, included; None for an open end.
        precision: how finely the text said it; tells a season from a quarter, a year from its days.
        clock: the time of day, told behind the day: "16 September 2022, 10:15".
    """
    words = _words(start, end, precision, days.MONTHS)
    return words if clock is None else f"{words}, {clock_words(clock)}"


def short_words(start: int | None, end: int | None, precision: Precision | None = None) -> str:
    """The same with months of three letters, for a narrow column: "16 Sep 2022", "8\u20139 Jul 2024"."""
    return _words(start, end, precision, tuple(month[:3] for month in days.MONTHS))


def published_words(published: Published) -> str:
    """A publication date in words with what it rests on: "8 July 2024 (inferred)", "date unknown".

    Of an unknown date that is bounded the bounds are told: "date unknown, 12 March 2020 or later".
    """
    said = _bounds_words(published.start, published.end)
    if published.basis == "unknown":
        return f"date unknown, {said}" if said else "date unknown"
    return f"{said} (inferred)" if published.basis == "inferred" else said


def _bounds_words(start: int | None, end: int | None) -> str:
    """The days on which a document can have been published; empty if nothing bounds them."""
    if start is None:
        return "" if end is None else f"{_day(end, days.MONTHS)} or earlier"
    if end is not None:
        return interval_words(start, end)
    year, month, day = days.civil(start)
    if (month, day) == (1, 1):
        return f"{year_words(year)} or later"
    return f"{_day(start, days.MONTHS)} or later"


def year_words(year: int) -> str:
    """A year: "2022", "480 BC"."""
    return str(year) if year > 0 else f"{1 - year} BC"


def _words(start: int | None, end: int | None, precision: Precision | None, months: tuple[str, ...]) -> str:
    if start is None:
        return "undated" if end is None else "before " + _from(end + 1, precision, months)
    if end is None:
        return "since " + _from(start, precision, months)
    if start == end:
        return _day(start, months)
    whole = days.whole_months(start, end)
    if whole is None:
        return _days(start, end, months)
    return _periods(*whole, precision, months)


def _day(day: int, months: tuple[str, ...]) -> str:
    year, month, number = days.civil(day)
    return f"{number} {months[month - 1]} {year_words(year)}"


def _days(start: int, end: int, months: tuple[str, ...]) -> str:
    first, last = days.civil(start), days.civil(end)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}{_RANGE}{last.day} {months[last.month - 1]} {year_words(last.year)}"
    if first.year == last.year:
        begin = f"{first.day} {months[first.month - 1]}"
        return f"{begin} {_RANGE} {_day(end, months)}"
    return f"{_day(start, months)} {_RANGE} {_day(end, months)}"


def _periods(year: int, month: int, count: int, precision: Precision | None, months: tuple[str, ...]) -> str:
    if count == 1:
        return f"{months[month - 1]} {year_words(year)}"
    if count == 3 and precision != "quarter" and month in _SEASONS:
        name = f"{year}{_RANGE}{(year + 1) % 100:02d}" if month == 12 and year > 0 else year_words(year)
        return f"{_SEASONS[month]} {name}"
    if count == 3 and precision == "quarter" and month % 3 == 1:
        return f"quarter {month // 3 + 1} of {year_words(year)}"
    if count == 6 and precision == "half" and month in (1, 7):
        return f"{'first' if month == 1 else 'second'} half of {year_words(year)}"
    if count % 12 == 0 and month == 1:
        return _years(year, count // 12)
    if count == 12 and precision == "fiscal-year":
        return f"fiscal year {year}{_RANGE}{(year + 1) % 100:02d}"
    last_year, last_month = divmod(year * 12 + month - 1 + count - 1, 12)
    begin = months[month - 1] if last_year == year else f"{months[month - 1]} {year_words(year)}"
    return f"{begin} {_RANGE} {months[last_month]} {year_words(last_year)}"


def _years(year: int, count: int) -> str:
    if count == 1:
        return year_words(year)
    if count == 10 and year % 10 == 0 and year > 0:
        return f"{year}s"
    if count == 100 and year % 100 == 0 and year > 0:
        return f"{_ordinal_number(year // 100 + 1)} century"
    last = year + count - 1
    if year > 0:
        return f"{year}{_RANGE}{last}"
    return f"{year_words(year)} {_RANGE} {year_words(last)}"


def _ordinal_number(number: int) -> str:
    suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def _from(day: int, precision: Precision | None, months: tuple[str, ...]) -> str:
    """The day on which an open interval turns, as coarse as it was said."""
    year, month, number = days.civil(day)
    if number == 1 and precision not in (None, "day", "week"):
        return year_words(year) if month == 1 else f"{months[month - 1]} {year_words(year)}"
    return _day(day, months)
