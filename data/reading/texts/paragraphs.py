"""Lines joined to paragraphs: a text may be wrapped by hand or have one paragraph a line."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_Range = tuple[int, int]

LIST_MARK = re.compile(r"(?:[•·▪●◦‣*–—-]|#{1,6})\s+")
_LINE = re.compile("[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
# A text without them is cut several times faster.
_OTHER_BREAKS = "\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_ADDRESS = re.compile(r"\S+[./]\S")
# Many languages write days of the week small: a line of a head.
_DATED = re.compile(
    r"[^\W\d_]{3,12}\.?,? (?:den |el |le |de )?\d{1,2}\.?(?: de)? [^\W\d_]{3,12}\.?,?(?: de)? \d{4}"
    r"(?:\W{1,3}\d{1,2}[:.h]\d\d)?"
)
# So do some write the word before who wrote it.
_SIGNED = re.compile(
    r"(?:di|de|da|do|por|par|von|van|door|by|от|текст:?|text:?)(?: (?:de|da|van|von|der|di|la))?"
    r"(?: [A-ZÀ-ÞА-Я][\w.'’-]*){2,3}"
)
_TERMINATORS = ".!?…:;।॥"
_BREAK = 2  # characters, as Windows and mail write it

# A hand-wrapped text has lines of about equal length; these are the lengths that editors and mail use.
_NARROWEST_WRAP = 45
_WIDEST_WRAP = 120
# A newspaper's column is narrower; so narrow a text may be a list, unless nearly all lines are full and most
# begin with a small letter.
_NARROWEST_COLUMN = 28
_FULL_IN_A_COLUMN = 0.8


def paragraphs(text: str, start: int, end: int) -> list[_Range]:
    """The ranges of paragraphs: lines, or runs of lines where a line was wrapped by hand."""
    lines, beside = _lines(text, start, end)
    if not beside:
        return lines
    width = _wrap_width(text, lines, beside)
    wrapped = {at for at in beside if _wrapped(text, lines[at], lines[at + 1], width)}
    if not wrapped:
        return lines
    found = []
    begin = lines[0][0]
    for at, (line, following) in enumerate(pairwise(lines)):
        if at not in wrapped:
            found.append((begin, line[1]))
            begin = following[0]
    found.append((begin, lines[-1][1]))
    return found


def _lines(text: str, start: int, end: int) -> tuple[list[_Range], list[int]]:
    """The ranges of the lines that are not empty, and the numbers of those with another right below.

    Nothing is wrapped around an empty line.
    """
    piece = text[start:end]
    if any(map(piece.__contains__, _OTHER_BREAKS)):
        found = [match.span() for match in _LINE.finditer(text, start, end)]
        beside = [
            at
            for at, (line, following) in enumerate(pairwise(found))
            if (gap := following[0] - line[1]) == 1 or (gap == _BREAK and text[line[1]] != "\n")
        ]
        return found, beside
    found, beside = [], []
    above = ""
    for line in piece.split("\n"):
        if line:
            if above:
                beside.append(len(found) - 1)
            found.append((start, start := start + len(line)))
        start += 1
        above = line
    return found, beside


def _wrap_width(text: str, lines: Sequence[_Range], beside: Sequence[int]) -> int | None:
    """The width at which the lines were wrapped by hand, or None if each line is a paragraph.

    A line with an empty one below it tells how wide lines are, and not whether they go on.
    """
    close = [
        (end - start, following)
        for (start, end), (following, _) in pairwise(lines)
        if following - end <= _BREAK and end - start > 1
    ]
    width = max(close, default=(0, 0))[0]
    if not _NARROWEST_COLUMN <= width <= _WIDEST_WRAP:
        return None
    if width >= _NARROWEST_WRAP:
        near = [lines[at][1] - lines[at][0] for at in beside]
        full = sum(1 for length in near if length * 4 >= width * 3)
        return width if full * 2 >= len(near) else None
    full = sum(1 for length, _ in close if length * 4 >= width * 3)
    small = sum(1 for _, following in close if text[following].islower())
    return width if full >= _FULL_IN_A_COLUMN * len(close) and small * 2 >= len(close) else None


def _wrapped(text: str, line: _Range, following: _Range, width: int | None) -> bool:
    """Whether a line goes on in the one right below it."""
    start, end = line
    first = text[following[0]]
    if width is None and (end - start < _NARROWEST_COLUMN or not (first.islower() or first.isspace())):
        return False
    head = text[following[0] : following[1]].lstrip()
    if width is None and " " not in head.rstrip() and head.rstrip()[-1:].isalpha():
        return False  # a button or a tag
    if not head or not text[start:end].strip() or LIST_MARK.match(head) or _ADDRESS.match(head):
        return False
    if _DATED.fullmatch(head.rstrip()) or _SIGNED.fullmatch(head.rstrip()):
        return False
    if width is not None and end - start + 1 + len(head.split(None, 1)[0]) > width * 3 // 4:
        return True
    return head[0].islower() and text[start:end].rstrip()[-1] not in _TERMINATORS
