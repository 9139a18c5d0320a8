"""What words are counted from that ask for nothing ("in May", "the 15th"), if the text tells it by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.dating.calendar.naming import names_part_of_year
from data.dating.calendar.spans import is_exact_to, unit_span
from data.dating.resolving.outcome import to_expression, to_publication
from data.days import civil

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.dating.calendar.spans import Span
    from data.dating.resolving.context import Context
    from data.dating.resolving.outcome import Found
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
_THIS_WEEK = ("week", "DATE", "current", None)


def told_by_itself(mention: Mention, context: Context) -> Found | None:
    """What the words around a mention are about, for one that could be counted from anything; else None."""
    for rule in _RULES:
        if (found := rule(mention, context)) is not None:
            return found
    return None


def last_told(context: Context) -> Span | None:
    """The last date, of those that a narrative goes through where it is one."""
    return context.fine if context.narrative and context.fine is not None else context.reference


def _to_month_named(mention: Mention, context: Context) -> Found | None:
    """The month that the sentence has named, for a day of it ("the 15th")."""
    month = context.month_before if _is_day_of_month(mention.meaning) else None
    return None if month is None else to_expression(month, f"of {month.value}, the month named before it")


def _to_step_before(mention: Mention, context: Context) -> Found | None:
    """The date of another year from which a step of the same story goes on."""
    told = None if context.published_span is None else _told_before(mention, context)
    return None if told is None else to_expression(told, f"goes on from {told.value} just before it")


def _to_period_told(mention: Mention, context: Context) -> Found | None:
    """The period told just before, of which words name a part, or it again ("for the month")."""
    told = _period_told(mention, context)
    return None if told is None else to_expression(told, f"of {told.value}, told just before it")


def _to_writing(mention: Mention, context: Context) -> Found | None:
    """The day of writing, from which even a narrative looks ahead."""
    published = context.published_span
    ahead = published is not None and context.narrative and _is_ahead(mention, context)
    return to_publication(published) if published is not None and ahead else None


def _to_what_went_on(mention: Mention, context: Context) -> Found | None:
    """The last date, from which something went on that is told in the past."""
    reference = last_told(context)
    if context.published_span is None or reference is None or not _went_on(reference, mention, context):
        return None
    return to_expression(reference, f"went on from {reference.value}")


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


def _to_week_summed_up(mention: Mention, context: Context) -> Found | None:
    """The lead's day, if a sentence far behind it sums up ("For the week, bonds lost a point")."""
    meaning = mention.meaning
    if (meaning.unit, meaning.type, meaning.relation, meaning.mod) != _THIS_WEEK:
        return None
    opens = not context.narrative and context.opens_sentence(mention) and not context.is_dated_here
    lead = context.lead_day if opens and context.is_told_in("past", mention) else None
    return None if lead is None else to_expression(lead, f"of {lead.value}, with which the text begins")


def _is_day_of_month(meaning: Meaning) -> bool:
    """Whether words name the number of a day and nothing else ("on the 15th")."""
    return meaning.day is not None and meaning.month is None and meaning.weekday is None


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


# The first that finds something holds.
_RULES: tuple[Callable[[Mention, Context], Found | None], ...] = (
    _to_month_named,
    _to_step_before,
    _to_period_told,
    _to_week_summed_up,
    _to_writing,
    _to_what_went_on,
)
