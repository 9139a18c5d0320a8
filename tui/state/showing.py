"""Showing what is asked for of a collection: at once if it is ready, else when its answer comes."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from data.order import begin_day
from data.store.records import EventRow, PeriodCount, Selection
from tui.state.asking import Answer, Asking, AtOnce
from tui.timeline.arrangement import Arranged, By, Found, arranged, is_ready
from tui.timeline.marks import Marked

if TYPE_CHECKING:
    from data.store.protocol import ReadingStore


class Showing(Marked):
    """The events of a selection in an order.

    What is asked of many events may take a while. Meanwhile those around the cursor are shown, or what was
    shown before if the new order is not known yet.

    Attributes:
        selection: what is shown.
        by: how the events are arranged.
        events: their number; ``count`` is that of rows, for a group may repeat events of another.
        months: how many events of the selection begin in each month.
        is_counting: whether the answer to what was asked for is still to come.
    """

    _STATE: tuple[str, ...] = (
        "by", "selection", "arrangement", "count", "events", "months", "row", "source", "lines",
    )  # fmt: skip
    """The attributes that are put back where an answer is not waited for."""

    def __init__(self, store: ReadingStore, selection: Selection, asking: Asking | None = None) -> None:
        super().__init__(store)
        self._asking = asking or AtOnce()
        self.selection = selection
        self.by: By = "time"
        self.events = 0
        self.months: list[PeriodCount] = []
        self.is_counting = False
        self._before: dict[str, Any] | None = None
        self._is_part = False
        self._wanted: EventRow | None = None

    @abstractmethod
    def _compiled(self, *texts: str) -> Selection:
        """What is asked for and these queries too, compiled; raises QueryError."""

    def ask(self, question: Callable[[ReadingStore], Answer], use: Callable[[Answer], object]) -> bool:
        """Ask the collection something that may take long; False if the answer is used later."""
        return self._asking.ask(self.store, question, use)

    def _turn(self, here: EventRow | None = None, **changes: object) -> None:
        """Ask for something else; what was shown before is kept until the answer has come."""
        before = {name: getattr(self, name) for name in self._STATE}
        for name, value in changes.items():
            setattr(self, name, value)
        try:
            self.selection = self._compiled()
        except BaseException:
            self._put_back(before)
            raise
        if (self.selection, self.by) == (before["selection"], before["by"]):
            return
        if here is None and self.by not in ("importance", "newest"):
            here = self._row(self.row) if self.count else None
        self._show(here, self._before or before)

    def _put_back(self, state: dict[str, Any]) -> None:
        for name, value in state.items():
            setattr(self, name, value)

    def _show(self, here: EventRow | None, before: dict[str, Any] | None = None) -> None:
        """Show what is asked for, the cursor on an event or near it."""
        self._asking.drop()
        self._before, self._wanted, self._is_part = before, here, False
        selection, by, store = self.selection, self.by, self.store
        if is_ready(selection, by):
            self._take(arranged(store, selection, by))
            return
        self.is_counting = True

        def ask(asked: ReadingStore) -> Arranged:
            return arranged(store, selection, by, asked)

        if not self.ask(ask, self._take) and by == "time":
            part = Found.around(store, selection, 0 if here is None else here.position)
            self._is_part = True
            self._lay(Arranged(part, part.count, self.months), here)

    def _take(self, answer: Arranged) -> None:
        """Show an answer, the cursor where it was, or where it is by now."""
        here = self.current if self._is_part and self.count else self._wanted
        self.is_counting = self._is_part = False
        self._before = None
        self._lay(answer, here)

    def _lay(self, answer: Arranged, here: EventRow | None) -> None:
        near, shown = self.row, self._row(self.row) if self.count else None
        self._pages.clear()
        self.arrangement, self.events, self.months = answer
        self.count = self.arrangement.count
        self.row = self._row_for(here, min(near, self.count - 1)) if here is not None and self.count else 0
        now = self._row(self.row) if self.count else None
        if shown is None or now is None or shown.id != now.id:
            self.source = 0
        self._lay_out()

    def _row_for(self, here: EventRow, near: int) -> int:
        """The row of an event, or of the first that does not begin before it.

        Among those that were counted: the collection may have more by now.
        """
        row = self.arrangement.row_of(here.id, near)
        if row is None:
            day = begin_day(here.start, here.end)
            row = self.count - 1 if day is None else self.arrangement.row_of_day(day, near)
        return min(row or 0, self.count - 1)

    def drop(self) -> bool:
        """Wait for no answer any more, and show what was shown before; False if that is not known."""
        if self._before is None:
            return False
        self._asking.drop()
        self._put_back(self._before)
        self._before, self.is_counting, self._is_part = None, False, False
        self._pages.clear()
        return True
