"""What an expression is counted from: the publication date or an earlier expression, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.dating.calendar.naming import names_part_of_year
from data.dating.calendar.spans import is_exact_to, unit_span
from data.dating.resolving.nearness import counted, nearest
from data.days import civil
from data.model import Anchor

if TYPE_CHECKING:
    from data.dating.calendar.spans import Span
    from data.dating.resolving.context import Context
    from data.model import Meaning, Mention

# "The week", "the month" of figures is that of a date told just before, of these units, so many days ago;
# "the decade" and "the year" are those of a date told so, however long ago.
_PERIODS = {
    "week": (("day", "week"), 13),
    "month": (("day", "month"), 62),
    "decade": (("day", "month", "season", "year", "decade"), 90_000),
    "year": (("day", "month", "season", "year"), 90_000),
}
# Of a year or decade told so a part may be meant, too ("the end of the year").
_PARTED = ("year", "decade")
# The news that a text begins with, before it goes back in time, is at most so many days old.
_NEWS = 60


def anchored(base: str, mention: Mention, context: Context) -> tuple[Span, Anchor] | None:
    """The anchor that words ask for ("published", "expression" or "any"); None if there is none."""
    published, reference = context.published_span, context.reference
    if base == "published" and published is not None and not _runs_on(mention, context):
        return _to_publication(published)
    if base == "any" and _is_day_of_month(mention.meaning) and (month := context.month_before) is not None:
        return _to_expression(month, f"of {month.value}, the month named before it")
    if base == "any" and published is not None and (told := _told_before(mention, context)) is not None:
        return _to_expression(told, f"goes on from {told.value} just before it")
    if base == "any" and published is not None and (told := _period_told(mention, context)) is not None:
        return _to_expression(told, f"of {told.value}, told just before it")
    if base == "any" and (told := _week_summed_up(mention, context)) is not None:
        return _to_expression(told, f"of {told.value}, with which the text begins")
    if base == "any" and published is not None and context.narrative and _is_ahead(mention, context):
        return _to_publication(published)
    if base == "any" and context.narrative and context.fine is not None:
        reference = context.fine
    if (
        base == "any"
        and published is not None
        and reference is not None
        and _went_on(reference, mention, context)
    ):
        return _to_expression(reference, f"went on from {reference.value}")
    if published is None and not _can_stand_in(reference, base, mention, context):
        return None
    if reference is not None and base == "expression" and _looks_back_to_now(reference, mention, context):
        return _to_publication(published) if published is not None else None
    if reference is not None and base == "expression":
        shown = context.text[mention.start_char : mention.end_char]
        followed = context.finest(mention.meaning, reference)
        return _to_expression(followed, f"'{shown}' follows {followed.value}")
    known = published is not None and reference is not None and _lacks_a_day(reference, mention)
    if reference is not None and not known and (context.narrative or published is None):
        return _to_expression(reference, f"the text runs on from {reference.value}")
    is_news = published is not None and _is_news(mention, published)
    if context.narrative and not is_news and (ahead := context.named_ahead()) is not None:
        return _to_expression(ahead, "the first date after it that names its year")
    return None if published is None else _to_publication(published)


def gone_on_from(
    span: Span, meaning: Meaning, mention: Mention, context: Context
) -> tuple[Span, Anchor] | None:
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
    return _to_expression(behind, f"goes on from {behind.value}, as it lies in the past")


def hours_gone_on_from(
    base: Span, meaning: Meaning, mention: Mention, context: Context
) -> tuple[Span, Anchor] | None:
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
        return _to_publication(published)
    return _to_expression(behind, f"goes on from {behind.value}, as it lies in the past")


def is_told_nowhere(span: Span, meaning: Meaning, mention: Mention, anchor: Anchor, context: Context) -> bool:
    """Whether "two years later" of the past would lie ahead, as nothing it could be counted from is told."""
    published = context.published_span
    if published is None or meaning.base != "expression" or anchor.kind != "published":
        return False
    return _would_lie_ahead(span, published, mention, context)


def _would_lie_ahead(span: Span, published: Span, mention: Mention, context: Context) -> bool:
    """Whether days lie ahead of the day of writing, which may be one off, though the past is told."""
    return span.start > published.end + 1 and context.is_told_in("past", mention)


def _to_publication(published: Span) -> tuple[Span, Anchor]:
    return published, Anchor("published", published.value, f"published {published.value}")


def _to_expression(span: Span, why: str) -> tuple[Span, Anchor]:
    return span, Anchor("expression", span.value, why)


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


def _is_day_of_month(meaning: Meaning) -> bool:
    """Whether words name the number of a day and nothing else ("on the 15th")."""
    return meaning.day is not None and meaning.month is None and meaning.weekday is None


def _told_before(mention: Mention, context: Context) -> Span | None:
    """The date of another year that a bare month follows in the next sentence; None if there is none.

    "He entered the flat on 3 March 2015. On 5 March he was seen": even news tells such steps in order.
    """
    meaning, fine, story = mention.meaning, context.fine, context.another_year
    if context.narrative or meaning.month is None or meaning.weekday is not None:
        return None
    if not story.goes_on(context.sentence_number):
        return None
    if not story.is_in_paragraph(context.text, mention.start_char):
        return None
    if fine is None or (not fine.is_coarse and meaning.month < civil(fine.start).month):
        # Steps go forward: an earlier month is of the year of writing.
        return None
    # "In October 1981, days after he was shot on Oct. 6": of the same sentence only what lies as near.
    beside = story.is_dated_in(context.sentence_number) and _lies_near(meaning, fine)
    if not (beside or context.opens_sentence(mention)):
        return None
    tense = context.tense(mention)
    return fine if tense is None or tense.tense == "past" else None


def _period_told(mention: Mention, context: Context) -> Span | None:
    """The past date of whose week, month or decade words tell: "They fell in October. For the month"."""
    meaning, reference, published = mention.meaning, context.reference, context.published_span
    if context.narrative or reference is None or published is None or meaning.unit not in _PERIODS:
        return None
    if (meaning.type, meaning.relation) != ("DATE", "current"):
        return None
    this_year = reference.end >= unit_span("year", published.start).start
    parted = context.sentence_before is None and not context.is_dated_here
    if meaning.unit == "year" and (meaning.mod is None or this_year or parted):
        # "For the year" is that of the report, whatever year it compares with or told a paragraph before.
        return None
    if meaning.mod and meaning.unit not in _PARTED and not context.is_dated_here:
        # "It rose in December, though little early in the month".
        return None
    if meaning.day is not None or meaning.weekday is not None or meaning.role == "since":
        # "Since the beginning of the year" goes on until now.
        return None
    units, longest = _PERIODS[meaning.unit]
    if reference.unit not in units or not 0 < published.start - reference.end <= longest:
        return None
    if next(reversed(context.dated), -1) < context.start_of_sentence_before:
        return None
    return reference if context.is_told_in("past", mention) else None


def _week_summed_up(mention: Mention, context: Context) -> Span | None:
    """The lead's day, if a sentence far behind it sums up ("For the week, bonds lost a point")."""
    meaning = mention.meaning
    if (meaning.unit, meaning.type, meaning.relation, meaning.mod) != ("week", "DATE", "current", None):
        return None
    opens = not context.narrative and context.opens_sentence(mention) and not context.is_dated_here
    return context.lead_day if opens and context.is_told_in("past", mention) else None


