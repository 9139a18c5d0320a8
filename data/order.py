"""The order of the timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.model import Event


COARSENESS = (
    None, "day", "week", "month", "quarter", "season", "half", "fiscal-year", "year", "decade", "century",
)  # fmt: skip
"""How finely a date is said, from the finest."""


def begin_day(start: int | None, end: int | None) -> int | None:
    """The day at which an event stands in the timeline: its first or, where the start is open, its last."""
    return end if start is None else start


def timeline_order(event: Event) -> tuple[bool, int, int, bool, int, float, str]:
    """Sorts events into the timeline by first day; undated events come last.

    Of the same first day what is said most coarsely comes first, so that the events of a whole year stand
    together before those of its January; then by last day, an open end after all, and the weightiest first.
    """
    begins = begin_day(event.start, event.end)
    coarseness = COARSENESS.index(event.precision)
    return (
        begins is None, begins or 0, -coarseness, event.end is None, event.end or 0,
        -event.importance, event.id,
    )  # fmt: skip
