"""What an expression says all itself, and what around a bare date says the rest: the year it is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.dating.calendar.naming import full_year, span_in
from data.dating.resolving.nearness import end_behind, is_later, nearest
from data.dating.resolving.outcome import SAID, known_or_open
from data.days import civil
from data.model import Anchor

if TYPE_CHECKING:
    from collections.abc import Callable

    from data.dating.resolving.context import Context
    from data.dating.resolving.outcome import Resolved
    from data.model import Meaning, Mention


def complete(meaning: Meaning, mention: Mention, context: Context) -> Resolved:
    """An expression that says all itself."""
    year = meaning.year
    closing = context.closing(mention)
    if year is not None and closing is not None and year == closing.year and is_later(meaning, closing):
        year -= 1
    if year is not None and meaning.short_year:
        year = full_year(year, context.published_span)
    if year is not None and meaning.era == "BC":
        year = 1 - year
    return known_or_open(span_in(meaning, year), meaning, SAID)


def completed(meaning: Meaning, mention: Mention, context: Context) -> Resolved | None:
    """A bare date whose rest is told beside it; None if it is to be counted from its anchor."""
    for rule in _RULES:
        if (told := rule(meaning, mention, context)) is not None:
            return told
    return None


def _ending_what_began(meaning: Meaning, _: Mention, context: Context) -> Resolved | None:
    """What ends an interval that the date before it began: "from 14 September to Thursday"."""
    opened = context.opened_for(meaning)
    if opened is None:
        return None
    anchor = Anchor("expression", opened.value, f"ends what began {opened.value}")
    return known_or_open(end_behind(opened, meaning), meaning, anchor)


def _in_year_beside(meaning: Meaning, mention: Mention, context: Context) -> Resolved | None:
    """A date of the year that stands before it: "eight years ago, on April 19"."""
    in_year = meaning.month is not None or meaning.quarter is not None
    beside = context.year_beside(mention) if in_year else None
    if beside is None:
        return None
    anchor = Anchor("expression", beside.value, f"of {beside.value}, which stands before it")
    return known_or_open(span_in(meaning, civil(beside.start).year), meaning, anchor)


def _beginning_what_ends(meaning: Meaning, mention: Mention, context: Context) -> Resolved | None:
    """What begins an interval whose end names its year: "from late November to the end of February 2005".

    It is of that year, or of the one before.
    """
    closing = context.closing(mention) if meaning.month is not None else None
    if closing is None or closing.relation != "complete":
        return None
    last = complete(closing, mention, context)[0]
    if last is None:
        return None
    begun = civil(last.start).year - is_later(meaning, closing)
    anchor = Anchor("expression", last.value, "of the year with which it ends")
    return known_or_open(span_in(meaning, begun), meaning, anchor)


def _in_scene(meaning: Meaning, mention: Mention, context: Context) -> Resolved | None:
    """A part of the year or season with which its sentence opens: "In 2010 it opened a plant in May"."""
    scene = context.scene(mention) if meaning.month is not None or meaning.unit == "year" else None
    if scene is None:
        return None
    anchor = Anchor("expression", scene.value, f"of {scene.value}, with which the sentence opens")
    return known_or_open(nearest(meaning, scene, 0), meaning, anchor)


def _named_again(_: Meaning, mention: Mention, context: Context) -> Resolved | None:
    """A day of another year that was named before with it."""
    again = context.told_again(mention)
    if again is None:
        return None
    return again, again.value, Anchor("expression", again.value, "named before it with its year")


# The first that finds something holds.
_RULES: tuple[Callable[[Meaning, Mention, Context], Resolved | None], ...] = (
    _ending_what_began,
    _in_year_beside,
    _beginning_what_ends,
    _in_scene,
    _named_again,
)
