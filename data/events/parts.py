"""Events inside a larger one: the talks of a visit, the sessions of a summit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from data.events.gazetteer import gazetteer
from data.model import Event

# A visit or summit longer than this is no single occasion.
_LONGEST = 31


def linked(events: Sequence[Event], wholes: dict[str, bool]) -> list[Event]:
    """The events with ``part_of`` set where a larger one plainly holds them.

    Args:
        events: all events.
        wholes: for each event's id whether its passages name an occasion that has parts (a visit, a summit).
    """
    by_day: dict[int, list[Event]] = defaultdict(list)
    for event in events:
        if event.start is None or event.end is None or not wholes[event.id]:
            continue
        if event.precision == "day" and event.basis == "stated" and 0 < event.end - event.start < _LONGEST:
            for day in range(event.start, event.end + 1):
                by_day[day].append(event)
    result = []
    for event in events:
        holders = (
            [] if event.start is None else [whole for whole in by_day[event.start] if _holds(whole, event)]
        )
        if holders:
            whole = min(holders, key=lambda one: ((one.end or 0) - (one.start or 0), -one.publishers, one.id))
            event = replace(event, part_of=whole.id)
        result.append(event)
    return result


def _holds(whole: Event, part: Event) -> bool:
    if whole.id == part.id or part.end is None or whole.start is None or whole.end is None:
        return False
    if part.end > whole.end or part.end - (part.start or 0) >= whole.end - whole.start:
        return False
    shared = set(whole.who) & set(part.who)
    if not shared or part.kind == "state":
        return False
    if len(shared) >= 2:
        return True
    atlas = gazetteer()
    return any(atlas.within(inner, outer) for inner in part.where for outer in whole.where)
