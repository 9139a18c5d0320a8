"""What the user says of the timeline: marks, what each kind means, and what they do to the events.

Marks are attached to passages, never to events: whatever events a later build makes, a mark is on the one
that holds its passage then. Nothing here knows of files or databases.
"""

from __future__ import annotations

from data.marks.effects import Effects, added_event, marked
from data.marks.kinds import KINDS, KindRule, check, needs_remaking, told
from data.marks.making import merging, on_document, on_events, on_passages
from data.marks.placing import holds, moved, placed
from data.marks.turning import said_after, turned, united

__all__ = [
    "KINDS",
    "Effects",
    "KindRule",
    "added_event",
    "check",
    "holds",
    "marked",
    "merging",
    "moved",
    "needs_remaking",
    "on_document",
    "on_events",
    "on_passages",
    "placed",
    "said_after",
    "told",
    "turned",
    "united",
]
