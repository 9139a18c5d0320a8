"""What is said of whole years, on a server: asked at once, since every question takes its way there."""

from __future__ import annotations

from data.order import COARSENESS
from data.store.tables.arranging import COARSER, ArrangedEvents, Stretch


class Stretches(ArrangedEvents):
    """Finds the stretches of what is said of whole years."""

    def _stretches(self) -> list[Stretch]:
        firsts = {start: first for start, first, _ in self._januaries()}
        lasts: dict[int, dict[int, int]] = {start: {} for start in firsts}
        for start, precision, last in self._query(
            "SELECT begin_day, precision, max(position) FROM event"
            f" WHERE {self._among('begin_day')} GROUP BY begin_day, precision",
            (self._listed(firsts),),
        ):
            lasts[start][COARSENESS.index(precision)] = last
        found: list[Stretch] = []
        for start, first in firsts.items():
            for span, fineness in COARSER:
                coarser = [last for place, last in lasts[start].items() if place > fineness]
                if coarser:
                    found.append((start, span, first, max(coarser) + 1))
        return found
