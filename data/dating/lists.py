"""Names that stand in one list, of which each goes on from the one before ("in November and December")."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.model import Meaning, Mention

# Two names of one list have no more than a comma and a short word between them.
_BETWEEN = re.compile(r",|,?\s*\w{1,4}")


def before_in_list(text: str, mentions: Sequence[Mention], place: int) -> Mention | None:
    """The mention before one in a list of months, of days or of weekdays; None if it opens or is in none."""
    if not place:
        return None
    before, mention = mentions[place - 1], mentions[place]
    names = _names(mention.meaning)
    between = text[before.end_char : mention.start_char].strip()
    alike = names == _names(before.meaning) and before.meaning.type == mention.meaning.type
    return before if alike and any(names) and _BETWEEN.fullmatch(between) is not None else None


def _names(meaning: Meaning) -> tuple[bool, bool, bool]:
    """Whether a meaning names a month and a weekday, and a day beside one of them."""
    month, weekday = meaning.month is not None, meaning.weekday is not None
    return month, weekday, (month or weekday) and meaning.day is not None
