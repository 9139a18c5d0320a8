"""What the user is looking at: a collection, a filter, a zoom, an event and one of its sources.

Plain Python without Textual: screens ask it what to show and tell it what the user did.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import TypeVar

from data.errors import CollectionError
from data.model import Document, Event, Passage, Trouble
from data.order import begin_day
from data.report import FileReport, file_reports
from data.store.protocol import EventRow, PeriodCount, Selection, Store, Totals
from tui.lines import EVERY_EVENT, ZOOMS, EventLine, Lines, Period, Zoom, periods_of

Select = Callable[[str], Selection]

_Value = TypeVar("_Value")

PAGE = 64
_PAGES_KEPT = 64
_EVENTS_KEPT = 64
_DOCUMENTS_KEPT = 64


class Session:
    """A collection as one user sees it.

    Args:
        store: the collection, open for reading.
        select: compiles a query; raises :class:`data.errors.QueryError`.

    Attributes:
        text: the filter as typed; ``selection`` is what it means.
        months: how many events of the selection begin in each month; ``all_months`` of the collection.
        row: the number, in the selection, of the event under the cursor; 0 if there is none.
        source: which of the event's passages is meant.
        words: what is searched for, None if nothing is.
        told: what the reading of this session told of troubles; a path that is not there is in no record.
    """

    def __init__(self, store: Store, select: Select) -> None:
        self.store = store
        self._select = select
        self.text = ""
        self.selection = Selection()
        self.zoom_number = EVERY_EVENT
        self.row = 0
        self.source = 0
        self.words: str | None = None
        self._sought = Selection()
        self.told: list[Trouble] = []
        self._recorded: list[Trouble] = []
        self.totals = Totals(0, 0, None, None)
        self.count = 0
        self.months: list[PeriodCount] = []
        self.all_months: list[PeriodCount] = []
        self.lines = Lines(())
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
        self.all_months = self.store.periods(Selection(), "month")
        self._recorded = [
            trouble
            for record in self.store.files().values()
            if record.state != "folder"
            for trouble in record.troubles
        ]
        self._show(self.selection, here)

    def filter(self, text: str) -> None:
        """Show only what a query selects; raises QueryError and leaves everything as it was.

        The cursor stays on its event, or goes to the first one that does not begin before it.
        """
        selection = self._select(text) if text.strip() else Selection()
        here = self._row(self.row) if self.count else None
        self.text = text
        self._show(selection, here)

    def _show(self, selection: Selection, here: EventRow | None) -> None:
        self.selection = selection
        self._pages.clear()
        self.count = self.store.count(selection)
        self.months = self.store.periods(selection, "month")
        self.row = 0
        if here is not None and self.count:
            found = self.locate(here)
            self.row = self._row_of_day(begin_day(here.start, here.end)) if found is None else found
        self.source = 0
        self._lay_out()

    def _lay_out(self) -> None:
        periods = periods_of(self.months, self.zoom.unit, self.count)
        self.lines = Lines(periods, self.zoom.main, self._main_rows, self.row)

    def _main_rows(self, period: Period, count: int) -> Sequence[int]:
        """The rows of the most important events of a period."""
        return self.store.main_lines(self.selection, period.first, period.events, count)

    # events

    def row_at(self, row: int) -> EventRow:
        """The line of an event; raises IndexError outside the selection.

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
            page = self._pages[number] = self.store.rows(self.selection, number * PAGE, PAGE)
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

    def move(self, lines: int) -> None:
        """Move the cursor by lines; headings are stepped over."""
        if not self.count or not lines:
            return
        line = self.lines.line_of(self.row) + lines
        row = self.lines.event_near(line, backward=lines < 0)
        self.go_to_row(row)

    def move_to_period(self, step: int) -> None:
        """Go to the first event of the next period (1); of this one, or from there of the one before (-1)."""
        if not self.count:
            return
        number = self.lines.period_of(self.row)
        start = self._first_shown(number)
        if step > 0 or self.row == start:
            number = max(0, min(number + step, len(self.lines.periods) - 1))
            start = self._first_shown(number)
        self.go_to_row(start)

    def _first_shown(self, number: int) -> int:
        return self.lines.event_near(self.lines.line_of(self.lines.periods[number].first), backward=True)

    def go_to_day(self, day: int) -> None:
        """Go to the first event that does not begin before a day."""
        self.go_to_row(self._row_of_day(day))

    def _row_of_day(self, day: int | None) -> int:
        rank = self.count if day is None else self.store.rank(self.selection, day)
        return max(0, min(rank, self.count - 1))

    def change_zoom(self, step: int) -> bool:
        """Look closer (1) or from further off (-1), the cursor on its event; False at the end."""
        number = self.zoom_number + step
        if not 0 <= number < len(ZOOMS):
            return False
        self.zoom_number = number
        self._lay_out()
        return True

    # finding

    def locate(self, wanted: EventRow) -> int | None:
        """The row of an event in the selection, None if it is not in it."""
        row = self._before(self.selection, wanted)
        while True:
            rows = self.store.rows(self.selection, row, PAGE)
            for place, one in enumerate(rows):
                if one.id == wanted.id:
                    return row + place
                if one.position > wanted.position:
                    return None
            if len(rows) < PAGE:
                return None
            row += PAGE

    def _before(self, selection: Selection, wanted: EventRow) -> int:
        """A row of a selection that is not after an event, near it."""
        day = begin_day(wanted.start, wanted.end)
        if day is not None:
            return self.store.rank(selection, day)
        return sum(one.count for one in self.store.periods(selection, "year"))

    def search(self, words: str) -> None:
        """Look for events that have these words; raises QueryError and leaves everything as it was."""
        self._sought = self._select(words)
        self.words = words.strip() or None

    def end_search(self) -> None:
        """Look for nothing any more."""
        self.words = None

    def walk_matches(self, step: int) -> bool:
        """Go to the next (1) or previous (-1) match among the events of the filter; False if there is none.

        A hidden match is shown by looking closer.
        """
        here = self.current
        if self.words is None or here is None:
            return False
        row = self._match_after(here) if step > 0 else self._match_before(here)
        if row is None:
            return False
        self.go_to_row(row)
        if self.row != row:
            self.row = row
            self.source = 0
            self._lay_out()
        return True

    def _match_after(self, here: EventRow) -> int | None:
        first = self._before(self._sought, here)
        while rows := self.store.rows(self._sought, first, PAGE):
            for one in rows:
                if one.position > here.position:
                    row = self.locate(one)
                    if row is not None:
                        return row
            first += len(rows)
        return None

    def _match_before(self, here: EventRow) -> int | None:
        end = self._before(self._sought, here) + PAGE
        while end > 0:
            first = max(0, end - PAGE)
            for one in reversed(self.store.rows(self._sought, first, end - first)):
                if one.position < here.position:
                    row = self.locate(one)
                    if row is not None:
                        return row
            end = first
        return None


def _kept(cache: OrderedDict[str, _Value], key: str, read: Callable[[str], _Value], limit: int) -> _Value:
    """A value read once and kept while it is among the last used."""
    if key in cache:
        cache.move_to_end(key)
    else:
        cache[key] = read(key)
        if len(cache) > limit:
            cache.popitem(last=False)
    return cache[key]
