"""An occasion of some days, told by its first day and its length ("a two-day visit from Monday")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from data.events.clauses.dating import Dating
from data.events.cues import Cues
from data.model import Expression

_DAYS = re.compile(r"P(\d{1,2})D\Z")
# What is longer is told with its own last day.
_MOST_DAYS = 14
# How many characters the length of an occasion may stand from its first day.
_FAR = 120


def with_its_days(dating: Dating, expressions: Sequence[Expression], text: str, cues: Cues) -> Dating:
    """A date with the days that follow it, where the text says how many."""
    if dating.precision != "day" or dating.start is None or dating.start != dating.end:
        return dating
    for length in expressions:
        given = _DAYS.match(length.value) if length.type == "DURATION" else None
        if given is None or not 1 < int(given[1]) <= _MOST_DAYS:
            continue
        first, last = min(length.start_char, dating.start_char), max(length.end_char, dating.end_char)
        between = text[length.end_char : dating.start_char]
        if last - first > _FAR or "." in between:
            continue
        begins = cues.begins.search(text[max(0, first - _FAR) : first])
        if cues.beginning.search(between) or (begins and cues.lasting.match(text, length.end_char)):
            return replace(dating, end=dating.start + int(given[1]) - 1)
    return dating
