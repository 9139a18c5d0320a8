"""A widget that draws its lines itself, and sends only those that changed."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, Self

from rich.cells import cell_len
from rich.segment import Segment
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

from tui.text.glyphs import PLAIN
from tui.themes import look_of
from tui.widgets.terminal_scroll import moved_lines, moved_rows, parts_beside, scroll
from tui.widgets.unsteady import is_unsteady, steady

if TYPE_CHECKING:
    from rich.style import Style
    from textual import events

_UNKNOWN = Strip([], 0)
"""A line of the screen of which nothing is known: it is drawn whole."""


class Painted(Widget, inherit_bindings=False):
    """Lines are made by :meth:`paint`; :meth:`repaint` compares them with those on the screen.

    What stays the same at both ends of a line costs no byte. Styles are the looks of the theme, made once
    and kept until another is chosen.
    """

    ALLOW_SELECT = False
    MOVES = False
    """Whether the terminal may move its lines with those of a list beside it: it is soon drawn anew."""

    def __init__(self) -> None:
        super().__init__()
        self.top = 0
        """The number of the first line in sight, of those that scroll; set by :meth:`paint` at the latest."""
        self._shown: list[Strip] = []
        self._painted_for, self._painted_top = Size(), 0
        self._looks: dict[str, Style] = {}

    @property
    def page(self) -> int:
        """How many lines a page moves: two are seen again."""
        return max(1, self.size.height - 2)

    @abstractmethod
    def paint(self) -> list[Strip]:
        """All visible lines, each as wide as the widget."""

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
        self._painted_for, self._painted_top = self.size, self.top

    def _forget_lines(self) -> None:
        """What is on the screen is not known any more: the next drawing is of everything."""
        self._shown, self._painted_for = [], Size()

    def repaint(self) -> None:
        """Draw what changed."""
        if not self.is_mounted or not self.size.width:
            self._forget_lines()
            return
        before, size, top = self._shown, self._painted_for, self._painted_top
        self._paint()
        if size != self._painted_for:
            self.refresh()
            return
        if self.top != top:
            before = self._scrolled(before, self.top - top)
        changed = [
            Region(left, y, wide, 1)
            for y, (old, new) in enumerate(zip(before, self._shown, strict=True))
            if old != new
            for left, wide in [_changed(old, new)]
        ]
        if changed:
            self.refresh(*changed)

    def _scrolled(self, before: list[Strip], by: int) -> list[Strip]:
        """The lines on the screen, after the terminal has moved those that only moved, if it can.

        It moves whole lines: what stands beside these must let itself be moved, and all of it must be on the
        screen as it is known here, with nothing before or over it.
        """
        rows = moved_rows(before, self._shown, by)
        if not rows or not self.is_drawn or self.screen is not self.app.screen:
            return before
        here = self.region.y
        lines = range(here + rows[0], here + rows[-1] + 1)
        beside: list[Painted] = []
        for part in parts_beside(self, lines):
            if not isinstance(part, Painted) or not part.may_move(lines):
                return before
            beside.append(part)
        scroll(self.app, lines, by)
        for part in beside:
            part.move_lines(lines, by)
        return moved_lines(before, rows, by, _UNKNOWN)

    @property
    def is_drawn(self) -> bool:
        """Whether the terminal has been sent all of it."""
        return not self._repaint_regions

    def may_move(self, lines: range) -> bool:
        """Whether these lines of the screen may move with those of a list beside this."""
        region = self.region
        return self.MOVES and self.is_drawn and region.y <= lines[0] and lines[-1] < region.bottom

    def move_lines(self, lines: range, by: int) -> None:
        """Take note that the terminal has moved these lines of the screen up by ``by``, or down."""
        y = self.region.y
        rows = range(lines[0] - y, lines[-1] + 1 - y)
        self._shown = moved_lines(self._shown, rows, by, self.blank_line())
        self.refresh(*(Region(0, row, self.size.width, 1) for row in (rows[-by:] if by > 0 else rows[:-by])))

    def blank_line(self) -> Strip:
        """A line with nothing on it."""
        return Strip.blank(self.size.width, self.look("text"))

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Draw everything; not for a layout, which draws what it moves, and tells of a new size."""
        repaint = repaint and not layout
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def forget(self) -> None:
        """Read the styles again and draw everything: the theme has changed."""
        self._looks.clear()
        self._forget_lines()
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Lines for Textual's compositor, as they are: no border, padding or opacity is worked into them."""
        size = self.size
        if self._painted_for != size:
            self._paint()
        strips = self._shown[crop.y : crop.bottom]
        background = self.background_colors[1]
        for one in self.get_line_filters():
            strips = [strip.apply_filter(one, background) for strip in strips]
        if crop.column_span != (0, size.width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        column = self.region.x + crop.x
        return [steady(strip, column) for strip in strips]

    def on_resize(self, _event: events.Resize) -> None:
        """Draw everything in the new size, unless it was drawn in that size already."""
        if self._painted_for != self.size:
            self._forget_lines()
            self.refresh()


def _plain(strip: Strip) -> Strip:
    return Strip([Segment(one.text.translate(PLAIN), one.style) for one in strip], strip.cell_length)


def _changed(old: Strip, new: Strip) -> tuple[int, int]:
    """First column and width of what differs between two lines: what is equal at both ends is left."""
    if is_unsteady(old.text) or is_unsteady(new.text):
        return 0, new.cell_length
    before, after = _characters(old), _characters(new)
    shorter = min(len(before), len(after))
    begin = 0
    while begin < shorter and before[begin] == after[begin]:
        begin += 1
    # A mark belongs to the character before it.
    while begin and any(begin < len(line) and _is_mark(line[begin][0]) for line in (before, after)):
        begin -= 1
    end = 0
    while end < shorter - begin and before[-1 - end] == after[-1 - end]:
        end += 1
    while end and _is_mark(after[-end][0]):
        end -= 1
    left = sum(cell_len(one) for one, _ in after[:begin])
    right = sum(cell_len(one) for one, _ in after[len(after) - end :])
    return left, new.cell_length - left - right


def _characters(strip: Strip) -> list[tuple[str, Style | None]]:
    return [(one, segment.style) for segment in strip for one in segment.text]


def _is_mark(character: str) -> bool:
    return not character.isascii() and not cell_len(character)
