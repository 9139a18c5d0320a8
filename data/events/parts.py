"""Events inside a larger one: the talks of a visit, the sessions of a summit."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from data.events.acts import act_of
from data.events.cues import cues
from data.events.gazetteer import gazetteer
from data.events.publishers import Source, independent
from data.events.ranking import importance
from data.events.report import Report
from data.events.words import stem

# A visit or summit longer than this is no single occasion.
_LONGEST = 31
# A whole is so much more important than its most important part.
_ABOVE = 0.01
# What an occasion consists of; an attack on the same day is no part of a visit.
_OF_AN_OCCASION = frozenset({"visit", "meeting", "signing", "award", "call", "launch"})


class Placed(NamedTuple):
    """An event as far as others hold it, or it holds others.

    Attributes:
        id, start, end, publishers, importance: as of the event.
        who, where: all names that its reports give.
        is_whole: whether it is of several days, and others may be its parts (a visit, a summit).
        may_be_part: whether it may be a part of another.
    """

    id: str
    start: int
    end: int
    publishers: int
    importance: float
    who: frozenset[str]
    where: frozenset[str]
    is_whole: bool
    may_be_part: bool


def placed(
    members: Sequence[Report],
    event_id: str,
    timed: Report,
    sources: Mapping[str, Source],
    published: Mapping[str, int | None],
) -> Placed | None:
    """An event as others hold it, or it holds others; None if neither can be.

    Args:
        members: its reports.
        event_id: its id.
        timed: the report that dates it.
        sources: where each article comes from, by its id.
        published: the last day on which each document may have been published, by its id.
    """
    if timed.start is None or timed.end is None:
        return None
    whole = (
        timed.precision == "day" and timed.basis == "stated" and 0 < timed.end - timed.start < _LONGEST
        and any(not _wholes().isdisjoint(member.words) for member in members)
    )  # fmt: skip
    part = timed.kind != "state" and _may_be_part(members)
    if not (whole or part):
        return None
    publishers = independent((member.passage.document for member in members), sources)
    important = importance(members, publishers, published)
    who = frozenset(name for member in members for name in member.who)
    where = frozenset(name for member in members for name in member.where)
    return Placed(event_id, timed.start, timed.end, publishers, important, who, where, whole, part)


@cache
def _wholes() -> frozenset[str]:
    """Stems of the words for what has parts."""
    return frozenset(map(stem, cues(None).words["wholes"]))


def _may_be_part(members: Sequence[Report]) -> bool:
    """Whether reports tell what a visit or summit consists of.

    Statements about a visit (a reaction, an analyst's view) and standing facts are no parts of it.
    """
    telling = [
        (member, told)
        for member in members
        if member.kind == "event" and member.modality in ("happened", "planned")
        if not (told := act_of(member)).comments
    ]
    kinds = [kind for _, told in telling for kind in told.main]
    if not kinds:
        return "stated" in [member.basis for member, _ in telling]
    counts = Counter(kinds)
    highest = max(counts.values())
    return not _OF_AN_OCCASION.isdisjoint([kind for kind, count in counts.items() if count == highest])


def linked(events: Iterable[Placed]) -> dict[str, tuple[str | None, float]]:
    """By its id for each event that is a part or has parts: the larger one that plainly holds it, if any.

    With it comes its importance: that of a whole is a little more than that of its most important part.
    """
    told = [*events]
    by_day: dict[int, list[Placed]] = defaultdict(list)
    for event in told:
        if event.is_whole:
            for day in range(event.start, event.end + 1):
                by_day[day].append(event)
    found: dict[str, tuple[str | None, float]] = {}
    highest: dict[str, float] = defaultdict(float)
    for event in told if by_day else ():
        holders = [whole for whole in by_day.get(event.start, ()) if _holds(whole, event)]
        if holders:
            whole = min(holders, key=lambda one: (one.end - one.start, -one.publishers, one.id))
            found[event.id] = whole.id, event.importance
            highest[whole.id] = max(highest[whole.id], event.importance)
    for event in told:
        if event.id in highest:
            above = round(min(1.0, highest[event.id] + _ABOVE), 4)
            part_of, important = found.get(event.id, (None, event.importance))
            found[event.id] = part_of, max(important, above)
    return found


def _holds(whole: Placed, part: Placed) -> bool:
    if whole.id == part.id or not part.may_be_part:
        return False
    if part.end > whole.end or part.end - part.start >= whole.end - whole.start:
        return False
    shared = whole.who & part.who
    if not shared:
        return False
    atlas = gazetteer()
    if any(atlas.within(inner, outer) for inner in part.where for outer in whole.where):
        return True
    return len(shared) >= 2 and not part.where
