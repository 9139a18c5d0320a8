"""An event without its passages: what is worked out of its reports while they are in memory, as bytes.

Very many events wait for being written, and each in a tenth of the room that it takes with its passages.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from typing import NamedTuple

from data.events.forms import form, packed, unpacked
from data.events.packed_report import unpack_passage
from data.model import Claim, Conflict, Event, Passage

_EVENT = form(Event, "passages")
_NAMES = [one.name for one in fields(Event) if one.name != "passages"]
_CONFLICTS, _PART_OF, _IMPORTANCE = map(_NAMES.index, ("conflicts", "part_of", "importance"))

Part = tuple[str | None, float]
"""The larger event of which an event is a part, and its importance."""


class Outline(NamedTuple):
    """An event as its reports tell it, and how their passages become its own.

    Attributes:
        event: the event without its passages, not yet a part of another.
        order: the places of its passages among its reports, first that of the one that tells its line.
    """

    event: Event
    order: Sequence[int]


class Draft(NamedTuple):
    """An event from when its outline is known until it is put together.

    Attributes:
        outline: its bytes.
        packed: the reports of its passages, in their order, each as
            :func:`data.events.packed_report.pack_report` packs it.
        part: what it is a part of, and its importance, if either rests on other events.
    """

    outline: bytes
    packed: Sequence[bytes]
    part: Part | None

    def event(self) -> Event:
        """The event; raises ValueError if the bytes are of none."""
        return filled(self.outline, [*map(unpack_passage, self.packed)], self.part)


def pack_outline(outline: Outline) -> bytes:
    """An outline as bytes."""
    _, *told = _EVENT.values(outline.event)
    told[_CONFLICTS] = [
        (one.about, one.severity, [(claim.value, claim.passages) for claim in one.claims])
        for one in told[_CONFLICTS]
    ]
    return packed((tuple(outline.order), told))


def filled(outline: bytes, passages: Sequence[Passage], part: Part | None = None) -> Event:
    """The event of which :func:`pack_outline` gave the outline; raises ValueError if the bytes are of none.

    Args:
        outline: the bytes.
        passages: those of its reports, in their order.
        part: what it is a part of, and its importance, if either rests on other events.
    """
    try:
        order, told = unpacked(outline)
        if told[_CONFLICTS]:
            told[_CONFLICTS] = [
                Conflict(about, severity, tuple([Claim(*claim) for claim in claims]))
                for about, severity, claims in told[_CONFLICTS]
            ]
        told[_CONFLICTS] = tuple(told[_CONFLICTS])
        if part is not None:
            told[_PART_OF], told[_IMPORTANCE] = part
        event: Event = _EVENT.of((tuple([passages[at] for at in order]), *told))
    except (TypeError, LookupError) as error:
        raise ValueError(str(error)) from error
    return event
