"""How the events of a selection are laid out: in time, sorted otherwise, or grouped by a name.

A *row* is the number of an event in an arrangement. Rows are fetched as they are seen.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from data.store.arranging import CoarseCount, GroupBy, Order
from data.store.records import EventRow, PeriodCount, Selection
from tui.timeline.sections import Section, by_time, months_of

if TYPE_CHECKING:
    from data.store.protocol import ReadingStore
    from tui.timeline.listed import Listed
    from tui.timeline.sections import Unit

By = Literal["time"] | Order | GroupBy

NAMES: dict[By, str] = {
    "time": "by date", "importance": "by importance", "newest": "newest document first",
    "who": "by person", "where": "by place", "source": "by source", "document": "by document",
}  # fmt: skip
AROUND = 128
"""Events after the cursor, or before it, that are shown while the others are counted."""

Arrangement: TypeAlias = "InTime | Found | Listed"


class InTime:
    """The order of the timeline, of a selection that the collection keeps ready."""

    def __init__(self, store: ReadingStore, selection: Selection) -> None:
        self._store = store
        self._selection = selection
        self.count = store.count(selection)
        self._sections: dict[Unit | None, tuple[Section, ...]] = {}

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
        """The periods of a unit; with None the years, and the months of those with many events."""
        made = self._sections.get(unit)
        if made is None:
            made = self._sections[unit] = by_time(self.months, self.coarse, unit, self.count)
        return made

    def main_rows(self, section: Section, count: int) -> Sequence[int]:
        """The rows of the most important events of a period."""
        return self._store.main_lines(self._selection, section.first, section.events, count)

    def row_of(self, event_id: str, near: int = 0) -> int | None:  # noqa: ARG002 - in time it has one place
        """The row of an event."""
        position = self._store.place(event_id)
        if position is None:
            return None
        row = self._store.before(self._selection, position)
        found = self.rows(row, 1)
        return row if found and found[0].id == event_id else None

    def row_of_day(self, day: int, near: int = 0) -> int | None:  # noqa: ARG002 - in time it has one place
        """The row of the first event that does not begin before a day, else the last row."""
        return min(self._store.rank(self._selection, day), self.count - 1)

    def next_of(self, matches: Selection, row: int, step: int) -> int | None:
        """The next or previous row; the matches are all of this selection."""
        here = self.rows(row, 1)
        position = _next_position(self._store, matches, here[0].position, step) if here else None
        return None if position is None else self._store.before(self._selection, position)


class Found:
    """The order of the timeline, of events at known positions.

    Args:
        store: gives their lines.
        positions: where they stand in the whole timeline, in order.
        months: how many of them begin in each month.
        coarse: how many are said of a whole year, decade or century.
    """

    def __init__(
        self,
        store: ReadingStore,
        positions: Sequence[int],
        months: list[PeriodCount],
        coarse: Sequence[CoarseCount] = (),
    ) -> None:
        self._store = store
        self._positions = array("I", positions)
        self.months = months
        self._coarse = coarse
        self.count = len(positions)

    @staticmethod
    def around(store: ReadingStore, selection: Selection, position: int) -> Found:
        """The nearest events of a selection from a position on, and those before it if these are few."""
        positions = store.next_to(selection, position, AROUND)
        if len(positions) < AROUND:
            positions = [*store.next_to(selection, position, -AROUND), *positions]
        return Found(store, positions, months_of(store.rows_at(positions)))

    def rows(self, first: int, count: int) -> list[EventRow]:
        """The events of some rows."""
        return self._store.rows_at(self._positions[first : first + count])

    def sections(self, unit: Unit | None) -> tuple[Section, ...]:
        """The periods of a unit; with None the years, and the months of those with many events."""
        return by_time(self.months, self._coarse, unit, self.count)

    def main_rows(self, section: Section, count: int) -> Sequence[int]:
        """The rows of the most important events of a period."""
        stretch = self._positions[section.first : section.first + section.events]
        return [bisect_left(self._positions, one) for one in self._store.main_at(stretch, count)]

    def row_of(self, event_id: str, near: int = 0) -> int | None:  # noqa: ARG002 - in time it has one place
        """The row of an event."""
        position = self._store.place(event_id)
        return None if position is None else self._row_at(position)

    def row_of_day(self, day: int, near: int = 0) -> int | None:  # noqa: ARG002 - in time it has one place
        """The row of the first event that does not begin before a day, else the last row."""
        return min(bisect_left(self._positions, self._store.begins(day)), self.count - 1)

    def next_of(self, matches: Selection, row: int, step: int) -> int | None:
        """The next or previous row; the matches are all of this selection."""
        position = _next_position(self._store, matches, self._positions[row], step)
        return None if position is None else self._row_at(position)

    def _row_at(self, position: int) -> int | None:
        row = bisect_left(self._positions, position)
        return row if row < self.count and self._positions[row] == position else None


def _next_position(store: ReadingStore, matches: Selection, position: int, step: int) -> int | None:
    found = store.next_to(matches, position + max(step, 0), step)
    return found[0] if found else None


class Arranged(NamedTuple):
    """An arrangement, the number of its events, and how many of them begin in each month."""

    arrangement: Arrangement
    events: int
    months: list[PeriodCount]


def is_ready(selection: Selection, by: By) -> bool:
    """Whether a collection of any size arranges a selection at once."""
    return by == "time" and selection.is_plain


def arranged(
    store: ReadingStore, selection: Selection, by: By, asked: ReadingStore | None = None
) -> Arranged:
    """The arrangement of a selection; ``asked`` is asked for it, and ``store`` for the lines later."""
    asked = asked or store
    if is_ready(selection, by):
        ready = InTime(store, selection)
        return Arranged(ready, ready.count, ready.months)
    if by == "time":
        positions = asked.positions(selection)
        months = asked.periods(selection, "month")
        return Arranged(Found(store, positions, months, asked.coarse(selection)), len(positions), months)
    from tui.timeline.listed import listed

    made = listed(asked, selection, by, store)
    return Arranged(made, asked.count(selection), asked.periods(selection, "month"))
