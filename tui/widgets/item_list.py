"""A list to choose from: items under headings, one of them under the cursor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from textual.strip import Strip

from tui.glyphs import Glyphs
from tui.strips import Piece, fit, line
from tui.widgets.painted import Painted

_RIGHT = 9


class Item(NamedTuple):
    """A line of the list.

    Attributes:
        label: what it is, printable.
        told: more about it, printable.
        number: what stands at the right, printable.
        is_heading: whether it only names those below it, and cannot be chosen.
        is_on: whether it is chosen already.
    """

    label: str
    told: str = ""
    number: str = ""
    is_heading: bool = False
    is_on: bool = False


class ItemList(Painted):
    """The items around the cursor."""

    def __init__(self, glyphs: Glyphs, label_width: int) -> None:
        super().__init__()
        self._glyphs = glyphs
        self._label_width = label_width
        self.items: Sequence[Item] = ()
        self.chosen = 0

    def show(self, items: Sequence[Item]) -> None:
        """Show other items; the cursor stays on its line if it can."""
        self.items = items
        self.chosen = min(self.chosen, max(0, len(items) - 1))
        self.move(0)

    @property
    def page(self) -> int:
        """How many lines a page moves."""
        return max(1, self.size.height - 2)

    def scroll_by(self, lines: int) -> None:
        """Move the cursor by lines."""
        self.move(lines)

    def move(self, lines: int) -> None:
        """Move the cursor by lines, over headings."""
        last = len(self.items) - 1
        place = max(0, min(self.chosen + lines, last))
        step = 1 if lines >= 0 else -1
        for way in (step, -step):
            found = place
            while 0 <= found <= last and self.items[found].is_heading:
                found += way
            if 0 <= found <= last:
                self.chosen = found
                break
        self.repaint()

    def paint(self) -> list[Strip]:
        """The visible lines, the cursor's in their middle where there are more."""
        width, height = self.size
        text = self.look("text")
        first = max(0, min(self.chosen - height // 2, len(self.items) - height))
        made = [
            self._line(item, width, under=number == self.chosen)
            for number, item in enumerate(self.items[first : first + height], first)
        ]
        return made + [line([], width, text)] * (height - len(made))

    def _line(self, item: Item, width: int, *, under: bool) -> Strip:
        text = self.look("text")
        if item.is_heading:
            return line([(f" {item.label}", self.look("heading"))], width, text)
        sign = self._glyphs.cursor if under else " "
        on = "*" if item.is_on else " "
        room = max(0, width - self._label_width - _RIGHT - 6)
        label, told = fit(item.label, self._label_width), fit(item.told, room)
        body = f"{sign} {on} {label}  "
        if under:
            return line([(f"{body}{told}{item.number:>{_RIGHT}} ", self.look("cursor"))], width, text)
        pieces: list[Piece] = [(body, text), (told, self.look("faint"))]
        return line([*pieces, (f"{item.number:>{_RIGHT}} ", self.look("key"))], width, text)
