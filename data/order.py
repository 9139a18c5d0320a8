"""The order of the timeline."""

from __future__ import annotations

from data.model import Event


def begin_day(start: int | None, end: int | None) -> int | None:
    """The day at which an event stands in the timeline: its first or, where the start is open, its last."""
    return end if start is None else start


def timeline_order(event: Event) -> tuple[bool, int, bool, int, float, str]:
    """Sorts events into the timeline: by first day, then last day; of the same days the weightiest first.

    An open end comes after all last days, undated events come last.
    """
    begins = begin_day(event.start, event.end)
    return begins is None, begins or 0, event.end is None, event.end or 0, -event.importance, event.id
