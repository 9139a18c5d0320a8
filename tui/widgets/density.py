"""The density strip: how many events begin when, and where the cursor and the list are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from math import sqrt
from operator import itemgetter

from textual import events
from textual.message import Message
from textual.strip import Strip

from data.order import begin_day
from data.store.records import PeriodCount
from tui.state.session import Session
from tui.text.glyphs import ASCII, Glyphs
from tui.timeline.axis import Axis, axis_of
from tui.widgets.painted import Painted
from tui.widgets.strips import Piece, line

_MARGIN = 2

Window = tuple[int, int] | None
"""First and last day that the list shows."""


class Density(Painted):
    """Two lines: bars of the selection over the years of the whole collection, and the years.

    Bars are blocks: nine heights a column. Braille would part a column in two, of five heights each, and
    years have as many columns as their months need already.

    The axis stays when the filter changes, so that the eye finds its way. Bars with conflicts have another
    mark; of the years those that the list shows are underlined, and that of the cursor is reversed.
    """

    class Pointed(Message):
        """A day was pointed at."""

        def __init__(self, day: int) -> None:
            super().__init__()
            self.day = day

    def __init__(self, session: Session, glyphs: Glyphs, window: Callable[[], Window]) -> None:
        super().__init__()
        self._session = session
        self._glyphs = glyphs
        self._window = window
        self._axis = Axis()
        self._axis_for: tuple[Sequence[PeriodCount], int] = ((), 0)
        self._bars: list[tuple[str, str]] = []
        self._bars_for: tuple[Axis, Sequence[PeriodCount]] = (self._axis, ())

    def _current_axis(self) -> Axis:
        months, width = self._session.all_months, self.size.width - 2 * _MARGIN
        if self._axis_for != (months, width):
            self._axis = axis_of(months, width)
            self._axis_for = months, width
        return self._axis

    def paint(self) -> list[Strip]:
        """Bars and labels."""
        axis, width = self._current_axis(), self.size.width
        names = [" "] * len(axis.columns)
        for place, label in axis.labels:
            names[place : place + len(label)] = label
        here = self._here(axis)
        if here is not None and names[here] == " ":
            names[here] = "^"
        first, last = self._columns_shown(axis)
        below = [
            (name, "here" if place == here else "window" if first <= place <= last else "faint")
            for place, name in enumerate(names)
        ]
        return [self._line(self._current_bars(axis), width), self._line(below, width)]

    def _current_bars(self, axis: Axis) -> list[tuple[str, str]]:
        """The bars with their looks; while the cursor walks they stay the same."""
        months = self._session.months
        if self._bars_for[0] is not axis or self._bars_for[1] is not months:
            counts, conflicts = axis.counts(months)
            tallest = max(counts, default=1)
            self._bars = [
                (self._sign(count, tallest, conflict), "bars-conflict" if conflict else "bars")
                for count, conflict in zip(counts, conflicts, strict=True)
            ]
            self._bars_for = axis, months
        return self._bars

    def _sign(self, count: int, tallest: int, conflict: int) -> str:
        """A bar; where conflicts cannot be told by a colour their sign stands in its place."""
        if conflict and (self._glyphs is ASCII or self.app.no_color):
            return self._glyphs.conflict
        return _bar(count, tallest, self._glyphs.bars)

    def _line(self, cells: Sequence[tuple[str, str]], width: int) -> Strip:
        """Cells with their looks after the margin, those of one look together."""
        text = self.look("text")
        pieces: list[Piece] = [(" " * _MARGIN, text)]
        for look, group in groupby(cells, key=itemgetter(1)):
            pieces.append(("".join(sign for sign, _ in group), self.look(look)))
        return line(pieces, width, text)

    def _here(self, axis: Axis) -> int | None:
        """The column of the event under the cursor."""
        current = self._session.current
        day = None if current is None else begin_day(current.start, current.end)
        return None if day is None or not axis.columns else axis.column_of(day)

    def _columns_shown(self, axis: Axis) -> tuple[int, int]:
        """First and last column that the list shows; an empty range if it is in no order of time."""
        window = self._window()
        if window is None or not axis.columns:
            return 0, -1
        return axis.column_of(window[0]), axis.column_of(window[1])

    def on_click(self, event: events.Click) -> None:
        """Point at a day."""
        axis, column = self._current_axis(), event.x - _MARGIN
        if 0 <= column < len(axis.columns):
            self.post_message(self.Pointed(axis.columns[column].start))


def _bar(count: int, tallest: int, bars: str) -> str:
    """A bar's sign: nothing for no event, something for one.

    The height grows with the square root, or one crowded month would flatten all others.
    """
    if not count:
        return bars[0]
    return bars[max(1, round(sqrt(count / tallest) * (len(bars) - 1)))]
