"""Lines to read, scrolled by the keys of every list."""

from __future__ import annotations

from collections.abc import Callable

from textual.strip import Strip

from tui.text.shown import Paragraph
from tui.widgets.scrolled_lines import ScrolledLines
from tui.widgets.strips import Piece, wrapped


class Reader(ScrolledLines):
    """Paragraphs as (indent of their later lines, pieces of printable text with their looks)."""

    def __init__(self, read: Callable[[], list[Paragraph]]) -> None:
        super().__init__()
        self._read = read
        self._made: tuple[list[Paragraph], int, list[Strip]] | None = None

    def lines(self) -> list[Strip]:
        """The paragraphs in lines, made again only when they or the width have changed."""
        width, text = self.size.width, self.look("text")
        read = self._read()
        if self._made is not None and self._made[0] is read and self._made[1] == width:
            return self._made[2]
        made: list[Strip] = []
        margin = Strip.blank(1, text)
        for indent, pieces in read:
            styled: list[Piece] = [(said, self.look(look)) for said, look in pieces]
            found = wrapped(styled, width - 1, text, indent=indent.removeprefix(" "))
            made += (Strip.join([margin, one]) for one in found)
        self._made = read, width, made
        return made

    def forget(self) -> None:
        """Make the lines again: the theme has changed."""
        self._made = None
        super().forget()
