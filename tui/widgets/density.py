"""The density strip: how many events begin when, and where the cursor is."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

from textual.strip import Strip

from data.order import begin_day
from data.store.protocol import PeriodCount
from tui.axis import Axis, axis_of
from tui.glyphs import Glyphs
from tui.session import Session
from tui.strips import line
from tui.widgets.painted import Painted

_MARGIN = 2


class Density(Painted):
    """Two lines: bars of the selection over the years of the whole collection, and the years.

    The axis stays when the filter changes, so that the eye finds its way. A mark shows where the cursor is.
    """

    def __init__(self, session: Session, glyphs: Glyphs) -> None:
        super().__init__()
        self._session = session
        self._glyphs = glyphs
        self._axis = Axis()
        self._axis_for: tuple[Sequence[PeriodCount], int] = ((), 0)

    def _current_axis(self) -> Axis:
        months, width = self._session.all_months, self.size.width - 2 * _MARGIN
        if self._axis_for[0] is not months or self._axis_for[1] != width:
            self._axis = axis_of(months, width)
            self._axis_for = months, width
        return self._axis

    def paint(self) -> list[Strip]:
        """Bars and labels."""
        axis, width = self._current_axis(), self.size.width
        counts = axis.counts(self._session.months)
        tallest = max(counts, default=1)
        names = [" "] * len(counts)
        for place, label in axis.labels:
            names[place : place + len(label)] = label
        text, faint = self.look("text"), self.look("faint")
        margin = (" " * _MARGIN, text)
        here = self._here(axis)
        below = [("".join(names), faint)]
        if here is not None:
            sign = "^" if names[here] == " " else names[here]
            left, right = "".join(names[:here]), "".join(names[here + 1 :])
            below = [(left, faint), (sign, self.look("here")), (right, faint)]
        bars = "".join(_bar(count, tallest, self._glyphs.bars) for count in counts)
        return [line([margin, (bars, self.look("bars"))], width, text), line([margin, *below], width, text)]

    def _here(self, axis: Axis) -> int | None:
        """The column of the event under the cursor."""
        current = self._session.current
        day = None if current is None else begin_day(current.start, current.end)
        return None if day is None or not axis.columns else axis.column_of(day)


def _bar(count: int, tallest: int, bars: str) -> str:
    """A bar's sign: nothing for no event, something for one.

    The height grows with the square root, or one crowded month would flatten all others.
    """
    if not count:
        return bars[0]
    return bars[max(1, round(sqrt(count / tallest) * (len(bars) - 1)))]
