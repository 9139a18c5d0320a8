"""A passage about the past that goes on: its sentences are of the day that its last dated one gave.

The date mentioned last is right for a third of the sentences without one, so none is carried forward; but
in one paragraph, a sentence in the past that reports no saying goes on with what happened there. Counted on
news, such a sentence is of the date before it ten times as often as of the day the document is about.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from data.events.cues import Cues
from data.events.focus import Focus
from data.events.report import Report

_QUOTED = re.compile(r"[“\"]|``")


def goes_on(text: str, last_end: int, start: int, end: int, cues: Cues) -> bool:
    """Whether the sentence ``text[start:end]`` goes on with what was told up to ``last_end``."""
    if "\n" in text[last_end:start] or _QUOTED.search(text, start, end) is not None:
        return False
    piece = text[start:end]
    if cues.bounding.match(piece) is not None:
        return False
    verb = cues.finite.search(piece.lower())
    return verb is not None and verb.lastgroup == "past" and cues.reporting.search(piece) is None


def background(told: Sequence[Report], focus: Focus, before: Focus | None) -> Focus | None:
    """The days that the next sentence may go on with, None if it is of the focus date.

    Args:
        told: what the sentence reports.
        focus: the day the document is about.
        before: the days that this sentence went on with, None if it did not.
    """
    dated = [one for one in told if one.basis == "stated" and one.start is not None and one.end is not None]
    if not dated:
        return before
    last = dated[-1]
    if (last.modality, last.kind) != ("happened", "event") or focus.start is None or last.end is None:
        return None
    if last.end >= focus.start:
        return None
    return Focus(last.start, last.end, last.precision, "it goes on from the sentence before")
