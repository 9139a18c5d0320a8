"""What the timeline shows before any filter: the events that sources date, or more."""

from __future__ import annotations

from typing import NamedTuple


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


MAIN, EVERYTHING = View(), View(inferred=True, others=True)
UNDATED = "is:undated"
"""The tray: events that have no date, as a query."""
