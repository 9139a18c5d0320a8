"""The month, quarter or year whose figures a document reports.

"The mill lost money in the third quarter, it said on Monday. ... Revenue fell 3 percent": revenue fell in the
quarter, and not on Monday.
"""

from __future__ import annotations

from collections.abc import Sequence

from data.events.clauses.focus import Focus
from data.events.clauses.stretch import Stretch
from data.events.cues import Cues
from data.model import DatedDocument, Expression, Precision, Sentence

_PERIODS: frozenset[Precision | None] = frozenset({"month", "quarter", "half", "year", "fiscal-year"})
# A headline and a date line may stand before the first two sentences of a report.
_LEADING = 4
# Figures are reported so many days after their period at most.
_LATEST = 150


def reported_period(dated: DatedDocument, focus: Focus, cues: Cues) -> Focus | None:
    """The first period that the head of a document tells figures of; None if it reports none."""
    if focus.start is None:
        return None
    text = dated.document.text
    for sentence in dated.sentences[:_LEADING]:
        for one in _of(sentence, dated.expressions):
            if one.precision in _PERIODS and _has_just_ended(one, focus):
                if cues.figure_told.search(text, sentence.start_char, sentence.end_char) is None:
                    break
                return Focus(one.start, one.end, one.precision, f"a figure of {one.text!r}", focus.written)
    return None


def tells_figure(sentence: Stretch) -> bool:
    """Whether a sentence begins with a figure of business that went up or down."""
    text, start, cues = sentence.text, sentence.start, sentence.cues
    moved = cues.figure_moved.match(text, start, sentence.end)
    return moved is not None and cues.saying.search(text, start, moved.end()) is None


def _of(sentence: Sentence, expressions: Sequence[Expression]) -> list[Expression]:
    return [one for one in expressions if sentence.start_char <= one.start_char < sentence.end_char]


def _has_just_ended(period: Expression, focus: Focus) -> bool:
    if (
        period.type not in ("DATE", "DURATION")
        or period.start is None
        or period.end is None
        or focus.start is None
    ):
        return False
    return 0 <= focus.start - period.end <= _LATEST
