"""A line of choices, each with a key: one key chooses, any other leaves all as it was and is told."""

from __future__ import annotations

from textual.strip import Strip

from tui.keys.question import Choices
from tui.widgets.painted import Painted
from tui.widgets.strips import Piece, line


class Chooser(Painted):
    """Rows of choices under a label each."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: Choices = ()

    def ask(self, rows: Choices) -> None:
        """Offer choices."""
        self._rows = rows
        self.screen.set_class(True, "-choosing")
        self.repaint()

    def typed(self, key: str | None, meant: str | None) -> bool | None:
        """Take a key, or else the one that it stands for on another keyboard.

        Returns whether it chose something; None if nothing is offered.
        """
        rows, self._rows = self._rows, ()
        if not rows:
            return None
        self.screen.set_class(False, "-choosing")
        offered = {choice.key: choice for _, choices in rows for choice in choices}
        chosen = offered.get(key or "") or offered.get(meant or "")
        if chosen is not None:
            chosen.choose()
        return chosen is not None

    def paint(self) -> list[Strip]:
        """The choices; what is so already is underlined."""
        width, height = self.size
        text = self.look("text")
        made: list[Strip] = []
        for label, choices in self._rows[:height]:
            pieces: list[Piece] = [(f" {label:<7}", self.look("faint"))]
            for choice in choices:
                said = self.look("expression" if choice.is_so else "text")
                pieces += [(choice.key, self.look("key")), (" ", text), (choice.label, said), ("   ", text)]
            made.append(line(pieces, width, text))
        return made + [line([], width, text)] * (height - len(made))
