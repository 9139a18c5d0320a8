"""A list to choose from: items under headings, one of them under the cursor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual.strip import Strip

from tui.text.glyphs import Glyphs
from tui.widgets.painted import Painted
from tui.widgets.strips import Piece, fit, line


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
    """The items around the cursor; their labels are given up to ``label_width`` cells, if they need them."""

    def __init__(self, glyphs: Glyphs, label_width: int) -> None:
        super().__init__()
        self._glyphs = glyphs
        self._most = label_width
        self._label_width = self._number_width = 0
        self.items: Sequence[Item] = ()
        self.chosen = 0

    def show(self, items: Sequence[Item]) -> None:
        """Show other items; the cursor stays on its line if it can."""
        self.items = items
        chosen = [item for item in items if not item.is_heading]
        self._label_width = min(self._most, max((cell_len(item.label) for item in chosen), default=0))
        self._number_width = max((len(item.number) for item in chosen), default=0)
        self.chosen = min(self.chosen, max(0, len(items) - 1))
        self.move(0)

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
        self.top = max(0, min(self.chosen - height // 2, len(self.items) - height))
        made = [
            self._line(item, width, under=number == self.chosen)
            for number, item in enumerate(self.items[self.top : self.top + height], self.top)
        ]
        return made + [line([], width, text)] * (height - len(made))

    def _line(self, item: Item, width: int, *, under: bool) -> Strip:
        text = self.look("text")
        if item.is_heading:
            return line([(f" {item.label}", self.look("heading"))], width, text)
        sign = self._glyphs.cursor if under else " "
        on = "*" if item.is_on else " "
        room = max(0, width - self._label_width - self._number_width - 9)
        label, told = fit(item.label, self._label_width), fit(item.told, room)
        body, number = f"{sign} {on} {label}  ", f"  {item.number:>{self._number_width}} "
        if under:
            return line([(f"{body}{told}{number}", self.look("cursor"))], width, text)
        pieces: list[Piece] = [(body, text), (told, self.look("faint"))]
        return line([*pieces, (number, self.look("key"))], width, text)
