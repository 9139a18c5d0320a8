"""The density strip: how many events begin when, and where the list stands."""

from __future__ import annotations

from rich.segment import Segment
from textual.strip import Strip

from data.store.protocol import begin_day
from tui.axis import Axis, axis_of
from tui.glyphs import Glyphs
from tui.session import Session
from tui.widgets.painted import Painted

_MARGIN = 2


class Density(Painted):
    """Two lines: bars over the years, and the years. The event's column is reversed."""

    def __init__(self, session: Session, glyphs: Glyphs) -> None:
        super().__init__()
        self._session = session
        self._glyphs = glyphs
        self._axis = Axis()
        self._made_for: tuple[object, int] | None = None

    def _current_axis(self) -> Axis:
        width = self.size.width - 2 * _MARGIN
        key = (self._session.months, width)
        if self._made_for is None or self._made_for[0] is not key[0] or self._made_for[1] != width:
            self._axis = axis_of(self._session.months, width)
            self._made_for = key
        return self._axis

    def paint(self) -> list[Strip]:
        """Bars and labels."""
        axis = self._current_axis()
        width = self.size.width
        bars = self._glyphs.bars
        tallest = max((column.events for column in axis.columns), default=1)
        drawn = "".join(_bar(column.events, tallest, bars) for column in axis.columns)
        names = [" "] * len(drawn)
        for place, label in axis.labels:
            names[place : place + len(label)] = label
        text, faint, look = self.look("text"), self.look("faint"), self.look("bars")
        current = self._session.current
        day = None if current is None else begin_day(current.start, current.end)
        here = None if day is None else axis.column_of(day)
        margin = Segment(" " * _MARGIN, text)
        rest = Segment(" " * max(0, width - _MARGIN - len(drawn)), text)
        if here is None or here >= len(drawn):
            marked = [Segment(drawn, look)]
        else:
            marked = [
                Segment(drawn[:here], look),
                Segment(drawn[here], self.look("here")),
                Segment(drawn[here + 1 :], look),
            ]
        return [
            Strip([one for one in (margin, *marked, rest) if one.text], width),
            Strip([one for one in (margin, Segment("".join(names), faint), rest) if one.text], width),
        ]


def _bar(count: int, tallest: int, bars: str) -> str:
    """A bar's sign: nothing for no event, something for one."""
    if not count:
        return bars[0]
    steps = len(bars) - 1
    return bars[max(1, round(count / tallest * steps))]
