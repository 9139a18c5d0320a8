"""A screen with a cursor on an event."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar, Protocol

from tui.screens.prompted import Prompted
from tui.state.session import Session
from tui.text.glyphs import Glyphs

if TYPE_CHECKING:
    from data.model import Event, Passage


class Paged(Protocol):
    """A list that knows the height of its page."""

    @property
    def page(self) -> int:
        """How many lines a page moves."""


class EventScreen(Prompted):
    """The events of a session are walked, found, and followed to their sources."""

    DOING: ClassVar[tuple[str, ...]] = ("walking:Walking", "finding:Finding", "citing:Citing")

    session: Session
    glyphs: Glyphs

    @abstractmethod
    def paged(self) -> Paged:
        """The list that is walked."""

    def meant(self) -> tuple[Event, Passage] | None:
        """The event under the cursor and its source that is meant."""
        event, passage = self.session.event(), self.session.passage()
        return None if event is None or passage is None else (event, passage)

    def in_view(self) -> Passage | None:
        """The passage of the source that is meant."""
        return self.session.passage()

    def no_source(self) -> str:
        """Why no source is in view."""
        event = self.session.event()
        if event is None:
            return "No event is chosen."
        return "No document tells this event: it was added by hand."

    def change_zoom(self, step: int) -> bool:
        """Look closer (1) or from further off (-1); False at the end."""
        return self.session.change_zoom(step)
