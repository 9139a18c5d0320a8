"""The stretch of the calendar that a meaning's own words name in a year, and its value while that is open."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from data.dating.calendar import spans
from data.dating.calendar.holidays import holiday
from data.days import civil, month_length, month_span, ordinal, weekday

if TYPE_CHECKING:
    from data.dating.calendar.spans import Span
    from data.model import Meaning

# "'98" is taken for the year nearest the anchor that lies at most so far ahead of it.
_AHEAD = 20
_LAST_DAY = -1
# A holiday on these first days of a week has its weekend before it.
_EARLY_IN_WEEK = 3
_FRIDAY, _WEEK = 5, 7
# "The week of May 4" is the one that the day is in.
_STARTED_BY = ("week", "weekend")
# The TIMEX3 value of a unit of which nothing more is known.
_OPEN_UNITS = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX",
    "quarter": "XXXX-QX", "decade": "XXX", "century": "XX",
}  # fmt: skip


def span_in(meaning: Meaning, year: int | None) -> Span | None:
    """The stretch that a meaning names in a year; None if it names none or the year has no such day."""
    if meaning.century is not None:
        if meaning.era == "BC":
            return spans.century_before_christ(meaning.century + 1)
        return spans.century_of(meaning.century)
    if meaning.decade is not None:
        return spans.decade_of(meaning.decade)
    return None if year is None else _in_year(meaning, year)


def _in_year(meaning: Meaning, year: int) -> Span | None:
    """What a meaning names in a year by its first field that is said, or the year itself."""
    if meaning.month is not None:
        return _in_month(meaning, year, meaning.month)
    if meaning.holiday is not None:
        return _holiday_in(meaning, year, meaning.holiday)
    if meaning.season is not None:
        return spans.season_of(year, meaning.season)
    if meaning.quarter is not None:
        return spans.quarter_of(year, meaning.quarter)
    if meaning.half is not None:
        return spans.half_of(year, meaning.half)
    if meaning.week is not None:
        return spans.numbered_week(year, meaning.week)
    if meaning.fiscal and meaning.end is not None:
        return spans.fiscal_year(year)
    span = spans.year_of(year)
    return replace(span, precision="fiscal-year") if meaning.fiscal else span


def _in_month(meaning: Meaning, year: int, month: int) -> Span | None:
    """A month, or what the words name in it: a day, the week of a day, a first Monday, a second week."""
    if meaning.weekday is not None and meaning.day is None and meaning.count is not None:
        nth = nth_weekday(year, month, meaning.weekday, int(meaning.count))
        # A month's first weekend is that of its first Saturday.
        return nth if nth is None or meaning.unit is None else spans.unit_span(meaning.unit, nth.start)
    if meaning.week is not None:
        return _week_of_month(year, month, meaning.week)
    if meaning.day is None:
        return spans.month_of(year, month)
    named = day_of_month(meaning.day, year, month)
    if named is not None and meaning.unit in _STARTED_BY:
        return spans.unit_span(meaning.unit, named.start)
    if named is not None and meaning.count is not None:
        # "The night to 5 February" begins on the day before.
        return spans.day_span(named.start + int(meaning.count))
    return named


def day_of_month(day: int, year: int, month: int) -> Span | None:
    """A day of a month by its number, -1 for the last; None if the month is shorter."""
    length = month_length(year, month)
    if day > length:
        return None
    return spans.day_span(ordinal(year, month, length if day == _LAST_DAY else day))


def nth_weekday(year: int, month: int, name: int, count: int) -> Span | None:
    """The count-th weekday of a month, the last for -1."""
    first, last = month_span(year, month)
    day = (
        first + (name - weekday(first)) % 7 + 7 * (count - 1)
        if count > 0
        else last - (weekday(last) - name) % 7
    )
    return spans.day_span(day) if first <= day <= last else None


def _week_of_month(year: int, month: int, week: int) -> Span | None:
    """The week-th seven days of a month, its last for 9, under the name of the ISO week they are most in."""
    first, last = month_span(year, month)
    start = last - 6 if week > 5 else first + 7 * (week - 1)
    if start > last:
        return None
    end = min(start + 6, last)
    return spans.Span(start, end, "week", spans.week_span((start + end) // 2).value, "week")


def _holiday_in(meaning: Meaning, year: int, name: str) -> Span | None:
    """The days of a holiday; of one that no calendar knows, the year if the words name it."""
    days = holiday(name, year)
    if days is None:
        return spans.year_of(year) if meaning.year is not None else None
    return spans.stretch(*days) if meaning.count is None else _beside_holiday(meaning, *days)


def _beside_holiday(meaning: Meaning, first: int, last: int) -> Span:
    """A day, week or weekday before a holiday, after it or (count 0) around it."""
    step = int(meaning.count or 0)
    if meaning.weekday is not None:
        back, ahead = (
            (weekday(first) - meaning.weekday - 1) % 7 + 1,
            (meaning.weekday - weekday(last) - 1) % 7 + 1,
        )
        return spans.day_span(first - back if step < 0 else last + ahead)
    if meaning.unit == "weekend" and weekday(first) <= _EARLY_IN_WEEK:
        # The weekend of a Monday is the one before it.
        first -= weekday(first)
    if meaning.unit == "weekend" and step > 0 and weekday(last) <= _FRIDAY:
        # The weekend after a Thursday is that of its week.
        last -= _WEEK
    start = first if step <= 0 else last
    return spans.moved(spans.unit_span(meaning.unit or "day", start), meaning.unit or "day", step)


def names_part_of_year(meaning: Meaning) -> bool:
    """Whether the words name a month, season, quarter, half or holiday."""
    named = (meaning.month, meaning.season, meaning.quarter, meaning.half, meaning.holiday)
    return any(part is not None for part in named)


def names_day(meaning: Meaning) -> bool:
    """Whether the words name a weekday, a month, the number of a day or a holiday."""
    return (meaning.weekday, meaning.month, meaning.day, meaning.holiday) != (None,) * 4


def day_of(period: Span) -> str:
    """The TIMEX3 value of some day of a month or of something longer ("one night in July 2011")."""
    year = f"{civil(period.start).year:04}"
    return f"{period.value if period.unit == 'month' else f'{year}-XX'}-XX"


def comes_back(meaning: Meaning) -> bool:
    """Whether the words name a month, season, quarter or weekday that every year or week has."""
    named = (meaning.weekday, meaning.month, meaning.season, meaning.quarter) != (None,) * 4
    return named and meaning.type == "DATE" and meaning.relation == "bare"


def names_nothing(meaning: Meaning) -> bool:
    """Whether the words only point at an anchor ("at the time") and name no day, unit or period."""
    named = (meaning.unit, meaning.weekday, meaning.day, meaning.week, meaning.time, meaning.decade,
             meaning.century)  # fmt: skip
    return all(part is None for part in named) and not meaning.weekend and not names_part_of_year(meaning)


def is_yesterday(meaning: Meaning) -> bool:
    """Whether words say "yesterday", and nothing else of when."""
    of_writing = (meaning.relation, meaning.base) == ("offset", "published")
    return of_writing and (meaning.unit, meaning.count, meaning.time) == ("day", -1, None)


def full_year(year: int, base: Span | None) -> int:
    """The year that two digits stand for, seen from the anchor (from 2000 if there is none)."""
    now = 2000 if base is None else civil(base.start).year
    century = now - now % 100
    return max(
        each for each in (century - 100 + year, century + year, century + 100 + year) if each <= now + _AHEAD
    )


# No feast of the moon and no nth weekday of a month is on the same day of both.
_ANY_TWO_YEARS = (2001, 2002)


def _digits(day: int) -> str:
    """A day's two digits; those of the last day of a month depend on which it is."""
    return "XX" if day == _LAST_DAY else f"{day:02d}"


