"""Gaps: where nothing is told for long, of everything or of a person, a place, a source."""

from __future__ import annotations

from data import days
from data.words import interval_words
from tui.gaps import Gap, gaps
from tui.screens.listing import Listing
from tui.strips import shown
from tui.widgets.item_list import Item
from tui.widgets.top_line import counted

_MOST = 200


class GapsScreen(Listing):
    """The longest silences among the events of the filter; one is gone to."""

    PLACE = "gaps"
    LABEL_WIDTH = 20

    def items(self) -> list[Item]:
        """The silences, the longest first."""
        self._gaps: list[Gap] = gaps(self.session.months)[:_MOST]
        told = (f"after {_month(gap.before)}, until {_month(gap.after)}" for gap in self._gaps)
        return [Item(gap.words, words) for gap, words in zip(self._gaps, told, strict=True)]

    def told(self) -> str:
        """Of what."""
        of = shown(self.session.text) or "all events shown"
        return f"{counted(len(self._gaps), 'silence')} of a month or more: {of}"

    def action_choose(self) -> None:
        if self._gaps:
            self.session.go_to_day(self._gaps[self.place].after)
            self.app.pop_screen()


def _month(first: int) -> str:
    """The month that begins with a day, in words."""
    year, month, _ = days.civil(first)
    return interval_words(first, first + days.month_length(year, month) - 1)
