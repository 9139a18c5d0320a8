"""The line at the head of the timeline: what is open, what of it is shown or left out, the filter."""

from __future__ import annotations

from typing import NamedTuple

from rich.cells import cell_len
from textual.strip import Strip

from data import days
from data.words import counted, year_words
from tui.state.session import Session
from tui.state.telling import Key
from tui.text.shown import shown
from tui.widgets.painted import Painted
from tui.widgets.strips import Piece, fit, line

_LEAST = 16
"""Cells of the filter that are shown before anything else gives way to it."""
_GAP = "  "


class _Part(NamedTuple):
    """A part of the line; ``wanted`` is how much, 0 most: the others go first, whole, where room is short."""

    text: str
    look: str
    wanted: int


class TopLine(Painted):
    """One line, the filter at its right end."""

    def __init__(self, session: Session, name: str, key: Key) -> None:
        super().__init__()
        self._key = key
        self._session = session
        self._called = shown(name)

    def paint(self) -> list[Strip]:
        """The line."""
        width, text = self.size.width, self.look("text")
        asked = self._asked()
        parts = self._parts()
        room = width - (min(cell_len(asked), max(_LEAST, width // 2)) + 3 if asked else 0)
        while len(parts) > 1 and sum(cell_len(part.text) + len(_GAP) for part in parts) > room:
            parts.remove(max(parts, key=lambda part: part.wanted))
        pieces: list[Piece] = []
        for part in parts:
            pieces += [(part.text, self.look(part.look)), (_GAP, text)]
        if not asked:
            return [line(pieces, width, text)]
        used = sum(cell_len(said) for said, _ in pieces)
        told = min(cell_len(asked), width - used - 1)
        pieces += [(" " * (width - used - told - 1), text), (fit(asked, told), self.look("key"))]
        return [line(pieces, width, text)]

    def _parts(self) -> list[_Part]:
        session, totals = self._session, self._session.totals
        found = [_Part("dateline", "strong", 5), _Part(self._called, "text", 3)]
        all_of_it = session.events == totals.events
        many = "… of " if session.is_counting else f"{session.events:,} of " if not all_of_it else ""
        found.append(_Part(many + counted(totals.events, "event"), "text", 0))
        left = session.left_out
        if left is not None and not session.tray:
            if left.inferred:
                found.append(_Part(f"{self._key('inferred')}: {left.inferred:,} inferred", "faint", 1))
            if left.others:
                found.append(
                    _Part(f"{self._key('others')}: {counted(left.others, 'state')}, undated", "faint", 2)
                )
        found.append(_Part(counted(totals.documents, "document"), "faint", 6))
        if totals.first is not None and totals.last is not None:
            first, last = (year_words(days.civil(day).year) for day in (totals.first, totals.last))
            found.append(_Part(first if first == last else f"{first}–{last}", "faint", 7))
        return found

    def _asked(self) -> str:
        """What the user asked for: the stretch of time, the tray, the filter."""
        session = self._session
        parts = []
        if session.tray:
            parts.append("undated")
        elif session.span is not None:
            parts.append(f"only {session.span.label}")
        if session.text:
            parts.append(shown(session.text))
        return " · ".join(parts)
