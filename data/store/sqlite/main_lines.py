"""The most important lines, in SQLite: of many they are soon met among the most important of all."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import islice

from data.store.records import Selection
from data.store.tables.arranging import BEST, ArrangedEvents

_WIDE = 5_000
_PART = 50


class MainLines(ArrangedEvents):
    """Finds the most important lines."""

    def main_at(self, positions: Sequence[int], wanted: int) -> list[int]:
        """Of some positions, given in order, the most important ones."""
        if len(positions) < _WIDE:
            return super().main_at(positions, wanted)
        with self._selecting():
            ranked = (one for (one,) in self._ask(f"SELECT position FROM event {BEST}"))
            return list(islice((one for one in ranked if _has(positions, one)), wanted))

    def main_lines(self, selection: Selection, first: int, count: int, wanted: int) -> list[int]:
        """The numbers of the most important lines of a stretch."""
        if not selection.is_plain or count < _WIDE or count * _PART < self.totals().events:
            return super().main_lines(selection, first, count, wanted)
        with self._selecting():
            begin, end = self._line(selection, first), self._line(selection, first + count)
            flag, value = (1, 1) if selection.shown else (2, 0)
            met = (
                row[0]
                for row in self._ask(f"SELECT position, shown, hidden FROM event {BEST}")
                if begin <= row[0] < end and row[flag] == value
            )
            return [self._size(selection, position) for position in islice(met, wanted)]


def _has(positions: Sequence[int], position: int) -> bool:
    place = bisect_left(positions, position)
    return place < len(positions) and positions[place] == position
