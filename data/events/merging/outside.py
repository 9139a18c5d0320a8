"""A group as the rest of the collection sees it, in plain words: its day, what it tells, what may hold it.

With these goes the outline of its event, which is worked out when they are: while its reports are in memory.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from data.events.comparing.cards import number_of
from data.events.desk import Desk
from data.events.making import dating_report, identity, outline_of, timing
from data.events.merging.tellings import telling
from data.events.outline import pack_outline
from data.events.parts import placed
from data.order import begin_day

Plain = tuple[Any, ...] | None


def day_of(desk: Desk, holders: Sequence[int], reasons: Sequence[str]) -> int | None:
    """The day at which the event of a group stands in the timeline."""
    timed = timing([desk[held] for held in holders], reasons)
    return begin_day(timed.start, timed.end)


def telling_of(desk: Desk, holders: Sequence[int]) -> Plain:
    """A group as others may contradict it (see :class:`data.events.merging.contradictions.Telling`)."""
    members = [desk[held] for held in holders]
    numbers = {
        member.passage.document: number_of(held) for member, held in zip(members, holders, strict=True)
    }
    told = telling(members, lambda document: desk.about(numbers[document]))
    return None if told is None else tuple(told)


def placed_of(desk: Desk, holders: Sequence[int]) -> Plain:
    """A group as others hold it, or it holds others (see :class:`data.events.parts.Placed`)."""
    members = [desk[held] for held in holders]
    if all(member.snippet for member in members):
        return None
    first = members[0].passage
    event_id, timed = identity(first.document, first.start_char), dating_report(members)
    found = placed(members, event_id, timed, desk.sources, desk.published)
    return None if found is None else tuple(found)


def outline_of_group(desk: Desk, holders: Sequence[int], reasons: Sequence[str]) -> bytes:
    """The outline of the event of a group (:mod:`data.events.outline`); search results alone make none."""
    members = [desk[held] for held in holders]
    if all(member.snippet for member in members):
        return b""
    found = outline_of(members, reasons, desk.meetings, desk.sources, desk.published, desk.leads)
    return pack_outline(found)
