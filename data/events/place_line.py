"""The line at the head of a story that gives its place ("NEW DELHI, Dec 6 (Agency) —")."""

from __future__ import annotations

import re
from typing import NamedTuple

_LINE = re.compile(
    r"[\s*_]*(?P<place>[^\W\d_a-z][^a-z\d_,(—–\n]{2,30}?)(?:,\s(?P<within>(?:[A-Z][\w.]*\s?){1,3}\d{0,2}))?"
    r"\s*,?\s*(?:\([^)]{2,40}\)\s*)?,?\s*(?:[—–-]+|_)\s+"
)


class PlaceLine(NamedTuple):
    """Where the line ends in its text, and the place it names, as written."""

    end: int
    place: str


def place_line(text: str, start: int, end: int) -> PlaceLine | None:
    """The line at the head of ``text[start:end]``; None if there is none."""
    if text[start + 1 : start + 2].islower() or text[start + 2 : start + 3].islower():
        # Most sentences: the second or third letter is small.
        return None
    match = _LINE.match(text, start, end)
    return None if match is None else PlaceLine(match.end(), match["place"].strip())
