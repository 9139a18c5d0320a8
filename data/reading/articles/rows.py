"""Stories that follow one another in the same style, with nothing between, told apart by what they speak of.

A subheading leads on in the same story: what follows speaks of the people, places and things that the story
has named. A headline leads to another one. A text in which nearly every headline does so is a row of stories:
one that follows up another may stand in it, but where many lead on, all may be subheadings.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from data.reading.articles.cues import cue_pattern
from data.reading.articles.lines import content_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.reading.articles.bodies import Body
    from data.reading.articles.lines import Line

_FEWEST_STORIES = 3
_FEWEST_PARAGRAPHS = 2
_FEWEST_WORDS = 3
# Of so many stories behind the first, one may follow up another; of so many numbered ones, one headline may
# not be taken up below ("3. In brief").
_FOLLOWED_UP = 3
# Before the first item of a newsletter stands at most this much.
_LINES_OF_A_GREETING = 3
# A name inside a sentence: a capital that no full stop explains.
_NAME = re.compile(r"(?<=[\w,;:] )[A-ZÀ-ÞА-Я][\w'’-]{2,}")


def stories_in_a_row(lines: Sequence[Line], body: Body) -> frozenset[int]:
    """The headlines of a row of stories; empty if the text may be one story."""
    heads = _heads(lines, body)
    if len(heads) < _FEWEST_STORIES or heads[0] - body.first > _LINES_OF_A_GREETING:
        return frozenset()
    told = [lines[first:after] for first, after in pairwise((*heads, body.after))]
    if any(sum(line.look == "prose" for line in own) < _FEWEST_PARAGRAPHS for own in told):
        return frozenset()
    stories: list[_Story] = []
    leading_on = untold = 0
    for own in told:
        story = _Story(own)
        if not story.is_told:
            untold += 1
            if own[0].number is None or untold * _FOLLOWED_UP > len(told):
                return frozenset()
        leading_on += bool(stories and (stories[-1].leads_on(story) or stories[0].head & story.words))
        stories.append(story)
    return frozenset(heads if leading_on * _FOLLOWED_UP < len(stories) else ())


def _heads(lines: Sequence[Line], body: Body) -> list[int]:
    """The headlines of a body: the items of one list numbered from 1, each above prose, or all others."""
    numbered: list[int] = []
    plain: list[int] = []
    for at in range(body.first, body.after - 1):
        line = lines[at]
        if line.look == "item":
            if line.number == len(numbered) + 1 and lines[at + 1].look == "prose":
                numbered.append(at)
            elif not numbered and line.number == 2 and plain and lines[at + 1].look == "prose":
                numbered = [plain[-1], at]  # the first one of a letter bears its number in words
        elif line.look == "headline" and line.cue is None and line.level <= 1:
            plain.append(at)
    return numbered if len(numbered) >= _FEWEST_STORIES else plain


def _telling(lines: Sequence[Line]) -> set[str]:
    return content_words(lines, but=cue_pattern("common"))


class _Story:
    """A headline and what stands below it, up to the next one."""

    def __init__(self, lines: Sequence[Line]) -> None:
        paragraphs = [line for line in lines[1:] if line.look in ("prose", "remark")]
        self.head = _telling(lines[:1])
        self.words = _telling(paragraphs)
        self.names = {
            name for line in paragraphs for name in _NAME.findall(line.text)
            if not cue_pattern("common").fullmatch(name)
        }  # fmt: skip
        # Whether the headline says enough, and what stands below takes it up. A number says enough.
        taken_up = len(self.head & self.words)
        enough = len(self.head) >= _FEWEST_WORDS and taken_up * 3 >= len(self.head)
        self.is_told = enough or (lines[0].number is not None and taken_up > 0)

    def leads_on(self, following: _Story) -> bool:
        """Whether the story that follows speaks of what this one speaks of."""
        return bool(
            self.head & following.words or following.head & self.words or self.names & following.names
        )
