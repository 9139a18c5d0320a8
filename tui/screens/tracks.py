"""Two or three filters side by side on one axis of time: two people, two sources, two places."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult

from data.model import Event, Passage
from tui.actions import Action
from tui.glyphs import Glyphs
from tui.lines import ZOOMS
from tui.screens.finding import Finding, question_beside
from tui.screens.sourced import Sourced
from tui.session import Session
from tui.tracks import MOST, Tracks
from tui.widgets.detail import Detail
from tui.widgets.prompt import Prompt
from tui.widgets.status_line import KeyLine, StatusLine
from tui.widgets.track_list import TrackList

_FAR = 1 << 40


class TracksScreen(Finding, Sourced):
    """Tracks, and below them the event under the cursor."""

    PLACE = "tracks"

    def __init__(self, tracks: Tracks, glyphs: Glyphs) -> None:
        super().__init__()
        self.tracks = tracks
        self.glyphs = glyphs
        self._list = TrackList(tracks, glyphs)
        self._detail = Detail(tracks.session, glyphs)
        self._status = StatusLine()
        self._prompt = Prompt()
        self._said = ""

    @property
    def session(self) -> Session:  # type: ignore[override]
        """The track whose cursor the keys move."""
        return self.tracks.session

    def compose(self) -> ComposeResult:
        """All parts, the prompt hidden."""
        yield self._list
        yield self._detail
        yield self._status
        yield KeyLine(self.PLACE)
        yield self._prompt

    def on_mount(self) -> None:
        """Say where the cursor is."""
        self._tell()

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
        self._detail.follow(self.session)
        self._list.repaint()
        self._detail.repaint()

    def say(self, words: str) -> None:
        """Tell the user something until the next key."""
        self._said = words
        self._tell()

    def _tell(self) -> None:
        session = self.session
        place = f"event {session.row + 1:,} of {session.count:,} · {ZOOMS[session.zoom_number].name}"
        self._status.show(self._said or (place if session.count else "No event here; f changes the filter."))

    def meant(self) -> tuple[Event, Passage] | None:
        """The event under the cursor and its source that is meant."""
        event, passage = self.session.event(), self.session.passage()
        return None if event is None or passage is None else (event, passage)

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

    def action_next_track(self) -> None:
        self.tracks.walk(1)

    def action_previous_track(self) -> None:
        self.tracks.walk(-1)

    def action_zoom_in(self) -> None:
        if not self.tracks.change_zoom(1):
            self.say("Every event is shown already.")

    def action_zoom_out(self) -> None:
        if not self.tracks.change_zoom(-1):
            self.say("No further off than centuries.")

    def action_next_source(self) -> None:
        if not self.session.walk_sources(1):
            self.say("The last source of this event.")

    def action_previous_source(self) -> None:
        if not self.session.walk_sources(-1):
            self.say("The first source of this event.")

    def action_beside(self) -> None:
        if len(self.tracks.sessions) == MOST:
            self.say(f"No more than {MOST} tracks.")
            return

        def accept(text: str) -> None:
            self.tracks.add(text)
            self.changed()

        self._prompt.ask(question_beside(accept))

    def action_open(self) -> None:
        if self.session.passage() is not None:
            from tui.screens.document import DocumentScreen

            self.app.push_screen(DocumentScreen(self.session, self.glyphs))
