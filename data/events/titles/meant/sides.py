"""Who "the two sides" are: the two countries that a document, or the sentence before, is about."""

from __future__ import annotations

import re
from collections import Counter

from data.events.facts import Line
from data.events.gazetteer import gazetteer
from data.events.hints import SIDES
from data.events.titles.story import Story

# Named so often, and so many times as often as the next, two countries are "the two sides".
_OFTEN, _FAR_MORE = 3, 1.5
_CAPITALISED = re.compile(r"[^\W\d_a-z]\w+")


class Sides:
    """The countries that one document names; ``both`` are the two that it is about, empty for no two."""

    def __init__(self, story: Story) -> None:
        self._story = story
        places = {name.name for name in story.names if name.kind == "place"}
        self.countries = {name for name in places if _is_country(name)}
        self.both = self._most_told()

    def _most_told(self) -> str:
        """The two countries that the document names far more than a third one."""
        counts = Counter(name.name for name in self._story.names if name.name in self.countries)
        first, second, third = (*counts.most_common(3), ("", 0), ("", 0), ("", 0))[:3]
        if second[1] < _OFTEN or second[1] < _FAR_MORE * third[1]:
            return ""
        return " and ".join(sorted((first[0], second[0])))

    def at(self, line: Line) -> str:
        """Who "the two sides" of a sentence are: those of the one before, if that names others."""
        story = self._story
        if line.number == 0 or not line.hints & SIDES:
            return self.both
        if story.cues.sides.search(story.text, line.start, line.end) is None:
            return self.both
        before = story.sentences[line.number - 1]
        piece = story.text[before.start_char : before.end_char]
        atlas = gazetteer()
        codes = [atlas.peoples[word] for word in _CAPITALISED.findall(piece) if word in atlas.peoples]
        told = {atlas.countries[code] for code in codes if code in atlas.countries}
        told |= {name for name in self.countries if name in piece}
        if len(told) == 2:
            return " and ".join(sorted(told))
        return self.both if len(told) < 2 or told.issuperset(self.both.split(" and ")) else ""


def _is_country(name: str) -> bool:
    place = gazetteer().places.get(name)
    return place is not None and place.kind == "country"
