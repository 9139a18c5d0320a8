"""What could not be read: each with its place, its reason, and what to do."""

from __future__ import annotations

from textual.app import ComposeResult

from tui.screens.scrolled import Scrolled, Scrolling
from tui.session import Session
from tui.strips import shown
from tui.widgets.reader import Paragraph, Reader
from tui.widgets.status_line import KeyLine


class TroublesScreen(Scrolled):
    """The list of troubles."""

    PLACE = "troubles"

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._reader = Reader(lambda: troubles_text(session))

    def compose(self) -> ComposeResult:
        """The text and the keys."""
        yield self._reader
        yield KeyLine(self.PLACE)

    def scrolling(self) -> Scrolling:
        """The text."""
        return self._reader

    def changed(self) -> None:
        """Draw what was scrolled."""
        self._reader.repaint()


def troubles_text(session: Session) -> list[Paragraph]:
    """One paragraph a trouble."""
    if not session.troubles:
        return [("", (("Everything was read without trouble.", "text"),))]
    text: list[Paragraph] = [("", (("What could not be read", "heading"),)), ("", ())]
    for trouble in session.troubles:
        place = trouble.path if trouble.line is None else f"{trouble.path}, line {trouble.line}"
        said = f"{shown(trouble.reason)}. {shown(trouble.hint)}"
        text.append(("   ", ((shown(place) + "  ", "strong"), (said, "text"))))
    return text
