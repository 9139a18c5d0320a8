"""A cursor on the events of an arrangement: what is under it, and how it moves over the lines."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from data.errors import CollectionError, LostError
from data.store.records import EventRow
from tui.timeline.arrangement import Arrangement
from tui.timeline.lines import EVERY_EVENT, ZOOMS, EventLine, Lines, Zoom
from tui.timeline.sections import Section, Unit

if TYPE_CHECKING:
    from data.model import Document, Event, Passage
    from data.store.protocol import ReadingStore

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")

PAGE = 64
_KEPT = 64


class Cursor(ABC):
    """The lines of an arrangement, and an event among them.

    Attributes:
        store: the collection, open for reading.
        arrangement: how the events are laid out.
        count: the number of rows.
        headings: the period of the headings over every event; None for what suits their number.
        row: the row under the cursor; 0 if there is none.
        source: which of the event's passages is meant.
    """

    arrangement: Arrangement

    def __init__(self, store: ReadingStore) -> None:
        self.store = store
        self.zoom_number = EVERY_EVENT
        self.headings: Unit | None = None
        self.count = self.row = self.source = 0
        self.lines = Lines(())
        self._pages: OrderedDict[int, list[EventRow]] = OrderedDict()
        self._events: OrderedDict[str, Event | None] = OrderedDict()
        self._documents: OrderedDict[str, Document | None] = OrderedDict()

    @property
    def zoom(self) -> Zoom:
        """How close the timeline is seen."""
        return ZOOMS[self.zoom_number]

    @abstractmethod
    def reload(self) -> None:
        """Look at the collection anew."""

    def _lay_out(self) -> None:
        sections = self.arrangement.sections(self.zoom.unit or self.headings) if self.count else ()
        self.lines = Lines(sections, self.zoom.main, self._main_rows, self.row)

    def head_by(self, unit: Unit) -> None:
        """Give every event a heading of such a period."""
        if self.headings != unit:
            self.headings = unit
            self._lay_out()

    def _main_rows(self, section: Section, count: int) -> Sequence[int]:
        return self.arrangement.main_rows(section, count)

    # what is there

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
        page = _kept(self._pages, number, lambda one: self.arrangement.rows(one * PAGE, PAGE))
        return page[place] if place < len(page) else None

    @property
    def current(self) -> EventRow | None:
        """The event under the cursor."""
        return self.row_at(self.row) if self.count else None

    def event(self) -> Event | None:
        """The event under the cursor with all its passages."""
        current = self.current
        return None if current is None else _kept(self._events, current.id, self.store.event)

    def document(self, document_id: str) -> Document | None:
        """A document, text included."""
        return _kept(self._documents, document_id, self.store.document)

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
        """Put the cursor on an event even if the zoom hides it; on the last one if there are fewer."""
        row = min(row, self.count - 1)
        self.go_to_row(row)
        if self.count and self.row != row:
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
        start = self._begin(self.row)
        if step > 0 or self.row == start:
            section = self._section(self.row)
            first, last = section.first, section.first + section.events - 1
            if section.alone:
                first = last = self.row
            beyond = last + 1 if step > 0 else first - 1
            start = self._begin(beyond) if 0 <= beyond < self.count else start
        self.go_to_row(start)

    def _section(self, row: int) -> Section:
        return self.lines.sections[self.lines.section_of(row)]

    def _begin(self, row: int) -> int:
        """The first row that is shown of the period of a row."""
        section = self._section(row)
        if section.alone:
            return row
        return self.lines.event_near(self.lines.line_of(section.first), backward=True)

    def go_to_day(self, day: int) -> bool:
        """Go to the first event that does not begin before a day; False if rows are in no such order."""
        row = self.arrangement.row_of_day(day, self.row) if self.count else 0
        if row is not None:
            self.go_to_row(row)
        return row is not None

    def is_before(self, day: int) -> bool:
        """Whether all of the event under the cursor is earlier than a day."""
        here = self.current
        return here is not None and here.end is not None and here.end < day

    def change_zoom(self, step: int) -> bool:
        """Look closer (1) or from further off (-1), the cursor on its event; False at the end."""
        number = self.zoom_number + step
        if not 0 <= number < len(ZOOMS):
            return False
        self.zoom_number = number
        self._lay_out()
        return True


def _kept(cache: OrderedDict[_Key, _Value], key: _Key, read: Callable[[_Key], _Value]) -> _Value:
    """A value read once and kept while it is among the last used."""
    if key in cache:
        cache.move_to_end(key)
    else:
        try:
            cache[key] = read(key)
        except LostError:  # meanwhile; what only reads may be asked again
            cache[key] = read(key)
        if len(cache) > _KEPT:
            cache.popitem(last=False)
    return cache[key]
