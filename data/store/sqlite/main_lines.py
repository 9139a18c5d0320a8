"""The most important lines of a stretch, in SQLite."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from data.store.protocol import Selection
from data.store.tables.arranging import ArrangedEvents

_MOST_IMPORTANT = (
    "SELECT position, shown, hidden FROM event ORDER BY importance DESC, publishers DESC, position"
)
_WIDE = 5_000
_PART = 50


class MainLines(ArrangedEvents):
    """Finds the most important lines of a stretch."""

    def main_lines(self, selection: Selection, first: int, count: int, wanted: int) -> list[int]:
        """The numbers of the most important lines of a stretch.

        Of a stretch that is a good part of the timeline they are soon met among the most important of all.
        """
        if count < _WIDE or count * _PART < self.totals().events:
            return super().main_lines(selection, first, count, wanted)
        with self._selecting():
            begin, end = self._line(selection, first), self._line(selection, first + count)
            has = self._membership(selection, first + count)
            found: list[int] = []
            for row in self._ask(_MOST_IMPORTANT):
                if begin <= row[0] < end and has(row):
                    found.append(self._size(selection, row[0]))
                    if len(found) == wanted:
                        break
            return found

    def _membership(self, selection: Selection, needed: int) -> Callable[[tuple[int, int, int]], bool]:
        """Tells of position, shown and hidden of an event whether a selection has it."""
        if selection.is_plain:
            return (lambda row: row[1] == 1) if selection.shown else (lambda row: row[2] == 0)
        positions = self._positions(selection, needed)

        def has(row: tuple[int, int, int]) -> bool:
            place = bisect_left(positions, row[0])
            return place < len(positions) and positions[place] == row[0]

        return has
