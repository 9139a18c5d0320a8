"""The foot of a screen: where the user is and what happens, and the keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rich.cells import cell_len, set_cell_size
from textual.strip import Strip

from tui.keys.actions import Action, key_name
from tui.widgets.painted import Painted
from tui.widgets.strips import Piece, fit, line, wrap


class Foot(Painted):
    """Two lines, or the keys alone where there is room for one.

    One part: were it two, a prompt in its place would change the number of parts, and all be drawn.
    """

    def __init__(self, actions: Callable[[], Sequence[Action]]) -> None:
        """``actions``: what the keys do here, the most wanted first."""
        super().__init__()
        self._actions = actions
        self._left = ""
        self._right = ""
        self._is_whole = False

    def show(self, left: str, right: str = "", *, whole: bool = False) -> None:
        """Say something printable: at the left what is so now, at the right what should not be forgotten.

        The keys make room for the rest of what must be read ``whole``.
        """
        self._left, self._right, self._is_whole = left, f" {right} " if right else "", whole
        self.repaint()

    def paint(self) -> list[Strip]:
        """The lines."""
        width, height = self.size
        said, rest = self._parted(width)
        below = self._rest(rest, width) if rest else self._keys(width)
        return [self._said(said, width), below][-height:]

    def _parted(self, width: int) -> tuple[str, str]:
        """What is said at the left, and the rest of it that must be read and does not fit."""
        room = max(1, width - cell_len(self._right) - 1)
        if not self._is_whole or cell_len(self._left) <= room:
            return self._left, ""
        _, end = wrap(self._left, room)[0]
        if cell_len(self._left[end:]) > width:  # a long path: better parted than cut off
            end = len(set_cell_size(self._left, room))
        return self._left[:end], self._left[end:].strip()

    def _said(self, said: str, width: int) -> Strip:
        left = fit(f" {said}", max(0, width - cell_len(self._right)))
        return line([(left, self.look("faint")), (self._right, self.look("key"))], width, self.look("text"))

    def _rest(self, rest: str, width: int) -> Strip:
        return line([(fit(f" {rest}", width), self.look("faint"))], width, self.look("text"))

    def _keys(self, width: int) -> Strip:
        """As many keys as fit, the most wanted first."""
        text = self.look("text")
        pieces: list[Piece] = [(" ", text)]
        used = 1
        for action in self._actions():
            key, label = key_name(action.keys[0]), f" {action.label}  "
            if used + len(key) + len(label) > width:
                break
            pieces += [(key, self.look("key")), (label, text)]
            used += len(key) + len(label)
        return line(pieces, width, text)
