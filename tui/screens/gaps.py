"""Gaps: where nothing is told for long, of everything or of a person, a place, a source."""

from __future__ import annotations

from data.words import counted
from tui.screens.listing import Listing
from tui.text.shown import shown
from tui.timeline.gaps import Gap, gaps
from tui.timeline.sections import by_time
from tui.widgets.item_list import Item

_MOST = 200


class GapsScreen(Listing):
    """The longest silences among the events of the filter; one is gone to."""

    PLACE = "gaps"
    LABEL_WIDTH = 20

    def items(self) -> list[Item]:
        """The silences, the longest first."""
        session = self.session
        coarse = session.store.coarse(session.selection)
        self._gaps: list[Gap] = gaps(by_time(session.months, coarse, "month", session.events))[:_MOST]
        return [Item(gap.words, f"after {gap.before}, until {gap.after}") for gap in self._gaps]

    def told(self) -> str:
        """How many silences there are, and of which filter."""
        of = shown(self.session.text) or "all events shown"
        many = counted(len(self._gaps), "silence") if self._gaps else "no silence"
        return f"{many} of a month or more: {of}"

    def action_choose(self) -> None:
        if self._gaps:
            self.session.go_to_day(self._gaps[self.place].day)
            self.app.pop_screen()
