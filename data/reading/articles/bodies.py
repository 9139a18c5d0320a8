"""Where the bodies of articles are among the lines of a capture.

A line speaks for a body or against it: prose for it, by its length; headlines, labels, list items and cues
against it. A body grows line by line while the sum of these votes does not fall too far below its highest
point, and ends at that point (the X-drop rule of sequence alignment, Altschul et al. 1990). So one picture
name or subheading does not end an article, and a list of related stories does.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.reading.articles.beside import is_post
from data.reading.articles.cues import cue_pattern
from data.reading.articles.lines import OF_A_HEAD, Line, breaks_off, content_words, is_speaker

if TYPE_CHECKING:
    from collections.abc import Sequence

_MOST_FOR_A_LINE = 40
_VOTES = {"remark": 2, "headline": -25, "label": -8, "picture": -5}
_CUE_VOTES = {
    "section": -30, "comments": -60, "page": -30, "line": -5, "error": -60, "results": -60,
    "end": 0, "byline": 0, "date_line": 0,
}  # fmt: skip
# A box inside an article may have many lines.
_MOST_BUTTONS = 3
_QUESTION = -5  # an interview has one before every answer
_BROKEN_OFF = 4  # a paragraph that ends with who wrote, or in the middle of a sentence
_MENU_ITEM = -8
_OTHER_ITEM = -12
_WORDS_OF_MENU_ITEM = 5
_WORDS_OF_PROSE_ITEM = 8
_DROP = 50
# A paragraph goes on with what stands above a list if it shares so many content words with it.
_SHARED_WORDS = 2
_LONGEST_LIST = 30  # lines
_AFTER_A_LIST = ("page", "end", "comments", "results", "error", "byline")
_OF_A_BOX = ("section", "line", "date_line")
_BELOW_A_TITLE = ("byline", "date_line", "line")
# What a body needs at least: two paragraphs, and this many votes.
_PARAGRAPHS = 2
_ENOUGH = 30
# In a list of other stories a teaser is one or two paragraphs; three in a row are an article that goes on.
_PARAGRAPHS_END_SECTION = 3
# The one paragraph that a page shows before it asks for money, under a full head.
_WORDS_OF_A_STUB = 15
_LINES_OF_A_HEAD = 12


@dataclass(frozen=True, slots=True)
class Body:
    """A run of lines that is an article's body: indexes of its first line and of the line after its last."""

    first: int
    after: int


class _Section:
    """Whether lines stand in a list of other stories or among readers' comments: prose counts less there."""

    def __init__(self) -> None:
        self._cue: str | None = None
        self._prose_in_a_row = 0

    def share(self, line: Line, before: Line | None, after: Line | None) -> float:
        """How much of a paragraph's votes count at this line, with the lines before and after it."""
        if line.cue in ("section", "comments"):
            self._cue, self._prose_in_a_row = line.cue, 0
        elif line.cue in ("page", "results", "error") or is_menu_item(line):
            self._cue = None
        elif line.cue in OF_A_HEAD and after is not None and after.cue in OF_A_HEAD:
            self._cue = None  # who wrote and when: the head of an article
        elif line.look == "prose":
            self._prose_in_a_row += 1
            below_list = before is not None and before.look == "item"
            goes_on = after is not None and after.look == "prose" and after.cue is None
            enough = self._prose_in_a_row >= _PARAGRAPHS_END_SECTION
            if self._cue == "section" and (enough or (below_list and goes_on)):
                self._cue = None
        elif line.look != "remark":
            self._prose_in_a_row = 0
        return {"section": 0.5, "comments": -0.5}.get(self._cue or "", 1.0)


def is_menu_item(line: Line) -> bool:
    """Whether a line is an entry of a menu: a few words without an end, a colon or a number."""
    return (
        line.look == "item"
        and line.words <= _WORDS_OF_MENU_ITEM
        and not line.text.endswith((".", "!", ";", ","))
        and not any(character.isdigit() or character == ":" for character in line.text)
    )


def find_bodies(lines: Sequence[Line], blocked: Sequence[bool]) -> list[Body]:
    """The bodies among ``lines``, in order; lines that are ``blocked`` (results, errors) are in none."""
    found: list[Body] = []
    stubs: list[Body] = []
    section = _Section()
    around = zip((None, *lines), lines, (*lines[1:], None), strict=False)
    shares = [section.share(line, before, after) for before, line, after in around]
    at = 0
    while at < len(lines):
        if blocked[at] or lines[at].look != "prose" or lines[at].cue is not None:
            at += 1
            continue
        body, paragraphs, votes = _grow(lines, blocked, shares, at)
        if paragraphs >= _PARAGRAPHS and votes >= _ENOUGH:
            found.append(body)
            at = body.after
        else:
            if lines[at].words >= _WORDS_OF_A_STUB and shares[at] == 1.0 and _is_signed(lines, at):
                stubs.append(Body(at, max(body.after, _cut_off_below(lines, at))))
            at += 1
    return found or (stubs if len(stubs) == 1 else [])


