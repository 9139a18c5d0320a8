"""What the timeline shows before any filter: the events that sources date, or more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from data.store.protocol import ReadingStore
    from data.store.records import Selection
    from tui.timeline.arrangement import By
    from tui.timeline.spans import Span


class View(NamedTuple):
    """What is shown beside what sources date and the main event of each document.

    Attributes:
        inferred: events that only their document's date dates.
        others: states, and events without a date.
    """

    inferred: bool = False
    others: bool = False

    @property
    def query(self) -> str:
        """What the view asks of an event, in the words of a query; "" asks nothing."""
        if self.inferred and not self.others:
            return "-is:state -is:undated"
        if self.others and not self.inferred:
            return "is:shown OR is:state OR is:undated"
        return ""

    @property
    def is_main(self) -> bool:
        """Whether it is the view that the collection keeps ready."""
        return not (self.inferred or self.others)


class Look(NamedTuple):
    """How a user looks at a timeline.

    Attributes:
        zoom: the number of the zoom.
        text: the filter as typed.
        view: what is shown before any filter.
        span: the stretch of time that it is narrowed to, None for all of it.
        tray: whether only the events without a date are shown.
        by: what it is sorted or grouped by.
    """

    zoom: int
    text: str = ""
    view: View = View()
    span: Span | None = None
    tray: bool = False
    by: By = "time"


MAIN, EVERYTHING = View(), View(inferred=True, others=True)
UNDATED = "is:undated"
"""The tray: events that have no date, as a query."""


LEFT_OUT = ("", "is:state", UNDATED, f"is:state {UNDATED}")
"""What is counted to know what a view leaves out: everything, states, undated events, and what is both."""


class LeftOut(NamedTuple):
    """How many events of the filter the view leaves out: inferred ones; states and undated ones."""

    inferred: int
    others: int


def left_out(asked: Sequence[Selection], view: View, events: int, store: ReadingStore) -> LeftOut:
    """What a view that shows so many events leaves out; ``asked`` are the selections of :data:`LEFT_OUT`."""
    everything, states, undated, both = map(store.count, asked)
    left = everything - events
    others = states + undated - both
    if view.others:
        others = 0
    elif view.inferred:
        others = left
    return LeftOut(max(0, left - others), min(others, left))
