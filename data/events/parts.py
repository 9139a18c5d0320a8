"""Events inside a larger one: the talks of a visit, the sessions of a summit."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from data.events.acts import act_of
from data.events.gazetteer import gazetteer
from data.events.report import Report
from data.model import Event

# A visit or summit longer than this is no single occasion.
_LONGEST = 31
# A whole is so much more important than its most important part.
_ABOVE = 0.01
# What an occasion consists of; an attack on the same day is no part of a visit.
_OF_AN_OCCASION = frozenset({"visit", "meeting", "signing", "award", "call", "launch"})


class Occasion(NamedTuple):
    """What an event is to others: one that has parts (a visit, a summit), or one that may be a part."""

    has_parts: bool
    may_be_part: bool


def occasion(members: Sequence[Report], wholes: frozenset[str]) -> Occasion:
    """What the event told by these reports is to others.

    Statements about a visit (a reaction, an analyst's view) and standing facts are no parts of it.
    """
    telling = [
        (member, told)
        for member in members
        if member.kind == "event" and member.modality in ("happened", "planned")
        if not (told := act_of(member)).comments
    ]
    kinds = Counter([kind for _, told in telling for kind in told.main])
    highest = max(kinds.values(), default=0)
    most = {kind for kind, count in kinds.items() if count == highest}
    unnamed = not kinds and any(member.basis == "stated" for member, _ in telling)
    return Occasion(
        has_parts=not all(map(wholes.isdisjoint, [member.words for member in members])),
        may_be_part=unnamed or not most.isdisjoint(_OF_AN_OCCASION),
    )


def linked(events: Sequence[Event], occasions: Mapping[str, Occasion]) -> list[Event]:
    """The events with ``part_of`` set where a larger one plainly holds them.

    Args:
        events: all events.
        occasions: what each event, by its id, is to others.
    """
    by_day: dict[int, list[Event]] = defaultdict(list)
    for event in events:
        if event.start is None or event.end is None or not occasions[event.id].has_parts:
            continue
        if event.precision == "day" and event.basis == "stated" and 0 < event.end - event.start < _LONGEST:
            for day in range(event.start, event.end + 1):
                by_day[day].append(event)
    result = []
    of_parts: dict[str, float] = defaultdict(float)
    for event in events:
        holders: list[Event] = []
        if event.start is not None and occasions[event.id].may_be_part:
            holders = [whole for whole in by_day[event.start] if _holds(whole, event)]
        if holders:
            whole = min(holders, key=lambda one: ((one.end or 0) - (one.start or 0), -one.publishers, one.id))
            event = replace(event, part_of=whole.id)
            of_parts[whole.id] = max(of_parts[whole.id], event.importance)
        result.append(event)
    return [_above_its_parts(event, of_parts.get(event.id, 0.0)) for event in result]


def _above_its_parts(event: Event, highest: float) -> Event:
    """An event with the importance of a whole: a little more than that of its most important part."""
    above = round(min(1.0, highest + _ABOVE), 4)
    return replace(event, importance=above) if highest and event.importance < above else event


def _holds(whole: Event, part: Event) -> bool:
    if whole.id == part.id or part.end is None or whole.start is None or whole.end is None:
        return False
    if part.end > whole.end or part.end - (part.start or 0) >= whole.end - whole.start:
        return False
    shared = set(whole.who) & set(part.who)
    if not shared or part.kind == "state":
        return False
    atlas = gazetteer()
    if any(atlas.within(inner, outer) for inner in part.where for outer in whole.where):
        return True
    return len(shared) >= 2 and not part.where
