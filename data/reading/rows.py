"""Stories that follow one another in the same style, with nothing between, told apart by what they speak of.

A subheading leads on in the same story: what follows speaks of the people, places and things that the story
has named. A headline leads to another one. Only a text in which every headline does so is a row of stories;
a single one that goes on shows that the others may be subheadings, too.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from data.reading.cues import cue_pattern
from data.reading.lines import content_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.reading.bodies import Body
    from data.reading.lines import Line

_FEWEST_STORIES = 3
_FEWEST_PARAGRAPHS = 2
_FEWEST_WORDS = 3
# A name inside a sentence: a capital that no full stop explains.
_NAME = re.compile(r"(?<=[\w,;:] )[A-ZÀ-ÞА-Я][\w'’-]{2,}")


def stories_in_a_row(lines: Sequence[Line], body: Body) -> frozenset[int]:
    """The headlines of a row of stories, the first one's left out; empty if the text may be one story."""
    heads = [
        at
        for at in range(body.first, body.after)
        if lines[at].look == "headline" and lines[at].cue is None and lines[at].level <= 1
    ]
    if len(heads) < _FEWEST_STORIES or heads[0] != body.first:
        return frozenset()
    stories: list[_Story] = []
    for first, after in pairwise((*heads, body.after)):
        if sum(line.look == "prose" for line in lines[first:after]) < _FEWEST_PARAGRAPHS:
            return frozenset()
        story = _Story(lines[first:after])
        if not story.is_told or (stories and (stories[-1].leads_on(story) or stories[0].head & story.words)):
            return frozenset()
        stories.append(story)
    return frozenset(heads[1:])


def _telling(lines: Sequence[Line]) -> set[str]:
    return {word for word in content_words(lines) if not cue_pattern("common").fullmatch(word)}


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
        # Whether the headline says enough, and what stands below takes it up.
        self.is_told = len(self.head) >= _FEWEST_WORDS and len(self.head & self.words) * 3 >= len(self.head)

    def leads_on(self, following: _Story) -> bool:
        """Whether the story that follows speaks of what this one speaks of."""
        return bool(
            self.head & following.words or following.head & self.words or self.names & following.names
        )
