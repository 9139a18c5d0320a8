"""Two to four sources of one event side by side."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult
from textual.strip import Strip

from data.model import Event
from data.words import event_words
from tui.screens.keyed import STYLES
from tui.screens.scrolled import Scrolled, Scrolling
from tui.state.session import Session
from tui.text.comparison import compare, sources_beside
from tui.text.glyphs import Glyphs
from tui.text.shown import shown
from tui.widgets.columns import Columns
from tui.widgets.foot import Foot
from tui.widgets.painted import Painted
from tui.widgets.strips import fit, line

_NARROWEST_COLUMN = 36
_MOST = 4


class EventHead(Painted):
    """One line: the event that is compared."""

    def __init__(self, event: Event) -> None:
        super().__init__()
        when = event_words(event)
        self._when, self._title = when, shown(event.title)

    def paint(self) -> list[Strip]:
        """Title and date of the event, on one line."""
        width, text = self.size.width, self.look("text")
        title = fit(f"  {self._title}", width - len(self._when) - 1)
        return [line([(f" {self._when}", self.look("date")), (title, self.look("strong"))], width, text)]


class CompareScreen(Scrolled):
    """A window over the event's sources, one passage a document, as many as have room."""

    CSS_PATH = STYLES / "document.tcss"
    PLACE = "compare"

    def __init__(self, session: Session, glyphs: Glyphs, event: Event, number: int) -> None:
        super().__init__()
        self.session = session
        self._event = event
        self._sources = sources_beside(event, number)
        self._first = self._sources.index(number)
        self._head = EventHead(event)
        self._columns = Columns(glyphs)
        self._foot = Foot(self.footer)

    def compose(self) -> ComposeResult:
        """Head, columns, keys."""
        yield self._head
        yield self._columns
        yield self._foot

    def on_mount(self) -> None:
        """Show the first sources."""
        self._show()

    def on_resize(self, _event: events.Resize) -> None:
        """As many columns as have room now."""
        self._show()

    def scrolling(self) -> Scrolling:
        """The columns."""
        return self._columns

    def changed(self) -> None:
        """Draw what was scrolled."""
        self._columns.repaint()
        self.tell()

    def tell(self) -> None:
        """What is said, or which sources these are."""
        last = self._first + self._count
        place = f"sources {self._first + 1}–{last} of {len(self._sources)} documents"
        self._foot.show(self.said or place, "=  all agree   bold: this source alone")

    @property
    def _count(self) -> int:
        room = max(2, min(_MOST, self.app.size.width // _NARROWEST_COLUMN))
        return min(room, len(self._sources))

    def _show(self) -> None:
        self._first = max(0, min(self._first, len(self._sources) - self._count))
        numbers = self._sources[self._first : self._first + self._count]
        found = ((number, self.session.document(self._event.passages[number].document)) for number in numbers)
        self._columns.show(
            compare(self._event, [(number, document) for number, document in found if document is not None])
        )
        self.changed()

    def action_next_source(self) -> None:
        self._walk(1, "The last source of this event.")

    def action_previous_source(self) -> None:
        self._walk(-1, "The first source of this event.")

    def _walk(self, step: int, end: str) -> None:
        target = self._first + step
        if 0 <= target <= len(self._sources) - self._count:
            self._first = target
            self._show()
        else:
            self.said = end
