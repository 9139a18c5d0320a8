"""Reports of games, in which "the third quarter" and "the second half" are parts of the game."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from data.dating.wording.tables import table_of

if TYPE_CHECKING:
    from data.model import Meaning

# One such word may be a figure of speech ("a touchdown for the chancellor").
_ENOUGH = 2


def is_part_of_game(meaning: Meaning) -> bool:
    """Whether a meaning names a quarter or half of no named year, which a game has too."""
    numbered = meaning.quarter is not None or meaning.half is not None
    return (numbered or meaning.unit in ("quarter", "half")) and meaning.year is None


def tells_game(text: str, language: str) -> bool:
    """Whether a text has several of the words that only reports of games have."""
    words = _words_of(language)
    if words is None:
        return False
    return len({each.casefold() for each in words.findall(text)}) >= _ENOUGH


@cache
def _words_of(language: str) -> re.Pattern[str] | None:
    words = table_of(language, "games").get("words")
    if words is None:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)
