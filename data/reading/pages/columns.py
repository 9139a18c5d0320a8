"""Plain text in which columns of print stand side by side, as converters leave them, read column by column.

A gutter is a place on a page where in many lines words begin behind a gap, and which hardly a line crosses.
What stands between gutters must be prose: the columns of a table are none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from itertools import islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from data.reading.pages.lines import ENDED
from data.reading.pages.page import Page, PageLine

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# What stands before the words of a right column.
_GAP = re.compile(r"(?<=\S) {3,}(?=\S)|^ {16,}(?=\S)", re.MULTILINE)
_PIECE = re.compile(r"\S+(?: \S+)*")
_WORD = re.compile(r"[^\W\d_]{2,}")
# Words begin behind a gutter in so many lines at least; at most one line in so many crosses it.
_FEWEST_LINES, _LINES_A_CROSSING = 6, 5
# A column's lines have so many words in the mean, those of a table's cells fewer.
_WORDS_OF_PROSE = 3
_NARROWEST = 16  # letters
_MOST_GUTTERS = 5
_MOST_ROWS = 1000  # of a page; longer stretches without a form feed are no print
_NOT_LEVEL = 2  # rows between two lines
_FILLED = 0.8
_MOST_ROWS_OF_HEAD = 4
_LINES_OF_A_GAP = 3


class _Piece(NamedTuple):
    """Words of a line without a gap between, and the place where they begin."""

    begin: int
    text: str

    @property
    def end(self) -> int:
        return self.begin + len(self.text)


_Row = list[_Piece]


def pages_in_columns(text: str) -> list[Page] | None:
    """The pages of a text that is set in columns, each column's lines together; None for any other text."""
    if "   " not in text or len(list(islice(_GAP.finditer(text), _FEWEST_LINES))) < _FEWEST_LINES:
        return None
    pages = text.removesuffix("\f").split("\f")
    if not any(page.count("\n") <= _MOST_ROWS and _gutters(_rows(page)) for page in pages):
        return None
    return [_page(_rows(page)) for page in pages]


def _rows(page: str) -> list[_Row]:
    """The lines of a page in pieces."""
    lines = page.expandtabs().splitlines()
    return [[_Piece(one.start(), one[0]) for one in _PIECE.finditer(line)] for line in lines]


def _page(rows: Sequence[_Row]) -> Page:
    gutters = _gutters(rows)
    apart = Counter(
        below - above
        for number in range(len(gutters) + 1)
        for above, below in pairwise(
            at
            for at, row in enumerate(rows)
            if any(bisect_right(gutters, one.begin) == number for one in row)
        )
    )
    # Of lines that are not level hardly any follow one another; paragraphs of two lines have as many gaps.
    pitch = 1 if apart[1] * _LINES_OF_A_GAP >= apart[2] else 2
    return Page(tuple(_in_order(rows, gutters, pitch)), len(rows), pitch)


def _gutters(rows: Sequence[_Row]) -> list[int]:
    """Where columns begin behind the first one; none on a page that has but one."""
    if len(rows) > _MOST_ROWS + 1:
        return []
    begins = Counter(piece.begin for row in rows for piece in row if piece.begin >= _NARROWEST)
    found: list[int] = []
    for place, count in begins.most_common(_MOST_GUTTERS):
        apart = all(abs(place - other) >= _NARROWEST for other in found)
        crossings = sum(any(piece.begin < place < piece.end for piece in row) for row in rows)
        if count >= _FEWEST_LINES and apart and crossings * _LINES_A_CROSSING <= count:
            found.append(place)
    found.sort()
    columns: list[_Row] = [[] for _ in range(len(found) + 1)]
    for row in rows:
        for piece in row:
            columns[bisect_right(found, piece.begin)].append(piece)
    return found if all(map(_is_prose, columns)) else []


def _is_prose(column: _Row) -> bool:
    words = sum(len(_WORD.findall(piece.text)) for piece in column)
    return len(column) >= _FEWEST_LINES and words >= _WORDS_OF_PROSE * len(column)


def _in_order(rows: Sequence[_Row], gutters: Sequence[int], pitch: int) -> Iterator[PageLine]:
    """The lines of a page as they are read: column after column, down to a line that crosses them."""
    begins = (0, *gutters)
    widths = [after - before for before, after in pairwise(begins)]
    columns = [_Column(begin, max(widths, default=0), pitch) for begin in begins]
    head = _rows_of_head(rows, begins)
    for at, row in enumerate(rows[:head]):  # each a paragraph of its own
        yield PageLine(row[0].text, row[0].begin, row[0].end, len(rows) + 3 * (head - at), 1)
    for at, row in enumerate(rows[head:], start=head):
        if any(piece.begin < place < piece.end for piece in row for place in gutters):
            for column in columns:
                yield from column.taken()
            columns[0].add(row, at, len(rows))
            yield from columns[0].taken()
            continue
        beside: list[_Row] = [[] for _ in columns]
        for piece in row:
            beside[bisect_right(gutters, piece.begin)].append(piece)
        for column, pieces in zip(columns, beside, strict=True):
            if pieces:
                column.add(pieces, at, len(rows))
    for column in columns:
        yield from column.taken()


def _rows_of_head(rows: Sequence[_Row], begins: Sequence[int]) -> int:
    """How many rows name the paper and its day: those above the first blank one, each centred."""
    head = next((at for at, row in enumerate(rows) if not row), 0)
    centred = all(len(row) == 1 and row[0].begin not in begins for row in rows[:head])
    return head if centred and head <= _MOST_ROWS_OF_HEAD else 0


class _Column:
    """The lines of one column of a page, from ``begin`` on, a column being so wide.

    ``pitch`` is how many rows two of its lines are apart.
    """

    def __init__(self, begin: int, width: int, pitch: int) -> None:
        self.begin = begin
        self.width = width
        self.pitch = pitch
        self.lines: list[PageLine] = []
        self.row = 0

    def add(self, pieces: _Row, row: int, rows: int) -> None:
        """Adds what one of so many rows of the page has in the column."""
        text = " ".join(piece.text for piece in pieces)
        left = pieces[0].begin - self.begin
        bottom = float(rows - row)
        if self.lines:
            last = self.lines[-1]
            down = row - self.row
            # Where lines of two columns are not level for a while, each has a row of its own.
            if self.pitch == 1 and down == _NOT_LEVEL and _goes_on(last, text, self.width):
                down = 1
            bottom = last.bottom - down
        self.row = row
        right = min(pieces[-1].end - self.begin, self.width)
        self.lines.append(PageLine(text, left, right, bottom, 1))

    def taken(self) -> Iterator[PageLine]:
        """The lines so far, which are no longer the column's."""
        yield from self.lines
        self.lines.clear()


def _goes_on(line: PageLine, following: str, width: int) -> bool:
    """Whether a sentence goes on behind a line: unfinished, it fills its column or small letters follow."""
    unfinished = ENDED.search(line.text) is None
    return unfinished and (line.right > _FILLED * width or following[:1].islower())
