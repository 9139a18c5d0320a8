"""What the user is looking at: a collection, a filter, a zoom, an event and one of its sources.

Plain Python without Textual: screens ask it what to show and tell it what the user did.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from copy import copy
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from data.errors import CollectionError
from data.model import Document, Event, Passage, Trouble
from data.order import begin_day
from data.report import FileReport, file_reports
from data.store.protocol import EventRow, PeriodCount, Selection, Store, Totals
from tui.arrangement import Arrangement, By, arranged
from tui.lines import EVERY_EVENT, ZOOMS, EventLine, Lines, Zoom
from tui.sections import Section, Unit
from tui.views import EVERYTHING, MAIN, UNDATED, View

if TYPE_CHECKING:
    from tui.spans import Span

_Value = TypeVar("_Value")

Select = Callable[..., Selection]
"""Compiles queries that must all hold; raises :class:`data.errors.QueryError`.

With ``shown=True`` only events of the main view, unless a query itself asks for what that leaves out; with
``within``, a first and a last day, only those that begin then.
"""

PAGE = 64
_PAGES_KEPT = 64
_EVENTS_KEPT = 64
_DOCUMENTS_KEPT = 64


class LeftOut(NamedTuple):
    """How many events of the filter the view leaves out: inferred ones; states and undated ones."""

    inferred: int
    others: int


class Session:
    """A collection as one user sees it.

    Args:
        store: the collection, open for reading.
        select: compiles queries.

    Attributes:
        text: the filter as typed.
        view: what is shown before any filter.
        tray: whether only the events without a date are shown, whatever view and span.
        span: the stretch of time that the timeline is narrowed to, None for all of it.
        selection: what filter, view and span together mean.
        by: how the events are arranged.
        headings: the period of the headings over every event; None for what suits their number.
        count: the number of rows; ``events`` that of events, for a group may repeat those of another.
        row: the row under the cursor; 0 if there is none.
        source: which of the event's passages is meant.
        words: what is searched for, None if nothing is.
        marks: the events that the user marked, by id, in the order in which that was done.
        told: what the reading of this session told of troubles; a path that is not there is in no record.
    """

    def __init__(self, store: Store, select: Select) -> None:
        self.store = store
        self._select = select
        self.text = ""
        self.view = MAIN
        self.span: Span | None = None
        self.tray = False
        self.selection = select(shown=True)
        self.by: By = "time"
        self.zoom_number = EVERY_EVENT
        self.headings: Unit | None = None
        self.row = 0
        self.source = 0
        self.words: str | None = None
        self.marks: dict[str, EventRow] = {}
        self.told: list[Trouble] = []
        self._recorded: list[Trouble] = []
        self.totals = Totals(0, 0, None, None)
        self.count = self.events = 0
        self.arrangement: Arrangement
        self.lines = Lines(())
        self._months: dict[Selection, list[PeriodCount]] = {}
        self._left_out: LeftOut | None = None
        self._pages: OrderedDict[int, list[EventRow]] = OrderedDict()
        self._events: OrderedDict[str, Event | None] = OrderedDict()
        self._documents: OrderedDict[str, Document | None] = OrderedDict()
        self.reload()

    # what there is

    @property
    def zoom(self) -> Zoom:
        """How close the timeline is seen."""
        return ZOOMS[self.zoom_number]

    @property
    def troubles(self) -> list[Trouble]:
        """What could not be read: as recorded with the files, and as told while reading."""
        return list(dict.fromkeys((*self._recorded, *self.told)))

    def files(self) -> list[FileReport]:
        """What became of each file."""
        return file_reports(self.store)

    def reload(self, store: Store | None = None) -> None:
        """Look at the collection anew, in another store if given; the cursor stays on its event if it can."""
        here = self._row(self.row) if self.count else None
        if store is not None:
            self.store = store
        self._events.clear()
        self._documents.clear()
        self.totals = self.store.totals()
        self._recorded = [
            trouble
            for record in self.store.files().values()
            if record.state != "folder"
            for trouble in record.troubles
        ]
        self._show(here)

    def beside(self, text: str) -> Session:
        """The same collection under another filter, in the order of time, with a cursor of its own.

        Raises QueryError.
        """
        other = copy(self)
        other._pages = OrderedDict()
        other.by, other.tray, other.words, other.headings = "time", False, None, "year"
        other.text = text.strip()
        other.selection = other._compile(other.text)
        other._show(self.current)
        return other

    # what is shown of it

    def filter(self, text: str) -> None:
        """Show only what a query selects; raises QueryError and leaves everything as it was.

        The cursor stays on its event, or goes to the first one that does not begin before it.
        """
        self._change(text, self.view, self.span)

    def look(self, view: View) -> None:
        """Show more or less of what is inferred or undated."""
        self._change(self.text, view, self.span)

    def toggle_tray(self) -> bool:
        """Show only the events without a date, or again what was shown before; False if there are none."""
        if not self.tray and not self.store.count(self._select(UNDATED)):
            return False
        self.tray = not self.tray
        self._change(self.text, self.view, self.span)
        return True

    def narrow(self, step: int) -> bool:
        """Keep to a shorter stretch of time around the cursor (1) or a longer one (-1); False at the end."""
        from tui.spans import narrower, wider

        here = self.current
        day = None if here is None else begin_day(here.start, here.end)
        span = wider(self.span) if step < 0 else self.span if day is None else narrower(self.span, day)
        if span == self.span:
            return False
        self._change(self.text, self.view, span)
        return True

    def widen_fully(self) -> None:
        """Keep to no stretch of time any more."""
        self._change(self.text, self.view, None)

    def arrange(self, by: By) -> None:
        """Sort or group the events; the cursor stays on its event, or goes to the head of another order."""
        if by == self.by:
            return
        self.by = by
        self._show(self.current if self._in_time else None)

    @property
    def _in_time(self) -> bool:
        """Whether the events, or those of each group, are in the order of time."""
        return self.by not in ("importance", "newest")

    def _compile(self, *texts: str, view: View | None = None) -> Selection:
        if self.tray:
            return self._select(*(text for text in (*texts, UNDATED) if text))
        view = self.view if view is None else view
        asked = [text for text in (*texts, view.query) if text]
        within = None if self.span is None else (self.span.start, self.span.end)
        return self._select(*asked, shown=view.is_main, within=within)

    def _change(self, text: str, view: View, span: Span | None) -> None:
        before = self.text, self.view, self.span
        self.text, self.view, self.span = text.strip(), view, span
        try:
            selection = self._compile(self.text)
        except BaseException:
            self.text, self.view, self.span = before
            raise
        if selection == self.selection:
            return
        here = self._row(self.row) if self.count else None
        self.selection = selection
        self._show(here)

    def _show(self, here: EventRow | None) -> None:
        near = self.row
        self._pages.clear()
        self._months.clear()
        self._left_out = None
        self.arrangement = arranged(self.store, self.selection, self.by)
        self.count = self.arrangement.count
        self.events = self.count if self.by == "time" else self.store.count(self.selection)
        self.row = self._row_for(here, min(near, self.count - 1)) if here is not None and self.count else 0
        self.source = 0
        self._lay_out()

    def _row_for(self, here: EventRow, near: int) -> int:
        """The row of an event, or of the first that does not begin before it."""
        row = self.arrangement.row_of(here.id, near)
        if row is None:
            day = begin_day(here.start, here.end)
            row = self.count - 1 if day is None else self.arrangement.row_of_day(day, near)
        return row or 0

    def _lay_out(self) -> None:
        sections = self.arrangement.sections(self.zoom.unit or self.headings) if self.count else ()
        self.lines = Lines(sections, self.zoom.main, self._main_rows, self.row)

    def _main_rows(self, section: Section, count: int) -> Sequence[int]:
        return self.arrangement.main_rows(section, count)

    @property
    def months(self) -> list[PeriodCount]:
        """How many events of the selection begin in each month."""
        return self._counted_by_month(self.selection)

    @property
    def all_months(self) -> list[PeriodCount]:
        """The same of the whole collection, or of what it is narrowed to; of a month, its year."""
        months, span = self._counted_by_month(Selection()), self.span
        if span is not None and span.unit == "month":
            from tui.spans import wider

            span = wider(span)
        return months if span is None else [one for one in months if span.start <= one.start <= span.end]

    def _counted_by_month(self, selection: Selection) -> list[PeriodCount]:
        if selection not in self._months:
            self._months[selection] = self.store.periods(selection, "month")
        return self._months[selection]

    def count_of(self, query: str) -> int:
        """How many events a filter would leave of what the view shows; raises QueryError."""
        return self.store.count(self._compile(query))

    @property
    def left_out(self) -> LeftOut | None:
        """What the view leaves out; None until it was counted."""
        return self._left_out

    def count_left_out(self) -> None:
        """Count what the view leaves out."""
        left = self._count("", EVERYTHING) - self.events
        # What is asked for is what few events are: the others follow from the number of all.
        states, undated, both = (
            self._count(query, EVERYTHING) for query in ("is:state", UNDATED, f"is:state {UNDATED}")
        )
        others = states + undated - both
        if self.view.others:
            others = 0
        elif self.view.inferred:
            others = left
        self._left_out = LeftOut(max(0, left - others), min(others, left))

    def _count(self, query: str, view: View) -> int:
        return self.store.count(self._compile(self.text, query, view=view))

    # events

    def row_at(self, row: int) -> EventRow:
        """The line of an event; raises IndexError outside the arrangement.

        If the collection has been built anew by now and has fewer events, it is counted again, and the last
        one is given. Raises CollectionError if it has none any more.
        """
        if not 0 <= row < self.count:
            raise IndexError(f"the selection has no event {row}")
        found = self._row(row)
        if found is not None:
            return found
        self.reload()
        if not self.count:
            raise CollectionError("The collection has changed", "its events are gone", "Open it again.")
        return self.row_at(min(row, self.count - 1))

    def _row(self, row: int) -> EventRow | None:
        number, place = divmod(row, PAGE)
        page = self._pages.get(number)
        if page is None:
            page = self._pages[number] = self.arrangement.rows(number * PAGE, PAGE)
            if len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page[place] if place < len(page) else None

    @property
    def current(self) -> EventRow | None:
        """The event under the cursor."""
        return self.row_at(self.row) if self.count else None

    def event(self) -> Event | None:
        """The event under the cursor with all its passages."""
        current = self.current
        if current is None:
            return None
        return _kept(self._events, current.id, self.store.event, _EVENTS_KEPT)

    def document(self, document_id: str) -> Document | None:
        """A document, text included."""
        return _kept(self._documents, document_id, self.store.document, _DOCUMENTS_KEPT)

    def passage(self) -> Passage | None:
        """The source that is meant, of the event under the cursor."""
        event = self.event()
        if event is None or not event.passages:
            return None
        return event.passages[min(self.source, len(event.passages) - 1)]

    def walk_sources(self, step: int) -> bool:
        """Go to the event's next or previous source; False at the end."""
        event = self.event()
        last = len(event.passages) - 1 if event is not None else -1
        target = self.source + step
        if not 0 <= target <= last:
            return False
        self.source = target
        return True

    # moving

    def go_to_row(self, row: int) -> None:
        """Put the cursor on an event, the nearest that is shown."""
        if not self.count:
            return
        line = self.lines.line_of(max(0, min(row, self.count - 1)))
        shown = self.lines.at(line)
        if isinstance(shown, EventLine) and shown.row != self.row:
            self.row = shown.row
            self.source = 0

    def go_to_hidden_row(self, row: int) -> None:
        """Put the cursor on an event even if the zoom hides it."""
        self.go_to_row(row)
        if self.row != row:
            self.row = row
            self.source = 0
            self._lay_out()

    def move(self, lines: int) -> None:
        """Move the cursor by lines; headings are stepped over."""
        if not self.count or not lines:
            return
        line = self.lines.line_of(self.row) + lines
        row = self.lines.event_near(line, backward=lines < 0)
        self.go_to_row(row)

    def move_to_section(self, step: int) -> None:
        """Go to the first event of the next section (1); of this one, or from there the one before (-1)."""
        if not self.count:
            return
        number = self.lines.section_of(self.row)
        start = self._first_shown(number)
        if step > 0 or self.row == start:
            number = max(0, min(number + step, len(self.lines.sections) - 1))
            start = self._first_shown(number)
        self.go_to_row(start)

    def _first_shown(self, number: int) -> int:
        return self.lines.event_near(self.lines.line_of(self.lines.sections[number].first), backward=True)

    def go_to_day(self, day: int) -> bool:
        """Go to the first event that does not begin before a day; False if rows are in no such order."""
        row = self.arrangement.row_of_day(day, self.row) if self.count else 0
        if row is not None:
            self.go_to_row(row)
        return row is not None

    def change_zoom(self, step: int) -> bool:
        """Look closer (1) or from further off (-1), the cursor on its event; False at the end."""
        number = self.zoom_number + step
        if not 0 <= number < len(ZOOMS):
            return False
        self.zoom_number = number
        self._lay_out()
        return True

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

    # marks

    def mark(self) -> bool:
        """Mark the event under the cursor, or take its mark away; whether it has one now."""
        here = self.current
        if here is None:
            return False
        if self.marks.pop(here.id, None) is not None:
            return False
        self.marks[here.id] = here
        return True

    def set_marks(self, event_ids: Sequence[str]) -> None:
        """Mark these events, those that are gone left out, and no other."""
        places = [place for one in event_ids if (place := self.store.place(one)) is not None]
        self.marks = {row.id: row for row in self.store.rows_at(places)}

    def walk_marks(self, step: int) -> bool:
        """Go to the next (1) or previous (-1) marked event; False if there is none."""
        found = (self.arrangement.row_of(one, self.row) for one in self.marks)
        rows = [row for row in found if row is not None and (row - self.row) * step > 0]
        if not rows:
            return False
        self.go_to_hidden_row(min(rows) if step > 0 else max(rows))
        return True

    def mark_before(self, event: EventRow, row: int) -> EventRow | None:
        """What the time of an event is counted from: the last mark, else the event of the row before."""
        for marked in reversed(self.marks.values()):
            if marked.id != event.id:
                return marked
        return self.row_at(row - 1) if row else None


def _kept(cache: OrderedDict[str, _Value], key: str, read: Callable[[str], _Value], limit: int) -> _Value:
    """A value read once and kept while it is among the last used."""
    if key in cache:
        cache.move_to_end(key)
    else:
        cache[key] = read(key)
        if len(cache) > limit:
            cache.popitem(last=False)
    return cache[key]
