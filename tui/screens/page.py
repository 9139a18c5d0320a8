"""A screen of lines to read, made when it opens."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult

from tui.screens.keyed import STYLES
from tui.screens.scrolled import Scrolled, Scrolling
from tui.widgets.reader import Paragraph, Reader
from tui.widgets.status_line import KeyLine


class Page(Scrolled):
    """Paragraphs, and the keys."""

    CSS_PATH = STYLES / "pages.tcss"

    def __init__(self, read: Callable[[], list[Paragraph]]) -> None:
        super().__init__()
        self._reader = Reader(read)

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
