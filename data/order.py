"""The order of the timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from data.clock import place

if TYPE_CHECKING:
    from data.model import Event, Precision

TimelineOrder: TypeAlias = tuple[bool, int, int, bool, int, int, float, str]

COARSENESS = (
    None, "day", "week", "month", "quarter", "season", "half", "fiscal-year", "year", "decade", "century",
)  # fmt: skip
"""How finely a date is said, from the finest."""


def begin_day(start: int | None, end: int | None) -> int | None:
    """The day at which an event stands in the timeline: its first or, where the start is open, its last."""
    return end if start is None else start


def timeline_order(event: Event) -> TimelineOrder:
    """Sorts events into the timeline by first day; undated events come last.

    Of the same first day what is said most coarsely comes first, so that the events of a whole year stand
    together before those of its January; then by last day, an open end after all. Those of one day whose
    time of day is told go by the clock, so that the day is told as it went. The others stand behind them, the
    weightiest first, so that none of them seems to have happened between two hours: what a day is known for
    is told by many documents, and so nearly always with its hour, while most of what has none is told by one
    document without a date, and would else part a heading from the main event of its day.
    """
    return order_of(event.start, event.end, event.precision, event.clock, event.importance, event.id)


def order_of(
    start: int | None,
    end: int | None,
    precision: Precision | None,
    clock: str | None,
    importance: float,
    event_id: str,
) -> TimelineOrder:
    """What :func:`timeline_order` gives for an event of these values."""
    begins = begin_day(start, end)
    return (
        begins is None, begins or 0, -COARSENESS.index(precision), end is None, end or 0,
        place(clock), -importance, event_id,
    )  # fmt: skip
