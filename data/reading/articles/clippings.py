"""Stories as newspaper databases print them, and messages as messengers save them.

Lines open and close each story, and fields stand around it; a stamp says who wrote a message and when.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from data.reading.articles.cues import cue_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.reading.articles.lines import Line

_PRINTED = ("opening", "closing", "field")
_FEWEST_MESSAGES = 2


def clippings(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """The stories of a database's print: indexes of each one's first line and of the line after its last.

    Empty for any other text. A line that opens a story counts only if prose follows before the next one;
    a message may be a word.
    """
    if not _matching(lines, "stamp", "opening", "closing"):
        return []
    stamps = _matching(lines, "stamp")
    if len(stamps) >= _FEWEST_MESSAGES:
        return [(first, after) for first, after in pairwise((*stamps, len(lines))) if after - first > 1]
    starts = _matching(lines, "opening")
    ends = _matching(lines, "closing")
    if starts:
        bounds = [*starts, (ends[-1] + 1 if ends and ends[-1] > starts[-1] else len(lines))]
    elif ends:
        bounds = [0, *(end + 1 for end in ends)]
    else:
        return []
    return [
        (first, after)
        for first, after in pairwise(bounds)
        if any(line.look == "prose" for line in lines[first:after])
    ]


def with_fields(lines: Sequence[Line]) -> list[Line]:
    """The lines of such a print, what the database added told as furniture."""
    return [_told(line) if line.cue is None else line for line in lines]


def _told(line: Line) -> Line:
    if cue_pattern("stamp").fullmatch(line.text):
        return line._replace(cue="date_line")
    return line._replace(cue="line") if cue_pattern(*_PRINTED).fullmatch(line.text) else line


def _matching(lines: Sequence[Line], *names: str) -> list[int]:
    pattern = cue_pattern(*names)
    return [
        at
        for at, line in enumerate(lines)
        if line.look != "prose" and pattern.fullmatch(line.text) is not None
    ]
