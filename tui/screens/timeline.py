"""The timeline: density strip, list, detail, and the prompt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.timer import Timer
from textual.widget import Widget

from tui.actions import Action
from tui.glyphs import Glyphs
from tui.messages import Answered, ReadingEnded, ReadingWentOn
from tui.screens.finding import Finding
from tui.screens.judging import Judging
from tui.screens.keyed import Keyed
from tui.screens.shaping import Shaping
from tui.screens.sourced import Sourced
from tui.session import Session
from tui.strips import shown
from tui.telling import counting_words, place_words, progress_words, why_empty
from tui.widgets.chooser import Chooser
from tui.widgets.density import Density
from tui.widgets.detail import Detail
from tui.widgets.event_list import EventList
from tui.widgets.prompt import Prompt
from tui.widgets.status_line import KeyLine, StatusLine
from tui.widgets.top_line import TopLine, counted

if TYPE_CHECKING:
    from data.model import Event, Passage
    from data.pipeline import Progress

_MEANWHILE = frozenset({
    "down", "up", "page_down", "page_up", "half_down", "half_up", "next_source", "previous_source", "pane",
    "open", "why", "filter", "help", "palette", "theme", "troubles", "escape", "back", "quit",
})  # fmt: skip
"""Actions that need not wait until all events are counted."""

# The detail is most of what a key costs over a slow line: while keys follow one another it waits.
DETAIL_REST = 0.08
REST = 0.1
_WIDE = 100
_PANES = ("", "-list", "-detail")
_FAR = 1 << 40


class TimelineScreen(Shaping, Finding, Judging, Sourced):
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
        self._list = EventList(session, glyphs)
        self._density = Density(session, glyphs, self._list.window)
        self._detail = Detail(session, glyphs)
        self._status = StatusLine()
        self._prompt = Prompt()
        self._chooser = Chooser()
        self._pane = 0
        self._said = ""
        self._progress: Progress | None = None
        self._remake_later = False
        self._waiting: list[Action] = []
        self._detail_of: str | None = None
        self._detail_timer: Timer | None = None
        self._count_timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """All parts, the prompt hidden."""
        yield self._top_line
        yield self._density
        body = Widget(self._list, self._detail, id="body")
        yield body
        # Together: were they two, a prompt in their place would change the number of parts, and all be drawn.
        yield Widget(self._status, KeyLine(self.PLACE), id="foot")
        yield self._prompt
        yield self._chooser

    def on_mount(self) -> None:
        """Say what is there before anything is drawn."""
        self._tell()

    # drawing

    def typed(self, event: events.Key) -> bool:
        return self._prompt.typed(event) or self._chooser.typed(event)

    def pasted(self, text: str) -> None:
        self._prompt.pasted(text)

    def perform(self, action: Action) -> None:
        self._said = ""
        if self.session.is_counting and action.id not in _MEANWHILE:
            self._waiting.append(action)
            self._tell()
            return
        self.dateline.hints.done(action.id)
        super().perform(action)

    def changed(self) -> None:
        """Draw what changed."""
        self._tell()
        for part in (self._top_line, self._density, self._list):
            part.repaint()
        current = self.session.current
        event = None if current is None else current.id
        moved, self._detail_of = self._detail_of not in (None, event), event
        if self.session.left_out is None and not self.session.is_counting:
            self.call_after_refresh(self._count_at_rest)
        if moved:
            self._draw_detail_at_rest()
        elif self._detail_timer is None:
            self._detail.repaint()

    def _draw_detail_at_rest(self) -> None:
        if self._detail_timer is not None:
            self._detail_timer.stop()

        def draw() -> None:
            self._detail_timer = None
            self._detail.repaint()

        self._detail_timer = self.set_timer(DETAIL_REST, draw)

    def _count_at_rest(self) -> None:
        """What the view leaves out is counted when the keys rest: among very many events that takes time."""
        if self._count_timer is not None:
            self._count_timer.stop()

        def count() -> None:
            self._count_timer = None
            if not self.session.is_counting:
                self.session.count_left_out(self._top_line.repaint)

        self._count_timer = self.set_timer(REST, count)

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
            left = self._said or place_words(session, self.dateline.hints.hint())
            if session.is_counting:
                left = counting_words(session, waiting=bool(self._waiting))
        troubles = len(session.troubles)
        right = [f"! {counted(troubles, 'trouble')}"] if troubles else []
        if self.dateline.follow:
            right.insert(0, "following")
        self._status.show(left, "  ".join(right))

    @on(Answered)
    def take_answer(self, message: Answered) -> None:
        """Show what the collection has answered, then do what waited for it."""
        message.use()
        screen = self.app.screen
        if isinstance(screen, Keyed):
            screen.changed()
        self._prompt.act_again()
        waiting, self._waiting = self._waiting, []
        for action in waiting:
            self.perform(action)

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
        self.session.move_to_section(1)

    def action_previous_period(self) -> None:
        self.session.move_to_section(-1)

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

    @on(Density.Pointed)
    def point_at_day(self, message: Density.Pointed) -> None:
        """Go where the strip was pointed at."""
        self.session.go_to_day(message.day)
        self.changed()

    @on(EventList.Wheeled)
    def wheel(self, message: EventList.Wheeled) -> None:
        """The wheel moves the cursor, as the keys do."""
        self.session.move(message.lines)
        self.changed()

    # other screens

    def action_open(self) -> None:
        if self.session.passage() is not None:
            from tui.screens.document import DocumentScreen

            self.app.push_screen(DocumentScreen(self.session, self.glyphs))

    def action_troubles(self) -> None:
        from tui.screens.troubles import TroublesScreen

        self.app.push_screen(TroublesScreen(self.session))

    def action_documents(self) -> None:
        from tui.screens.documents import DocumentsScreen

        self.app.push_screen(DocumentsScreen(self.session, self.glyphs))

    def action_pane(self) -> None:
        self._pane = (self._pane + 1) % len(_PANES)
        for number, name in enumerate(_PANES):
            if name:
                self.set_class(number == self._pane, name)

    def action_back(self) -> None:
        self.app.exit()

    def action_escape(self) -> None:
        session = self.session
        if session.is_counting and session.drop():
            self._waiting.clear()
        elif self._progress is not None:
            self.dateline.stop_reading()
        elif session.words is not None:
            session.end_search()
        elif session.tray:
            session.toggle_tray()
        elif session.text:
            session.filter("")
        elif session.span is not None:
            session.widen_fully()

    # reading

    def remake(self) -> None:
        """Make the events anew, once nothing is read any more: a mark asks for it."""
        if self._progress is None:
            self.dateline.remake()
        else:
            self._remake_later = True

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
        if self._remake_later:
            self._remake_later = False
            self.remake()
        if message.error is not None:
            self._said = shown(str(message.error))
        elif was_reading is not None and was_reading.read:
            self._said = f"{counted(was_reading.read, 'file')} read, {was_reading.unchanged:,} unchanged."
        self.changed()
