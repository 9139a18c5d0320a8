"""What an event is told apart by beside its words and days, for engines that look it up as they do words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from data.store.default_view import is_shown

if TYPE_CHECKING:
    from data.model import Event

# The doubled comparisons name those indexes of a server that hold only the exceptions.
SORTS = {
    "conflict": "e.conflicts > 0",
    "planned": "e.modality <> 'happened' AND e.modality = 'planned'",
    "denied": "e.modality <> 'happened' AND e.modality = 'denied'",
    "conditional": "e.modality <> 'happened' AND e.modality = 'conditional'",
    "uncertain": "e.modality <> 'happened' AND e.modality = 'uncertain'",
    "stated": "e.basis = 'stated'",
    "inferred": "e.basis = 'inferred'",
    "main": "e.main = 1",
    "state": "e.kind <> 'event' AND e.kind = 'state'",
    "single-source": "e.publishers = 1",
    "hidden": "e.hidden = 1",
    "shown": "e.shown = 1",
    "doubtful": "EXISTS (SELECT 1 FROM passage WHERE event = e.position AND doubtful = 1)",
    "note": "e.position IN (SELECT event FROM event_note)",
    "tag": "e.position IN (SELECT event FROM event_tag)",
    "marked": "e.verification IS NOT NULL OR e.position IN (SELECT event FROM event_note)"
    " OR e.position IN (SELECT event FROM event_tag)",
} | {
    f"status:{status}": f"e.verification IS NOT NULL AND e.verification = '{status}'"
    for status in ("claimed", "single-source", "corroborated", "verified", "disputed", "withdrawn")
}
"""By name of a sort the condition in SQL that an event (alias ``e``) is of it, true or false and never null.

What is kept of events goes by the order here: a new sort comes last.
"""


def sorts_of(event: Event, *, doubtful: bool) -> Iterator[str]:
    """The sorts of an event by their names; ``doubtful`` if one of its dates can be read in several ways."""
    if doubtful:
        yield "doubtful"
    yield from (one for one in (event.modality, event.basis, event.kind) if one in SORTS)
    if event.conflicts:
        yield "conflict"
    if event.main:
        yield "main"
    if event.publishers == 1:
        yield "single-source"
    if event.hidden:
        yield "hidden"
    if is_shown(event):
        yield "shown"
    if event.note is not None:
        yield "note"
    if event.tags:
        yield "tag"
    if event.verification is not None:
        yield f"status:{event.verification}"
    if event.note is not None or event.tags or event.verification is not None:
        yield "marked"
