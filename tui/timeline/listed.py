"""Events in another order than that of time, or in groups; loaded when first asked for."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, get_args

from data.store.arranging import GroupBy
from data.store.records import EventRow, Selection
from tui.timeline.arrangement import NAMES
from tui.timeline.sections import Section, by_name

if TYPE_CHECKING:
    from data.store.protocol import ReadingStore
    from tui.timeline.arrangement import By
    from tui.timeline.sections import Unit


class Listed:
    """Rows as a list of positions: a sorted timeline under one heading, or groups one after the other.

    ``in_time`` says whether the rows of a section are in the order of time.
    """

    def __init__(
        self, store: ReadingStore, positions: Sequence[int], sections: tuple[Section, ...], *, in_time: bool
    ) -> None:
        self._store = store
        self._positions = positions if isinstance(positions, array) else array("I", positions)
        self._sections = sections
        self._firsts = [one.first for one in sections]
        self._in_time = in_time
        self.count = len(positions)
        self._matches: tuple[Selection, frozenset[int]] | None = None

    def rows(self, first: int, count: int) -> list[EventRow]:
        """The events of some rows."""
        return self._store.rows_at(self._positions[first : first + count])

    def sections(self, unit: Unit | None) -> tuple[Section, ...]:  # noqa: ARG002 - groups are of no unit
        """The groups, each with its first row and how many it has."""
        return self._sections

    def main_rows(self, section: Section, count: int) -> Sequence[int]:
        """The rows of the most important events of a group."""
        first, end = section.first, section.first + section.events
        stretch = self._positions[first:end]
        ordered = stretch if self._in_time else sorted(stretch)
        return [self._positions.index(one, first, end) for one in self._store.main_at(ordered, count)]

    def _section(self, row: int) -> tuple[int, int]:
        """First row and the row after the last of the section that holds a row."""
        if not self._sections:
            return 0, 0
        section = self._sections[max(0, bisect_left(self._firsts, row + 1) - 1)]
        return section.first, section.first + section.events

    def row_of(self, event_id: str, near: int = 0) -> int | None:
        """The row of an event."""
        position = self._store.place(event_id)
        if position is None:
            return None
        for first, end in (self._section(near), (0, self.count)):
            try:
                return self._positions.index(position, first, end)
            except ValueError:
                continue
        return None

    def row_of_day(self, day: int, near: int = 0) -> int | None:
        """The row of the section's first event that does not begin before a day, else its last row."""
        if not self._in_time or not self.count:
            return None
        first, end = self._section(near)
        return min(bisect_left(self._positions, self._store.begins(day), first, end), end - 1)

    def next_of(self, matches: Selection, row: int, step: int) -> int | None:
        """The next or previous row of those events."""
        if self._matches is None or self._matches[0] != matches:
            self._matches = matches, frozenset(self._store.positions(matches))
        wanted = self._matches[1]
        rows = range(row + 1, self.count) if step > 0 else range(row - 1, -1, -1)
        return next((one for one in rows if self._positions[one] in wanted), None)


def listed(asked: ReadingStore, selection: Selection, by: By, store: ReadingStore) -> Listed:
    """A selection sorted or grouped; ``asked`` is asked for it, and ``store`` for the lines later."""
    if by in get_args(GroupBy):
        groups = asked.groups(selection, by)  # type: ignore[arg-type]  # one of them
        positions = array("I")
        for group in groups:
            positions.extend(group.positions)
        return Listed(store, positions, by_name(groups, by), in_time=True)
    ordered = asked.ordered(selection, by)  # type: ignore[arg-type]  # time has lists of its own
    heading = (Section(0, len(ordered), name=NAMES[by].capitalize()),) if ordered else ()
    return Listed(store, ordered, heading, in_time=False)
