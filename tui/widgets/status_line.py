"""The last lines of a screen: where the user is and what happens, and the keys."""

from __future__ import annotations

from rich.cells import cell_len
from textual.strip import Strip

from tui.actions import Place, key_name
from tui.screens.keyed import Keyed
from tui.strips import Piece, fit, line
from tui.widgets.painted import Painted


class StatusLine(Painted):
    """One line: what is said now at the left, what should not be forgotten at the right."""

    def __init__(self) -> None:
        super().__init__()
        self._left = ""
        self._right = ""

    def show(self, left: str, right: str = "") -> None:
        """Say something, printable."""
        self._left, self._right = left, right
        self.repaint()

    def paint(self) -> list[Strip]:
        """The line."""
        width = self.size.width
        right = f" {self._right} " if self._right else ""
        left = fit(f" {self._left}", max(0, width - cell_len(right)))
        return [line([(left, self.look("faint")), (right, self.look("key"))], width, self.look("text"))]


class KeyLine(Painted):
    """One line: as many keys as fit, the most wanted first."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._place = place

    def paint(self) -> list[Strip]:
        """The line."""
        width, text = self.size.width, self.look("text")
        pieces: list[Piece] = []
        used = 1
        screen = self.screen
        assert isinstance(screen, Keyed)  # noqa: S101
        for action in screen.keymap.footer_of(self._place):
            key, label = key_name(action.keys[0]), f" {action.label}  "
            if used + len(key) + len(label) > width:
                break
            pieces += [(key, self.look("key")), (label, text)]
            used += len(key) + len(label)
        return [line([(" ", text), *pieces], width, text)]
