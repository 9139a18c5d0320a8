"""What "a year earlier" compares with: the quarter of a report, or now."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.dating.calendar.spans import Span
    from data.dating.resolving.context import Context
    from data.model import Meaning, Mention


def quarter_compared(meaning: Meaning, mention: Mention, context: Context) -> Span | None:
    """The quarter of a report that "a year earlier" or "four quarters ago" compares with the present one."""
    if meaning.exact is not None:
        # "A year ago this week" says itself what it is exact to.
        return None
    if (meaning.unit, meaning.count) == ("year", -1):
        # "A year ago" at the head of a sentence tells of that time, and compares nothing.
        tells = meaning.base == "published" and context.opens_sentence(mention)
        return None if tells else context.quarters.compared(mention.start_char, context.sentence_number)
    if (meaning.unit, meaning.count) == ("quarter", -4):
        return context.last_quarter
    return None


def ends_quarter_told(meaning: Meaning, mention: Mention, context: Context) -> bool:
    """Whether "at quarter's end" is told in the past of the quarter that a report speaks of."""
    if meaning.base != "any" or meaning.mod != "END" or context.quarter_near(mention) is None:
        return False
    return context.is_told_in("past", mention)


def compares_with_now(meaning: Meaning, context: Context) -> bool:
    """Whether "a year earlier" in news compares with now, whatever year was named; not behind "last year"."""
    a_year_back = (meaning.unit, meaning.count) == ("year", -1)
    return a_year_back and not context.narrative and context.names_years and not context.follows_last_year
