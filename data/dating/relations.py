"""How a meaning is tied to its anchor: one function for each kind of relation."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from data.dating import spans
from data.dating.amounts import duration_value
from data.dating.anchors import anchored
from data.dating.naming import (
    full_year,
    names_nothing,
    names_part_of_year,
    nearest,
    open_value,
    running,
    span_in,
)
from data.days import civil, weekday
from data.model import Anchor

if TYPE_CHECKING:
    from data.dating.context import Context
    from data.dating.spans import Span
    from data.model import Meaning, Mention

#: What a relation function gives: the days, if they can be known, the value, and the anchor.
Resolved = tuple["Span | None", str, Anchor]

_NOTHING = Anchor("explicit", None, "nothing in the text to count it from")
_SAID = Anchor("explicit", None, "says its date itself")
# A season or month of the same calendar year seems so many days nearer to "this".
_SAME_YEAR = 90
# Beyond so many months no calendar is of use ("13 billion years ago").
_LONGEST = 12 * 100_000
_FINE = ("second", "minute", "hour")
_A_DAY = {"hour": 24, "minute": 1_440, "second": 86_400}
# A day of a week or month is counted from no more than these.
_COARSEST = {"quotation": "week", "expression": "year"}
_STEPS = {"previous": -1, "current": 0, "next": 1}


def resolved(meaning: Meaning, mention: Mention, context: Context) -> Resolved:
    """The days, value and anchor of a meaning where it stands."""
    if meaning.type in ("DURATION", "SET"):
        return _amount(meaning, mention, context)
    if meaning.reference is not None and meaning.base != "expression":
        return None, meaning.reference, Anchor("explicit", None, "names no date")
    match meaning.relation:
        case "complete":
            found = _complete(meaning, context)
        case "previous" | "current" | "next":
            found = _neighbour(meaning, mention, context)
        case "offset":
            found = _offset(meaning, mention, context)
        case _:
            found = _bare(meaning, mention, context)
    if meaning.time is None:
        return found
    span, value, anchor = found
    return span, (value if "T" not in value else value.split("T")[0]) + meaning.time, anchor


def _complete(meaning: Meaning, context: Context) -> Resolved:
    """An expression that says all itself."""
    year = meaning.year
    if year is not None and meaning.short_year:
        year = full_year(year, context.published_span)
    if year is not None and meaning.era == "BC":
        year = 1 - year
    span = span_in(meaning, year)
    if span is None:
        return None, open_value(meaning), _SAID
    return span, span.value, _SAID


def _anchor(meaning: Meaning, mention: Mention, context: Context) -> tuple[Span, Anchor] | None:
    """What a meaning is counted from: the day on which a quotation was said, or what the words ask for."""
    if (said := context.saying(mention)) is not None:
        spoken = context.dated.get(said.start_char) or resolved(said.meaning, said, context)[0]
        if spoken is not None:
            return spoken, Anchor("quotation", spoken.value, f"said {spoken.value}, as the text tells")
    return anchored(meaning.base, mention, context)


def _bare(meaning: Meaning, mention: Mention, context: Context) -> Resolved:
    """A day or period whose rest is open: "Monday", "in June"."""
    names_day = (meaning.weekday, meaning.month, meaning.day, meaning.holiday) != (None,) * 4
    if meaning.time is not None and not names_day:
        if (following := context.day_behind()) is not None:
            base, _, _ = resolved(following.meaning, following, context)
            if base is not None and base.unit == "day":
                return (
                    base,
                    base.value,
                    Anchor("expression", base.value, "the day named after it in the sentence"),
                )
        if (found := context.day_beside(mention)) is not None:
            base, anchor = found
            return base, base.value, anchor
    opened = context.opened_for(meaning)
    if opened is not None:
        found = opened, Anchor("expression", opened.value, f"ends what began {opened.value}")
    else:
        found = _anchor(meaning, mention, context)
    if found is None:
        return None, open_value(meaning), _NOTHING
    base, anchor = found
    by_the_day = meaning.weekday is not None or (meaning.day is not None and meaning.month is None)
    if opened is not None:
        span = nearest(meaning, base, 2)
        if span is not None and span.start < base.start:
            # "From April to March": the end lies in the next year.
            span = span_in(meaning, civil(base.start).year + 1) or span
    elif by_the_day and anchor.kind in _COARSEST and not spans.is_exact_to(base, _COARSEST[anchor.kind]):
        span = None
    elif anchor.kind == "expression":
        year = context.years.get(mention.start_char)
        span = running(meaning, base) if year is None else span_in(meaning, year)
    else:
        tense = context.tense(mention)
        if tense is not None:
            anchor = replace(anchor, reason=f"{anchor.reason}, {tense.tense} tense '{tense.word}'")
        direction = 0 if tense is None else (1 if tense.tense == "future" else -1) * (2 if tense.sure else 1)
        if meaning.quarter is not None and direction > 0:
            # What "will be reported for the third quarter" is mostly of the one that has just ended.
            direction = 0
        span = nearest(meaning, base, direction)
        before = context.listed(mention)
        second = None if before is None else running(meaning, before)
        if before is not None and second is not None:
            # "November and December": the second goes on from the first, unless the tense forbids it.
            goes_on = direction >= 0 or before.start > base.end or second.start <= base.end
            span = second if goes_on else span
    if span is None:
        return None, open_value(meaning), anchor
    return span, span.value, anchor


def _neighbour(meaning: Meaning, mention: Mention, context: Context) -> Resolved:
    """A unit or name beside the anchor: "last June", "this week", "later that year"."""
    if meaning.unit == "quarter" and meaning.base == "expression" and meaning.relation == "current":
        # A company's quarter keeps the number that the report gave it, whenever it ended.
        beside = None if context.quarters.near(mention.start_char) else context.day_of_length()
        if (
            beside is not None
            and beside[1] == "ends"
            and (last := resolved(beside[0].meaning, beside[0], context)[0]) is not None
        ):
            quarter = spans.quarter_ended(last.end)
            return (
                quarter,
                quarter.value,
                Anchor("expression", last.value, f"the three months to {last.value}"),
            )
        if (latest := context.quarters.last(context.published_span)) is not None:
            why = "the last quarter named before it"
            return latest, latest.value, Anchor("expression", latest.value, why)
    part_of_day = meaning.time is not None and meaning.base == "any" and meaning.relation == "current"
    found = (context.day_beside(mention) if part_of_day else None) or _anchor(meaning, mention, context)
    if found is None:
        return None, open_value(meaning), _NOTHING
    base, anchor = found
    step = _STEPS[meaning.relation]
    if meaning.weekday is not None and meaning.unit == "week":
        span: Span | None = spans.day_span(spans.moved(base, "week", step).start + meaning.weekday - 1)
    elif meaning.weekday is not None:
        ahead = (meaning.weekday - weekday(base.start)) % 7
        tense = context.tense(mention, ahead=True) if not step and anchor.kind == "published" else None
        # "This Monday" with a past tense is the one that has just been.
        passed = step < 0 or (ahead > 0 and tense is not None and tense.tense == "past")
        # "Tuesday week" is the second Tuesday from now.
        weeks = 0 if meaning.count is None else 7 * (int(meaning.count) - 1)
        span = spans.day_span(base.start + weeks + (ahead - 7 if passed else ahead or (7 if step else 0)))
    elif meaning.weekend:
        back = 7 if step < 0 else 0
        span = spans.weekend_span(base.start - back + (7 if step > 0 and weekday(base.start) > 5 else 0))
    elif meaning.unit == "year" and names_part_of_year(meaning):
        span = span_in(meaning, civil(base.start).year + step)
    elif names_nothing(meaning):
        if anchor.kind == "published":
            return None, "PAST_REF", anchor
        span = base
    elif meaning.unit is not None:
        fine = context.finest(meaning, base) if anchor.kind == "expression" else base
        span = spans.moved(fine, meaning.unit, step) if spans.is_exact_to(fine, meaning.unit) else None
        if span is not None and meaning.fiscal:
            span = replace(span, precision="fiscal-year")
    else:
        span = _named_neighbour(meaning, base, step, skips=context.last_skips)
    if span is None:
        return None, open_value(meaning), anchor
    return span, span.value, anchor


def _named_neighbour(meaning: Meaning, base: Span, step: int, *, skips: bool) -> Span | None:
    """Of a name, the one before or after the anchor: "last June", in July a year old if a language skips."""
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
        ahead = [each for each in candidates if each.start > base.end]
        return ahead[0] if ahead else None

    def distance(each: Span) -> int:
        # "This fall" said in spring is the one to come, though the last one is nearer.
        off = max(each.start - base.end, base.start - each.end, 0)
        return off - _SAME_YEAR if civil(each.start).year == year else off

    return min(candidates, key=distance)


def _offset(meaning: Meaning, mention: Mention, context: Context) -> Resolved:
    """So many units away from the anchor: "two years ago", "yesterday", "the following day"."""
    unit = meaning.unit or "day"
    if meaning.count is None:
        vague = "PAST_REF" if meaning.base == "published" else "XXXX"
        return None, vague, Anchor("explicit", None, "says no number")
    today = (unit, meaning.count, meaning.type) == ("day", 0, "DATE")
    if today and context.narrative and context.saying(mention) is None:
        return None, "PRESENT_REF", Anchor("explicit", None, "a narrative's own present")
    quarters = context.quarters
    quarter = quarters.near(mention.start_char) if unit == "year" else quarters.last(context.published_span)
    if (unit, meaning.count) in (("year", -1), ("quarter", -4)) and quarter is not None:
        span = spans.moved(quarter, "quarter", -4)
        if meaning.year is not None:
            span = spans.moved(quarter, "quarter", 4 * (meaning.year - civil(quarter.start).year))
        return (
            span,
            span.value,
            Anchor("expression", quarter.value, "the quarter named before it, a year back"),
        )
    # In news "a year earlier" compares with now, whatever year was named before it; not behind "last year".
    compares = unit == "year" and meaning.count == -1 and not context.narrative and context.names_years
    compares = compares and not context.follows_last_year
    found = anchored("published", mention, context) if compares else _anchor(meaning, mention, context)
    if found is None:
        return None, open_value(meaning), _NOTHING
    base, anchor = found
    if abs(meaning.count) * spans.MONTHS_OF_UNIT.get(unit, 0) > _LONGEST:
        return None, "PAST_REF" if meaning.count < 0 else "FUTURE_REF", anchor
    if unit in _FINE:
        base = spans.day_span(base.start + int(meaning.count / _A_DAY[unit])) if base.unit == "day" else base
        return base, base.value, anchor
    if meaning.base == "expression":
        base = context.finest(meaning, base)
        if unit in ("week", "fortnight") and base.unit == "day":
            # The words are exact to the week, but what follows them is counted from that very day.
            context.exact = spans.day_span(base.start + round(meaning.count * spans.DAYS_OF_UNIT[unit]))
    if not spans.is_exact_to(base, "day" if meaning.exact else unit):
        return None, open_value(meaning), anchor
    if meaning.exact:
        span = spans.day_span(
            spans.shifted_months(base.start, round(meaning.count * spans.MONTHS_OF_UNIT[unit]))
            if unit in spans.MONTHS_OF_UNIT
            else base.start + round(meaning.count * spans.DAYS_OF_UNIT[unit])
        )
    elif meaning.count != int(meaning.count) and unit in spans.MONTHS_OF_UNIT:
        months = round(meaning.count * spans.MONTHS_OF_UNIT[unit])
        span = spans.moved(base, *(("month", months) if months % 12 else ("year", months // 12)))
    else:
        span = spans.moved(base, unit, round(meaning.count))
    return span, span.value, anchor


def _amount(meaning: Meaning, mention: Mention, context: Context) -> Resolved:
    """A duration or a set: how long or how often, and its days if the text anchors it."""
    anchor = Anchor("explicit", None, "says how long" if meaning.type == "DURATION" else "says how often")
    if not meaning.amount:
        if meaning.type == "SET":
            return None, open_value(meaning) + (meaning.time or ""), anchor
        return None, "PXX", anchor
    value = duration_value(meaning.amount)
    span = None
    if meaning.type == "DURATION" and meaning.year is None:
        beside = context.day_of_length()
        if beside is not None and meaning.bound in (None, beside[1]):
            day, bound = beside
            base = context.dated.get(day.start_char) or resolved(day.meaning, day, context)[0]
            if base is not None and all(spans.is_exact_to(base, unit) for _, unit in meaning.amount):
                verb = "begins" if bound == "begins" else "ends"
                anchor = Anchor("expression", base.value, f"{verb} {base.value}, which stands beside it")
                return _bounded(replace(meaning, bound=bound), base, value), value, anchor
        if meaning.bound is None and context.looks_back(mention):
            meaning = replace(meaning, bound="ends")
    if meaning.year is not None:
        span = _bounded(meaning, spans.year_of(meaning.year), value)
    elif meaning.bound is not None and (found := anchored("published", mention, context)) is not None:
        base, anchor = found
        span = _bounded(meaning, base, value)
    return span, value, anchor


def _bounded(meaning: Meaning, base: Span, value: str) -> Span | None:
    """The days of a duration that ends or begins at its anchor."""
    day = base.end + 1 if meaning.bound == "ends" else base.start
    for count, unit in meaning.amount:
        if count is None or unit in _FINE:
            return None
        signed = -count if meaning.bound == "ends" else count
        if unit in spans.DAYS_OF_UNIT:
            day += round(signed * spans.DAYS_OF_UNIT[unit])
        else:
            day = spans.shifted_months(day, round(signed * spans.MONTHS_OF_UNIT[unit]))
    start, end = (day, base.end) if meaning.bound == "ends" else (base.start, day - 1)
    return spans.Span(start, end, "day", value, "day") if start <= end else None
