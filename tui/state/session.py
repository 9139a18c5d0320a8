"""What the user is looking at: a collection, a filter, a zoom, an event and one of its sources.

Plain Python without Textual: screens ask it what to show and tell it what the user did.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from copy import copy
from functools import partial
from typing import TYPE_CHECKING

from data.order import begin_day
from data.store.records import EventRow, PeriodCount, Selection, Totals
from tui.state.asking import Asking
from tui.state.searching import Searching
from tui.state.showing import Showing
from tui.state.views import EVERYTHING, LEFT_OUT, MAIN, UNDATED, LeftOut, Look, View, left_out
from tui.timeline.arrangement import Arranged, By, arranged
from tui.timeline.cursor import PAGE

if TYPE_CHECKING:
    from data.building.report import FileReport
    from data.model import Event, MarkedPassage, Passage, Trouble
    from data.store.protocol import ReadingStore
    from tui.timeline.spans import Span

__all__ = ["PAGE", "LeftOut", "Select", "Session"]

Select = Callable[..., Selection]
"""Compiles queries that must all hold; raises :class:`data.errors.QueryError`.

With ``shown=True`` only events of the main view, unless a query itself asks for what that leaves out; with
``within``, a first and a last day, only those that begin then.
"""


class Session(Searching):
    """A collection as one user sees it.

    Args:
        store: the collection, open for reading.
        select: compiles queries.
        asking: how what takes long is asked.

    Attributes:
        text: the filter as typed.
        view: what is shown before any filter.
        tray: whether only the events without a date are shown, whatever view and span.
        span: the stretch of time that the timeline is narrowed to, None for all of it.
        told: what the reading of this session told of troubles; a path that is not there is in no record.
    """

    _STATE = (*Showing._STATE, "text", "view", "span", "tray", "_left_out")

    def __init__(self, store: ReadingStore, select: Select, asking: Asking | None = None) -> None:
        super().__init__(store, select(shown=True), asking)
        self._select = select
        self.text = ""
        self.view = MAIN
        self.span: Span | None = None
        self.tray = False
        self._beside_tray: EventRow | None = None
        self.told: list[Trouble] = []
        self.totals = Totals(0, 0, None, None)
        self._written = 0
        self._recorded: list[Trouble] | None = None
        self._everything: list[PeriodCount] | None = None
        self._left_out: LeftOut | None = None
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
        from data.building.report import file_reports

        return file_reports(self.store)

    def reload(self) -> None:
        """Look at the collection anew; the cursor stays on its event if it can.

        Where that event is gone, merged or made otherwise, it goes to the one that tells the same now.
        """
        here = self.here
        known = None if here is None else self._events.get(here.id)
        if here is not None and known is not None and self.store.place(here.id) is None:
            here = self._heir(known) or here
        self._events.clear()
        self._documents.clear()
        self._everything = None
        self._written = self.store.written()
        self.totals = self.store.totals()
        self._recorded = None
        self._show(here)

    @property
    def is_outdated(self) -> bool:
        """Whether events were written, here or by others, since the collection was looked at."""
        return self.store.written() != self._written

    def _heir(self, gone: Event) -> EventRow | None:
        """The event that has a passage of one that is gone."""
        return self._teller(gone.passages)

    def _teller(self, passages: Sequence[Passage | MarkedPassage]) -> EventRow | None:
        """The first event that has one of these passages."""
        told = {(one.document, one.start_char, one.end_char) for one in passages}
        for document in dict.fromkeys(one.document for one in passages):
            for row in self.store.events_of(document):
                event = self.store.event(row.id)
                now = () if event is None else event.passages
                if any((one.document, one.start_char, one.end_char) in told for one in now):
                    return row
        return None

    def go_to_told(self, passages: Sequence[Passage | MarkedPassage]) -> bool:
        """Go to the event that has one of these passages; False if it is not among those shown."""
        event = self._teller(passages)
        row = None if event is None else self.arrangement.row_of(event.id, self.row)
        if row is not None:
            self.go_to_hidden_row(row)
        return row is not None

    def beside(self, text: str) -> Session:
        """The same collection under another filter, in the order of time, with a cursor of its own.

        Raises QueryError.
        """
        other = copy(self)
        other._asking = self._asking.another()
        other._pages = OrderedDict()
        other._before, other.is_counting, other._is_part = None, False, False
        other.by, other.tray, other.words = "time", False, None
        other.text = text.strip()
        other.selection = other._compile(other.text)
        other._show(self.current)
        return other

    def prepare(self) -> None:
        """Have the collection ready for a filter: what every filter needs takes longer than most of them."""
        few = self._select(UNDATED)
        self._asking.prepare(lambda store: arranged(store, few, "time"))

    def another_asking(self) -> Asking:
        """A way to ask that is not dropped when something else is to be shown."""
        return self._asking.another()

    # what is shown of it

    def filter(self, text: str, here: EventRow | None = None) -> None:
        """Show only what a query selects; raises QueryError and leaves everything as it was.

        The cursor stays on its event, or goes to the first one that does not begin before it; or to another
        event, ``here``.
        """
        self._turn(here, text=text.strip())

    @property
    def here(self) -> EventRow | None:
        """The row of the event that the cursor is on, to come back to."""
        return self._row(self.row) if self.count else None

    def look(self, view: View) -> None:
        """Show more or less of what is inferred or undated."""
        self._turn(view=view)

    def toggle_tray(self) -> bool:
        """Show only the events without a date, or again what was shown before; False if there are none.

        The cursor comes back to the event that it was on.
        """
        if not self.tray and not self._has_undated():
            return False
        here = self._beside_tray if self.tray else None
        if not self.tray:
            self._beside_tray = self.here
        self._turn(here, tray=not self.tray)
        return True

    def _has_undated(self) -> bool:
        return self.store.count(self._select(UNDATED)) > 0

    def narrow(self, step: int) -> bool:
        """Keep to a shorter stretch of time around the cursor (1) or a longer one (-1); False at the end."""
        from tui.timeline.spans import narrower, wider

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

    def start(self, event_id: str | None, look: Look) -> None:
        """Begin where an earlier session ended; raises QueryError and leaves everything as it was."""
        place = None if event_id is None else self.store.place(event_id)
        rows = [] if place is None else self.store.rows_at([place])
        here = rows[0] if rows else None
        tray = look.tray and self._has_undated()
        self._turn(here, text=look.text.strip(), view=look.view, span=look.span, tray=tray, by=look.by)
        self.zoom_number = look.zoom
        self._lay_out()
        row = None if here is None else self.arrangement.row_of(here.id, self.row)
        if row is not None:
            self.go_to_hidden_row(row)

    def _compiled(self, *texts: str) -> Selection:
        return self._compile(self.text, *texts)

    def _lay(self, answer: Arranged, here: EventRow | None) -> None:
        super()._lay(answer, here)
        self._left_out = None

    def _compile(self, *texts: str, view: View | None = None) -> Selection:
        if self.tray:
            return self._select(*(text for text in (*texts, UNDATED) if text))
        view = self.view if view is None else view
        asked = [text for text in (*texts, view.query) if text]
        within = None if self.span is None else (self.span.start, self.span.end)
        return self._select(*asked, shown=view.is_main, within=within)

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
            from tui.timeline.spans import wider

            span = wider(span)
        return [one for one in self._everything if span is None or span.start <= one.start <= span.end]

    def count_of(self, query: str, store: ReadingStore | None = None) -> int:
        """How many events a filter would leave of what the view shows; raises QueryError."""
        return (store or self.store).count(self._compile(query))

    def count_matches_left_out(self, told: Callable[[int], object]) -> None:
        """Count what the search would find in the filter if the view left nothing out."""
        wanted = self._compile(self.text, self.words or "", view=EVERYTHING)
        self.another_asking().ask(self.store, lambda store: store.count(wanted), told)

    @property
    def left_out(self) -> LeftOut | None:
        """What the view leaves out; None until it was counted."""
        return self._left_out

    def count_left_out(self, told: Callable[[], object] = lambda: None) -> None:
        """Count what the view leaves out; ``told`` is called when it is known."""
        selection = self.selection

        def take(left_out: LeftOut) -> None:
            if self.selection == selection:
                self._left_out = left_out
                told()

        # What is asked for is what few events are: the others follow from the number of all.
        asked = (self._compile(self.text, query, view=EVERYTHING) for query in LEFT_OUT)
        self.ask(partial(left_out, tuple(asked), self.view, self.events), take)
