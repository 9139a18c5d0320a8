"""Movement by event, page and period, among an event's sources, and into their documents."""

from __future__ import annotations

from tui.doing import OnEvents

_FAR = 1 << 40


class Walking(OnEvents):
    """The keys of movement walk the events of a session."""

    def action_down(self) -> None:
        self.session.move(1)

    def action_up(self) -> None:
        self.session.move(-1)

    def action_page_down(self) -> None:
        self.session.move(self.screen.paged().page)

    def action_page_up(self) -> None:
        self.session.move(-self.screen.paged().page)

    def action_half_down(self) -> None:
        self.session.move(self.screen.paged().page // 2)

    def action_half_up(self) -> None:
        self.session.move(-(self.screen.paged().page // 2))

    def action_first(self) -> None:
        self.session.move(-_FAR)

    def action_last(self) -> None:
        self.session.move(_FAR)

    def action_next_period(self) -> None:
        self.session.move_to_section(1)

    def action_previous_period(self) -> None:
        self.session.move_to_section(-1)

    def action_zoom_in(self) -> None:
        if not self.screen.change_zoom(1):
            self.screen.say("Every event is shown already.")

    def action_zoom_out(self) -> None:
        if not self.screen.change_zoom(-1):
            self.screen.say("No further off than centuries.")

    def action_next_source(self) -> None:
        if not self.session.walk_sources(1):
            self.screen.say("The last source of this event.")

    def action_previous_source(self) -> None:
        if not self.session.walk_sources(-1):
            self.screen.say("The first source of this event.")

    def action_open(self) -> None:
        if self.session.passage() is None:
            self.screen.say(self.screen.no_source())
        else:
            from tui.screens.document import DocumentScreen

            self.screen.app.push_screen(DocumentScreen(self.session, self.screen.glyphs))
