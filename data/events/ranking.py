"""How important an event is, 0 to 1: what to show first when there is room for little."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import log2

from data.events.cues import cues
from data.events.report import Report
from data.events.titles.fitting.faults import is_adrift, names_nothing

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
# Parts of the whole: independent publishers, place in the document, how fine the date, later references.
_PUBLISHERS, _PLACE, _DATE, _LATER = 0.45, 0.2, 0.2, 0.15
_MANY = 8
# What a line is worth of which only the text around it tells what it is about, and one that names nothing.
_ADRIFT, _NAMELESS = 0.7, 0.85
# So many lines are remembered: copies of one story have the same.
_REMEMBERED = 1 << 14
# News is written within so many days; who writes of an event after that refers to it.
_NEWS = 14


def importance(
    members: Sequence[Report], publishers: int, published: Mapping[str, int | None] | None = None
) -> float:
    """Grows with publishers, later references, nearness to a document's head and precision of the date.

    States, what is not sure and what no line tells by name are less important.

    Args:
        members: the event's reports, at least one.
        publishers: how many independent publishers carry it.
        published: the last day on which each document may have been published, by its id.
    """
    first = min([report.sentence for report in members])
    best = members[0]
    specific = max([_SPECIFICITY.get(one.precision or "", 0.3) for one in members])
    stated = "stated" in [report.basis for report in members]
    score = (
        _PUBLISHERS * min(1.0, log2(publishers + 1) / log2(_MANY + 1))
        + _PLACE / (1 + first / 4)
        + _DATE * specific * (1.0 if stated else 0.5)
        + _LATER * min(1.0, log2(_later(members, published or {}) + 1) / log2(_MANY + 1))
    )
    if "event" not in [report.kind for report in members]:
        score *= 0.6
    if best.modality != "happened":
        score *= 0.9
    score *= max(_clarity(report.title) for report in members)
    return round(score, 4)


@lru_cache(maxsize=_REMEMBERED)
def _clarity(line: str) -> float:
    """How far a line is understood without the text around it, 0 to 1."""
    words = cues(None)
    if is_adrift(line, words):
        return _ADRIFT
    return _NAMELESS if names_nothing(line, words) else 1.0


def _later(members: Sequence[Report], published: Mapping[str, int | None]) -> int:
    """How many documents refer to the event when it is no news any more."""
    ends = [report.end for report in members if report.end is not None]
    if not ends:
        return 0
    news = min(ends) + _NEWS
    documents = {report.passage.document for report in members}
    days = [published.get(document) for document in documents]
    return len([day for day in days if day is not None and day > news])
