"""How important an event is, 0 to 1: what to show first when there is room for little."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import log2

from data.events.cues import cues
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
# Parts of the whole: independent publishers, place in the document, how fine the date, later references.
_PUBLISHERS, _PLACE, _DATE, _LATER = 0.45, 0.2, 0.2, 0.15
_MANY = 8
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
    if _points_elsewhere(members):
        score *= 0.8
    return round(score, 4)


def _points_elsewhere(members: Sequence[Report]) -> bool:
    """Whether every line begins with a word for what another sentence names ("It relies on tolls")."""
    pointing = cues(None).words["pointing"]
    return all(one.title.partition(" ")[0].lower() in pointing for one in members)


def _later(members: Sequence[Report], published: Mapping[str, int | None]) -> int:
    """How many documents refer to the event when it is no news any more."""
    ends = [report.end for report in members if report.end is not None]
    if not ends:
        return 0
    news = min(ends) + _NEWS
    documents = {report.passage.document for report in members}
    days = [published.get(document) for document in documents]
    return len([day for day in days if day is not None and day > news])
