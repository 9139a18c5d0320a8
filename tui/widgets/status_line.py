"""The last lines of a screen: where the user is and what happens, and the keys."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size
from textual.strip import Strip

from tui.actions import Place, key_name
from tui.screens.keyed import Keyed
from tui.strips import Piece, fit, line, wrap
from tui.widgets.painted import Painted


class StatusLine(Painted):
    """One line: what is said now at the left, what should not be forgotten at the right."""

    def __init__(self) -> None:
        super().__init__()
        self._left = ""
        self._right = ""
        self._is_whole = False

    def show(self, left: str, right: str = "", *, whole: bool = False) -> None:
        """Say something, printable; ``whole`` if the rest of what does not fit is told elsewhere."""
        self._left, self._right, self._is_whole = left, right, whole
        self.repaint()

    @property
    def rest(self) -> str:
        """What must be read whole and did not fit."""
        return self._parted()[1]

    def _parted(self) -> tuple[str, str]:
        """What is said at the left, and its rest."""
        room = max(1, self.size.width - cell_len(self._ending) - 1)
        if not self._is_whole or cell_len(self._left) <= room:
            return self._left, ""
        _, end = wrap(self._left, room)[0]
        if cell_len(self._left[end:]) > self.size.width:  # a long path: better parted than cut off
            end = len(set_cell_size(self._left, room))
        return self._left[:end], self._left[end:].strip()

    @property
    def _ending(self) -> str:
        return f" {self._right} " if self._right else ""

    def paint(self) -> list[Strip]:
        """The line."""
        width, right = self.size.width, self._ending
        left = fit(f" {self._parted()[0]}", max(0, width - cell_len(right)))
        return [line([(left, self.look("faint")), (right, self.look("key"))], width, self.look("text"))]


class KeyLine(Painted):
    """One line: as many keys as fit, the most wanted first; or the rest of what the status line says."""

    def __init__(self, place: Place, status: StatusLine | None = None) -> None:
        super().__init__()
        self._place = place
        self._status = status

    def paint(self) -> list[Strip]:
        """The line."""
        width, text = self.size.width, self.look("text")
        if self._status is not None and (rest := self._status.rest):
            return [line([(fit(f" {rest}", width), self.look("faint"))], width, text)]
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
