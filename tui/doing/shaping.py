"""What of the collection a timeline shows, and how it is laid out."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from data.words import counted
from tui.doing import OnEvents
from tui.doing.finding import question_beside
from tui.keys.question import Choice
from tui.state.names import Names
from tui.state.views import View
from tui.timeline.arrangement import NAMES, By

if TYPE_CHECKING:
    from tui.screens.timeline import TimelineScreen

_SORT: tuple[tuple[str, By, str], ...] = (
    ("d", "time", "date"), ("i", "importance", "importance"), ("n", "newest", "newest document"),
)  # fmt: skip
_GROUP: tuple[tuple[str, By, str], ...] = (
    ("w", "who", "person (who)"), ("p", "where", "place"), ("s", "source", "source"),
    ("f", "document", "document (file)"),
)  # fmt: skip


class Shaping(OnEvents):
    """View, zoom, order, span, and the user's marks as places to walk to."""

    screen: TimelineScreen

    # the view

    def action_inferred(self) -> None:
        view = self.session.view
        self._look(view._replace(inferred=not view.inferred), "inferred event", more=not view.inferred)

    def action_others(self) -> None:
        view = self.session.view
        self._look(view._replace(others=not view.others), "state or undated event", more=not view.others)

    def _look(self, view: View, what: str, *, more: bool) -> None:
        before = self.session.events
        self.session.look(view)
        if self.session.is_counting:
            return
        change = self.session.events - before
        if change:
            self.screen.say(f"{counted(abs(change), what)} {'brought in' if change > 0 else 'left out'}.")
        else:
            self.screen.say(f"There is no {what} to {'bring in' if more else 'leave out'}.")

    def action_undated(self) -> None:
        if not self.session.toggle_tray():
            self.screen.say("Every event has a date.")

    # order

    def action_arrange(self) -> None:
        def row(kinds: tuple[tuple[str, By, str], ...]) -> list[Choice]:
            return [
                Choice(key, label, self.session.by == by, partial(self._arrange, by))
                for key, by, label in kinds
            ]

        self.screen.offer([("sort", row(_SORT)), ("group", row(_GROUP))])

    def _arrange(self, by: By) -> None:
        self.session.arrange(by)
        if not self.session.is_counting:
            self.screen.say(f"Now {NAMES[by]}.")
        self.screen.changed()

    def action_beside(self) -> None:
        def accept(text: str) -> None:
            from tui.screens.tracks import TracksScreen
            from tui.state.tracks import Tracks

            self.screen.app.push_screen(TracksScreen(Tracks(self.session, text), self.screen.dateline.glyphs))

        self.screen.ask(question_beside(accept, Names(self.session, self.screen.repaint_prompt)))

    # the span

    def action_narrow(self) -> None:
        if self.session.narrow(1):
            return
        here = self.session.current
        undated = here is not None and here.start is None and here.end is None
        self.screen.say("This event has no date to narrow to." if undated else "No narrower than a month.")

    def action_widen(self) -> None:
        if not self.session.narrow(-1):
            self.screen.say("All of time is shown.")

    # marks

    def action_mark(self) -> None:
        walk = f"{self.screen.key('previous_mark')} {self.screen.key('next_mark')}"
        self.screen.say(f"Marked; {walk} walk the marks." if self.session.mark() else "Mark taken away.")

    def action_next_mark(self) -> None:
        self._walk_marks(1, "No later mark here.")

    def action_previous_mark(self) -> None:
        self._walk_marks(-1, "No earlier mark here.")

    def _walk_marks(self, step: int, end: str) -> None:
        if not self.session.walk_marks(step):
            none = f"No event is marked: {self.screen.key('mark')} marks one."
            self.screen.say(end if self.session.marks else none)

    def action_elapsed(self) -> None:
        events = self.screen.paged()
        events.counting = not events.counting
        if events.counting:
            before = f"the event before; {self.screen.key('mark')} sets a mark"
            self.screen.say(f"Time since {'the last mark' if self.session.marks else before}.")
