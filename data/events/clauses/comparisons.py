"""Dates that only say since when something is the first or the best of its kind, or after whom."""

from __future__ import annotations

import re
from collections.abc import Sequence

from data.events.clauses.dating import Dating
from data.events.clauses.segments import Segment
from data.events.clauses.stretch import Stretch
from data.events.cues import Cues

# What is told to be the first of its kind stands at most so many characters before a date.
_FAR = 160
# "since winning": told without a verb that ends a sentence.
_PARTICIPLE = re.compile(r"\w+\s\w{2,}(?:ing|ed)\b")


def only_compares(dating: Dating, pieces: Sequence[Segment], text: str, cues: Cues) -> bool:
    """Whether a date only says since when or before whom ("the tallest man since Berg in 1983")."""
    for segment in pieces:
        if segment.start <= dating.start_char < segment.end:
            words = text[segment.start : segment.end]
            return (
                segment.tie == "confined"
                and segment is not pieces[0]
                and cues.finite_word.search(words) is None
                and cues.occasion_noun.search(words) is None
                and cues.relative_head.match(words) is None
                and _PARTICIPLE.match(words) is None
                and cues.words["told_before"].isdisjoint(words.split()[:1])
                and not _names_another(text, max(pieces[0].start, dating.start_char - _FAR), dating, cues)
            )
    return False


def only_ranks(dating: Dating, stretch: Stretch) -> bool:
    """Whether the time of writing only says of what something is the best ("the best mile of the year")."""
    focus = stretch.focus
    if dating.start is None or dating.end is None or focus.start is None or focus.end is None:
        return False
    if dating.precision == "day" or not (dating.start <= focus.start and focus.end <= dating.end):
        return False
    before = max(stretch.start, dating.start_char - _FAR)
    return stretch.cues.ranks.search(stretch.text, before, dating.start_char) is not None


def _names_another(text: str, start: int, dating: Dating, cues: Cues) -> bool:
    """Whether a date tells of one more such occasion ("the first visit to Oslo since Ada Okoye in 1983")."""
    return cues.rare_before.search(text, start, dating.start_char) is not None
