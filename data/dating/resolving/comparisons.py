"""What "a year earlier" compares with: the quarter or month of a report, or now."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from data.dating.calendar.naming import names_part_of_year
from data.dating.calendar.spans import moved, unit_span
from data.days import civil
from data.model import Anchor

if TYPE_CHECKING:
    from data.dating.calendar.spans import Span
    from data.dating.resolving.context import Context
    from data.model import Meaning, Mention

# Accounts of a year are given in the first so many months of the next.
_ACCOUNTS = 3


def compared(meaning: Meaning, mention: Mention, context: Context) -> tuple[Span, Anchor] | None:
    """What lies a year back from the quarter or month that a report has told, if it is compared with that."""
    if _is_a_year_back(meaning, mention, context) and (half := context.half_before) is not None:
        why = "the half year named before it, a year back"
        return moved(half, "half", -2), Anchor("expression", half.value, why)
    if (quarter := _quarter_compared(meaning, mention, context)) is not None:
        years = -1 if meaning.year is None else meaning.year - civil(quarter.start).year
        why = "the quarter named before it, a year back"
        return moved(quarter, "quarter", 4 * years), Anchor("expression", quarter.value, why)
    if (month := _month_compared(meaning, mention, context)) is not None:
        why = "the month named before it, a year back"
        return moved(month, "month", -12), Anchor("expression", month.value, why)
    return None


def reported(meaning: Meaning, mention: Mention, context: Context) -> tuple[Span, Anchor] | None:
    """What "the year" and "the year before" of a report are, if it has told its quarter or month."""
    if meaning.unit != "year" or names_part_of_year(meaning):
        return None
    if meaning.relation != "previous":
        return _year_reported(meaning, mention, context)
    if meaning.base != "expression":
        return None
    a_year_back = replace(meaning, relation="offset", count=-1.0)
    if context.compares_undated(mention) and (published := context.published_span) is not None:
        year = moved(unit_span("year", published.start), "year", -1)
        now = year, Anchor("published", published.value, "compared with the year of publication")
        return compared(a_year_back, mention, context) or now
    if context.follows_year:
        return None
    measured = context.is_measured_from(mention) or context.follows_bare_month(mention, directly=True)
    if not measured and not context.compares_quarter(mention):
        return None
    return compared(a_year_back, mention, context)


def _is_a_year_back(meaning: Meaning, mention: Mention, context: Context) -> bool:
    """Whether words compare with what was a year before, and do not open a sentence to tell of then."""
    if (meaning.unit, meaning.count, meaning.exact) != ("year", -1, None) or meaning.year is not None:
        return False
    return meaning.base == "expression" or not context.opens_sentence(mention)


def _quarter_compared(meaning: Meaning, mention: Mention, context: Context) -> Span | None:
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


def _month_compared(meaning: Meaning, mention: Mention, context: Context) -> Span | None:
    """The month of a report with which "the same month last year", or "a year earlier", compares one."""
    if context.narrative or meaning.exact is not None:
        return None
    if (meaning.unit, meaning.count) == ("month", -12):
        return context.month_told
    if (meaning.unit, meaning.count) != ("year", -1) or context.opens_sentence(mention):
        return None
    if meaning.base != "expression" and not context.is_measured_from(mention):
        return None
    # "Rose 14 percent in January from a year earlier".
    named = context.follows_bare_month(mention) and not context.ends_length()
    return context.month_before if named else None


def _year_reported(meaning: Meaning, mention: Mention, context: Context) -> tuple[Span, Anchor] | None:
    """The past year whose fourth quarter a report has told, and which "for the year" is.

    "For the year, it sold a million cars", told early in the next, needs no quarter.
    """
    asked = (meaning.relation, meaning.base) == ("current", "any")
    quarter, published = context.quarter_near(mention), context.published_span
    if not asked or meaning.mod == "START" or published is None:
        return None
    if quarter is None and meaning.mod is None and _opens_account(mention, context):
        year = unit_span("year", unit_span("year", published.start).start - 1)
        return year, Anchor("published", published.value, "the year that had just ended")
    if quarter is None or context.is_told_in("future", mention):
        # "The fourth quarter brought a loss. It will open before the end of the year".
        return None
    year = unit_span("year", (quarter.start + quarter.end) // 2)
    if not quarter.value.endswith("Q4") or year.end >= published.start:
        return None
    return year, Anchor("expression", year.value, "the year whose fourth quarter was told")


def _opens_account(mention: Mention, context: Context) -> bool:
    """Whether a sentence of the first months of a year opens with "for the year" and tells what came of it.

    "For the year, the index has risen" is of the year that runs.
    """
    published = context.published_span
    if published is None or context.narrative or not context.opens_sentence(mention):
        return False
    if civil(published.start).month > _ACCOUNTS:
        return False
    tense = context.tense(mention)
    return tense is not None and tense.tense == "past" and not context.only_helps(tense.word)


def ends_quarter_told(meaning: Meaning, mention: Mention, context: Context) -> bool:
    """Whether "at quarter's end" is told in the past of the quarter that a report speaks of."""
    if meaning.base != "any" or meaning.mod != "END" or context.quarter_near(mention) is None:
        return False
    return context.is_told_in("past", mention)


def compares_with_now(meaning: Meaning, context: Context) -> bool:
    """Whether "a year earlier" in news compares with now, whatever year was named; not behind "last year"."""
    a_year_back = (meaning.unit, meaning.count) == ("year", -1)
    return a_year_back and not context.narrative and context.names_years and not context.follows_last_year
