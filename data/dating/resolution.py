"""Gives each mention its days: one function for each kind of relation."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from data.dating import spans
from data.dating.amounts import duration_value
from data.dating.anchors import Context
from data.dating.cues import cues_of
from data.dating.holidays import HOLIDAYS, holiday
from data.dating.narrative import is_narrative
from data.dating.spans import Span
from data.days import civil, month_length, ordinal, weekday
from data.model import Anchor, Expression

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.model import Meaning, Mention, Published, Sentence

#: What a relation function gives: the days, if they can be known, the value, and the anchor.
Resolved = tuple[Span | None, str, Anchor]
_FINEST_FIRST = (
    "day",
    "weekend",
    "week",
    "fortnight",
    "month",
    "quarter",
    "season",
    "half",
    "year",
    "decade",
)


def resolve(
    text: str,
    mentions: Sequence[Mention],
    sentences: Sequence[Sentence],
    published: Published,
    *,
    language: str = "en",
) -> tuple[Expression, ...]:
    """The expressions of a text with their values and days, one for each mention, in order.

    Args:
        text: the document's text.
        mentions: what :func:`data.tagging.tag` found in it.
        sentences: its sentences, in order; any split will do.
        published: its publication date, which may be an interval or unknown.
        language: the language whose tense words decide bare weekdays and months.
    """
    context = Context(text, list(sentences), published, cues_of(language),
                      narrative=is_narrative(mentions, published))  # fmt: skip
    return tuple([_expression(mention, context) for mention in mentions])


def _expression(mention: Mention, context: Context) -> Expression:
    meaning = mention.meaning
    span, value, anchor = _resolved(meaning, mention, context)
    start = end = precision = None
    if span is not None:
        start, end, precision = span.start, span.end, span.precision
        if meaning.end is not None:
            other, _, _ = _resolved(meaning.end, mention, context)
            if other is not None and other.end >= start:
                end = other.end
        if meaning.type in ("DATE", "TIME"):
            context.remember(span, mention.start_char)
    readings = tuple([(other.start, other.end) for doubt in meaning.doubt
                      if (other := _resolved(doubt, mention, context)[0]) is not None])  # fmt: skip
    return Expression(
        start_char=mention.start_char, end_char=mention.end_char,
        text=context.text[mention.start_char : mention.end_char],
        type=meaning.type, value=value, rule=mention.rule, mod=meaning.mod, quant=meaning.quant,
        freq=meaning.freq, start=start, end=end, precision=precision, anchor=anchor, role=meaning.role,
        readings=readings,
    )  # fmt: skip


def _resolved(meaning: Meaning, mention: Mention, context: Context) -> Resolved:
    if meaning.type in ("DURATION", "SET"):
        return _amount(meaning, context)
    if meaning.reference is not None:
        return None, meaning.reference, Anchor("explicit", None, None)
    match meaning.relation:
        case "complete":
            resolved = _complete(meaning)
        case "previous" | "current" | "next":
            resolved = _neighbour(meaning, context)
        case "offset":
            resolved = _offset(meaning, context)
        case _:
            resolved = _bare(meaning, mention, context)
    return _with_time(meaning, resolved)


def _with_time(meaning: Meaning, resolved: Resolved) -> Resolved:
    span, value, anchor = resolved
    if meaning.time is None:
        return resolved
    return span, (value if "T" not in value else value.split("T")[0]) + meaning.time, anchor


def _complete(meaning: Meaning) -> Resolved:
    """An expression that says all itself."""
    anchor = Anchor("explicit", None, "says its date itself")
    span = _span_in(meaning, meaning.year)
    if span is None:
        return None, "XXXX", anchor
    return span, span.value, anchor


def _span_in(meaning: Meaning, year: int | None) -> Span | None:
    """The stretch that a meaning names in a year; None if it names none."""
    if meaning.century is not None:
        if meaning.era == "BC":
            return spans.century_before_christ(meaning.century + 1)
        return spans.century_of(meaning.century)
    if meaning.decade is not None:
        return spans.decade_of(meaning.decade)
    if year is None:
        return None
    if meaning.era == "BC":
        year = 1 - year
    if meaning.month is not None:
        if meaning.day is not None:
            if meaning.day > month_length(year, meaning.month):
                return None
            return spans.day_span(ordinal(year, meaning.month, meaning.day))
        return spans.month_of(year, meaning.month)
    if meaning.holiday is not None and meaning.holiday in HOLIDAYS:
        return spans.day_span(holiday(meaning.holiday, year))
    if meaning.season is not None:
        return spans.season_of(year, meaning.season)
    if meaning.quarter is not None:
        return spans.quarter_of(year, meaning.quarter)
    if meaning.half is not None:
        return spans.half_of(year, meaning.half)
    if meaning.week is not None:
        return spans.numbered_week(year, meaning.week)
    span = spans.year_of(year)
    return replace(span, precision="fiscal-year") if meaning.fiscal else span


def _open_value(meaning: Meaning) -> str:
    """The value of what cannot be anchored, with X for what is not known."""
    if meaning.weekday is not None:
        return f"XXXX-WXX-{meaning.weekday}"
    if meaning.weekend:
        return "XXXX-WXX-WE"
    if meaning.month is not None:
        return f"XXXX-{meaning.month:02d}" + (f"-{meaning.day:02d}" if meaning.day is not None else "")
    if meaning.day is not None:
        return f"XXXX-XX-{meaning.day:02d}"
    for letter, number in (("Q", meaning.quarter), ("H", meaning.half)):
        if number is not None:
            return f"XXXX-{letter}{number}"
    if meaning.season is not None:
        return f"XXXX-{meaning.season}"
    unit = meaning.unit
    if meaning.time is not None:
        return "XXXX-XX-XX"
    return {"week": "XXXX-WXX", "month": "XXXX-XX", "day": "XXXX-XX-XX", "quarter": "XXXX-QX"}.get(
        unit or "", "XXXX"
    )


def _bare(meaning: Meaning, mention: Mention, context: Context) -> Resolved:
    """A day or period whose rest is open: "Monday", "in June"."""
    found = context.anchor(meaning.base)
    if found is None:
        return None, _open_value(meaning), Anchor("explicit", None, "nothing to count it from")
    base, anchor = found
    tense = context.tense(mention.start_char, mention.end_char)
    reason = anchor.reason or ""
    if tense is not None:
        reason += f", {tense[0]} tense '{tense[1]}'"
    anchor = replace(anchor, reason=reason)
    direction = 0 if tense is None else (1 if tense[0] == "future" else -1)
    if anchor.kind == "expression":
        direction = 1
    span = _nearest(meaning, base, direction)
    if span is None:
        return None, _open_value(meaning), anchor
    return span, span.value, anchor


def _nearest(meaning: Meaning, base: Span, direction: int) -> Span | None:
    """The stretch of that name nearest the base: after it (1), before it (-1), or in the past if 0."""
    if meaning.weekday is not None and meaning.month is None:
        ahead = (meaning.weekday - weekday(base.start)) % 7
        if ahead and direction < 1:
            ahead -= 7
        return spans.day_span(base.start + ahead)
    if meaning.weekend:
        return spans.weekend_span(base.start)
    year, month, _ = civil(base.start)
    if meaning.time is not None and meaning.month is None and meaning.day is None:
        return spans.day_span(base.start)
    if meaning.day is not None and meaning.month is None:
        if meaning.day > month_length(year, month):
            return None
        return spans.day_span(ordinal(year, month, meaning.day))
    candidates = [
        span for each in (year - 1, year, year + 1) if (span := _span_in(meaning, each)) is not None
    ]
    if not candidates:
        return None
    if meaning.decade is not None or meaning.century is not None:
        return candidates[0]
    if direction > 0:
        later = [span for span in candidates if span.end >= base.start]
        return later[0] if later else candidates[-1]
    earlier = [span for span in candidates if span.start <= base.end]
    return earlier[-1] if earlier else candidates[0]


def _neighbour(meaning: Meaning, context: Context) -> Resolved:
    """ "last June", "this week", "next year"."""
    found = context.anchor(meaning.base)
    if found is None:
        return None, _open_value(meaning), Anchor("explicit", None, "nothing to count it from")
    base, anchor = found
    step = {"previous": -1, "current": 0, "next": 1}[meaning.relation]
    if meaning.weekday is not None:
        ahead = (meaning.weekday - weekday(base.start)) % 7
        if step < 0:
            ahead = ahead - 7 if ahead else -7
        elif step > 0 and not ahead:
            ahead = 7
        span = spans.day_span(base.start + ahead)
    elif meaning.unit is not None:
        span = spans.moved(base, meaning.unit, step)
    else:
        year = civil(base.start).year
        candidates = [each for offset in (-1, 0, 1) if (each := _span_in(meaning, year + offset)) is not None]
        if step < 0:
            candidates = [each for each in candidates if each.end < base.start] or candidates[:1]
            span = candidates[-1]
        elif step > 0:
            candidates = [each for each in candidates if each.start > base.start] or candidates[-1:]
            span = candidates[0]
        else:
            span = candidates[1] if len(candidates) == 3 else candidates[0]
    return span, span.value, anchor


def _offset(meaning: Meaning, context: Context) -> Resolved:
    """So many units away from the anchor: "two years ago", "yesterday", "the following day"."""
    if meaning.count is None:
        reference = "PAST_REF" if meaning.base == "published" else "XXXX"
        return None, reference, Anchor("explicit", None, "says no number")
    found = context.anchor(meaning.base)
    unit = meaning.unit or "day"
    if found is None:
        return None, _open_value(meaning), Anchor("explicit", None, "nothing to count it from")
    base, anchor = found
    if unit in ("second", "minute", "hour"):
        return base, base.value, anchor
    if meaning.count != int(meaning.count) and unit in spans.MONTHS_OF_UNIT:
        span = spans.moved(base, "month", round(meaning.count * spans.MONTHS_OF_UNIT[unit]))
    else:
        span = spans.moved(base, unit, round(meaning.count))
    return span, span.value, anchor


def _amount(meaning: Meaning, context: Context) -> Resolved:
    """A duration or a set: how long or how often, and its days if the text anchors it."""
    return None, duration_value(meaning.amount) if meaning.amount else "PXX", Anchor("explicit", None, None)
