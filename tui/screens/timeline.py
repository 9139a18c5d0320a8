"""The timeline: density strip, list, detail, and the foot."""

from __future__ import annotations

from typing import Self

from textual import on
from textual.app import ComposeResult
from textual.geometry import Region
from textual.timer import Timer
from textual.widget import Widget

from data.words import counted
from tui.background.messages import Answered
from tui.keys.actions import Action
from tui.screens.events import EventScreen
from tui.screens.keyed import Keyed
from tui.screens.rereading import LOOK, Rereading
from tui.state.session import Session
from tui.state.telling import brief_progress, counting_words, place_words, progress_words, why_empty
from tui.text.glyphs import Glyphs
from tui.widgets.density import Density
from tui.widgets.detail import Detail
from tui.widgets.event_list import EventList
from tui.widgets.foot import Foot
from tui.widgets.top_line import TopLine

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


class Body(Widget):
    """List and detail, which cover it."""

    BLANK = True

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Draw nothing of it, for nothing is seen; its parts draw themselves."""
        repaint = repaint and bool(regions)
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)


class TimelineScreen(Rereading):
    """Where dateline begins, and where everything returns to."""

    PLACE = "timeline"
    DOING = (*EventScreen.DOING, "shaping:Shaping", "judging:Judging", "exporting:Exporting")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_WIDE, "-wide")]  # noqa: RUF012 - declared by Textual

    def __init__(self, session: Session, glyphs: Glyphs, name: str) -> None:
        # Known before the first layout, or everything would be drawn twice.
        super().__init__(classes="-wide" if self.app.size.width >= _WIDE else "-narrow")
        self.session = session
        self.glyphs = glyphs
        self._top_line = TopLine(session, name, self.key)
        self._list = EventList(session, glyphs)
        self._density = Density(session, glyphs, self._list.window)
        self._detail = Detail(session, glyphs)
        self._foot = Foot(self.footer)
        self._is_settled = False
        self._list_height: int | None = None
        self._pane = 0
        self._waiting: list[Action] = []
        self._detail_of: str | None = None
        self._detail_timer: Timer | None = None
        self._count_timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """All parts."""
        yield self._top_line
        yield self._density
        yield Body(self._list, self._detail)
        yield self._foot

    def on_mount(self) -> None:
        """Say what is there before anything is drawn."""
        self._share_height()
        self.tell()

    def settle(self) -> None:
        """Draw what the first screen need not wait for: the detail, and what could not be read."""
        self._is_settled = True
        self.prepare_to_ask()
        self._detail.follow(self.session)
        self.set_interval(LOOK, self.look_again)
        self.changed()

    # drawing

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Draw everything; the first layout does that, and what asks for it meanwhile is not to repeat it."""
        repaint = repaint and self._is_settled
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def paged(self) -> EventList:
        """The list of events."""
        return self._list

    def perform(self, action: Action) -> None:
        if self.session.is_counting and action.id not in _MEANWHILE:
            self._waiting.append(action)
            self.tell()
            return
        self.dateline.hints.done(action.id)
        super().perform(action)

    def changed(self) -> None:
        """Draw what changed."""
        self.tell()
        self._share_height()
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

    def _share_height(self) -> None:
        """Where the detail is below the list, a short list leaves it the rest."""
        lines = len(self.session.lines)
        wanted = lines if lines and not self.has_class("-wide") else None
        if self._list_height != wanted:
            self._list_height = wanted
            self._list.styles.max_height = wanted

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
                self.session.count_left_out(self._show_left_out)

        self._count_timer = self.set_timer(REST, count)

    def _show_left_out(self) -> None:
        """Tell what the view leaves out: at the head, and where it leaves out everything."""
        self._top_line.repaint()
        if not self.session.count:
            self.tell()
            self._list.repaint()

    def tell(self) -> None:
        """How a reading goes, what is said, or where the cursor is; and what should not be forgotten."""
        session = self.session
        self._list.empty = why_empty(
            session,
            self.key,
            reading=self.progress is not None or self.dateline.is_reading,
            samples=self.dateline.reads_samples,
        )
        right = ["following"] if self.dateline.follow else []
        if self.progress is not None and self.said and not self.dateline.is_stopping:
            # What a key did is told, however long the reading goes on.
            left = self.said
            right.insert(0, brief_progress(self.progress))
        elif self.progress is not None:
            left = progress_words(self.progress, self.key, stopping=self.dateline.is_stopping)
        elif session.is_counting:
            left = counting_words(session, self.key, waiting=bool(self._waiting))
        else:
            left = self.said or place_words(session, self.dateline.hints.hint(), elapsed=self._list.counting)
        if self._is_settled and session.troubles:
            right.append(f"{self.key('troubles')} {counted(len(session.troubles), 'trouble')}")
        self._foot.show(left, "  ".join(right), whole=bool(self.said))

    @on(Answered)
    def take_answer(self, message: Answered) -> None:
        """Show what the collection has answered, then do what waited for it."""
        message.use()
        screen = self.app.screen
        if isinstance(screen, Keyed):
            screen.changed()
        self.ask_again()
        waiting, self._waiting = self._waiting, []
        for action in waiting:
            self.perform(action)

    @on(EventList.Resized)
    def show_window(self) -> None:
        """Show on the strip which part of time the list shows in its new size."""
        self._density.repaint()

    # the mouse

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
        elif self.progress is not None and self.progress.stage == "reading":
            self.dateline.stop_reading()
        elif session.words is not None:
            session.end_search()
        elif session.tray:
            session.toggle_tray()
        elif session.text:
            session.filter("")
        elif session.span is not None:
            session.widen_fully()