def _lies_near(meaning: Meaning, fine: Span) -> bool:
    """Whether a bare date is of the month of the last date exact to it, or of the next."""
    if fine.unit not in ("day", "month") or meaning.month is None:
        return False
    return meaning.month - civil(fine.start).month in (0, 1)


def _is_ahead(mention: Mention, context: Context) -> bool:
    """Whether even a narrative looks ahead from its day of writing: "he will return in July"."""
    bare = mention.meaning.relation == "bare" and names_part_of_year(mention.meaning)
    return bare and context.looks_ahead(mention)


def _went_on(reference: Span, mention: Mention, context: Context) -> bool:
    """Whether a day ahead of its anchor is told in the past: "through three days" of Slavic languages."""
    meaning = mention.meaning
    if meaning.relation != "offset" or meaning.count is None or meaning.count <= 0:
        return False
    if not is_exact_to(reference, meaning.unit or "day"):
        return False
    return context.is_told_in("past", mention)


def _looks_back_to_now(reference: Span, mention: Mention, context: Context) -> bool:
    """Whether "a week earlier", told of the past, stands behind a date ahead: it is counted from now."""
    meaning, published = mention.meaning, context.published_span
    if published is None or context.narrative or reference.start <= published.end:
        return False
    if meaning.relation != "offset" or meaning.time is not None or (meaning.count or 0) >= 0:
        return False
    if (meaning.unit, reference.unit) == ("year", "year") and context.is_dated_here:
        # "It will be 9% by 2015, up from 6% three years earlier".
        return False
    return context.is_told_in("past", mention)


def _runs_on(mention: Mention, context: Context) -> bool:
    """Whether a word that counts from now ("two years ago") is one of a narrative's own time."""
    return context.narrative and context.reference is not None and mention.meaning.unit != "day"
