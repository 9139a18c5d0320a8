"""The foot of a screen: what is said, and the keys."""

from __future__ import annotations

from textual.widget import Widget

from tui.actions import Place
from tui.widgets.status_line import KeyLine, StatusLine


class Foot(Widget):
    """One part: were it two, a prompt in its place would change the number of parts, and all be drawn."""

    def __init__(self, place: Place) -> None:
        self.status = StatusLine()
        super().__init__(self.status, KeyLine(place))
