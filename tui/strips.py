"""Text from documents as lines of cells: made printable, cut, padded and wrapped; never read as markup."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len, chop_cells, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

Piece = tuple[str, Style]


def fit(text: str, width: int, ellipsis: str = "…") -> str:
    """Printable text in exactly ``width`` cells: padded with spaces, or cut with an ellipsis."""
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(set_cell_size(text, width - 1).rstrip() + ellipsis, width)


def line(pieces: Iterable[Piece], width: int, fill: Style) -> Strip:
    """Pieces of printable text as a line of exactly ``width`` cells."""
    segments = [Segment(text, style) for text, style in pieces if text]
    used = sum(cell_len(segment.text) for segment in segments)
    strip = Strip(segments, used)
    if used > width:
        return strip.crop(0, width)
    if used < width:
        segments.append(Segment(" " * (width - used), fill))
        strip = Strip(segments, width)
    return strip


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Where the lines of a text begin and end when it is shown in ``width`` cells.

    Lines break at spaces, at line ends, and inside a word only if it is wider than a line. The offsets are
    of ``text``; the white space at a break belongs to no line. An empty line of the text is an empty range.
    """
    width = max(1, width)
    found: list[tuple[int, int]] = []
    start = 0
    for paragraph in text.split("\n"):
        if len(paragraph) <= width and cell_len(paragraph) <= width:
            found.append((start, start + len(paragraph.rstrip())))
        else:
            found += _wrap_paragraph(paragraph, start, width)
        start += len(paragraph) + 1
    return found


def _wrap_paragraph(paragraph: str, offset: int, width: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    begin = place = used = 0
    while place < len(paragraph):
        gap_end = place
        while gap_end < len(paragraph) and paragraph[gap_end].isspace():
            gap_end += 1
        word_end = gap_end
        while word_end < len(paragraph) and not paragraph[word_end].isspace():
            word_end += 1
        gap, word = gap_end - place, cell_len(paragraph[gap_end:word_end])
        if used + gap + word <= width:
            used += gap + word
        elif word <= width:
            if used:
                found.append((offset + begin, offset + place))
            begin, used = gap_end, word
        else:
            if used:
                found.append((offset + begin, offset + place))
            parts = chop_cells(paragraph[gap_end:word_end], width)
            begin = gap_end
            for part in parts[:-1]:
                found.append((offset + begin, offset + begin + len(part)))
                begin += len(part)
            used = cell_len(parts[-1])
        place = word_end
    last = len(paragraph.rstrip())
    found.append((offset + begin, offset + max(begin, last)))
    return found


def wrapped(pieces: Sequence[Piece], width: int, fill: Style, *, indent: str = "") -> list[Strip]:
    """Pieces of printable text as lines broken at spaces; lines after the first begin with an indent."""
    text = "".join(piece for piece, _ in pieces)
    ends: list[int] = []
    for piece, _ in pieces:
        ends.append((ends[-1] if ends else 0) + len(piece))
    room = max(8, width - len(indent))
    made: list[Strip] = []
    for number, (start, end) in enumerate(wrap(text, room)):
        shown: list[Piece] = [(indent, fill)] if number and indent else []
        begin = 0
        for (piece, style), piece_end in zip(pieces, ends, strict=True):
            left, right = max(start, begin), min(end, piece_end)
            if left < right:
                shown.append((piece[left - begin : right - begin], style))
            begin = piece_end
        made.append(line(shown, width, fill))
    return made
