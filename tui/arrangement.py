"""How the events of a selection are laid out: in time, sorted otherwise, or grouped by a name.

A *row* is the number of an event in an arrangement. Rows are fetched as they are seen; where an event of the
selection stands is asked of the store.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeAlias

from data.store.arranging import CoarseCount, GroupBy, Order
from data.store.protocol import EventRow, PeriodCount, Selection, Store
from tui.sections import Section, by_time

if TYPE_CHECKING:
    from tui.listed import Listed
    from tui.sections import Unit

By = Literal["time"] | Order | GroupBy

NAMES: dict[By, str] = {
    "time": "by date", "importance": "by importance", "newest": "newest document first",
    "who": "by person", "where": "by place", "source": "by source", "document": "by document",
}  # fmt: skip
Arrangement: TypeAlias = "InTime | Listed"


class InTime:
    """The order of the timeline."""

    def __init__(self, store: Store, selection: Selection) -> None:
        self._store = store
        self._selection = selection
        self.count = store.count(selection)

    @cached_property
    def months(self) -> list[PeriodCount]:
        """How many events begin in each month."""
        return self._store.periods(self._selection, "month")

    @cached_property
    def coarse(self) -> list[CoarseCount]:
        """How many are said of a whole year, decade or century."""
        return self._store.coarse(self._selection)

    def rows(self, first: int, count: int) -> list[EventRow]:
        """The events of some rows."""
        return self._store.rows(self._selection, first, count)

    def sections(self, unit: Unit | None) -> tuple[Section, ...]:
        """The periods."""
        return by_time(self.months, self.coarse, unit, self.count)

    def main_rows(self, section: Section, count: int) -> Sequence[int]:
        """The rows of the most important events of a period."""
        return self._store.main_lines(self._selection, section.first, section.events, count)

    def row_of(self, event_id: str, near: int = 0) -> int | None:  # noqa: ARG002
        """The row of an event."""
        position = self._store.place(event_id)
        if position is None:
            return None
        row = self._store.before(self._selection, position)
        found = self.rows(row, 1)
        return row if found and found[0].id == event_id else None

    def row_of_day(self, day: int, near: int = 0) -> int | None:  # noqa: ARG002
        """The row of the first event that does not begin before a day, else the last row."""
        return min(self._store.rank(self._selection, day), self.count - 1)

    def next_of(self, matches: Selection, row: int, step: int) -> int | None:
        """The next or previous row; the matches are all of this selection."""
        here = self.rows(row, 1)
        if not here:
            return None
        number = self._store.before(matches, here[0].position + max(step, 0)) - (step < 0)
        found = self._store.rows(matches, number, 1) if number >= 0 else []
        return self._store.before(self._selection, found[0].position) if found else None


def arranged(store: Store, selection: Selection, by: By) -> Arrangement:
    """The arrangement of a selection."""
    if by == "time":
        return InTime(store, selection)
    from tui.listed import listed

    return listed(store, selection, by)