def _is_signed(lines: Sequence[Line], at: int) -> bool:
    """Whether right above a paragraph stand both who wrote and when, and a headline above these."""
    cues = set()
    for above in range(at - 1, max(at - _LINES_OF_A_HEAD, 0) - 1, -1):
        line = lines[above]
        if line.cue in OF_A_HEAD:
            cues.add(line.cue)
        elif line.cue not in (None, "line") or line.look == "item":
            return False
        elif line.look == "headline" and len(cues) == len(OF_A_HEAD):
            return True
    return False


def _cut_off_below(lines: Sequence[Line], at: int) -> int:
    """Where a paragraph ends below which another one breaks off, as where a page asks for money."""
    below = lines[at + 1] if at + 1 < len(lines) else None
    return at + 1 + (below is not None and below.cue is None and breaks_off(below))


def _grow(
    lines: Sequence[Line], blocked: Sequence[bool], shares: Sequence[float], first: int
) -> tuple[Body, int, float]:
    total = highest = 0.0
    paragraphs = paragraphs_there = 0
    after = first + 1
    words: set[str] = set()
    listed: int | None = None  # where a list of other stories begins that has not ended yet
    before_list = 0.0
    buttons = 0  # lines of furniture in a row
    for at in range(first, len(lines)):
        if blocked[at]:
            break
        line, share = lines[at], shares[at]
        if listed is None and (line.cue == "section" or (paragraphs and heads_a_link(lines, at))):
            listed, before_list = at, total
        elif listed is not None and (
            line.look in ("prose", "remark") or line.cue in _AFTER_A_LIST or at - listed > _LONGEST_LIST
        ):
            if line.cue is None and _leads_on(lines, listed, at, words):
                total, share = before_list, 1.0
            listed = None
        buttons = buttons + 1 if line.cue == "line" else 0
        if buttons <= _MOST_BUTTONS and not (at and is_post(lines, at - 1)):
            below_prose = lines[at - 1].look == "prose" and lines[at - 1].cue is None
            total += _vote(line, share, words, below_prose=below_prose)
        if line.look == "prose":
            paragraphs += 1
            words |= content_words((line,))
        elif _is_told_in_a_list(line):
            paragraphs += 1
        if total > highest:
            highest, after, paragraphs_there = total, at + 1, paragraphs
        elif total < highest - _DROP and listed is None:
            break
    return Body(first, after), paragraphs_there, highest


def _is_told_in_a_list(line: Line) -> bool:
    """Whether a line of a list is a paragraph of its own."""
    return (
        line.look == "item"
        and line.cue is None
        and line.words >= _WORDS_OF_PROSE_ITEM
        and line.text.endswith(".")
    )


def _leads_on(lines: Sequence[Line], listed: int, at: int, words: set[str]) -> bool:
    """Whether a paragraph goes on with a body that has these content words, below a list that began there.

    A teaser takes up the headline above it, and more of them follow. A box has one link.
    """
    own = content_words((lines[at],), but=cue_pattern("common"))
    above = (lines[before] for before in range(at - 1, -1, -1))
    title = content_words((next(line for line in above if line.cue not in _BELOW_A_TITLE),))
    shared = len(title & own)
    if len(own & words) >= _SHARED_WORDS and shared * 3 < max(len(title), 1):
        return True
    links = [line for line in lines[listed + 1 : at] if line.cue not in _OF_A_BOX]
    return (
        len(links) == 1
        and links[0].cue is None
        and links[0].look in ("headline", "label")
        and shared * 2 < max(len(title), 1)
        and (lines[listed].cue == "section" or len(own & words) > shared)
        and not _heads_another(lines, at)
    )


def heads_a_link(lines: Sequence[Line], at: int) -> bool:
    """Whether a label stands over a headline that a paragraph follows, as over the one link of a box."""
    box = lines[at : at + 3]
    return (
        len(box) == 3
        and not any(line.cue for line in box)
        and box[0].look == "label"
        and box[1].look == "headline"
        and box[2].look in ("prose", "remark")
    )


def _heads_another(lines: Sequence[Line], at: int) -> bool:
    """Whether below the paragraphs that begin here a headline stands with a paragraph of its own."""
    while at < len(lines) and lines[at].cue is None and lines[at].look in ("prose", "remark"):
        at += 1
    below = lines[at : at + 2]
    return (
        len(below) > 1 and below[0].look == "headline" and below[0].cue is None and below[1].look == "prose"
    )


def _vote(line: Line, share: float, words: set[str], *, below_prose: bool) -> float:
    if line.cue is not None:
        return _CUE_VOTES[line.cue]
    if line.look == "prose":
        return min(line.words, _MOST_FOR_A_LINE) * share
    if line.look == "headline" and line.text.endswith("?"):
        return _QUESTION
    if below_prose and breaks_off(line):
        return _BROKEN_OFF
    if below_prose and is_speaker(line):
        return 0
    if line.look != "item":
        return _VOTES[line.look]
    if line.words >= _WORDS_OF_PROSE_ITEM and share == 1.0:
        own = content_words((line,))
        if len(own & words) * 3 >= len(own):
            return 2.0  # a list of key points speaks of what the article speaks of
        if line.text.endswith("."):
            return line.words / (2 if line.number is None else 1)
    return _MENU_ITEM if line.words <= _WORDS_OF_MENU_ITEM else _OTHER_ITEM
