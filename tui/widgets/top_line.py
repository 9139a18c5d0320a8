"""The line at the head of the timeline: what is open, how large it is, and the filter."""

from __future__ import annotations

from rich.cells import cell_len
from textual.strip import Strip

from data import days
from data.words import year_words
from tui.session import Session
from tui.strips import Piece, fit, line, shown
from tui.widgets.painted import Painted


class TopLine(Painted):
    """One line, the filter at its right end."""

    def __init__(self, session: Session, name: str) -> None:
        super().__init__()
        self._session = session
        self._called = shown(name)

    def paint(self) -> list[Strip]:
        """The line."""
        session = self._session
        totals = session.totals
        parts = [counted(totals.documents, "document"), counted(totals.events, "event")]
        if totals.first is not None and totals.last is not None:
            first, last = (year_words(days.civil(day).year) for day in (totals.first, totals.last))
            parts.append(first if first == last else f"{first}–{last}")
        text, strong, faint = self.look("text"), self.look("strong"), self.look("faint")
        width = self.size.width
        pieces: list[Piece] = [
            ("dateline", strong),
            ("  ", text),
            (self._called, text),
            ("  ", text),
            ("  ".join(parts), faint),
        ]
        if not session.text:
            return [line(pieces, width, text)]
        said = f"  {shown(session.text)}  {session.count:,} of {totals.events:,} "
        left = line(pieces, max(0, width - min(width // 2, cell_len(said))), text)
        room = width - left.cell_length
        return [Strip.join([left, line([(fit(said, room), self.look("key"))], room, text)])]


def counted(count: int, noun: str) -> str:
    """A count with its noun: "1 event", "12,345 events"."""
    return f"{count:,} {noun}{'' if count == 1 else 's'}"
