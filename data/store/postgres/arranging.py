"""What is said of whole years, on a server: asked at once, since every question takes its way there."""

from __future__ import annotations

from data import days
from data.order import COARSENESS
from data.store.arranging import Span
from data.store.tables.arranging import COARSER, ArrangedEvents
from data.store.tables.tally import UNDATED


class Stretches(ArrangedEvents):
    """Finds the stretches of what is said of whole years."""

    def _stretches(self) -> list[tuple[int, Span, int, int]]:
        firsts = {
            month.start: month.position
            for month in self._plan().months
            if month.start != UNDATED and days.civil(month.start).month == 1
        }
        lasts: dict[int, dict[int, int]] = {start: {} for start in firsts}
        for start, precision, last in self._query(
            "SELECT begin_day, precision, max(position) FROM event"
            f" WHERE {self._among('begin_day')} GROUP BY begin_day, precision",
            (self._listed(firsts),),
        ):
            lasts[start][COARSENESS.index(precision)] = last
        found: list[tuple[int, Span, int, int]] = []
        for start, first in firsts.items():
            for span, fineness in COARSER:
                coarser = [last for place, last in lasts[start].items() if place > fineness]
                if coarser:
                    found.append((start, span, first, max(coarser) + 1))
        return found
