"""Text from documents as lines of cells: cut, padded and wrapped; never read as markup."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import itemgetter

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.text.shown import shown
from tui.widgets.unsteady import widest

Piece = tuple[str, Style]

_WORD = re.compile(r"\S+")


def fit(text: str, width: int) -> str:
    """Printable text in exactly ``width`` cells: padded with spaces, or cut with an ellipsis.

    Where terminals do not agree about its width there is room for the widest reading.
    """
    if width <= 0:
        return ""
    if widest(text) <= width:
        return set_cell_size(text, width)
    cut = set_cell_size(text, width - 1)
    if widest(cut) >= width:
        cut = text[: _room(text, 0, width - 1)]
    return set_cell_size(cut.rstrip() + "…", width)


def line(pieces: Iterable[Piece], width: int, fill: Style) -> Strip:
    """Pieces of printable text as a line of exactly ``width`` cells.

    Neighbours of one style are one piece: each costs the terminal some twenty bytes.
    """
    pieces = list(pieces)
    used = sum(cell_len(text) for text, _ in pieces)
    if used < width:
        pieces.append((" " * (width - used), fill))
    segments = [
        Segment("".join(text for text, _ in group), style) for style, group in groupby(pieces, itemgetter(1))
    ]
    strip = Strip([segment for segment in segments if segment.text], max(used, width))
    return strip.crop(0, width) if used > width else strip


def wrap(text: str, width: int) -> list[tuple[int, int]]:
    """Where the lines of a text begin and end when it is shown in ``width`` cells.

    Lines break at spaces, at line ends, and inside a word only if it is wider than a line. The offsets are
    of ``text``; the white space at a break belongs to no line. An empty line of the text is an empty range.
    """
    width = max(1, width)
    found: list[tuple[int, int]] = []
    start = 0
    for paragraph in text.split("\n"):
        body = paragraph.rstrip()
        if _cells(body) <= width:
            found.append((start, start + len(body)))
        else:
            found += _wrap_paragraph(body, start, width)
        start += len(paragraph) + 1
    return found


def _cells(text: str) -> int:
    return len(text) if text.isascii() else widest(shown(text))


def _wrap_paragraph(paragraph: str, offset: int, width: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    begin = place = used = 0
    for match in _WORD.finditer(paragraph):
        gap, word = match.start() - place, _cells(match[0])
        if used + gap + word <= width:
            used += gap + word
        else:
            if place > begin:
                found.append((offset + begin, offset + place))
            begin, used = match.start(), word
            while used > width:
                cut = _room(paragraph, begin, width)
                found.append((offset + begin, offset + cut))
                begin, used = cut, _cells(paragraph[cut : match.end()])
        place = match.end()
    found.append((offset + begin, offset + place))
    return found


def _room(text: str, begin: int, width: int) -> int:
    """Where the characters from an offset on that fit into a width end; at least one fits."""
    end, used = begin, 0
    while end < len(text):
        used += _cells(text[end])
        if used > width and end > begin:
            break
        end += 1
    return end


def _hanging(text: str, width: int, indent: int) -> list[tuple[int, int]]:
    """The first line in the whole width, the others in what an indent leaves of it."""
    ranges = wrap(text, width)
    if len(ranges) < 2 or not indent:
        return ranges
    rest = ranges[1][0]
    later = wrap(text[rest:], max(8, width - indent))
    return [ranges[0], *((rest + start, rest + end) for start, end in later)]


def wrapped(pieces: Sequence[Piece], width: int, fill: Style, *, indent: str = "") -> list[Strip]:
    """Pieces of printable text as lines broken at spaces; lines after the first begin with an indent."""
    text = "".join(piece for piece, _ in pieces)
    ends: list[int] = []
    for piece, _ in pieces:
        ends.append((ends[-1] if ends else 0) + len(piece))
    made: list[Strip] = []
    for number, (start, end) in enumerate(_hanging(text, width, len(indent))):
        shown: list[Piece] = [(indent, fill)] if number and indent else []
        begin = 0
        for (piece, style), piece_end in zip(pieces, ends, strict=True):
            left, right = max(start, begin), min(end, piece_end)
            if left < right:
                shown.append((piece[left - begin : right - begin], style))
            begin = piece_end
        made.append(line(shown, width, fill))
    return made
