"""Lines set on pages made into running text: paragraphs joined, hyphens undone, running heads set apart.

A page is lines with places. A paragraph goes on over line ends, columns and pages; it ends at a gap, an
indent, a change of type size or a short last line. Running heads and page numbers are furniture; they stand
before the first paragraph that begins on their page, so that they cut no sentence in two.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from data.reading.pages.edges import running_lines
from data.reading.pages.page import Page, PageLine, RunningText
from data.reading.texts.links import Linked, shifted
from data.reading.texts.paragraphs import LIST_MARK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.model import Link

HYPHENATED = "\ufffe"
"""Stands in a line's text where PDFium joined a word that was hyphenated at a line end."""

ENDED = re.compile(r"[.!?…:;।॥][\"'”’»“›)\]]*\Z")
"""Found in a line that may end its sentence."""
_BROKEN_WORD = re.compile(rf"(\w+){HYPHENATED}(\w+)")
_WORD = re.compile(r"\w+(?:-\w+)*")
# Letters of one type differ so much in height; what is so much larger than most of the page is a headline.
_SAME_TYPE, _LARGER = 0.15, 1.2
_HEADLINE_PITCH = 1.5  # heights of its type
# Lines are set wider apart than this many heights only where several are.
_WIDE_PITCH, _FEWEST_DISTANCES = 1.6, 3
_PARAGRAPH_GAP = 1.5
# A line shorter than its page by this part of it ends a paragraph.
_SHORT = 0.12
# A line that leaves room for so many times the word behind it was ended on purpose.
_ROOM = 2.0
_SAME_COLUMN = 3.0  # heights of type between the beginnings of two lines
_OFF_MIDDLE = 0.5  # heights of type between the middles of two lines that are centred


@dataclass(frozen=True, slots=True)
class _Measure:
    """How a page is set.

    Attributes:
        pitch: the usual distance of lines, 0 without places.
        is_wide: whether that may as well be the distance of paragraphs of a line each.
        height: the usual height of type.
        right: the right edge.
        lines: its lines.
    """

    pitch: float
    is_wide: bool
    height: float
    right: float
    lines: Sequence[PageLine]


def running_text(pages: Sequence[Page]) -> RunningText:
    """The pages as one text, a blank line between paragraphs."""
    setter = _Setter(_vocabulary(pages))
    running = running_lines(pages)
    for page, apart in zip(pages, running, strict=True):
        setter.page(
            [line for line in page.lines if line not in apart],
            [line.text for line in page.lines if line in apart],
            page.pitch,
        )
    return setter.done()


def headline(page: Page) -> str | None:
    """The lines in the largest type of a page, where they stand out from the rest and are few."""
    largest = max((line.height for line in page.lines), default=0.0)
    if page.height == 0 or largest < _LARGER * _usual_height(page.lines):
        return None
    words = " ".join(line.text for line in page.lines if line.height > largest * (1 - _SAME_TYPE))
    if not 2 <= len(words.split()) <= 30:
        return None
    return words.replace(HYPHENATED, "-")


def _vocabulary(pages: Sequence[Page]) -> Counter[str]:
    """How often each word is written unbroken: it tells if a hyphen at a line end belongs to the word."""
    return Counter(word for page in pages for line in page.lines for word in _WORD.findall(line.text.lower()))


class _Setter:
    """Puts lines one after the other."""

    def __init__(self, vocabulary: Counter[str]) -> None:
        self.vocabulary = vocabulary
        self.pieces: list[str] = []
        self.length = 0
        self.furniture: list[tuple[int, int]] = []
        self.pages: list[int] = []
        self.links: list[Link] = []
        self.last: PageLine | None = None
        self.waiting: list[str] = []

    def page(self, lines: Sequence[PageLine], apart: Sequence[str], pitch: float) -> None:
        """Adds a page: its lines, and those set apart; ``pitch`` is as in :class:`Page`."""
        self.waiting.extend(apart)
        measure = _measure(lines, pitch)
        at_head = True
        for number, line in enumerate(lines):
            joined = self.last is not None and (
                _runs_on(self.last, line)
                if number == 0
                else _goes_on(self.last, line, measure)
                and not (at_head and _is_ended(self.last, line, measure))
            )
            at_head = at_head and ENDED.search(line.text) is None
            text, links = self._whole_words(line)
            between = self._joint(text) if joined else "\n\n" if self.length else ""
            if number == 0:
                self.pages.append(self.length + len(between))
            if not joined:
                self._put_apart()
                between = "\n\n" if self.length else ""
            self._add(between)
            self.links.extend(shifted(links, self.length))
            self._add(text)
            self.last = line
        if not lines:
            self.pages.append(self.length)

    def done(self) -> RunningText:
        """The text of all lines taken, with its pages, furniture and links."""
        self._put_apart()
        text = "".join(self.pieces)
        pages = tuple(min(at, len(text)) for at in self.pages)
        return RunningText(text, tuple(self.furniture), pages, tuple(self.links))

    def _add(self, text: str) -> None:
        self.pieces.append(text)
        self.length += len(text)

    def _put_apart(self) -> None:
        for text in self.waiting:
            if self.length:
                self._add("\n\n")
            self.furniture.append((self.length, self.length + len(text)))
            self._add(text)
        self.waiting.clear()

    def _joint(self, text: str) -> str:
        """What stands between the text so far and a line that goes on: a space, or nothing after a hyphen."""
        before = self.pieces[-1]
        if not (before.endswith("-") and before[-2:-1].isalnum() and text[:1].isalnum()):
            return " "
        if text[0].islower() and before[-2].isalpha():
            first, rest = _WORD.findall(before)[-1], _WORD.match(text)
            whole = self._unbroken(first, rest[0] if rest else "")
            if "-" not in whole.removeprefix(first):
                self.pieces[-1] = before[:-1]
                self.length -= 1
                if self.links and self.links[-1].end_char > self.length:
                    self.links[-1] = replace(self.links[-1], end_char=self.length)
        return ""

    def _whole_words(self, line: PageLine) -> Linked:
        """A line with its broken words whole."""
        if HYPHENATED not in line.text:
            return Linked(line.text, line.links)
        undone = [
            broken.end(1)
            for broken in _BROKEN_WORD.finditer(line.text)
            if self._unbroken(broken[1], broken[2]) == broken[1] + broken[2]
        ]
        letters = [letter for at, letter in enumerate(line.text) if at not in undone]
        return Linked(
            "".join(letters).replace(HYPHENATED, "-"),
            tuple(
                replace(
                    link,
                    start_char=link.start_char - bisect_left(undone, link.start_char),
                    end_char=link.end_char - bisect_left(undone, link.end_char),
                )
                for link in line.links
            ),
        )

    def _unbroken(self, first: str, second: str) -> str:
        """A word broken at a hyphen as it is written elsewhere in the text; unbroken if it is nowhere."""
        joined, kept = first + second, f"{first}-{second}"
        if second[0].isdigit() or self.vocabulary[kept.lower()] > self.vocabulary[joined.lower()]:
            return kept
        return joined


