"""A widget that draws its lines itself, and sends only those that changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.segment import Segment
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from tui.glyphs import PLAIN
from tui.themes import look_of

if TYPE_CHECKING:
    from rich.style import Style
    from textual import events


class Painted(Widget, inherit_bindings=False):
    """Lines are made by :meth:`paint`; :meth:`repaint` compares them with those on the screen.

    A line that stays the same costs no byte. Styles are the looks of the theme, made once and kept until
    another is chosen.
    """

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[Strip] = []
        self._painted_for = Size()
        self._looks: dict[str, Style] = {}

    def paint(self) -> list[Strip]:
        """All visible lines, each as wide as the widget."""
        raise NotImplementedError

    def look(self, name: str) -> Style:
        """The style of one of the theme's looks."""
        style = self._looks.get(name)
        if style is None:
            style = self._looks[name] = look_of(name, self.app.theme_variables)
        return style

    def _paint(self) -> None:
        self._shown = self.paint()
        if self.app.has_class("-ascii"):
            self._shown = [_plain(strip) for strip in self._shown]
        self._painted_for = self.size

    def repaint(self) -> None:
        """Draw what changed."""
        if not self.is_mounted or not self.size.width:
            self._shown = []
            return
        before, size = self._shown, self._painted_for
        self._paint()
        if size != self._painted_for:
            self.refresh()
            return
        width = self.size.width
        changed = [
            Region(0, y, width, 1)
            for y, (old, new) in enumerate(zip(before, self._shown, strict=True))
            if old != new
        ]
        if changed:
            self.refresh(*changed)

    def forget(self) -> None:
        """Read the styles again and draw everything: the theme has changed."""
        self._looks.clear()
        self._shown = []
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """A line for Textual's compositor."""
        if not self._shown or self._painted_for != self.size:
            self._paint()
        return self._shown[y]

    def on_resize(self, _event: events.Resize) -> None:
        """Draw everything in the new size, unless it was drawn in that size already."""
        if self._painted_for != self.size:
            self._shown = []
            self.refresh()


def _plain(strip: Strip) -> Strip:
    return Strip([Segment(one.text.translate(PLAIN), one.style) for one in strip], strip.cell_length)
