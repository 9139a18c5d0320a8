"""What is said of whole years, on a server: asked at once, since every question takes its way there."""

from __future__ import annotations

from data import days
from data.order import COARSENESS
from data.store.arranging import Span
from data.store.tables.arranging import COARSER, ArrangedEvents


class Stretches(ArrangedEvents):
    """Finds the stretches of what is said of whole years."""

    def _stretches(self) -> list[tuple[int, Span, int, int]]:
        firsts = {
            start: first
            for start, first in self._query("SELECT start_day, position FROM month ORDER BY start_day")
            if days.civil(start).month == 1
        }
        counts: dict[int, dict[int, int]] = {start: {} for start in firsts}
        for start, precision, count in self._query(
            "SELECT begin_day, precision, count(*) FROM event"
            f" WHERE {self._among('begin_day')} GROUP BY begin_day, precision",
            (self._listed(firsts),),
        ):
            counts[start][COARSENESS.index(precision)] = count
        found: list[tuple[int, Span, int, int]] = []
        for start, first in firsts.items():
            for span, fineness in COARSER:
                coarser = sum(count for place, count in counts[start].items() if place > fineness)
                if coarser:
                    found.append((start, span, first, first + coarser))
        return found
