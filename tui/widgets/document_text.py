"""A document's text: the passage marked, expressions underlined, their dates in the margin, furniture dim."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from textual import events
from textual.strip import Strip

from data.model import Document, Expression, Passage
from data.words import is_nearly, short_words
from tui.text.glyphs import Glyphs
from tui.text.marked import Layer, disjoint, marked
from tui.text.shown import shown
from tui.widgets.painted import Painted
from tui.widgets.strips import fit, line, wrap

_WIDEST = 96
_GUTTER = 2
# Cells for the dates of a line: "16 Sep 2022" and a space; two dates where there is room.
_MARGIN = 13
_WIDE_MARGIN = 25
# Below this width the text needs every cell.
_NARROWEST_WITH_MARGIN = 60
_WIDE = 100


class DocumentText(Painted):
    """The whole text, wrapped; lines of the passage carry a bar at their left."""

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__()
        self._glyphs = glyphs
        self._document: Document | None = None
        self._expressions: Sequence[Expression] = ()
        self._begins: list[int] = []
        self._passage: Passage | None = None
        self._said: Expression | None = None
        self._lines: list[tuple[int, int]] = []
        self._starts: list[int] = []
        self._wrapped_for = 0
        self._layers: list[Layer] = []
        self._found: tuple[int, int] | None = None

    def show(self, document: Document, expressions: Sequence[Expression], passage: Passage) -> None:
        """Show a document at a passage."""
        if document is not self._document:
            self._document, self._expressions, self._found = document, expressions, None
            self._begins = [one.start_char for one in expressions]
            self._wrapped_for = 0
        self._passage = passage
        self._mark(document, passage, passage.expression)
        self._bring_into_view(passage.start_char, passage.end_char)
        self.repaint()

    @property
    def expressions(self) -> Sequence[Expression]:
        """The time expressions of the document, in the order of the text."""
        return self._expressions

    def show_expression(self, said: Expression) -> None:
        """Point at one of the document's expressions; the passage stays marked."""
        if self._document is not None and self._passage is not None:
            self._mark(self._document, self._passage, said)
            self._bring_into_view(said.start_char, said.end_char)
            self.repaint()

    def find(self, words: str) -> bool:
        """Go to the next place that has these words one after the other, whatever their case and line ends.

        The first that is looked for is in view or below; behind the last one it begins again. False if there
        is none.
        """
        if self._document is None or self._passage is None or not self._lines:
            return False
        pattern = re.compile(r"\s+".join(map(re.escape, words.split())), re.IGNORECASE)
        text = self._document.text
        after = self._lines[self.top][0] if self._found is None else self._found[1]
        found = pattern.search(text, after) or pattern.search(text)
        self._found = None if found is None else found.span()
        self._mark(self._document, self._passage, self._said)
        if self._found is not None:
            self._bring_into_view(*self._found)
        self.repaint()
        return self._found is not None

    @property
    def said(self) -> Expression | None:
        """The expression that is pointed at: the passage's own, until others are walked."""
        return self._said

    def _mark(self, document: Document, passage: Passage, said: Expression | None) -> None:
        self._said = said
        self._layers = [
            Layer("faint", disjoint(document.furniture)),
            Layer("expression", disjoint([(one.start_char, one.end_char) for one in self._expressions])),
            Layer("passage", [(passage.start_char, passage.end_char)]),
            Layer("said", [] if said is None else [(said.start_char, said.end_char)]),
            Layer("found", [] if self._found is None else [self._found]),
        ]
        self._wrap()

    def scroll_by(self, lines: int) -> None:
        """Move by lines."""
        self.top = max(0, min(self.top + lines, len(self._lines) - self.size.height))

    @property
    def share(self) -> int:
        """How much of the text is above the last visible line, in percent."""
        seen = min(len(self._lines), self.top + self.size.height)
        return 100 * seen // max(1, len(self._lines))

    @property
    def _margin(self) -> int:
        """Cells at the right of the text for the dates of its expressions."""
        if self.size.width < _NARROWEST_WITH_MARGIN:
            return 0
        return _WIDE_MARGIN if self.size.width >= _WIDE else _MARGIN

    def _wrap(self) -> None:
        width = min(self.size.width - 2 * _GUTTER - self._margin, _WIDEST)
        if self._document is None or width <= 0 or width == self._wrapped_for:
            return
        begun = bool(self._wrapped_for)
        first = self._lines[min(self.top, len(self._lines) - 1)][0] if begun else 0
        self._lines = wrap(self._document.text.replace("\r", " ").replace("\t", " "), width)
        self._starts = [start for start, _ in self._lines]
        self._wrapped_for = width
        self.top = self._line_of(first)
        if not begun and self._passage is not None:
            self._bring_into_view(self._passage.start_char, self._passage.end_char)

    def _line_of(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def _bring_into_view(self, start: int, end: int) -> None:
        """Put a range a third from the top, unless it is in view with some lines around it."""
        first = self._line_of(start)
        last = self._line_of(max(start, end - 1))
        height = self.size.height
        around = height // 5
        if not (self.top + around <= first and last < self.top + height - around):
            self.top = first - height // 3
        self.scroll_by(0)

    def paint(self) -> list[Strip]:
        """The visible lines."""
        width, height = self.size
        self._wrap()
        text = self.look("text")
        document, passage = self._document, self._passage
        made: list[Strip] = []
        if document is not None and passage is not None:
            bar, fill = (self._glyphs.bar + " ", self.look("conflict")), (" " * _GUTTER, text)
            # The dates stand beside their words, also where the screen is far wider than the text.
            room = min(width - self._margin, _WIDEST + 2 * _GUTTER)
            for start, end in self._lines[self.top : self.top + height]:
                inside = start < passage.end_char and passage.start_char < max(end, start + 1)
                pieces = [
                    (shown(document.text[left:right]), self.look(look))
                    for left, right, look in marked(start, end, self._layers)
                ]
                body = line([bar if inside else fill, *pieces], room, text)
                made.append(Strip.join([body, self._dates(start, end)]).adjust_cell_length(width, text))
        return made + [Strip.blank(width, text)] * (height - len(made))

    def _dates(self, start: int, end: int) -> Strip:
        """The days of the expressions that begin in a line, for the margin."""
        margin = self._margin
        first, last = bisect_left(self._begins, start), bisect_left(self._begins, end)
        dates = [
            short_words(one.start, one.end, one.precision, about=is_nearly(one))
            for one in self._expressions[first:last]
            if not (one.start is None and one.end is None)
        ]
        said = fit("  ".join(dict.fromkeys(dates)), margin - 1) if margin else ""
        return line([(said, self.look("date"))], margin, self.look("text"))

    def on_resize(self, event: events.Resize) -> None:
        """Wrap anew; the line that was at the top stays there."""
        self._wrap()
        self.scroll_by(0)
        super().on_resize(event)
