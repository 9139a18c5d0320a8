"""Text whose width terminals do not agree about, and lines in which what stands behind it stays in its place.

Vowel signs of Hindi and its neighbours have no width for some terminals, and one cell for xterm and tmux;
emojis have one or two. Such a line is first drawn with blanks instead of that text, then the text is written
over them, from where it begins. There is room for the widest reading of it (:func:`widest`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

if TYPE_CHECKING:
    from rich.console import Console

# Where spacing marks and emojis are; letters without marks are among them too.
_MAYBE = re.compile("[\u0903-\u1cff\u302e\u302f\ua800-\uabff\U00011000-\U0001ffff]")
_EMOJIS = "\U0001f000"
_WORD = re.compile(r"\S+")


def widest(text: str) -> int:
    """How many cells a printable text takes at most."""
    return cell_len(text) + (0 if text.isascii() else _spill(text))


def is_unsteady(text: str) -> bool:
    """Whether terminals do not agree about the width of a printable text."""
    return _MAYBE.search(text) is not None and any(one >= _EMOJIS or _is_spacing(one) for one in text)


def steady(strip: Strip, column: int) -> Strip:
    """The line, to be written at a column of the screen, so that each terminal shows it in its place."""
    text = "" if all(one.text.isascii() for one in strip) else strip.text
    runs = list(_runs(text)) if is_unsteady(text) else []
    return _Steady(strip, column, runs) if runs else strip


class _Steady(Strip):
    """A line with runs of unsteady text; only what is sent to the terminal differs."""

    def __init__(self, strip: Strip, column: int, runs: Sequence[tuple[int, int]]) -> None:
        super().__init__(strip, strip.cell_length)
        self._column, self._runs = column, runs

    def render(self, console: Console) -> str:
        """What is sent: the line with blanks for the runs, each run in its place, the way to the end."""
        blanked: list[Segment] = []
        sent: list[str] = []
        place = 0
        for start, end in self._runs:
            run = list(_slice(self, start, end))
            blanked += _slice(self, place, start)
            blanked += (Segment(" " * cell_len(one.text), one.style) for one in run)
            sent += [_to(self._column + cell_len(self.text[:start])), Strip(run).render(console)]
            place = end
        blanked += _slice(self, place, len(self.text))
        return "".join([Strip(blanked).render(console), *sent, _to(self._column + self.cell_length)])


def _runs(text: str) -> Iterator[tuple[int, int]]:
    """Where unsteady text begins, and where it ends: before blanks that it cannot fill."""
    begin, end, spill = -1, 0, 0
    for word in _WORD.finditer(text):
        if begin >= 0 and word.start() - end > spill:
            yield begin, end
            begin, spill = -1, 0
        if begin < 0 and is_unsteady(word[0]):
            begin = word.start()
        end = word.end()
        if begin >= 0:
            spill += _spill(word[0])
    if begin >= 0:
        yield begin, end


def _slice(strip: Strip, start: int, end: int) -> Iterator[Segment]:
    """What a line has between two characters."""
    place = 0
    for segment in strip:
        text = segment.text[max(0, start - place) : max(0, end - place)]
        if text:
            yield Segment(text, segment.style)
        place += len(segment.text)


def _to(column: int) -> str:
    return f"\x1b[{column + 1}G"


def _spill(text: str) -> int:
    """How many cells more than told a text takes in terminals that give each spacing mark one."""
    return sum(map(_is_spacing, text)) if _MAYBE.search(text) is not None else 0


def _is_spacing(character: str) -> bool:
    return unicodedata.category(character) == "Mc"
