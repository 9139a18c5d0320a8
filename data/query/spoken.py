"""Dates as they are said: counted from today ("last summer", "3 days ago"), or by month, season, weekday."""

from __future__ import annotations

import re
from typing import NamedTuple

from data import days
from data.model import Precision

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
_DAYS = {
    "the day before yesterday": -2, "yesterday": -1, "today": 0, "tomorrow": 1, "the day after tomorrow": 2,
}  # fmt: skip
_UNITS = ("day", "week", "weekend", "month", "quarter", "year", "decade", "century")
_AGO_DAYS = {"day": 1, "week": 7, "fortnight": 14}
WORDS = (
    *_SEASONS, *_MONTHS, *_WEEKDAYS, *_DIRECTIONS, *_UNITS, *(f"{unit}s" for unit in _UNITS), *_AGO_DAYS,
    "yesterday", "today", "tomorrow", "fortnights", "ago",
    "a", "an", "one", "the", "of", "st", "nd", "rd", "th",
)  # fmt: skip
"""The words of dates that are read here."""

_RELATIVE = re.compile(r"(?:the )?(" + "|".join(_DIRECTIONS) + r") ([a-z]+\.?)")
_AGO = re.compile(r"(\d{1,5}|an?|one) (" + "|".join((*_UNITS, *_AGO_DAYS)) + r")s? ago")
_NAMED = re.compile(r"(?:the )?([a-z]+\.?)(?:,? (?:of )?(-?\d{4})(?:[-–](\d\d))?)?")
_WEEKDAY = r"(?:(?:" + "|".join(_WEEKDAYS) + r")\.?,? )?(?:the )?"
_DAY_NUMBER = r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.)?"
_OF_YEAR = r"(?:(?:,? |-)(?P<year>-?\d{4}|['’]?\d\d))?"
_DAYS_OF_MONTH = (
    re.compile(rf"{_WEEKDAY}{_DAY_NUMBER}(?: of)?[ -](?P<month>[a-z]+\.?){_OF_YEAR}"),
    re.compile(rf"{_WEEKDAY}(?P<month>[a-z]+\.?) {_DAY_NUMBER}{_OF_YEAR}"),
)


class Read(NamedTuple):
    """A date as it was read: first and last day, included, None for an open end; and how, for the reader."""

    start: int | None
    end: int | None
    precision: Precision | None
    how: str


def spoken(words: str, today: int) -> Read | None:
    """What a date in small letters stands for, today being the day it is said on; None if it is not said so.

    Raises ValueError for a day that its month never has.
    """
    for read in (_relative, _ago, _day_of_month, _named):
        found = read(words, today)
        if found is not None:
            return found
    return None


def counted_from(today: int) -> str:
    """How a date was read that is counted from today, for the reader."""
    return f"counted from {days.iso(today)}"


def _relative(words: str, today: int) -> Read | None:
    """Counted from today: "yesterday", "last summer", "this month", "next Monday"."""
    if words in _DAYS:
        day = today + _DAYS[words]
        return Read(day, day, "day", counted_from(today))
    match = _RELATIVE.fullmatch(words)
    if match is None:
        return None
    step, name = _DIRECTIONS[match[1]], match[2]
    if name in _UNITS:
        return Read(*_unit(name, step, today), counted_from(today))
    if name in _WEEKDAYS:
        monday = today - days.weekday(today) + 1
        day = monday + _WEEKDAYS[name] - 1
        if step < 0 and day >= today:
            day -= 7
        if step > 0 and day <= today:
            day += 7
        return Read(day, day, "day", counted_from(today))
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
    return Read(*span, _how(span, today))


def _ago(words: str, today: int) -> Read | None:
    """A day so long ago ("3 days ago", "a week ago"), or the month or year that was then."""
    match = _AGO.fullmatch(words)
    if match is None:
        return None
    count, unit = int(match[1]) if match[1].isdecimal() else 1, match[2]
    if unit not in _AGO_DAYS:
        return Read(*_unit(unit, -count, today), counted_from(today))
    day = today - count * _AGO_DAYS[unit]
    return Read(day, day, "day", counted_from(today))


def _day_of_month(words: str, today: int) -> Read | None:
    """A day by its month's name ("16 September 2022", "Sept. 16"), without a year the last that has begun."""
    match = next((match for one in _DAYS_OF_MONTH if (match := one.fullmatch(words))), None)
    if match is None or match["month"] not in _MONTHS:
        return None
    month, number, year = _MONTHS[match["month"]], int(match["day"]), match["year"]
    if year is not None:
        day = days.ordinal(_year(year, today), month, number)
        return Read(day, day, "day", "a day of a month")
    latest = days.civil(today).year
    # Eight years are the longest between two leap days.
    for around in range(latest, latest - 9, -1):
        if number <= days.month_length(around, month) and days.ordinal(around, month, number) <= today:
            day = days.ordinal(around, month, number)
            return Read(day, day, "day", "the last one, " + counted_from(today))
    raise ValueError(f"{days.MONTHS[month - 1]} has no day {number}")


def _year(written: str, today: int) -> int:
    """A year in full, or the last one with these two figures that has begun."""
    year = int(written.lstrip("'’"))
    if len(written) >= len("2022"):
        return year
    latest = days.civil(today).year
    year += latest // 100 * 100
    return year - 100 if year > latest else year


def _named(words: str, today: int) -> Read | None:
    """A month, season or weekday, of a year or the last that has begun."""
    match = _NAMED.fullmatch(words)
    if match is None:
        return None
    name, year = match[1], match[2]
    if match[3] is not None and (name != "winter" or (int(year) + 1) % 100 != int(match[3])):
        return None
    if name in _WEEKDAYS and year is None:
        day = today - (days.weekday(today) - _WEEKDAYS[name]) % 7
        return Read(day, day, "day", "the last one, " + counted_from(today))
    if year is not None:
        span = _span(name, int(year))
        return None if span is None else Read(*span, _how(span))
    this_year = days.civil(today).year
    for around in (this_year, this_year - 1):
        span = _span(name, around)
        if span is not None and span[0] <= today:
            return Read(*span, "the last one begun, " + _how(span, today))
    return None


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
    return said if today is None else f"{said}, {counted_from(today)}"
