"""Whether a clause beside a dated one leaves its own day untold.

A sentence that gives a date tells what else it tells of another time, and often does not say which: it is
left undated rather than put on the day the document is about. A sentence without any date is of that day.
Counted on news, that day is right for one in eight of the clauses of a few words, and for half of the longer.
"""

from __future__ import annotations

from collections.abc import Sequence

from data.events.clauses import Clause
from data.events.cues import Cues
from data.events.modality import Judgement
from data.events.segments import ENOUGH_WORDS


def untold(parts: Sequence[Clause], place: int, text: str, judgement: Judgement, cues: Cues) -> str:
    """Why an undated clause of a sentence with dates has no day; empty if it is of the focus date.

    ``parts`` are the clauses of its sentence, ``place`` is its own among them.
    """
    if len(parts) == 1:
        return ""
    if judgement.modality == "uncertain":
        return judgement.reason or ""
    if place + 1 < len(parts):
        begin, end, dating = parts[place + 1]
        if dating is not None and cues.bounding.match(text, begin, end) is not None:
            return "only told to be before or after another day"
    if cues.saying.search(text, parts[place].start, parts[place].end) is not None:
        return ""
    if text.count(" ", parts[place].start, parts[place].end) + 1 < ENOUGH_WORDS:
        return "too short to be dated beside a date"
    return ""
