"""A screen whose keys of movement walk the events of a session."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from tui.screens.sourced import Sourced

if TYPE_CHECKING:
    from data.model import Event, Passage

_FAR = 1 << 40


class Paged(Protocol):
    """A list that knows the height of its page."""

    @property
    def page(self) -> int:
        """How many lines a page moves."""


class Walking(Sourced):
    """Movement by event, page and period, among an event's sources, and into their documents."""

    def paged(self) -> Paged:
        """The list that is walked."""
        raise NotImplementedError

    def meant(self) -> tuple[Event, Passage] | None:
        """The event under the cursor and its source that is meant."""
        event, passage = self.session.event(), self.session.passage()
        return None if event is None or passage is None else (event, passage)

    def action_down(self) -> None:
        self.session.move(1)

    def action_up(self) -> None:
        self.session.move(-1)

    def action_page_down(self) -> None:
        self.session.move(self.paged().page)

    def action_page_up(self) -> None:
        self.session.move(-self.paged().page)

    def action_half_down(self) -> None:
        self.session.move(self.paged().page // 2)

    def action_half_up(self) -> None:
        self.session.move(-(self.paged().page // 2))

    def action_first(self) -> None:
        self.session.move(-_FAR)

    def action_last(self) -> None:
        self.session.move(_FAR)

    def action_next_period(self) -> None:
        self.session.move_to_section(1)

    def action_previous_period(self) -> None:
        self.session.move_to_section(-1)

    def action_zoom_in(self) -> None:
        if not self.change_zoom(1):
            self.say("Every event is shown already.")

    def action_zoom_out(self) -> None:
        if not self.change_zoom(-1):
            self.say("No further off than centuries.")

    def change_zoom(self, step: int) -> bool:
        """Look closer (1) or from further off (-1); False at the end."""
        return self.session.change_zoom(step)

    def action_next_source(self) -> None:
        if not self.session.walk_sources(1):
            self.say("The last source of this event.")

    def action_previous_source(self) -> None:
        if not self.session.walk_sources(-1):
            self.say("The first source of this event.")

    def action_open(self) -> None:
        if self.session.passage() is not None:
            from tui.screens.document import DocumentScreen

            self.app.push_screen(DocumentScreen(self.session, self.glyphs))
