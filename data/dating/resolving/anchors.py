"""What an expression is counted from: the publication date or an earlier expression, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.dating.calendar.spans import is_exact_to
from data.dating.resolving.nearness import counted, nearest
from data.dating.resolving.outcome import to_expression, to_publication
from data.dating.resolving.unasked import last_told, told_by_itself

if TYPE_CHECKING:
    from data.dating.calendar.spans import Span
    from data.dating.resolving.context import Context
    from data.dating.resolving.outcome import Found
    from data.model import Anchor, Meaning, Mention

# "The day before", told of the past behind a day ahead, is that before one of the last days.
_WEEK = 7
# The news that a text begins with, before it goes back in time, is at most so many days old.
_NEWS = 60


def anchored(base: str, mention: Mention, context: Context) -> Found | None:
    """The anchor that words ask for ("published", "expression" or "any"); None if there is none."""
    match base:
        case "published":
            published = context.published_span
            if published is not None and not _runs_on(mention, context):
                return to_publication(published)
            return _as_it_runs_on(context.reference, base, mention, context)
        case "expression":
            return _to_last_told(mention, context)
    told = told_by_itself(mention, context)
    return told or _as_it_runs_on(last_told(context), base, mention, context)


def _to_last_told(mention: Mention, context: Context) -> Found | None:
    """The date that words follow which ask for one ("a week earlier"), or the day of writing."""
    reference, published = context.reference, context.published_span
    if published is None and context.follows_undated:
        # "In June last year. Later that year": an older year is none of it.
        return None
    if reference is None:
        return _as_it_runs_on(None, "expression", mention, context)
    if published is not None and _looks_back_to_now(reference, mention, context):
        return _to_day_behind(published, mention.meaning, context)
    shown = context.text[mention.start_char : mention.end_char]
    followed = context.finest(mention.meaning, reference)
    return to_expression(followed, f"'{shown}' follows {followed.value}")


def _as_it_runs_on(reference: Span | None, base: str, mention: Mention, context: Context) -> Found | None:
    """The last date where a text runs on from it, as a narrative does, else the day of writing."""
    published = context.published_span
    if published is None and not _can_stand_in(reference, base, mention, context):
        return None
    known = published is not None and reference is not None and _lacks_a_day(reference, mention)
    if reference is not None and not known and (context.narrative or published is None):
        return to_expression(reference, f"the text runs on from {reference.value}")
    is_news = published is not None and _is_news(mention, published)
    if context.narrative and not is_news and (ahead := context.named_ahead()) is not None:
        return to_expression(ahead, "the first date after it that names its year")
    return None if published is None else to_publication(published)


def gone_on_from(span: Span, meaning: Meaning, mention: Mention, context: Context) -> Found | None:
    """What "a year later" goes on from in news if, counted from the last date, it would lie ahead.

    "He died in 1971 near the trees that today line the road. A year later she moved": of what is told in the
    past, the last date before the day of writing is meant.
    """
    unit = meaning.unit or "day"
    published, behind = context.published_span, context.behind.last(meaning.exact or unit)
    if published is None or behind is None or context.narrative or meaning.base != "expression":
        return None
    if not _would_lie_ahead(span, published, mention, context):
        return None
    for told in context.behind.exact_to(meaning.exact or unit):
        # "Killed in 1982. He was charged on Tuesday. A commission 11 years later ...": after the killing.
        if counted(told, unit, meaning.count or 0, meaning.exact).start <= published.end:
            behind = told
            break
    return to_expression(behind, f"goes on from {behind.value}, as it lies in the past")


def hours_gone_on_from(base: Span, meaning: Meaning, mention: Mention, context: Context) -> Found | None:
    """What "an hour later" goes on from where the last date lies ahead, but the past is told.

    "The trial opens on Monday. Police came to the house on Friday. An hour later he was dead": if no date has
    passed, the day of writing is meant.
    """
    published = context.published_span
    if published is None or context.narrative or meaning.base != "expression":
        return None
    if not _would_lie_ahead(base, published, mention, context):
        return None
    behind = context.behind.last("day")
    if behind is None or not is_exact_to(behind, "day"):
        return to_publication(published)
    return to_expression(behind, f"goes on from {behind.value}, as it lies in the past")


def is_told_nowhere(span: Span, meaning: Meaning, mention: Mention, anchor: Anchor, context: Context) -> bool:
    """Whether "two years later" of the past would lie ahead, as nothing it could be counted from is told."""
    published = context.published_span
    if published is None or meaning.base != "expression" or anchor.kind != "published":
        return False
    return _would_lie_ahead(span, published, mention, context)


def _would_lie_ahead(span: Span, published: Span, mention: Mention, context: Context) -> bool:
    """Whether days lie ahead of the day of writing, which may be one off, though the past is told."""
    return span.start > published.end + 1 and context.is_told_in("past", mention)


def _can_stand_in(reference: Span | None, base: str, mention: Mention, context: Context) -> bool:
    """Whether a date may stand in for an unknown publication date; in news none may for "last week".

    A weekday needs a day to be counted from: the year named last would give one of its first days.
    """
    if base == "expression":
        return True
    if not context.narrative and (reference is None or base == "published"):
        return False
    if reference is None:
        return base != "published"
    if not context.narrative and reference.is_coarse:
        return False  # a year that news mentions is not the year of its "June"
    return not _lacks_a_day(reference, mention)


def _lacks_a_day(reference: Span, mention: Mention) -> bool:
    """Whether what is told by the week is to be counted from something longer than a day."""
    meaning = mention.meaning
    bare_weekday = meaning.weekday is not None and meaning.month is None
    by_the_week = bare_weekday or meaning.weekend or meaning.unit in ("week", "weekend")
    return by_the_week and reference.unit != "day"


def _is_news(mention: Mention, published: Span) -> bool:
    """Whether a bare day with which a text begins lies just before publication: "died on Aug. 14"."""
    meaning = mention.meaning
    span = nearest(meaning, published, -1) if meaning.relation == "bare" and meaning.day is not None else None
    return span is not None and 0 <= published.start - span.start <= _NEWS


def _is_day_before(meaning: Meaning) -> bool:
    """Whether words name the day before another ("the previous day")."""
    return (meaning.relation, meaning.unit) == ("previous", "day")


def _to_day_behind(published: Span, meaning: Meaning, context: Context) -> Found:
    """The day of writing, or for "the day before" the last that news has told, if that is not long past."""
    days = context.behind.exact_to("day") if _is_day_before(meaning) else []
    if days and published.start - days[0].start <= _WEEK:
        return to_expression(days[0], f"goes on from {days[0].value}, as it lies in the past")
    return to_publication(published)


def _looks_back_to_now(reference: Span, mention: Mention, context: Context) -> bool:
    """Whether "a week earlier" or "the day before" of the past stands behind a date to come."""
    meaning, published = mention.meaning, context.published_span
    if published is None or context.narrative or reference.start <= published.end:
        return False
    offset = meaning.relation == "offset" and (meaning.count or 0) < 0
    if not (offset or _is_day_before(meaning)) or meaning.time is not None:
        return False
    if (meaning.unit, reference.unit) == ("year", "year") and context.is_dated_here:
        # "It will be 9% by 2015, up from 6% three years earlier".
        return False
    return context.is_told_in("past", mention)


def _runs_on(mention: Mention, context: Context) -> bool:
    """Whether a word that counts from now ("two years ago") is one of a narrative's own time."""
    return context.narrative and context.reference is not None and mention.meaning.unit != "day"
