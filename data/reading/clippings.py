"""Stories as newspaper databases print them: lines that open and close each, and fields around it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from data.reading.cues import cue_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.reading.lines import Line

_PRINTED = ("opening", "closing", "field")


def clippings(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """The stories of a database's print: indexes of each one's first line and of the line after its last.

    Empty for any other text. A line that opens a story counts only if prose follows before the next one.
    """
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
    return [
        line._replace(cue="line")
        if line.cue is None and any(cue_pattern(name).fullmatch(line.text) for name in _PRINTED)
        else line
        for line in lines
    ]


def _matching(lines: Sequence[Line], name: str) -> list[int]:
    pattern = cue_pattern(name)
    return [
        at
        for at, line in enumerate(lines)
        if line.look != "prose" and pattern.fullmatch(line.text) is not None
    ]
