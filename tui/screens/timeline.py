"""The timeline: density strip, list, detail, and the prompt."""

from __future__ import annotations

from math import inf
from time import monotonic
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.timer import Timer
from textual.widget import Widget

from tui import query_words
from tui.actions import Action
from tui.glyphs import Glyphs
from tui.messages import ReadingEnded, ReadingWentOn
from tui.screens.sourced import Sourced
from tui.session import Session
from tui.strips import shown
from tui.telling import place_words, progress_words, why_empty
from tui.widgets.density import Density
from tui.widgets.detail import Detail
from tui.widgets.event_list import EventList
from tui.widgets.prompt import Prompt, Question
from tui.widgets.status_line import KeyLine, StatusLine
from tui.widgets.top_line import TopLine, counted

if TYPE_CHECKING:
    from data.model import Event, Passage
    from data.pipeline import Progress
    from data.query import DateReading

# A key that repeats faster than this is held: the detail then waits until the cursor rests, which over a
# slow line saves most of what a key costs.
HELD = 0.06
_WIDE = 100
_PANES = ("", "-list", "-detail")
_FAR = 1 << 40


class TimelineScreen(Sourced):
    """Where dateline begins, and where everything returns to."""

    PLACE = "timeline"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_WIDE, "-wide")]  # noqa: RUF012

    def __init__(self, session: Session, glyphs: Glyphs, name: str) -> None:
        super().__init__()
        # Known before the first layout, or everything would be drawn twice.
        self.set_class(self.app.size.width >= _WIDE, "-wide")
        self.session = session
        self.glyphs = glyphs
        self._top_line = TopLine(session, name)
        self._density = Density(session, glyphs)
        self._list = EventList(session, glyphs)
        self._detail = Detail(session, glyphs)
        self._status = StatusLine()
        self._prompt = Prompt()
        self._pane = 0
        self._said = ""
        self._progress: Progress | None = None
        self._detail_of: str | None = None
        self._moved = -inf
        self._detail_timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """All parts, the prompt hidden."""
        yield self._top_line
        yield self._density
        body = Widget(self._list, self._detail, id="body")
        yield body
        yield self._status
        yield KeyLine(self.PLACE)
        yield self._prompt

    def on_mount(self) -> None:
        """Say what is there before anything is drawn."""
        self._tell()

    # drawing

    def typed(self, event: events.Key) -> bool:
        return self._prompt.typed(event)

    def pasted(self, text: str) -> None:
        self._prompt.pasted(text)

    def perform(self, action: Action) -> None:
        self._said = ""
        super().perform(action)

    def changed(self) -> None:
        """Draw what changed."""
        self._tell()
        for part in (self._top_line, self._density, self._list):
            part.repaint()
        current = self.session.current
        event = None if current is None else current.id
        moved, self._detail_of = self._detail_of not in (None, event), event
        if moved and monotonic() - self._moved < HELD:
            self._draw_detail_at_rest()
        elif self._detail_timer is None:
            self._detail.repaint()
        if moved:
            self._moved = monotonic()

    def _draw_detail_at_rest(self) -> None:
        if self._detail_timer is not None:
            self._detail_timer.stop()

        def draw() -> None:
            self._detail_timer = None
            self._detail.repaint()

        self._detail_timer = self.set_timer(HELD, draw)

    def say(self, words: str) -> None:
        """Tell the user something until the next key."""
        self._said = words
        self._tell()

    def meant(self) -> tuple[Event, Passage] | None:
        """The event under the cursor and its source that is meant."""
        event, passage = self.session.event(), self.session.passage()
        return None if event is None or passage is None else (event, passage)

    def _tell(self) -> None:
        session = self.session
        reading = self._progress is not None
        self._list.empty = why_empty(session, reading=reading)
        if self._progress is not None:
            left = progress_words(self._progress, stopping=self.dateline.is_stopping)
        else:
            left = self._said or place_words(session)
        troubles = len(session.troubles)
        right = [f"! {counted(troubles, 'trouble')}"] if troubles else []
        if self.dateline.follow:
            right.insert(0, "following")
        self._status.show(left, "  ".join(right))

    # moving

    def action_down(self) -> None:
        self.session.move(1)

    def action_up(self) -> None:
        self.session.move(-1)

    def action_page_down(self) -> None:
        self.session.move(self._list.page)

    def action_page_up(self) -> None:
        self.session.move(-self._list.page)

    def action_half_down(self) -> None:
        self.session.move(self._list.page // 2)

    def action_half_up(self) -> None:
        self.session.move(-(self._list.page // 2))

    def action_first(self) -> None:
        self.session.move(-_FAR)

    def action_last(self) -> None:
        self.session.move(_FAR)

    def action_next_period(self) -> None:
        self.session.move_to_period(1)

    def action_previous_period(self) -> None:
        self.session.move_to_period(-1)

    def action_zoom_in(self) -> None:
        self._zoom(1, "Every event is shown already, by month.")

    def action_zoom_out(self) -> None:
        self._zoom(-1, "No further off than decades.")

    def _zoom(self, step: int, end: str) -> None:
        if not self.session.change_zoom(step):
            self.say(end)

    def action_next_source(self) -> None:
        self._walk_sources(1, "The last source of this event.")

    def action_previous_source(self) -> None:
        self._walk_sources(-1, "The first source of this event.")

    def _walk_sources(self, step: int, end: str) -> None:
        if not self.session.walk_sources(step):
            self.say(end)

    @on(EventList.Chosen)
    def point_at(self, message: EventList.Chosen) -> None:
        """The mouse does what the keys do."""
        self.session.go_to_row(message.row)
        self.changed()

    @on(EventList.Wheeled)
    def wheel(self, message: EventList.Wheeled) -> None:
        """The wheel moves the cursor, as the keys do."""
        self.session.move(message.lines)
        self.changed()

    # finding

    def action_filter(self) -> None:
        before = self.session.text

        def change(text: str) -> str:
            self.session.filter(text)
            self.changed()
            read = query_words.readings(text, self.dateline.today)
            return counted(self.session.count, "event") + (f"; {read}" if read else "")

        def accept(text: str) -> None:
            change(text)

        def abandon() -> None:
            change(before)

        hint = 'words  "a phrase"  -word  a OR b  who:modi  where:delhi  on:2022-09  after:2019  is:conflict'
        self._prompt.ask(
            Question("filter:", hint, accept, change, abandon, query_words.ways, query_words.patience), before
        )

    def action_search(self) -> None:
        def accept(text: str) -> None:
            self.session.search(text)
            if self.session.words is not None:
                self._walk_matches(1)
            self.changed()

        self._prompt.ask(Question("search:", "words to find in titles and passages; then n and N", accept))

    def action_next_match(self) -> None:
        self._walk_matches(1)

    def action_previous_match(self) -> None:
        self._walk_matches(-1)

    def _walk_matches(self, step: int) -> None:
        words = self.session.words
        if words is None:
            self.say("Nothing is searched for: / begins.")
        elif not self.session.walk_matches(step):
            self.say(f"No {'later' if step > 0 else 'earlier'} event has: {shown(words)}")

    def action_go_to_date(self) -> None:
        def change(text: str) -> str:
            return query_words.reading_words(self._read_date(text)) if text.strip() else ""

        def accept(text: str) -> None:
            if text.strip():
                reading = self._read_date(text)
                self.session.go_to_day(_first_day(reading))
                self.say(query_words.reading_words(reading))
                self.changed()

        hint = "2022, 2022-09, 16 September 2022, last summer"
        self._prompt.ask(
            Question("go to date:", hint, accept, change, patience=query_words.patience_with_date)
        )

    def _read_date(self, text: str) -> DateReading:
        return query_words.read_date(text, self.dateline.today)

    # other screens

    def action_open(self) -> None:
        if self.session.passage() is not None:
            from tui.screens.document import DocumentScreen

            self.app.push_screen(DocumentScreen(self.session, self.glyphs))

    def action_troubles(self) -> None:
        from tui.screens.troubles import TroublesScreen

        self.app.push_screen(TroublesScreen(self.session))

    def action_pane(self) -> None:
        self._pane = (self._pane + 1) % len(_PANES)
        for number, name in enumerate(_PANES):
            if name:
                self.set_class(number == self._pane, name)

    def action_back(self) -> None:
        self.app.exit()

    def action_escape(self) -> None:
        session = self.session
        if self._progress is not None:
            self.dateline.stop_reading()
        elif session.words is not None:
            session.end_search()
        elif session.text:
            session.filter("")

    # reading

    def action_read_again(self) -> None:
        if not self.dateline.read():
            self.say(
                "Already reading."
                if self._progress is not None
                else "This collection names no files to read."
            )

    @on(ReadingWentOn)
    def show_progress(self, message: ReadingWentOn) -> None:
        """A file has been read."""
        if self._progress is None:
            self.session.told.clear()
        self._progress = message.progress
        self.session.told += message.progress.troubles
        self.changed()

    @on(ReadingEnded)
    def show_result(self, message: ReadingEnded) -> None:
        """The collection is as new as its files."""
        was_reading, self._progress = self._progress, None
        self.dateline.reading_ended()
        self.session.reload()
        if message.error is not None:
            self._said = shown(str(message.error))
        elif was_reading is not None and was_reading.read:
            self._said = f"{counted(was_reading.read, 'file')} read, {was_reading.unchanged:,} unchanged."
        self.changed()


def _first_day(reading: DateReading) -> int:
    """Where a date begins, or ends if its beginning is open."""
    day = reading.end if reading.start is None else reading.start
    return 0 if day is None else day
