"""Lines joined to paragraphs: a text may be wrapped by hand or have one paragraph a line."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

LIST_MARK = re.compile(r"(?:[•·▪●◦‣*–—-]|#{1,6})\s+")
_LINE = re.compile("[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
# For texts without any other line break: twice as fast.
_LINE_FED = re.compile(".+")
_OTHER_BREAKS = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_ADDRESS = re.compile(r"\S+[./]\S")
_TERMINATORS = ".!?…:;।॥"

# A hand-wrapped text has lines of about equal length; these are the lengths that editors and mail use.
_NARROWEST_WRAP = 45
_WIDEST_WRAP = 120
# A newspaper's column is narrower; so narrow a text may be a list, unless nearly all lines are full and most
# begin with a small letter.
_NARROWEST_COLUMN = 28
_FULL_IN_A_COLUMN = 0.8


def paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The ranges of paragraphs: lines, or runs of lines where a line was wrapped by hand."""
    line_of = _LINE if any(map(text[start:end].__contains__, _OTHER_BREAKS)) else _LINE_FED
    lines = [match.span() for match in line_of.finditer(text, start, end)]
    width = _wrap_width(text, lines)
    if not lines:
        return
    begin, last = lines[0]
    for before, line in pairwise(lines):
        # Nothing is wrapped around an empty line.
        if text.startswith("\n\n", last) or not _wrapped(text, before, line, width):
            yield begin, last
            begin = line[0]
        last = line[1]
    yield begin, last


def _wrap_width(text: str, lines: list[tuple[int, int]]) -> int | None:
    """The width at which the lines were wrapped by hand, or None if each line is a paragraph."""
    close = [
        (end - start, following)
        for (start, end), (following, _) in pairwise(lines)
        if following - end <= 2 and end - start > 1
    ]
    width = max((length for length, _ in close), default=0)
    if not _NARROWEST_COLUMN <= width <= _WIDEST_WRAP:
        return None
    full = sum(1 for length, _ in close if length * 4 >= width * 3)
    if width >= _NARROWEST_WRAP:
        return width if full * 2 >= len(close) else None
    small = sum(1 for _, following in close if text[following].islower())
    return width if full >= _FULL_IN_A_COLUMN * len(close) and small * 2 >= len(close) else None


def _wrapped(text: str, line: tuple[int, int], following: tuple[int, int], width: int | None) -> bool:
    start, end = line
    gap = text[end : following[0]]
    if len(gap) > 2 or gap.count("\n") > 1:
        return False
    head = text[following[0] : following[1]].lstrip()
    if not head or not text[start:end].strip() or LIST_MARK.match(head) or _ADDRESS.match(head):
        return False
    if width is not None and end - start + 1 + len(head.split(None, 1)[0]) > width * 3 // 4:
        return True
    return head[0].islower() and text[start:end].rstrip()[-1] not in _TERMINATORS
