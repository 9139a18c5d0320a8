"""Sources side by side: each in a column, with what it says of the date and of what is disputed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from textual.strip import Strip

from tui.text.comparison import Compared
from tui.text.glyphs import Glyphs
from tui.widgets.scrolled_lines import ScrolledLines
from tui.widgets.strips import Piece, line, wrapped

_ABOUT = 8
_BETWEEN = 3


class Columns(ScrolledLines):
    """As many columns as there are sources; all scroll together."""

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__()
        self._glyphs = glyphs
        self._sources: Sequence[Compared] = ()

    def show(self, sources: Sequence[Compared]) -> None:
        """Put sources beside each other, from the top."""
        self._sources = sources
        self.top = 0
        self.repaint()

    def lines(self) -> list[Strip]:
        """The sources side by side; none before they are shown."""
        count = len(self._sources)
        if not count:
            return []
        text, width = self.look("text"), self.size.width
        room = max(1, (width - 1 - _BETWEEN * (count - 1)) // count)
        columns = [self._column(source, room) for source in self._sources]
        gap = line([(" ", text), (self._glyphs.bar, self.look("faint")), (" ", text)], _BETWEEN, text)
        empty, margin = Strip.blank(room, text), Strip.blank(1, text)
        made: list[Strip] = []
        for row in zip_longest(*columns, fillvalue=empty):
            parts = [margin]
            for place, cell in enumerate(row):
                parts += [gap, cell] if place else [cell]
            made.append(Strip.join(parts).adjust_cell_length(width, text))
        return made

    def _column(self, source: Compared, width: int) -> list[Strip]:
        text, faint = self.look("text"), self.look("faint")
        head: list[Piece] = [
            (f"{source.number + 1} ", self.look("key")),
            (source.citation, self.look("strong")),
        ]
        made = wrapped(head, width, text, indent="  ")
        made.append(line([], width, text))
        for fact in source.facts:
            sign = "=" if fact.agrees else self._glyphs.conflict
            said = (f"{sign} {fact.said}", self.look("date" if fact.agrees else "conflict"))
            pieces: list[Piece] = [(f"{fact.about:<{_ABOUT}}", faint), said if fact.said else ("  –", faint)]
            made += wrapped(pieces, width, text, indent=" " * _ABOUT)
        made.append(line([], width, text))
        made += wrapped([(piece, self.look(look)) for piece, look in source.words], width, text)
        return made
