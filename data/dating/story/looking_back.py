"""Where a narrative looks back: a verb in the past perfect, "since", a paragraph that begins so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.model import Mention

SENTENCE_END = re.compile(r"[.!?;]\s|\n\s*\n")
# What it costs to go on though the verb looks back, and though the paragraph began with one that does. Such a
# verb stands so many characters behind the beginning at most, and the date so many.
_WENT_ON, _WENT_ON_IN_FLASHBACK = 0.4, 0.8
_OPENING, _FLASHBACK = 80, 400
# A verb stands at most so many characters before its date.
_CLAUSE = 60


def cost_of_going_on(text: str, mention: Mention, perfect: re.Pattern[str] | None, before: int) -> float:
    """What going on to a bare date costs as it looks back; ``before`` is where the date before it stands."""
    if perfect is None:
        return _WENT_ON if mention.meaning.role == "since" else 0.0
    if _opens_flashback(text, mention, perfect, before):
        return _WENT_ON_IN_FLASHBACK
    back = mention.meaning.role == "since" or verb_looks_back(text, mention, perfect)
    return _WENT_ON if back else 0.0


def _opens_flashback(text: str, mention: Mention, perfect: re.Pattern[str], before: int) -> bool:
    """Whether a date is the first of its paragraph, whose first sentence, before it, looks back.

    "Unrest had been growing for months. In January the ration was halved".
    """
    start = mention.start_char
    opening = text.rfind("\n\n", max(0, start - _FLASHBACK), start)
    if opening < 0 or opening < before:
        return False
    end = SENTENCE_END.search(text, opening + len("\n\n"), start)
    return end is not None and bool(perfect.search(text, opening, min(end.start(), opening + _OPENING)))


def leaves_flashback(text: str, before: Mention, mention: Mention, perfect: re.Pattern[str] | None) -> bool:
    """Whether a comma parts a date from one that looked back: "who had fallen in June 1800, on 20 May"."""
    apart = "," in text[before.end_char : mention.start_char]
    return apart and perfect is not None and verb_looks_back(text, before, perfect)


def verb_looks_back(text: str, mention: Mention, perfect: re.Pattern[str]) -> bool:
    """Whether the verb close before a bare date, or directly behind it, looks back from the past."""
    start, end = mention.start_char, mention.end_char
    near = text[max(0, start - _CLAUSE) : start]
    last = next((match.end() for match in reversed([*SENTENCE_END.finditer(near)])), 0)
    if perfect.search(near, last):
        return True
    return perfect.match(text, end + len(", ")) is not None