def _measure(lines: Sequence[PageLine], known: float) -> _Measure:
    distances = Counter(
        round(above.bottom - below.bottom, 1)
        for above, below in pairwise(lines)
        if above.bottom > below.bottom
    )
    height = _usual_height(lines)
    pitch, count = distances.most_common(1)[0] if distances else (0.0, 0)
    if known:
        pitch, count = known, _FEWEST_DISTANCES
    elif count < _FEWEST_DISTANCES:
        # Few lines may be farther apart as paragraphs than inside of them: then the closest tell.
        closest = min((one for one in distances if one >= height), default=pitch)
        pitch = closest if closest * _PARAGRAPH_GAP <= pitch else pitch
    else:
        # Where most paragraphs are of a line or two, it is their distance that is found most often.
        closest = min((one for one in distances if one >= height), default=pitch)
        if closest * _PARAGRAPH_GAP <= pitch and _divides(lines, pitch):
            pitch = closest
    return _Measure(
        pitch=pitch,
        is_wide=count < _FEWEST_DISTANCES and pitch > _WIDE_PITCH * height,
        height=height,
        right=max((line.right for line in lines), default=0.0),
        lines=lines,
    )


def _divides(lines: Sequence[PageLine], distance: float) -> bool:
    """Whether most lines that have the next one so far below them end a paragraph, or are one."""
    right = max(line.right for line in lines)
    above = [line for line, below in pairwise(lines) if round(line.bottom - below.bottom, 1) == distance]
    ends = sum(bool(ENDED.search(line.text)) or _is_short(line, right) for line in above)
    return 2 * ends > len(above)


def _is_short(line: PageLine, right: float) -> bool:
    return line.right < right - _SHORT * (right - line.left)


def _usual_height(lines: Sequence[PageLine]) -> float:
    return Counter(round(line.height) for line in lines).most_common(1)[0][0] if lines else 0.0


def _goes_on(line: PageLine, following: PageLine, page: _Measure) -> bool:
    """Whether a paragraph goes on from one line to the next of the same page."""
    if LIST_MARK.match(following.text):
        return False
    if line.height == 0:  # no places: the words must tell
        return _runs_on(line, following)
    down = line.bottom - following.bottom
    if down < -line.height:
        return _runs_on(line, following)  # the next column
    if abs(line.height - following.height) > _SAME_TYPE * line.height:
        return False
    farthest = 1.25 * max(page.pitch, line.height * 0.95)
    if line.height > _LARGER * page.height:
        farthest = max(farthest, _HEADLINE_PITCH * line.height)
    if down > farthest:
        return False
    if not ENDED.search(line.text):
        return True
    if page.is_wide:
        return False
    indented = following.left - line.left > 0.8 * line.height
    return not indented and not (_is_short(line, page.right) and line.right < following.right)


def _is_ended(line: PageLine, following: PageLine, page: _Measure) -> bool:
    """Whether a line of a head was ended on purpose: the next word would have had room on it."""
    if line.height == 0 or not (following.text[:1].isupper() or following.text[:1].isdigit()):
        return False
    if _share_middle(line, following):
        # Both are centred, as in the head of a court's order: the widest line about them tells the room.
        of_column = (one for one in page.lines if _share_middle(line, one))
        room = max(one.right - one.left for one in of_column) - (line.right - line.left)
    else:
        near = _SAME_COLUMN * page.height
        room = max(one.right for one in page.lines if abs(one.left - line.left) <= near) - line.right
    word = len(following.text.split()[0]) + 1
    return room > _ROOM * word * (following.right - following.left) / len(following.text)


def _share_middle(line: PageLine, other: PageLine) -> bool:
    """Whether two lines that begin apart are set about one middle."""
    off = (line.left + line.right - other.left - other.right) / 2
    return abs(off) < _OFF_MIDDLE * line.height < abs(line.left - other.left)


def _runs_on(line: PageLine, following: PageLine) -> bool:
    """Whether the words themselves run on, over the end of a column or a page."""
    if LIST_MARK.match(following.text) or abs(line.height - following.height) > _SAME_TYPE * line.height:
        return False
    return ENDED.search(line.text) is None and (
        following.text[:1].islower()
        or following.text[:1].isdigit()
        or line.text.endswith((",", "-", HYPHENATED))
    )
