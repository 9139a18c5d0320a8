"""Dates that are told twice: "in October 1896, two years later, he was caught"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.dating.calendar import spans
from data.dating.calendar.naming import names_part_of_year
from data.model import Anchor

if TYPE_CHECKING:
    from data.dating.calendar.spans import Span
    from data.dating.resolving.context import Context
    from data.model import Meaning, Mention

# What ends the words that only tell a date again.
_ENDS = (",", ";", ")", ".")


def restated(meaning: Meaning, mention: Mention, context: Context) -> tuple[Span, Anchor] | None:
    """The unit of the date before "two years later", if that stands between it and a comma; None otherwise.

    It is counted from what was told before that date, which is the day that it reaches, as is that of "on
    July 4, eight days before,". "Two years later, in 1896," has it behind.
    """
    count = meaning.count or 0
    if meaning.base != "expression" or not count or not context.text.startswith(_ENDS, mention.end_char):
        return None
    unit, before = meaning.unit or "day", context.apposed(mention)
    if before is not None and before.meaning.type == "DATE" and before.meaning.relation != "offset":
        told = (
            context.dated.get(before.start_char)
            if count > 0 or _is_told_whole(before.meaning, unit)
            else None
        )
    else:
        told = context.told_behind(mention) if count > 0 else None
    if told is None or not spans.is_exact_to(told, unit):
        return None
    return spans.unit_span(unit, told.start), Anchor("expression", told.value, "tells it again")


def _is_told_whole(meaning: Meaning, unit: str) -> bool:
    """Whether words behind a date cannot be what tells its year ("on July 4, a year before,")."""
    return meaning.year is not None or (names_part_of_year(meaning) and unit != "year")
