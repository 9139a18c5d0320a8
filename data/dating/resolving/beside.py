"""The days of a unit or name before its anchor, at it or after it: "last June", "this week"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from data.dating.calendar import spans
from data.dating.calendar.naming import day_of_month, names_part_of_year, nth_weekday, span_in
from data.days import civil, weekday

if TYPE_CHECKING:
    from data.dating.calendar.spans import Span
    from data.dating.resolving.context import Context
    from data.model import Anchor, Meaning, Mention

#: How many units or names on from the anchor each relation is.
STEPS = {"previous": -1, "current": 0, "next": 1}
# A season or month of the same calendar year seems so many days nearer to "this".
_SAME_YEAR = 90
# A month so many days before the date it is told with is that of the next year.
_LONG_BEFORE = 200
# A weekday so many days ahead is named alone; "next" is the one after it.
_SOON = 3
_YESTERDAY = -1
# The end of a year that is told in the past in its months up to this one is that of the year before.
_FIRST_HALF = 6
# "He promised it before the end of the year" looks ahead.
_LIMITS = ("until", "before")
# A season of this year that begins in so many days is "this" one.
_COMING_SEASON = 75
# The day of a week that tells its year, counted from Monday.
_THURSDAY = 3


def days_beside(
    meaning: Meaning, mention: Mention, base: Span, anchor: Anchor, context: Context
) -> Span | None:
    """The days of a unit or name before the anchor, at it or after it."""
    step = STEPS[meaning.relation]
    is_now = not step and anchor.kind == "published"
    if meaning.weekday is not None or meaning.weekend:
        passed = is_now and context.is_told_in("past", mention, ahead=True)
        if meaning.weekday is None:
            return _weekend_beside(base, step, passed=passed)
        skips = context.next_skips and anchor.kind == "published"
        return _weekday_beside(meaning, meaning.weekday, base, step, passed=passed, skips=skips)
    if meaning.unit == "year" and names_part_of_year(meaning):
        return span_in(meaning, civil(base.start).year + step * int(meaning.count or 1))
    if meaning.unit is None:
        ahead = is_now and context.is_told_in("future", mention)
        of_year = meaning.month is not None or meaning.holiday is not None
        if not step and anchor.kind == "expression" and of_year:
            return _in_that_year(meaning, base)
        skips = context.last_skips if step < 0 else context.next_skips and anchor.kind == "published"
        return _named_beside(meaning, base, step, skips=skips, ahead=ahead)
    fine = context.finest(meaning, base) if anchor.kind == "expression" else base
    if not spans.is_exact_to(fine, meaning.unit):
        return None
    if is_now and _has_ended(meaning, base) and context.is_told_in("past", mention):
        step = -1
    span = spans.moved(fine, meaning.unit, step)
    if meaning.unit == "month" and meaning.day is not None:
        return day_of_month(meaning.day, *civil(span.start)[:2])
    if meaning.unit == "month" and meaning.week is not None:
        year, month, _ = civil(span.start)
        return span_in(replace(meaning, month=month, unit=None), year)
    return replace(span, precision="fiscal-year") if meaning.fiscal else span


def _has_ended(meaning: Meaning, base: Span) -> bool:
    """Whether "the end of the year", if it is told in the past, is that of the year before the anchor's.

    "Sales fell at the end of the year", written in March.
    """
    if meaning.role in _LIMITS or civil(base.start).month > _FIRST_HALF:
        return False
    return (meaning.unit, meaning.base, meaning.mod) == ("year", "any", "END")


def _weekday_beside(
    meaning: Meaning, name: int, base: Span, step: int, *, passed: bool, skips: bool
) -> Span | None:  # fmt: skip
    """The weekday before the anchor, at it or after it; ``passed`` if the tense puts "this Monday" behind.

    ``skips`` if in the language "next Thursday" said on a Wednesday is not tomorrow, nor "last Thursday" said
    on a Friday yesterday.
    """
    if meaning.unit == "month":
        # "The last Friday of next month".
        month = civil(spans.moved(base, "month", step).start)
        return nth_weekday(month.year, month.month, name, int(meaning.count or 1))
    if meaning.unit == "week":
        # "Monday of next week", "three weeks ago Monday".
        weeks = step * int(meaning.count or 1)
        return spans.day_span(spans.moved(base, "week", weeks).start + name - 1)
    ahead = (name - weekday(base.start)) % 7
    if step < 0 or (passed and ahead):
        ahead -= 7
        if step < 0 and skips and ahead == _YESTERDAY:
            ahead -= 7
    elif step > 0 and meaning.count is None and (not ahead or (skips and _is_soon(base.start, ahead))):
        ahead += 7
    # "Tuesday week" is the second Tuesday from now, "two Sundays ago" the second before.
    weeks = 0 if meaning.count is None else int(meaning.count) - 1
    return spans.day_span(base.start + ahead + 7 * (-weeks if step < 0 else weeks))


def _is_soon(day: int, ahead: int) -> bool:
    """Whether a weekday comes so soon in the week of a day that "next" means the week after."""
    return ahead <= _SOON and weekday(day) + ahead <= 7


def _weekend_beside(base: Span, step: int, *, passed: bool) -> Span:
    """The weekend before the anchor, of its week or after it; the one after a Saturday is next week's.

    ``passed`` if the tense puts "this weekend" behind.
    """
    back = 7 if step < 0 or (passed and weekday(base.start) < 6) else 0
    return spans.weekend_span(base.start - back + (7 if step > 0 and weekday(base.start) > 5 else 0))


def _named_beside(
    meaning: Meaning, base: Span, step: int, *, skips: bool, ahead: bool = False
) -> Span | None:
    """Of a name, the one before or after the anchor: "last June", in July a year old if a language skips.

    ``ahead`` if the tense puts what is at the anchor not behind it: "will reopen this fall".
    """
    year = civil(base.start).year
    candidates = [
        each for offset in (-2, -1, 0, 1, 2) if (each := span_in(meaning, year + offset)) is not None
    ]
    if not candidates:
        return None
    if step < 0:
        # Where the month that has just ended would be "this", "last June" said in July is a year old.
        month = meaning.month is not None and meaning.day is None
        edge = spans.month_of(*civil(base.start)[:2]).start - 1 if month and skips else base.start
        behind = [each for each in candidates if each.end < edge]
        return behind[-1] if behind else None
    if step > 0:
        following = [each for each in candidates if each.start > base.end]
        if following and skips and meaning.season is not None and _is_this_one(following[0], base):
            following = following[1:]
        return following[0] if following else None

    if ahead:
        candidates = [each for each in candidates if each.end >= base.start]

    def distance(each: Span) -> int:
        # "This fall" said in spring is the one to come, though the last one is nearer.
        off = max(each.start - base.end, base.start - each.end, 0)
        return off - _SAME_YEAR if civil(each.start).year == year else off

    return min(candidates, key=distance)


def _is_this_one(season: Span, base: Span) -> bool:
    """Whether a season begins so soon that "next summer", said in April, is that of the year after."""
    return season.start - base.end < _COMING_SEASON and civil(season.start).year == civil(base.end).year


def _in_that_year(meaning: Meaning, base: Span) -> Span | None:
    """A month or feast of a year already told; the next "January" behind November is of the next year."""
    # The first week of a year may begin in the year before.
    year = civil(min(base.start + _THURSDAY, base.end)).year
    span = span_in(meaning, year)
    if span is not None and base.start - span.end > _LONG_BEFORE:
        return span_in(meaning, year + 1)
    return span
