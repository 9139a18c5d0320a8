"""How a meaning is tied to its anchor: one function for each kind of relation."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from data.dating.calendar import spans
from data.dating.calendar.naming import day_of, names_day, names_nothing, open_value, span_in
from data.dating.resolving.amounts import FINE, days_of_length, duration_value
from data.dating.resolving.anchors import anchored
from data.dating.resolving.beside import STEPS, days_beside
from data.dating.resolving.comparisons import compared, compares_with_now, ends_quarter_told, reported
from data.dating.resolving.completing import complete, completed
from data.dating.resolving.day_of_time import day_of_time, past_period_beside
from data.dating.resolving.nearness import (
    direction_of,
    on_its_weekday,
    on_side,
    running,
)
from data.dating.resolving.offsets import hours_away, units_away
from data.dating.resolving.outcome import NOTHING, SAID, Found, Resolved, known_or_open
from data.dating.resolving.restated import restated
from data.dating.story.told_days import MIDNIGHT
from data.days import civil
from data.model import Anchor

if TYPE_CHECKING:
    from data.dating.calendar.spans import Span
    from data.dating.resolving.context import Context
    from data.dating.wording.lengths import Bound
    from data.model import Meaning, Mention

_EVERY_DAY = Anchor("explicit", None, "of every such day")
# Beyond so many months no calendar is of use ("13 billion years ago").
_LONGEST = 12 * 100_000
# A quarter whose end lies so many days beside that of the one told before is another.
_THREE_QUARTERS = 280
# A day of a week or month is counted from no more than these.
_COARSEST = {"quotation": "week", "expression": "year"}


def resolved(meaning: Meaning, mention: Mention, context: Context) -> Resolved:
    """The days, value and anchor of a meaning where it stands."""
    if meaning.type in ("DURATION", "SET"):
        return _amount(meaning, mention, context)
    if meaning.reference is not None and meaning.base != "expression":
        return None, meaning.reference, Anchor("explicit", None, "names no date")
    match meaning.relation:
        case "complete":
            found = complete(meaning, mention, context)
        case "previous" | "current" | "next":
            found = _neighbour(meaning, mention, context)
        case "offset":
            found = _offset(meaning, mention, context)
        case _:
            found = _bare(meaning, mention, context)
    span, value, anchor = found
    if meaning.time is None or (span is None and value.endswith("_REF")):
        return found
    # A time of day takes the place of the one that its anchor has.
    return span, value.split("T")[0] + _begun(meaning), anchor


def _begun(meaning: Meaning) -> str:
    """The time of day of a meaning; "since midnight" is since the midnight with which the day began."""
    begins = meaning.role == "since" and meaning.time == MIDNIGHT and not names_day(meaning)
    return "T00:00" if begins else meaning.time or ""


def _anchor(meaning: Meaning, mention: Mention, context: Context) -> Found | None:
    """What a meaning is counted from: the day on which a quotation was said, or what the words ask for."""
    if (said := context.saying(mention)) is not None:
        spoken, published = _days_of(said, context), context.published_span
        # Nothing was said after it was printed.
        if spoken is not None and (published is None or spoken.start <= published.end):
            return spoken, Anchor("quotation", spoken.value, f"said {spoken.value}, as the text tells")
    return anchored(meaning.base, mention, context)


def _days_of(mention: Mention, context: Context) -> Span | None:
    """The days of another mention, which may stand before or after the present one."""
    return context.dated.get(mention.start_char) or resolved(mention.meaning, mention, context)[0]


def _bare(meaning: Meaning, mention: Mention, context: Context) -> Resolved:
    """A day or period whose rest is open: "Monday", "in June"."""
    told = _at_a_time(meaning, mention, context) or completed(meaning, mention, context)
    if told is not None:
        return told
    found = _anchor(meaning, mention, context)
    if found is None:
        return None, open_value(meaning), NOTHING
    base, anchor = found
    by_the_day = meaning.weekday is not None or (meaning.day is not None and meaning.month is None)
    if by_the_day and anchor.kind in _COARSEST and not spans.is_exact_to(base, _COARSEST[anchor.kind]):
        return None, open_value(meaning), anchor
    if anchor.kind == "expression":
        year = context.years.get(mention.start_char)
        span = running(meaning, base) if year is None else span_in(meaning, year)
        return known_or_open(on_its_weekday(meaning, span), meaning, anchor)
    tense = context.tense(mention)
    if tense is not None:
        anchor = replace(anchor, reason=f"{anchor.reason}, {tense.tense} tense '{tense.word}'")
    direction, listed = direction_of(tense, meaning), context.listed(mention)
    span = on_side(direction, meaning, base, listed, context.closing(mention))
    return known_or_open(span, meaning, anchor)


def _at_a_time(meaning: Meaning, mention: Mention, context: Context) -> Resolved | None:
    """A time of day whose day is told beside it, or that comes back every day."""
    if meaning.time is None or names_day(meaning):
        return None
    if context.of_every_day:
        return None, open_value(meaning), _EVERY_DAY
    told = _day_of_time(mention, context)
    if told is None and (beside := past_period_beside(mention, context)) is not None:
        anchor = Anchor("expression", beside.value, f"a day of {beside.value}, which the sentence names")
        return None, day_of(beside), anchor
    return None if told is None else known_or_open(told[0], meaning, told[1])


def _day_of_time(mention: Mention, context: Context) -> Found | None:
    """The day of a bare time of day: named close behind it, or before it."""
    # "From 10 p.m. to 5 a.m. on Friday": what ends is counted from what began.
    ends = mention.meaning.role == "to" and context.opened is not None
    following = None if ends else context.day_behind()
    day = None if following is None else _days_of(following, context)
    if day is None or following is None or day.unit != "day":
        return day_of_time(mention, context)
    named = day, Anchor("expression", day.value, "the day named after it in the sentence")
    return day_of_time(mention, context, named) if context.tells_saying(following) else named


def _neighbour(meaning: Meaning, mention: Mention, context: Context) -> Resolved:
    """A unit or name beside the anchor: "last June", "this week", "later that year"."""
    step = STEPS[meaning.relation]
    if (found := reported(meaning, mention, context)) is not None:
        return found[0], found[0].value, found[1]
    of_quarter = meaning.unit == "quarter" and (
        meaning.base == "expression" or ends_quarter_told(meaning, mention, context)
    )
    near = of_quarter and (not step or context.quarter_near(mention))
    if near and (told := _quarter_told(mention, context)):
        return known_or_open(spans.moved(told[0], "quarter", step) if step else told[0], meaning, told[1])
    of_day = (meaning.time is not None or meaning.unit == "day") and meaning.relation == "current"
    told = _day_of_time(mention, context) if of_day and meaning.base == "any" else None
    found = told or _anchor(meaning, mention, context)
    if found is None:
        return None, open_value(meaning), NOTHING
    base, anchor = found
    weekday_of_text = meaning.weekday is not None and anchor.kind == "expression"
    if step and weekday_of_text and not spans.is_exact_to(base, "week"):
        # "One evening in the spring of 1965 it was read. By the following Monday": of no known week.
        return None, open_value(meaning), anchor
    if step:
        lead = context.lead_for(meaning, base, anchor, step, mention)
        base, anchor = lead or context.period_told(meaning, base) or (base, anchor)
    if names_nothing(meaning) and anchor.kind == "expression" and context.follows_a_vague_past:
        return None, "PAST_REF", Anchor("explicit", None, "follows a past that has no date")
    if names_nothing(meaning):
        return (None, "PAST_REF", anchor) if anchor.kind == "published" else (base, base.value, anchor)
    return known_or_open(days_beside(meaning, mention, base, anchor, context), meaning, anchor)


def _quarter_told(mention: Mention, context: Context) -> Found | None:
    """The quarter that a report speaks of, which keeps the number that it gave it, whenever it ended."""
    gone_on = context.quarters.compared(mention.start_char, context.sentence_number) is None
    beside, latest = context.day_of_length(), context.last_quarter
    last = _days_of(beside[0], context) if beside is not None and beside[1] == "ends" else None
    # "In the comparable period ended Oct. 1, 1995" names none of the year that the report told.
    if last is not None and (gone_on or latest is None or abs(latest.end - last.end) > _THREE_QUARTERS):
        why = f"the three months to {last.value}"
        return spans.quarter_ended(last.end), Anchor("expression", last.value, why)
    if latest is None:
        return None
    return latest, Anchor("expression", latest.value, "the last quarter named before it")


def _offset(meaning: Meaning, mention: Mention, context: Context) -> Resolved:
    """So many units away from the anchor: "two years ago", "yesterday", "the following day"."""
    unit, count = meaning.unit or "day", meaning.count
    later = count is None and meaning.reference == "FUTURE_REF" and unit in FINE
    if later and (day := context.day_just_told) is not None:
        # "She died hours later".
        return day, day.value, Anchor("expression", day.value, f"on {day.value}, the day told just before it")
    if count is None:
        return None, meaning.reference or "PAST_REF", Anchor("explicit", None, "says no number")
    today = (unit, count, meaning.type) == ("day", 0, "DATE")
    if today and context.narrative and context.saying(mention) is None:
        return None, "PRESENT_REF", Anchor("explicit", None, "a narrative's own present")
    if (told := _told_already(meaning, mention, context)) is not None:
        return told
    compares = compares_with_now(meaning, context)
    found = anchored("published", mention, context) if compares else _anchor(meaning, mention, context)
    if found is None:
        return None, open_value(meaning), NOTHING
    if abs(count) * spans.MONTHS_OF_UNIT.get(unit, 0) > _LONGEST:
        return None, "PAST_REF" if count < 0 else "FUTURE_REF", found[1]
    if unit in FINE:
        return hours_away(unit, count, meaning, mention, found, context)
    return units_away(unit, count, meaning, mention, found, context)


def _told_already(meaning: Meaning, mention: Mention, context: Context) -> Resolved | None:
    """What is no step from an anchor: a period compared with one told, one of a year, one said once more."""
    if (found := compared(meaning, mention, context)) is not None:
        return found[0], found[0].value, found[1]
    if meaning.year is not None:
        # "The like period of 1988", once a report has gone on to nine months or a year.
        return known_or_open(spans.year_of(meaning.year), meaning, SAID)
    if (told := restated(meaning, mention, context)) is not None:
        return told[0], told[0].value, told[1]
    return None


def _amount(meaning: Meaning, mention: Mention, context: Context) -> Resolved:
    """A duration or a set: how long or how often, and its days if the text anchors it."""
    anchor = Anchor("explicit", None, "says how long" if meaning.type == "DURATION" else "says how often")
    if not meaning.amount:
        if meaning.type == "SET":
            return None, open_value(meaning) + (meaning.time or ""), anchor
        return None, "PXX", anchor
    value = duration_value(meaning.amount)
    if meaning.year is not None:
        whole = spans.year_of(meaning.year)
        return days_of_length(meaning.amount, meaning.bound or "begins", whole, value), value, anchor
    bound = meaning.bound
    if bound is not None and meaning.relation in STEPS and (found := _anchor(meaning, mention, context)):
        base, anchor = found
        whole = spans.year_of(civil(base.start).year + STEPS[meaning.relation])
        return days_of_length(meaning.amount, bound, whole, value), value, anchor
    if meaning.type == "DURATION":
        if (tied := _day_beside(meaning, context)) is not None:
            day, bound = tied
            anchor = Anchor("expression", day.value, f"{bound} {day.value}, which stands beside it")
            return days_of_length(meaning.amount, bound, day, value), value, anchor
        if bound is None and context.looks_back(mention):
            bound = "ends"
    if bound is None or (found := anchored("published", mention, context)) is None:
        return None, value, anchor
    base, anchor = found
    return days_of_length(meaning.amount, bound, base, value), value, anchor


def _day_beside(meaning: Meaning, context: Context) -> tuple[Span, Bound] | None:
    """The day beside a length of time on which it begins or ends, if it can be counted from there."""
    beside = context.day_of_length()
    if beside is None or meaning.bound not in (None, beside[1]):
        return None
    day = _days_of(beside[0], context)
    if day is None or not all(spans.is_exact_to(day, unit) for _, unit in meaning.amount):
        return None
    return day, beside[1]
