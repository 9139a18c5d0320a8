"""Lines that are all made at once, of which as many are in sight as there is room for."""

from __future__ import annotations

from abc import abstractmethod

from textual.strip import Strip

from tui.widgets.painted import Painted


class ScrolledLines(Painted):
    """Draws the lines from :attr:`top` on, and blank ones below the last."""

    @abstractmethod
    def lines(self) -> list[Strip]:
        """All lines, each as wide as the widget; they are asked for at every drawing."""

    def scroll_by(self, lines: int) -> None:
        """Move by lines."""
        self.top = max(0, min(self.top + lines, len(self.lines()) - self.size.height))

    def paint(self) -> list[Strip]:
        """The visible lines."""
        shown = self.lines()[self.top : self.top + self.size.height]
        return shown + [self.blank_line()] * (self.size.height - len(shown))