def open_value(meaning: Meaning) -> str:
    """The TIMEX3 value of what cannot be anchored, with X for what is not known."""
    if meaning.weekday is not None and meaning.month is None:
        return f"XXXX-WXX-{meaning.weekday}"
    if meaning.weekend:
        return _OPEN_UNITS["weekend"]
    if meaning.month is not None:
        return f"XXXX-{meaning.month:02d}" + (f"-{_digits(meaning.day)}" if meaning.day is not None else "")
    if meaning.day is not None:
        return f"XXXX-XX-{_digits(meaning.day)}"
    if meaning.quarter is not None:
        return f"XXXX-Q{meaning.quarter}"
    if meaning.half is not None:
        return f"XXXX-H{meaning.half}"
    if meaning.season is not None:
        return f"XXXX-{meaning.season}"
    if meaning.decade is not None:
        return f"XX{meaning.decade}"
    if meaning.holiday is not None:
        return _open_holiday(meaning)
    if meaning.time is not None:
        return "XXXX-XX-XX"
    return _OPEN_UNITS.get(meaning.unit or "", "XXXX")


def _open_holiday(meaning: Meaning) -> str:
    """The value of a holiday of some year: month and day are known if they are the same in any two."""
    spans_of = (span_in(meaning, year) for year in _ANY_TWO_YEARS)
    days = {None if span is None else span.value[len("XXXX") :] for span in spans_of}
    day = days.pop()
    return "XXXX-XX-XX" if days or day is None else f"XXXX{day}"
