"""The events that the user marked, as places to walk to and to count time from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from data.store.records import EventRow
from tui.timeline.cursor import Cursor

if TYPE_CHECKING:
    from data.store.protocol import ReadingStore


class Marked(Cursor):
    """A cursor that goes to marks.

    Attributes:
        marks: the events that the user marked, by id, in the order in which that was done.
    """

    def __init__(self, store: ReadingStore) -> None:
        super().__init__(store)
        self.marks: dict[str, EventRow] = {}

    def mark(self) -> bool:
        """Mark the event under the cursor, or take its mark away; whether it has one now."""
        here = self.current
        if here is None:
            return False
        if self.marks.pop(here.id, None) is not None:
            return False
        self.marks[here.id] = here
        return True

    def set_marks(self, event_ids: Sequence[str]) -> None:
        """Mark these events, those that are gone left out, and no other."""
        places = [place for one in event_ids if (place := self.store.place(one)) is not None]
        self.marks = {row.id: row for row in self.store.rows_at(places)}

    def walk_marks(self, step: int) -> bool:
        """Go to the next (1) or previous (-1) marked event; False if there is none."""
        found = (self.arrangement.row_of(one, self.row) for one in self.marks)
        rows = [row for row in found if row is not None and (row - self.row) * step > 0]
        if not rows:
            return False
        self.go_to_hidden_row(min(rows) if step > 0 else max(rows))
        return True

    def mark_before(self, event: EventRow, row: int) -> EventRow | None:
        """What the time of an event is counted from: the last mark, else the event of the row before."""
        for marked in reversed(self.marks.values()):
            if marked.id != event.id:
                return marked
        return self.row_at(row - 1) if row else None
