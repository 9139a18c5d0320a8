"""The days that lie so many units away from an anchor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.dating.calendar import spans
from data.dating.calendar.naming import open_value
from data.dating.resolving.anchors import anchored, gone_on_from, hours_gone_on_from, is_told_nowhere
from data.dating.resolving.nearness import counted, moved_first
from data.dating.resolving.outcome import NOTHING, Found, Resolved

if TYPE_CHECKING:
    from data.dating.resolving.context import Context
    from data.model import Meaning, Mention

# A season is so many months long.
_MONTHS_OF_SEASON = spans.MONTHS_OF_UNIT["season"]
_A_DAY = {"hour": 24, "minute": 1_440, "second": 86_400}


def hours_away(
    unit: str, count: float, meaning: Meaning, mention: Mention, found: Found, context: Context
) -> Resolved:
    """The day that so many hours, minutes or seconds lead to: "five hours later"."""
    base, anchor = hours_gone_on_from(found[0], meaning, mention, context) or found
    if meaning.base == "expression" and (
        reached := context.minutes_away(base, count * _A_DAY["minute"] / _A_DAY[unit])
    ):
        day, context.clock = reached
    else:
        day = spans.day_span(base.start + int(count / _A_DAY[unit])) if base.unit == "day" else base
    return day, day.value, anchor


def units_away(
    unit: str, count: float, meaning: Meaning, mention: Mention, found: Found, context: Context
) -> Resolved:
    """The days that lie so many units away from an anchor, as far as that is known exactly enough."""
    base, anchor = found
    if meaning.base == "expression":
        base, anchor = _base_told(unit, count, meaning, mention, found, context)
        by_the_season = base.unit == "season" and unit == "month" and not count % _MONTHS_OF_SEASON
        if by_the_season and meaning.exact is None:
            # "Hired in the fall of 2009 and fired six months later": in the spring.
            unit, count = "season", count / _MONTHS_OF_SEASON
    if not spans.is_exact_to(base, meaning.exact or unit):
        now = anchored("published", mention, context) if context.compares_far_from_dates(meaning) else None
        if now is None:
            return None, open_value(meaning), anchor
        base, anchor = now
    if meaning.weekday is not None or meaning.shift:
        base = moved_first(meaning, base)
    span = counted(base, unit, count, meaning.exact)
    if (behind := gone_on_from(span, meaning, mention, context)) is not None:
        base, anchor = behind
        if not spans.is_exact_to(base, meaning.exact or unit):
            return None, open_value(meaning), anchor
        span = counted(base, unit, count, meaning.exact)
    elif is_told_nowhere(span, meaning, mention, anchor, context):
        return None, open_value(meaning), NOTHING
    return span, span.value, anchor


def _base_told(
    unit: str, count: float, meaning: Meaning, mention: Mention, found: Found, context: Context
) -> Found:
    """What is counted from where that is an earlier expression: the finest day known of it, or the lead's."""
    base = context.finest(meaning, found[0])
    if unit in ("week", "fortnight") and base.unit == "day":
        # The words are exact to the week, but what follows them is counted from that very day.
        context.exact = counted(base, unit, count, "day")
    return context.lead_for(meaning, base, found[1], round(count), mention) or (base, found[1])
