"""What a meaning stands for as seen from an anchor: nearest, behind or so far away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from data.dating.calendar import spans
from data.dating.calendar.holidays import NAMESAKES
from data.dating.calendar.naming import day_of_month, names_part_of_year, span_in
from data.dating.story.told_days import MIDNIGHT, NIGHT
from data.days import civil, weekday

if TYPE_CHECKING:
    from data.dating.calendar.spans import Span
    from data.dating.wording.tenses import Told
    from data.model import Meaning

# How many times farther a date seems that lies against the tense; without a tense the past is nearer.
_AGAINST_FUTURE = {1: 8.0, 2: 30.0}
_AGAINST_PAST = {0: 1.6, -1: 4.0, -2: 30.0}
# What "will be reported for the third quarter" is of one that has just ended, what is to come "in the fourth
# quarter" of none that was reported long ago.
_AGAINST_FUTURE_OF_QUARTER = 1.5
# A running narrative goes back at most so many days before it is taken to have gone on to the next year.
_STEP_BACK = 180
# One that names the day of a month alone goes back at most so many days in it.
_DAYS_BACK = 14
# The years, counted from that of a running date, among which a weekday beside a day tells the right one.
_NEIGHBOURS = (1, -1, 2, -2, 3, -3)
# So many years before a decade begins it is spoken of.
_NEXT_DECADE = 3
_HALF_A_YEAR = 6
# Until this month what is told of the third or fourth fiscal quarter is of the year before.
_REPORTS, _HALF = 3, 2


def direction_of(tense: Told | None, meaning: Meaning) -> int:
    """Where a tense looks: above 0 ahead, below 0 back, the farther from 0 the surer."""
    if tense is None:
        return 0
    if tense.tense == "past":
        # A quarter, half or row of months of which something is told has begun.
        begun = (meaning.quarter, meaning.half) != (None, None) or (
            meaning.role == "from" and meaning.day is None
        )
        return -2 if tense.sure or begun else -1
    return 2 if tense.sure and meaning.quarter is None else 1


def nearest(meaning: Meaning, base: Span, direction: int, closing: Meaning | None = None) -> Span | None:
    """What a name stands for as seen from the publication date.

    ``closing`` is what ends the interval that the name opens: an interval is as near as its nearer end.
    ``direction`` is what the tense says: above 0 after it, below 0 before it, 2 or -2 if the tense is sure.
    Of the candidates the nearest is taken; the tense decides unless it is unsure and asks for something far.
    """
    if meaning.unit is not None and meaning.count is not None and not names_part_of_year(meaning):
        # So many units away on either side: one word for yesterday and tomorrow.
        return spans.moved(base, meaning.unit, round(meaning.count) * (1 if direction > 0 else -1))
    if meaning.unit == "year" and not names_part_of_year(meaning):
        # A whole year that is told of is the one in which most of the last twelve months lie.
        return spans.moved(spans.moved(base, "month", -_HALF_A_YEAR if direction < 0 else 0), "year", 0)
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
        year = civil(base.start).year
        # Late in a decade the next one has a name already: "the '90s" of 1989.
        decade = (year + _NEXT_DECADE) // 10
        return spans.decade_of(decade - (decade - meaning.decade) % 10)
    if meaning.time is not None and not names_part_of_year(meaning):
        # What happened "overnight", or at midnight, was in the night that the day before began.
        # "Since midnight" says what went on in the day itself.
        at_midnight = meaning.time == MIDNIGHT and direction < 0 and meaning.role != "since"
        last_night = (meaning.time == NIGHT and direction < 1) or at_midnight
        return spans.day_span(base.start - last_night)
    return _in_nearest_year(meaning, base, direction, closing)


def _in_nearest_year(meaning: Meaning, base: Span, direction: int, closing: Meaning | None) -> Span | None:
    """A part of the year that is told, of the one before or of the one after."""
    year, month, _ = civil(base.start)
    if meaning.fiscal and meaning.quarter is not None and direction < 1:
        # By a company's own count the fourth quarter may be told of in July, and is that year's.
        return span_in(meaning, year - (month <= _REPORTS and meaning.quarter > _HALF))
    named = [replace(meaning, holiday=name) for name in NAMESAKES.get(meaning.holiday or "", ())] or [meaning]
    candidates = [span for each in named for near in (year - 1, year, year + 1)
                  if (span := span_in(each, near)) is not None]  # fmt: skip
    if not candidates:
        return None
    agreeing = [span for span in candidates if meaning.day and weekday(span.start) == meaning.weekday]
    farther = _AGAINST_FUTURE.get(direction, 1.0)
    if meaning.quarter is not None:
        farther = min(farther, _AGAINST_FUTURE_OF_QUARTER)
    return min(
        agreeing or candidates,
        key=lambda span: _distance(_up_to(closing, span), base, farther, _AGAINST_PAST.get(direction, 1.0)),
    )


def _up_to(closing: Meaning | None, opening: Span) -> Span:
    """An interval from its opening to the day or month that closes it, in the same year or the next."""
    if closing is None or not names_part_of_year(closing):
        return opening
    year = civil(opening.start).year
    ends = [span.end for each in (year, year + 1) if (span := span_in(closing, each)) is not None]
    return replace(opening, end=next((end for end in ends if end >= opening.end), opening.end))


def _distance(span: Span, base: Span, before: float, after: float) -> float:
    """The days between, so many times more before the anchor and after it."""
    if span.end < base.start:
        return (base.start - span.end) * before
    if span.start > base.end:
        return (span.start - base.end) * after
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
    return day_of_month(day, year + carried, index + 1)


def end_behind(opened: Span, meaning: Meaning) -> Span | None:
    """The end of an interval, not before its beginning: "from April to March" ends in the next year."""
    span = nearest(meaning, opened, 2)
    if span is not None and span.start < opened.start:
        return span_in(meaning, civil(opened.start).year + 1) or span
    return span


def running(meaning: Meaning, base: Span) -> Span | None:
    """What a name stands for after a running date: mostly the year of that date, or the next."""
    if meaning.unit is not None and meaning.count is not None and not names_part_of_year(meaning):
        return spans.moved(base, meaning.unit, -round(meaning.count))
    if (agreed := _day_on_weekday(meaning, base.start)) is not None:
        return agreed
    if meaning.weekday is not None and meaning.month is None:
        return spans.day_span(base.start + (meaning.weekday - weekday(base.start)) % 7)
    if meaning.weekend:
        return spans.weekend_span(base.start)
    if meaning.day is not None and meaning.month is None:
        span = _day_of_month(meaning.day, base.start, 0)
        gone_on = span is not None and base.unit == "day" and base.start - span.start > _DAYS_BACK
        # "On 31 August it sailed, and on the 3rd it was scattered".
        return _day_of_month(meaning.day, base.start, 1) if gone_on else span
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


def on_its_weekday(meaning: Meaning, span: Span | None) -> Span | None:
    """A day of the year of a running date; of a year near it, if the weekday named beside it says so.

    "Friday, 9 February" is of no year in which that day was a Tuesday.
    """
    if span is None or meaning.weekday in (None, weekday(span.start)) or meaning.month is None:
        return span
    if meaning.day is None:
        return span
    years = [span_in(meaning, civil(span.start).year + step) for step in _NEIGHBOURS]
    return next((one for one in years if one and weekday(one.start) == meaning.weekday), span)


def moved_first(meaning: Meaning, base: Span) -> Span:
    """Where an offset is counted from that names a day or unit beside its anchor.

    "Two years ago Sunday" is the anniversary that the nearest Sunday is, "five years ago next month" lies as
    far before the next month.
    """
    if meaning.weekday is None:
        return spans.day_span(spans.day_away(base.start, meaning.exact or "day", meaning.shift))
    if not meaning.shift:
        return spans.closest_weekday(meaning.weekday, base.start)
    ahead = (meaning.weekday - weekday(base.start)) % 7
    return spans.day_span(base.start + (ahead or 7 if meaning.shift > 0 else ahead - 7))


def counted(base: Span, unit: str, count: float, exact: str | None) -> Span:
    """What lies so many units away from an anchor: a unit, or what it is to be exact to."""
    if exact is not None:
        return spans.unit_span(exact, spans.day_away(base.start, unit, count))
    if count != int(count) and unit in spans.MONTHS_OF_UNIT:
        # "Two and a half years later" is a month, "a decade and a half later" a year.
        months = round(count * spans.MONTHS_OF_UNIT[unit])
        return spans.moved(base, "month", months) if months % 12 else spans.moved(base, "year", months // 12)
    return spans.moved(base, unit, round(count))


def on_side(
    direction: int, meaning: Meaning, base: Span, before: Span | None, closing: Meaning | None
) -> Span | None:
    """What a name stands for on the side of the anchor that the tense tells, or behind the name before it."""
    span = nearest(meaning, base, direction, closing)
    following = None if before is None else running(meaning, before)
    if before is None or following is None:
        return span
    # "November and December": the second goes on from the first, unless the tense forbids it.
    goes_on = direction >= 0 or before.start > base.end or following.start <= base.end
    return following if goes_on else span


def is_later(opening: Meaning, closing: Meaning) -> bool:
    """Whether what opens an interval is later in a year than what ends it ("November to February 2005")."""
    if opening.month is None or closing.month is None:
        return False
    return (opening.month, opening.day or 0) > (closing.month, closing.day or 31)
