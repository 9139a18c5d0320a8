"""How important an event is, 0 to 1: what to show first when there is room for little."""

from __future__ import annotations

from collections.abc import Sequence
from math import log2

from data.events.report import Report

_SPECIFICITY = {
    "day": 1.0,
    "week": 0.9,
    "month": 0.8,
    "season": 0.7,
    "quarter": 0.7,
    "half": 0.6,
    "fiscal-year": 0.5,
    "year": 0.5,
}
# Parts of the whole: independent publishers, place in the document, how fine the date, how often told.
_PUBLISHERS, _PLACE, _DATE, _TOLD = 0.45, 0.2, 0.2, 0.15
_MANY = 8


def importance(members: Sequence[Report], publishers: int) -> float:
    """Grows with publishers, passages, nearness to a document's head and precision of the date."""
    first = min(report.sentence for report in members)
    best = members[0]
    specific = max(_SPECIFICITY.get(one.precision or "", 0.3) for one in members)
    stated = any(report.basis == "stated" for report in members)
    score = (
        _PUBLISHERS * min(1.0, log2(publishers + 1) / log2(_MANY + 1))
        + _PLACE / (1 + first / 4)
        + _DATE * specific * (1.0 if stated else 0.5)
        + _TOLD * min(1.0, log2(len(members) + 1) / log2(_MANY + 1))
    )
    if all(report.kind == "state" for report in members):
        score *= 0.6
    if best.modality != "happened":
        score *= 0.9
    return round(score, 4)
