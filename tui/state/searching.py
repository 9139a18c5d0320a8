"""Searching among the events that are shown, and walking those that a query selects too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.store.records import Selection
from tui.state.asking import Asking
from tui.state.showing import Showing

if TYPE_CHECKING:
    from data.store.protocol import ReadingStore


class Searching(Showing):
    """Events shown, with words that are searched for in them.

    Attributes:
        words: what is searched for, None if nothing is.
    """

    def __init__(self, store: ReadingStore, selection: Selection, asking: Asking | None = None) -> None:
        super().__init__(store, selection, asking)
        self.words: str | None = None

    def search(self, words: str) -> None:
        """Look for events that have these words; raises QueryError and leaves everything as it was."""
        self._compiled(words)
        self.words = words.strip() or None

    def end_search(self) -> None:
        """Look for nothing any more."""
        self.words = None

    def walk_matches(self, step: int) -> bool:
        """Go to the next (1) or previous (-1) match among the events of the filter; False if there is none.

        A hidden match is shown.
        """
        return self.words is not None and self.walk(self.words, step)

    def go_to_first_match(self) -> bool:
        """Go to the earliest match among the events of the filter; False if there is none."""
        found = self.store.rows(self._compiled(self.words or ""), 0, 1)
        row = self.arrangement.row_of(found[0].id) if found else None
        if row is None:
            return False
        self.go_to_hidden_row(row)
        return True

    def walk(self, query: str, step: int) -> bool:
        """Go to the next (1) or previous (-1) event that a query selects too; False if there is none."""
        if not self.count:
            return False
        row = self.arrangement.next_of(self._compiled(query), self.row, step)
        if row is None:
            return False
        self.go_to_hidden_row(row)
        return True
