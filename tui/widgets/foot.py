"""The foot of a screen: what is said, and the keys."""

from __future__ import annotations

from textual.widget import Widget

from tui.actions import Place
from tui.widgets.status_line import KeyLine, StatusLine


class Foot(Widget):
    """One part: were it two, a prompt in its place would change the number of parts, and all be drawn."""

    def __init__(self, place: Place) -> None:
        self._status = StatusLine()
        self._keys = KeyLine(place, self._status)
        super().__init__(self._status, self._keys)

    def show(self, left: str, right: str = "", *, whole: bool = False) -> None:
        """Say something, printable; the keys make room for the rest of what must be read ``whole``."""
        rest = self._status.rest
        self._status.show(left, right, whole=whole)
        if self._status.rest != rest:
            self._keys.repaint()
