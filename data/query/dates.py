"""Dates as a user types them in a query: EDTF first, then words, then whatever dateparser reads."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import datetime
from typing import NamedTuple

from data import days, edtf
from data.model import Precision
from data.query.stretches import Stretch, stretch
from data.query.tree import DateReading

_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_MONTHS = {
    name: number
    for number, month in enumerate(days.MONTHS, 1)
    for name in (month.lower(), month[:3].lower(), month[:3].lower() + ".")
} | {"sept": 9, "sept.": 9}
_WEEKDAYS = {
    name: number for number, day in enumerate(days.WEEKDAYS, 1) for name in (day.lower(), day[:3].lower())
}
_DIRECTIONS = {
    "last": -1, "past": -1, "previous": -1, "this": 0, "current": 0, "next": 1, "coming": 1,
}  # fmt: skip
_YEARS = {"year": 1, "decade": 10, "century": 100}
_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}

_UNITS = ("day", "week", "weekend", "month", "quarter", "year", "decade", "century")
_AGO_DAYS = {"day": 1, "week": 7, "fortnight": 14}

_RELATIVE = re.compile(r"(?:the )?(" + "|".join(_DIRECTIONS) + r") ([a-z]+\.?)")
_AGO = re.compile(r"(\d{1,5}|an?|one) (day|week|fortnight)s? ago")
_NAMED = re.compile(r"(?:the )?([a-z]+\.?)(?:,? (?:of )?(\d{4}))?")
# Plainly meant as EDTF: what that refuses, nothing else is to guess at.
_FIGURES = re.compile(r"-?\d{4}-\d\d(-\d\d)?|[^/]*\d{4}[^/]*/[^/]*\d{4}[^/]*")
_NUMERIC = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d\d)")


class _Read(NamedTuple):
    start: int
    end: int
    precision: Precision
    how: str


def read_date(text: str, *, today: int | None = None) -> DateReading:
    """What a date stands for, and how it was read; raises ValueError with the reason.

    ``today`` is the day that "last summer" is counted from, without it the clock's.
    """
    written = text.strip()
    try:
        reading = edtf.parse(written)
    except ValueError as error:
        if _FIGURES.fullmatch(written):
            raise ValueError(str(error)) from error
        read = _in_words(written, _clock() if today is None else today)
        return DateReading(text, read.start, read.end, read.how, read.precision)
    how = "EDTF" if reading.precision is None else f"EDTF, {reading.precision}"
    return DateReading(text, reading.start, reading.end, how, reading.precision)


def load() -> None:
    """Load what reads dates in other words than ours, before it is needed."""
    with suppress(ValueError):
        _by_dateparser("no date", _clock())


def _in_words(written: str, today: int) -> _Read:
    words = " ".join(written.lower().split())
    for read in (_relative, _ago, _named, _numeric, _stretch):
        found = read(words, today)
        if found is not None:
            return found
    return _by_dateparser(written, today)


def _stretch(words: str, today: int) -> _Read | None:
    """A part of a period, a quarter, a century, from one date to another."""

    def read(other: str) -> Stretch:
        found = read_date(other, today=today)
        if found.start is None or found.end is None:
            raise ValueError(f"“{other}” is open at one end")
        return Stretch(found.start, found.end, found.precision or "day")

    found = stretch(words, today, read)
    return None if found is None else _Read(*found, _counted(today))


def _relative(words: str, today: int) -> _Read | None:
    """Counted from today: "yesterday", "last summer", "this month", "next Monday"."""
    if words in _DAYS:
        day = today + _DAYS[words]
        return _Read(day, day, "day", _counted(today))
    match = _RELATIVE.fullmatch(words)
    if match is None:
        return None
    step, name = _DIRECTIONS[match[1]], match[2]
    if name in _UNITS:
        return _Read(*_unit(name, step, today), _counted(today))
    if name in _WEEKDAYS:
        monday = today - days.weekday(today) + 1
        day = monday + _WEEKDAYS[name] - 1
        if step < 0 and day >= today:
            day -= 7
        if step > 0 and day <= today:
            day += 7
        return _Read(day, day, "day", _counted(today))
    year = days.civil(today).year
    occurrences = [span for around in range(year - 2, year + 3) if (span := _span(name, around)) is not None]
    if not occurrences:
        return None
    if step < 0:
        span = [span for span in occurrences if span[1] < today][-1]
    elif step > 0:
        span = next(span for span in occurrences if span[0] > today)
    else:
        span = next((span for span in occurrences if span[0] <= today <= span[1]), occurrences[2])
    return _Read(*span, _how(span, today))


def _ago(words: str, today: int) -> _Read | None:
    """A day so long ago: "3 days ago", "a week ago"."""
    match = _AGO.fullmatch(words)
    if match is None:
        return None
    count = int(match[1]) if match[1].isdecimal() else 1
    day = today - count * _AGO_DAYS[match[2]]
    return _Read(day, day, "day", _counted(today))


def _named(words: str, today: int) -> _Read | None:
    """A month, season or weekday, of a year or the last that has begun."""
    match = _NAMED.fullmatch(words)
    if match is None:
        return None
    name, year = match[1], match[2]
    if name in _WEEKDAYS and year is None:
        day = today - (days.weekday(today) - _WEEKDAYS[name]) % 7
        return _Read(day, day, "day", "the last one, " + _counted(today))
    if year is not None:
        span = _span(name, int(year))
        return None if span is None else _Read(*span, _how(span))
    this_year = days.civil(today).year
    for around in (this_year, this_year - 1):
        span = _span(name, around)
        if span is not None and span[0] <= today:
            return _Read(*span, "the last one begun, " + _how(span, today))
    return None


def _numeric(words: str, _: int) -> _Read | None:
    """A date in figures whose order is certain; raises ValueError where it is not."""
    match = _NUMERIC.fullmatch(words)
    if match is None:
        return None
    first, second = int(match[1]), int(match[3])
    year = int(match[4]) if len(match[4]) == 4 else 2000 + int(match[4])
    readings = {(month, day) for day, month in ((first, second), (second, first)) if month <= 12}
    if match[2] == ".":
        readings = {(second, first)}
    if len(readings) > 1:
        said = " or ".join(f"{day} {days.MONTHS[month - 1]}" for month, day in sorted(readings, reverse=True))
        raise ValueError(f"“{words}” could be {said} {year}")
    if not readings:
        raise ValueError(f"“{words}” has no month")
    ((month, number),) = readings
    day = days.ordinal(year, month, number)
    return _Read(day, day, "day", "a date in figures")


def _by_dateparser(written: str, today: int) -> _Read:
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
        raise ValueError(f"“{written}” is no date that can be read")
    date = found.date_obj.date()
    how = f"by dateparser, {_counted(today)}"
    if found.period == "year":
        return _Read(*days.year_span(date.year), "year", how)
    if found.period == "month":
        return _Read(*days.month_span(date.year, date.month), "month", how)
    return _Read(date.toordinal(), date.toordinal(), "day", how)


def _span(name: str, year: int) -> tuple[int, int, Precision] | None:
    """A year's month or season by its name; a winter is that of its December."""
    if name in _MONTHS:
        return (*days.month_span(year, _MONTHS[name]), "month")
    if name in _SEASONS:
        first = _SEASONS[name]
        last = first + 2
        end = days.month_span(year + (last - 1) // 12, (last - 1) % 12 + 1)[1]
        return days.ordinal(year, first), end, "season"
    return None


def _unit(name: str, step: int, today: int) -> tuple[int, int, Precision]:
    """The calendar unit that holds today, or the one ``step`` before or after it."""
    year, month, _ = days.civil(today)
    monday = today - days.weekday(today) + 1 + 7 * step
    if name == "day":
        return today + step, today + step, "day"
    if name == "week":
        return monday, monday + 6, "week"
    if name == "weekend":
        return monday + 5, monday + 6, "day"
    if name in ("month", "quarter"):
        length = 1 if name == "month" else 3
        first = (year * 12 + month - 1) // length * length + step * length
        last = first + length - 1
        start = days.ordinal(first // 12, first % 12 + 1)
        return start, days.month_span(last // 12, last % 12 + 1)[1], "month" if name == "month" else "quarter"
    length = _YEARS[name]
    first = (year // length + step) * length
    precision: Precision = "year" if name == "year" else "decade" if name == "decade" else "century"
    return days.ordinal(first), days.ordinal(first + length - 1, 12, 31), precision


def _how(span: tuple[int, int, Precision], today: int | None = None) -> str:
    said = "a season of the northern hemisphere" if span[2] == "season" else "a month"
    return said if today is None else f"{said}, {_counted(today)}"


def _counted(today: int) -> str:
    return f"counted from {days.iso(today)}"


def _clock() -> int:
    return datetime.now().astimezone().date().toordinal()
