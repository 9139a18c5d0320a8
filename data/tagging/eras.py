"""Of which era a year is that does not say it: "the war began in 431 BC. In 427 the town fell"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from data.model import Meaning, Mention

# A year of more digits is of the common era wherever it says no other.
_LAST_IN_DOUBT = 999
# One of two digits goes on from the last year that says its era only in its direction: 27 behind 63 BC.
_LAST_OF_TWO_DIGITS = 99


def with_eras(mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The mentions; small years that say no era have that of the last year that said one.

    Years that a rule finds only in such a text (era "unsaid") are left out of any other.
    """
    era: Literal["BC", "AD"] | None = None
    said = 0
    for mention in mentions:
        meaning = mention.meaning
        if meaning.era in ("BC", "AD"):
            era, said = meaning.era, meaning.year or 100 * ((meaning.century or 0) + 1)
        elif _is_in_doubt(meaning):
            goes_on = era is not None and _goes_on(meaning, era, said)
            if meaning.era == "unsaid" and not goes_on:
                continue
            if goes_on:
                mention = replace(mention, meaning=replace(meaning, era=era))
        yield _handed_on(mention)


def _is_in_doubt(meaning: Meaning) -> bool:
    """Whether a year may be of either era."""
    named = meaning.year is not None and meaning.relation == "complete" and not meaning.short_year
    return named and (meaning.year or 0) <= _LAST_IN_DOUBT


def _goes_on(meaning: Meaning, era: str, said: int) -> bool:
    """Whether a year may be one of an era whose last year is said."""
    year = meaning.year or 0
    return year > _LAST_OF_TWO_DIGITS or (0 < year < said if era == "BC" else year > said)


def _handed_on(mention: Mention) -> Mention:
    """A mention whose era is "BC" or nothing, as the model has it."""
    if mention.meaning.era != "AD":
        return mention
    return replace(mention, meaning=replace(mention.meaning, era=None))
