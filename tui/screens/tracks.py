"""Two or three filters side by side on one axis of time: two people, two sources, two places."""

from __future__ import annotations

from textual.app import ComposeResult

from tui.doing.finding import question_beside
from tui.screens.events import EventScreen
from tui.screens.keyed import STYLES
from tui.state.names import Names
from tui.state.session import Session
from tui.state.telling import place_words
from tui.state.tracks import MOST, Tracks
from tui.text.glyphs import Glyphs
from tui.widgets.detail import Detail
from tui.widgets.foot import Foot
from tui.widgets.track_list import TrackList


class TracksScreen(EventScreen):
    """Tracks, and below them the event under the cursor."""

    CSS_PATH = STYLES / "tracks.tcss"
    PLACE = "tracks"

    def __init__(self, tracks: Tracks, glyphs: Glyphs) -> None:
        super().__init__()
        self.tracks = tracks
        self.glyphs = glyphs
        self._list = TrackList(tracks, glyphs)
        self._detail = Detail(tracks.session, glyphs)
        self._foot = Foot(self.footer)

    @property
    def session(self) -> Session:  # type: ignore[override]  # it changes with the track
        """The track whose cursor the keys move."""
        return self.tracks.session

    def compose(self) -> ComposeResult:
        """All parts."""
        yield self._list
        yield self._detail
        yield self._foot
        yield from self.asking_parts

    def on_mount(self) -> None:
        """Show the event under the cursor."""
        self.changed()

    def paged(self) -> TrackList:
        """The tracks."""
        return self._list

    def changed(self) -> None:
        """Draw what changed."""
        self.tracks.head_alike()
        self.tell()
        self._detail.follow(self.session)
        self._list.repaint()
        self._detail.repaint()

    def renew(self) -> None:
        """Every track with what the collection has for it now."""
        for session in self.tracks.sessions:
            session.reload()
        self.changed()

    def tell(self) -> None:
        """What is said, or where the cursor is."""
        session = self.session
        here = place_words(session) or f"No event here; {self.key('filter')} changes the filter."
        self._foot.show(self.said or here, whole=bool(self.said))

    def change_zoom(self, step: int) -> bool:
        """All tracks closer or further off."""
        return self.tracks.change_zoom(step)

    def action_next_track(self) -> None:
        self.tracks.walk(1)

    def action_previous_track(self) -> None:
        self.tracks.walk(-1)

    def action_beside(self) -> None:
        if len(self.tracks.sessions) == MOST:
            self.say(f"No more than {MOST} tracks.")
            return

        def accept(text: str) -> None:
            self.tracks.add(text)
            self.changed()

        self.ask(question_beside(accept, Names(self.tracks.session, self.repaint_prompt)))
