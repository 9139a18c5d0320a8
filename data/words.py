"""Dates and counts in words: what a reader sees. A year is never printed as 1 January."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data import days
from data.clock import clock_words
from data.edtf import is_about

if TYPE_CHECKING:
    from typing import Protocol

    from data.model import Expression, Precision, Published

    class Dated(Protocol):
        """What has the date of an event: an event, or its line."""

        @property
        def start(self) -> int | None:
            """First day; None for an open beginning."""

        @property
        def end(self) -> int | None:
            """Last day; None for an open end."""

        @property
        def edtf(self) -> str | None:
            """The date in EDTF."""

        @property
        def precision(self) -> Precision | None:
            """How finely it was said."""

        @property
        def clock(self) -> str | None:
            """The time of its day."""


_SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
_RANGE = "\u2013"
_FOUR_FIGURES = 1000
_QUARTERS = ("first", "second", "third", "fourth")


def counted(count: int, noun: str) -> str:
    """A count with its noun: "1 event", "12,345 events"."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"


def interval_words(
    start: int | None,
    end: int | None,
    precision: Precision | None = None,
    clock: str | None = None,
    *,
    about: bool = False,
) -> str:
    """An interval of days in words: "16 September 2022", "8\u20139 July 2024", "autumn 2022", "before 2019".

    Args:
        start: first day; None for an open beginning.
        end: last day, included; None for an open end.
        precision: how finely the text said it; tells a season from a quarter, a year from its days.
        clock: the time of day, told behind the day: "16 September 2022, 10:15".
        about: whether they are only nearly those: "about 2010".
    """
    words = _words(start, end, precision, days.MONTHS)
    if about:
        words = f"about {words}"
    return words if clock is None else f"{words}, {clock_words(clock)}"


def short_words(
    start: int | None, end: int | None, precision: Precision | None = None, *, about: bool = False
) -> str:
    """The same for a narrow column: months of three letters, "16 Sep 2022", and "~2010" for about 2010."""
    words = _words(start, end, precision, tuple(month[:3] for month in days.MONTHS))
    return f"~{words}" if about else words


def event_words(event: Dated) -> str:
    """When an event is, in words, with its time of day and whether that is only nearly so."""
    return interval_words(
        event.start, event.end, event.precision, event.clock, about=is_about(event.edtf or "")
    )


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


def expression_days(said: Expression) -> str:
    """The days that an expression stands for, in words."""
    return interval_words(said.start, said.end, said.precision, about=is_nearly(said))


def is_nearly(said: Expression) -> bool:
    """Whether its days are only nearly meant: those of "around 2010"; of "about noon" the day is sure."""
    return said.mod == "APPROX" and said.type == "DATE"


def year_words(year: int) -> str:
    """A year: "2022", "480 BC", and of fewer than four figures "AD 79", which else reads as a number."""
    if year <= 0:
        return f"{1 - year} BC"
    return str(year) if year >= _FOUR_FIGURES else f"AD {year}"


def _words(start: int | None, end: int | None, precision: Precision | None, months: tuple[str, ...]) -> str:
    if start is None:
        if end is None:
            return "undated"
        if precision == "day" or (precision is None and days.civil(end + 1).day > 1):
            # The last day is in it: of days most texts say "until" or "by".
            return f"until {_day(end, months)}"
        return "before " + _from(end + 1, precision, months)
    if end is None:
        return "since " + _from(start, precision, months)
    if start == end:
        return _day(start, months)
    whole = days.whole_months(start, end)
    if whole is None:
        if precision not in (None, "day", "week") and days.civil(start).year != days.civil(end).year:
            # "From 2014 until 21 February 2022": nobody said that it was from 1 January on.
            return f"{_from(start, precision, months)} {_RANGE} {_until(end, months)}"
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
        if months is not days.MONTHS:
            return f"Q{month // 3 + 1} {year_words(year)}"
        return f"{_QUARTERS[month // 3]} quarter of {year_words(year)}"
    if count == 6 and precision == "half" and month in (1, 7):
        return f"{'first' if month == 1 else 'second'} half of {year_words(year)}"
    if count % 12 == 0 and month == 1:
        return _years(year, count // 12, precision)
    if count == 12 and precision == "fiscal-year":
        return f"fiscal year {year}{_RANGE}{(year + 1) % 100:02d}"
    last_year, last_month = divmod(year * 12 + month - 1 + count - 1, 12)
    begin = months[month - 1] if last_year == year else f"{months[month - 1]} {year_words(year)}"
    return f"{begin} {_RANGE} {months[last_month]} {year_words(last_year)}"


def _years(year: int, count: int, precision: Precision | None) -> str:
    if count == 1:
        return year_words(year)
    if count == 10 and year % 10 == 0 and year > 0:
        return f"{year}s"
    if count == 100 and year % 100 == 0 and year > 0:
        return f"{_ordinal_number(year // 100 + 1)} century"
    if count == 100 and year % 100 == 1 and precision == "century":
        name = _ordinal_number(year // 100 + 1 if year > 0 else -(year // 100))
        return f"{name} century" if year > 0 else f"{name} century BC"
    last = year + count - 1
    if last <= 0:
        return f"{1 - year}{_RANGE}{1 - last} BC"
    if year <= 0:
        return f"{year_words(year)} {_RANGE} {year_words(last)}"
    return f"{year_words(year)}{_RANGE}{last}"


def _ordinal_number(number: int) -> str:
    suffix = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def _from(day: int, precision: Precision | None, months: tuple[str, ...]) -> str:
    """The day on which an open interval turns, as coarse as it was said."""
    year, month, number = days.civil(day)
    if number == 1 and precision not in (None, "day", "week"):
        return year_words(year) if month == 1 else f"{months[month - 1]} {year_words(year)}"
    return _day(day, months)


def _until(day: int, months: tuple[str, ...]) -> str:
    """The last day of an interval; its month or its year where that ends with it."""
    year, month, _ = days.civil(day)
    if days.civil(day + 1).day != 1:
        return _day(day, months)
    return year_words(year) if month == 12 else f"{months[month - 1]} {year_words(year)}"
