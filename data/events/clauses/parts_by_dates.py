"""The dated parts of a sentence in a language whose verbs are not known: one for each of its dates.

A part ends at the last mark or conjunction before the next date. Dates with neither between them are of one
part, and so are those of a list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from data.events.clauses.dating import Dating
from data.events.clauses.segments import Segment
from data.events.clauses.stretch import Stretch

_MARK = re.compile(r"[,;—–،؛]\s+")
# Between the dates of a list stand only shorter words (letters and vowel signs).
_WORD = re.compile(r"[^\s\d,;—–،؛]{4,}")


def parts_by_dates(stretch: Stretch, found: Sequence[Dating]) -> list[Segment]:
    """The pieces of a sentence, in order, covering it."""
    stated = [dating for dating in found if not dating.attributive]
    cuts = [
        _border(stretch, one.end_char, other.start_char)
        for one, other in pairwise(stated)
        # "In November 2022, when at that time": of the same days.
        if (one.start, one.end) != (other.start, other.end)
    ]
    begins = [stretch.start, *(cut for cut in cuts if cut is not None)]
    return [
        Segment(start, end, "strong" if number else "main")
        for number, (start, end) in enumerate(zip(begins, [*begins[1:], stretch.end], strict=True))
    ]


def _border(stretch: Stretch, start: int, end: int) -> int | None:
    """Where the part of the later of two dates begins, between whose ends these characters stand."""
    between = stretch.text[start:end]
    joins = stretch.cues.joins_parts
    marks = [match.end() for match in _MARK.finditer(between)]
    joints = [match.start("joint") for match in joins.finditer(between)]
    if _WORD.search(joins.sub(" ", between)) is None and marks[-1:] != joints[-1:]:
        # "Am Montag und am Dienstag"; but "wurde 2011 gebaut, und im Mai ..." has another part.
        return None
    return start + max((*marks, *joints)) if marks or joints else None
