"""The stretch of the calendar that a meaning's own words name, in a given year or nearest to an anchor."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from data.dating import spans
from data.dating.holidays import holiday
from data.days import civil, month_length, month_span, ordinal, weekday

if TYPE_CHECKING:
    from data.dating.spans import Span
    from data.model import Meaning

# "'98" is taken for the year nearest the anchor that lies at most so far ahead of it.
_AHEAD = 20
# How many times farther a date seems that lies against the tense; without a tense the past is nearer.
_AGAINST_FUTURE = {1: 8.0, 2: 30.0}
_AGAINST_PAST = {0: 1.6, -1: 4.0, -2: 30.0}
# "The week of May 4" is the one that the day is in.
_STARTED_BY = ("week", "weekend")
# A running narrative goes back at most so many days before it is taken to have gone on to the next year.
_STEP_BACK = 180


def span_in(meaning: Meaning, year: int | None) -> Span | None:
    """The stretch that a meaning names in a year; None if it names none or the year has no such day."""
    if meaning.century is not None:
        if meaning.era == "BC":
            return spans.century_before_christ(meaning.century + 1)
        return spans.century_of(meaning.century)
    if meaning.decade is not None:
        return spans.decade_of(meaning.decade)
    if year is None:
        return None
    if meaning.month is not None:
        if meaning.weekday is not None and meaning.day is None and meaning.count is not None:
            return _nth_weekday(year, meaning.month, meaning.weekday, int(meaning.count))
        if meaning.week is not None:
            return _week_of_month(year, meaning.month, meaning.week)
        if meaning.day is None:
            return spans.month_of(year, meaning.month)
        if meaning.day > month_length(year, meaning.month):
            return None
        day = ordinal(year, meaning.month, meaning.day)
        return spans.unit_span(meaning.unit, day) if meaning.unit in _STARTED_BY else spans.day_span(day)
    if meaning.holiday is not None:
        days = holiday(meaning.holiday, year)
        if days is not None:
            return spans.stretch(*days)
        return spans.year_of(year) if meaning.year is not None else None
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


def _nth_weekday(year: int, month: int, name: int, count: int) -> Span | None:
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


def names_part_of_year(meaning: Meaning) -> bool:
    """Whether the words name a month, season, quarter, half or holiday."""
    named = (meaning.month, meaning.season, meaning.quarter, meaning.half, meaning.holiday)
    return any(part is not None for part in named)


def names_nothing(meaning: Meaning) -> bool:
    """Whether the words only point at an anchor ("at the time") and name no day, unit or period."""
    named = (meaning.unit, meaning.weekday, meaning.day, meaning.week, meaning.time, meaning.decade,
             meaning.century)  # fmt: skip
    return all(part is None for part in named) and not meaning.weekend and not names_part_of_year(meaning)


def full_year(year: int, base: Span | None) -> int:
    """The year that two digits stand for, seen from the anchor (from 2000 if there is none)."""
    now = 2000 if base is None else civil(base.start).year
    century = now - now % 100
    return max(
        each for each in (century - 100 + year, century + year, century + 100 + year) if each <= now + _AHEAD
    )


def open_value(meaning: Meaning) -> str:
    """The TIMEX3 value of what cannot be anchored, with X for what is not known."""
    if meaning.weekday is not None and meaning.month is None:
        return f"XXXX-WXX-{meaning.weekday}"
    if meaning.weekend:
        return "XXXX-WXX-WE"
    if meaning.month is not None:
        return f"XXXX-{meaning.month:02d}" + (f"-{meaning.day:02d}" if meaning.day is not None else "")
    if meaning.day is not None:
        return f"XXXX-XX-{meaning.day:02d}"
    if meaning.quarter is not None:
        return f"XXXX-Q{meaning.quarter}"
    if meaning.half is not None:
        return f"XXXX-H{meaning.half}"
    if meaning.season is not None:
        return f"XXXX-{meaning.season}"
    if meaning.decade is not None:
        return f"XX{meaning.decade}"
    if meaning.time is not None or meaning.holiday is not None:
        return "XXXX-XX-XX"
    open_units = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX",
                  "quarter": "XXXX-QX", "decade": "XXX", "century": "XX"}  # fmt: skip
    return open_units.get(meaning.unit or "", "XXXX")


def nearest(meaning: Meaning, base: Span, direction: int) -> Span | None:
    """What a name stands for as seen from the publication date.

    ``direction`` is what the tense says: above 0 after it, below 0 before it, 2 or -2 if the tense is sure.
    Of the candidates the nearest is taken; the tense decides unless it is unsure and asks for something far.
    """
    if meaning.unit is not None and meaning.count is not None:
        # So many units away on either side: one word for yesterday and tomorrow.
        return spans.moved(base, meaning.unit, round(meaning.count) * (1 if direction > 0 else -1))
    if (agreed := _day_on_weekday(meaning, base.start)) is not None:
        return agreed
    if meaning.weekday is not None and not names_part_of_year(meaning):
        return _weekday_near(meaning.weekday, base.start, direction)
    if meaning.weekend:
        monday = base.start - weekday(base.start) + 1
        behind = direction < 1 and weekday(base.start) < 6
        return spans.weekend_span(monday - 7 if behind else monday)
    if meaning.day is not None and meaning.month is None:
        return _day_of_month(meaning.day, base.start, direction)
    if meaning.decade is not None:
        decade = civil(base.start).year // 10
        return spans.decade_of(decade - (decade - meaning.decade) % 10)
    if meaning.time is not None and not names_part_of_year(meaning):
        return spans.day_span(base.start)
    year = civil(base.start).year
    candidates = [span for each in (year - 1, year, year + 1) if (span := span_in(meaning, each)) is not None]
    if not candidates:
        return None
    agreeing = [span for span in candidates if meaning.day and weekday(span.start) == meaning.weekday]
    return min(agreeing or candidates, key=lambda span: _distance(span, base, direction))


def _distance(span: Span, base: Span, direction: int) -> float:
    if span.end < base.start:
        return (base.start - span.end) * _AGAINST_FUTURE.get(direction, 1.0)
    if span.start > base.end:
        return (span.start - base.end) * _AGAINST_PAST.get(direction, 1.0)
    return 0.0


def _weekday_near(name: int, base: int, direction: int) -> Span:
    ahead = (name - weekday(base)) % 7
    return spans.day_span(base + ahead if not ahead or direction > 0 else base + ahead - 7)


def _day_on_weekday(meaning: Meaning, base: int) -> Span | None:
    """The nearest day of that number on that weekday ("Monday the 8th"), if a month around has one."""
    if meaning.weekday is None or meaning.day is None or meaning.month is not None:
        return None
    near = spans.month_of(*civil(base)[:2])
    days = [day for step in (-1, 0, 1)
            if weekday(day := spans.shifted_months(near.start, step) + meaning.day - 1) == meaning.weekday
            and civil(day).day == meaning.day]  # fmt: skip
    return spans.day_span(min(days, key=lambda day: abs(day - base))) if days else None


def _day_of_month(day: int, base: int, direction: int) -> Span | None:
    year, month, today = civil(base)
    step = 1 if direction > 0 and day < today else -1 if direction < 0 and day > today else 0
    carried, index = divmod(month - 1 + step, 12)
    if day > month_length(year + carried, index + 1):
        return None
    return spans.day_span(ordinal(year + carried, index + 1, day))


def running(meaning: Meaning, base: Span) -> Span | None:
    """What a name stands for after a running date: mostly the year of that date, or the next."""
    if meaning.unit is not None and meaning.count is not None:
        return spans.moved(base, meaning.unit, -round(meaning.count))
    if (agreed := _day_on_weekday(meaning, base.start)) is not None:
        return agreed
    if meaning.weekday is not None and meaning.month is None:
        return spans.day_span(base.start + (meaning.weekday - weekday(base.start)) % 7)
    if meaning.weekend:
        return spans.weekend_span(base.start)
    if meaning.day is not None and meaning.month is None:
        return _day_of_month(meaning.day, base.start, 0)
    if meaning.decade is not None:
        return spans.decade_of(civil(base.start).year // 100 * 10 + meaning.decade)
    if meaning.time is not None and not names_part_of_year(meaning):
        return spans.day_span(base.start)
    year = civil(base.start).year
    span = span_in(meaning, year)
    if span is None:
        return None
    if base.start - span.end > _STEP_BACK and not base.is_coarse:
        return span_in(meaning, year + 1)
    return span
