"""What the user is looking at: a collection, a filter, a zoom, an event and one of its sources.

Plain Python without Textual: screens ask it what to show and tell it what the user did.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from copy import copy
from typing import TYPE_CHECKING, Any, NamedTuple

from data.order import begin_day
from data.store.protocol import EventRow, PeriodCount, Selection, Store, Totals
from tui.arrangement import Arranged, By, Found, arranged, is_ready
from tui.asking import Answer, Asking, AtOnce
from tui.cursor import PAGE
from tui.marks import Marked
from tui.views import EVERYTHING, MAIN, UNDATED, View

if TYPE_CHECKING:
    from data.model import Trouble
    from data.report import FileReport
    from tui.spans import Span

__all__ = ["PAGE", "LeftOut", "Select", "Session"]

Select = Callable[..., Selection]
"""Compiles queries that must all hold; raises :class:`data.errors.QueryError`.

With ``shown=True`` only events of the main view, unless a query itself asks for what that leaves out; with
``within``, a first and a last day, only those that begin then.
"""

_ASKED_FOR = ("text", "view", "span", "tray", "by", "selection")
_ANSWERED = ("arrangement", "count", "events", "months", "row", "source", "lines", "_left_out")


class LeftOut(NamedTuple):
    """How many events of the filter the view leaves out: inferred ones; states and undated ones."""

    inferred: int
    others: int


class Session(Marked):
    """A collection as one user sees it.

    What is asked of many events may take a while. Meanwhile those around the cursor are shown, or what was
    shown before if the new order is not known yet.

    Args:
        store: the collection, open for reading.
        select: compiles queries.
        asking: how what takes long is asked.

    Attributes:
        text: the filter as typed.
        view: what is shown before any filter.
        tray: whether only the events without a date are shown, whatever view and span.
        span: the stretch of time that the timeline is narrowed to, None for all of it.
        selection: what filter, view and span together mean.
        by: how the events are arranged.
        events: their number; ``count`` is that of rows, for a group may repeat events of another.
        months: how many events of the selection begin in each month.
        is_counting: whether the answer to what was asked for is still to come.
        words: what is searched for, None if nothing is.
        told: what the reading of this session told of troubles; a path that is not there is in no record.
    """

    def __init__(self, store: Store, select: Select, asking: Asking | None = None) -> None:
        super().__init__(store)
        self._select = select
        self._asking = asking or AtOnce()
        self.text = ""
        self.view = MAIN
        self.span: Span | None = None
        self.tray = False
        self.selection = select(shown=True)
        self.by: By = "time"
        self.events = 0
        self.months: list[PeriodCount] = []
        self.is_counting = False
        self.words: str | None = None
        self.told: list[Trouble] = []
        self.totals = Totals(0, 0, None, None)
        self._recorded: list[Trouble] | None = None
        self._everything: list[PeriodCount] | None = None
        self._left_out: LeftOut | None = None
        self._before: dict[str, Any] | None = None
        self._is_part = False
        self._wanted: EventRow | None = None
        self.reload()

    # what there is

    @property
    def troubles(self) -> list[Trouble]:
        """What could not be read: as recorded with the files, and as told while reading."""
        if self._recorded is None:
            self._recorded = [
                trouble
                for record in self.store.files().values()
                if record.state != "folder"
                for trouble in record.troubles
            ]
        return list(dict.fromkeys((*self._recorded, *self.told)))

    def files(self) -> list[FileReport]:
        """What became of each file."""
        from data.report import file_reports

        return file_reports(self.store)

    def reload(self, store: Store | None = None) -> None:
        """Look at the collection anew, in another store if given; the cursor stays on its event if it can."""
        here = self._row(self.row) if self.count else None
        if store is not None:
            self.store = store
        self._events.clear()
        self._documents.clear()
        self._everything = None
        self.totals = self.store.totals()
        self._recorded = None
        self._show(here)

    def beside(self, text: str) -> Session:
        """The same collection under another filter, in the order of time, with a cursor of its own.

        Raises QueryError.
        """
        other = copy(self)
        other._asking = self._asking.another()
        other._pages = OrderedDict()
        other._before, other.is_counting, other._is_part = None, False, False
        other.by, other.tray, other.words, other.headings = "time", False, None, "year"
        other.text = text.strip()
        other.selection = other._compile(other.text)
        other._show(self.current)
        return other

    def ask(self, question: Callable[[Store], Answer], use: Callable[[Answer], object]) -> bool:
        """Ask the collection something that may take long; False if the answer is used later."""
        return self._asking.ask(self.store, question, use)

    def prepare(self) -> None:
        """Have the collection ready for a filter: what every filter needs takes longer than most of them."""
        few = self._select(UNDATED)
        self._asking.prepare(lambda store: arranged(store, few, "time"))

    def another_asking(self) -> Asking:
        """A way to ask that is not dropped when something else is to be shown."""
        return self._asking.another()

    # what is shown of it

    def filter(self, text: str) -> None:
        """Show only what a query selects; raises QueryError and leaves everything as it was.

        The cursor stays on its event, or goes to the first one that does not begin before it.
        """
        self._turn(text=text.strip())

    def look(self, view: View) -> None:
        """Show more or less of what is inferred or undated."""
        self._turn(view=view)

    def toggle_tray(self) -> bool:
        """Show only the events without a date, or again what was shown before; False if there are none."""
        if not self.tray and not self.store.count(self._select(UNDATED)):
            return False
        self._turn(tray=not self.tray)
        return True

    def narrow(self, step: int) -> bool:
        """Keep to a shorter stretch of time around the cursor (1) or a longer one (-1); False at the end."""
        from tui.spans import narrower, wider

        here = self.current
        day = None if here is None else begin_day(here.start, here.end)
        span = wider(self.span) if step < 0 else self.span if day is None else narrower(self.span, day)
        if span == self.span:
            return False
        self._turn(span=span)
        return True

    def widen_fully(self) -> None:
        """Keep to no stretch of time any more."""
        self._turn(span=None)

    def arrange(self, by: By) -> None:
        """Sort or group the events; the cursor stays on its event, or goes to the head of another order."""
        self._turn(by=by)

    def start(
        self, event_id: str | None, *, text: str = "", view: View = MAIN, by: By = "time", zoom: int
    ) -> None:
        """Begin where an earlier session ended; raises QueryError and leaves everything as it was."""
        place = None if event_id is None else self.store.place(event_id)
        rows = [] if place is None else self.store.rows_at([place])
        here = rows[0] if rows else None
        self._turn(here, text=text.strip(), view=view, by=by)
        self.zoom_number = zoom
        self._lay_out()
        row = None if here is None else self.arrangement.row_of(here.id, self.row)
        if row is not None:
            self.go_to_hidden_row(row)

    def _compile(self, *texts: str, view: View | None = None) -> Selection:
        if self.tray:
            return self._select(*(text for text in (*texts, UNDATED) if text))
        view = self.view if view is None else view
        asked = [text for text in (*texts, view.query) if text]
        within = None if self.span is None else (self.span.start, self.span.end)
        return self._select(*asked, shown=view.is_main, within=within)

    def _turn(self, here: EventRow | None = None, **changes: object) -> None:
        """Ask for something else; what was shown before is kept until the answer has come."""
        before = {name: getattr(self, name) for name in (*_ASKED_FOR, *_ANSWERED)}
        for name, value in changes.items():
            setattr(self, name, value)
        try:
            self.selection = self._compile(self.text)
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

        def ask(asked: Store) -> Arranged:
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
        self._left_out = None
        self.arrangement, self.events, self.months = answer
        self.count = self.arrangement.count
        self.row = self._row_for(here, min(near, self.count - 1)) if here is not None and self.count else 0
        now = self._row(self.row) if self.count else None
        if shown is None or now is None or shown.id != now.id:
            self.source = 0
        self._lay_out()

    def _row_for(self, here: EventRow, near: int) -> int:
        """The row of an event, or of the first that does not begin before it."""
        row = self.arrangement.row_of(here.id, near)
        if row is None:
            day = begin_day(here.start, here.end)
            row = self.count - 1 if day is None else self.arrangement.row_of_day(day, near)
        return row or 0

    def drop(self) -> bool:
        """Wait for no answer any more, and show what was shown before; False if that is not known."""
        if self._before is None:
            return False
        self._asking.drop()
        self._put_back(self._before)
        self._before, self.is_counting, self._is_part = None, False, False
        self._pages.clear()
        return True

    @property
    def all_months(self) -> list[PeriodCount]:
        """How many events of the whole collection, or of what it is narrowed to, begin in each month.

        Narrowed to a month, those of its year.
        """
        if self._everything is None:
            self._everything = self.store.periods(Selection(), "month")
        span = self.span
        if span is None:
            return self._everything
        if span.unit == "month":
            from tui.spans import wider

            span = wider(span)
        return [one for one in self._everything if span is None or span.start <= one.start <= span.end]

    def count_of(self, query: str, store: Store | None = None) -> int:
        """How many events a filter would leave of what the view shows; raises QueryError."""
        return (store or self.store).count(self._compile(query))

    @property
    def left_out(self) -> LeftOut | None:
        """What the view leaves out; None until it was counted."""
        return self._left_out

    def count_left_out(self, told: Callable[[], object] = lambda: None) -> None:
        """Count what the view leaves out; ``told`` is called when it is known."""
        view, events, selection = self.view, self.events, self.selection
        # What is asked for is what few events are: the others follow from the number of all.
        everything, *counted = (
            self._compile(self.text, query, view=EVERYTHING)
            for query in ("", "is:state", UNDATED, f"is:state {UNDATED}")
        )

        def count(store: Store) -> LeftOut:
            left = store.count(everything) - events
            states, undated, both = map(store.count, counted)
            others = states + undated - both
            if view.others:
                others = 0
            elif view.inferred:
                others = left
            return LeftOut(max(0, left - others), min(others, left))

        def take(left_out: LeftOut) -> None:
            if self.selection == selection:
                self._left_out = left_out
                told()

        self.ask(count, take)

    # walking

    def search(self, words: str) -> None:
        """Look for events that have these words; raises QueryError and leaves everything as it was."""
        self._select(words)
        self.words = words.strip() or None

    def end_search(self) -> None:
        """Look for nothing any more."""
        self.words = None

    def walk_matches(self, step: int) -> bool:
        """Go to the next (1) or previous (-1) match among the events of the filter; False if there is none.

        A hidden match is shown.
        """
        return self.words is not None and self.walk(self.words, step)

    def walk(self, query: str, step: int) -> bool:
        """Go to the next (1) or previous (-1) event that a query selects too; False if there is none."""
        if not self.count:
            return False
        row = self.arrangement.next_of(self._compile(self.text, query), self.row, step)
        if row is None:
            return False
        self.go_to_hidden_row(row)
        return True
