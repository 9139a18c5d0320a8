"""What of the collection a timeline shows, and how it is laid out."""

from __future__ import annotations

from tui.arrangement import NAMES, By
from tui.question import Choice
from tui.screens.finding import question_beside
from tui.screens.prompted import Prompted
from tui.screens.speaking import Speaking
from tui.session import Session
from tui.views import View
from tui.widgets.event_list import EventList

_SORT: tuple[tuple[str, By, str], ...] = (
    ("d", "time", "date"), ("i", "importance", "importance"), ("n", "newest", "newest document"),
)  # fmt: skip
_GROUP: tuple[tuple[str, By, str], ...] = (
    ("w", "who", "person (who)"), ("p", "where", "place"), ("s", "source", "source"),
    ("f", "document", "document (file)"),
)  # fmt: skip


class Shaping(Prompted, Speaking):
    """View, zoom, order, span, and the user's marks as places to walk to."""

    session: Session
    _list: EventList

    # the view

    def action_inferred(self) -> None:
        view = self.session.view
        self._look(view._replace(inferred=not view.inferred), "inferred events")

    def action_others(self) -> None:
        view = self.session.view
        self._look(view._replace(others=not view.others), "states and undated events")

    def _look(self, view: View, what: str) -> None:
        before = self.session.events
        self.session.look(view)
        if self.session.is_counting:
            return
        change = self.session.events - before
        if change:
            self.say(f"{abs(change):,} {what} {'brought in' if change > 0 else 'left out'}.")
        else:
            self.say(f"There are no {what} to {'bring in' if view > View() else 'leave out'}.")

    def action_undated(self) -> None:
        if not self.session.toggle_tray():
            self.say("Every event has a date.")

    # order

    def action_arrange(self) -> None:
        def row(kinds: tuple[tuple[str, By, str], ...]) -> list[Choice]:
            return [
                Choice(key, label, self.session.by == by, lambda by=by: self._arrange(by))  # type: ignore[misc]
                for key, by, label in kinds
            ]

        self.offer([("sort", row(_SORT)), ("group", row(_GROUP))])

    def _arrange(self, by: By) -> None:
        self.session.arrange(by)
        if not self.session.is_counting:
            self.say(f"Now {NAMES[by]}.")
        self.changed()

    def action_beside(self) -> None:
        def accept(text: str) -> None:
            from tui.screens.tracks import TracksScreen
            from tui.tracks import Tracks

            self.app.push_screen(TracksScreen(Tracks(self.session, text), self.dateline.glyphs))

        self.ask(question_beside(accept))

    # the span

    def action_narrow(self) -> None:
        if not self.session.narrow(1):
            self.say("No narrower than a month.")

    def action_widen(self) -> None:
        if not self.session.narrow(-1):
            self.say("All of time is shown.")

    # marks

    def action_mark(self) -> None:
        self.say("Marked; { } walk the marks." if self.session.mark() else "Mark taken away.")

    def action_next_mark(self) -> None:
        self._walk_marks(1, "No later mark here.")

    def action_previous_mark(self) -> None:
        self._walk_marks(-1, "No earlier mark here.")

    def _walk_marks(self, step: int, end: str) -> None:
        if not self.session.walk_marks(step):
            self.say("No event is marked: m marks one." if not self.session.marks else end)

    def action_elapsed(self) -> None:
        self._list.counting = not self._list.counting
        if self._list.counting:
            marks = self.session.marks
            self.say(f"Time since {'the last mark' if marks else 'the event before; m sets a mark'}.")
