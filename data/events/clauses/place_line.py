"""The line at the head of a story that gives its place ("NEW DELHI, Dec 6 (Agency) —")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from data.events.gazetteer import gazetteer
from data.model import Sentence

# The lead is one of the first sentences, behind the headline, the byline and the date line.
LEAD_SENTENCES = 6
# A date that begins with its day is told from "ASEAN, 10 nations" by its year, an agency or a capital.
_WORD = r"[^\W\d_][^\s\d,،，:(]*+"
_DAY_FIRST = (
    r"(?:le\s)?(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|[.º°])?\s(?:de\s)?"
    rf"(?:{_WORD},?\s(?:de\s)?\d{{4}}\b|{_WORD}(?=\s\()|[A-Z][^\W\d_]+\.?)"
)
_LINE = re.compile(
    r"[\s*_]*+(?P<place>[^\W\d_a-z][^a-z\d_,،，(—–\n]{2,30}?|[^\W\da-zA-Z_]{2})"
    rf"(?:[,،，]\s?(?:(?:[A-Z][\w.]*+\s?){{1,3}}\d{{0,2}}(?:,?\s\d{{4}}\b)?|{_DAY_FIRST}|\d{{4}}年\d\d?月\d\d?日)){{0,2}}"
    r"(?:\s*+,?\s*+(?:\([^)]{2,40}\)\s*+)?,?\s*+(?:[—–-]+|_)|(?<=\s\d{4}):)\s+"
)
# "Nuoro, 14 marzo 2024 - ": a place in small letters is one by its whole date.
_DATED = re.compile(
    r"(?P<place>[^\W\d_a-z][^\d,;:.(—–\n]{1,30}),\s(?:[^\W\d_]{1,3}\s)?(?:[^\W\d_]{4,12},?\s)?"
    rf"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|[.º°])?\s(?:de\s)?{_WORD},?\s(?:de\s)?\d{{4}}"
    r"(?:\s[^\W\d_]{1,4}\.?)?\s*(?:\([^)]{2,40}\)\s*)?[—–-]+\s+(?=[^\W\d_a-z“\"«„])"
)
# The comma behind a place stands so near the head of its line.
_TO_COMMA = 34


class PlaceLine(NamedTuple):
    """Where the line ends in its text, and the place it names, as written."""

    end: int
    place: str


def place_line(text: str, start: int, end: int) -> PlaceLine | None:
    """The line at the head of ``text[start:end]``; None if there is none."""
    if text[start + 1 : start + 2].islower() or text[start + 2 : start + 3].islower():
        # Most sentences: the second or third letter is small.
        match = _DATED.match(text, start, end) if text.find(", ", start, start + _TO_COMMA) > 0 else None
    else:
        match = _LINE.match(text, start, end)
    return None if match is None else PlaceLine(match.end(), match["place"].strip())


def home(text: str, sentences: Sequence[Sentence]) -> tuple[str, int]:
    """The place that a story's first line gives, and that sentence's number; empty and -1 if none does."""
    for number, sentence in enumerate(sentences[:LEAD_SENTENCES]):
        head = place_line(text, sentence.start_char, sentence.end_char)
        if head is not None:
            place = gazetteer().places.get(head.place.title())
            return (place.name if place is not None else head.place.title()), number
    return "", -1
