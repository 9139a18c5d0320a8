"""Of which country "the government" is: the one that the text is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

from data.events.clauses.place_line import home
from data.events.cues import Cues
from data.events.gazetteer import gazetteer
from data.events.titles.surroundings import possessive
from data.model import Sentence

_CAPITALISED = re.compile(r"[^\W\d_a-z]\w+(?:\s[^\W\d_a-z]\w+)?")
# So often at least, and so many times as often as the next, a text names the country that it is about.
_OFTEN, _FAR_MORE = 2, 2


class StateBodies:
    """The country whose bodies one document calls by a noun alone."""

    def __init__(self, text: str, sentences: Sequence[Sentence], cues: Cues) -> None:
        self.text = text
        self.sentences = sentences
        self.cues = cues

    def named(self, line: str, number: int) -> str:
        """The line with the country of the body that it begins with; as it is if that is in doubt.

        Args:
            line: a title ("The opposition said it would appeal").
            number: that of its sentence; where the one before tells of another country, that may be meant.
        """
        body = self.cues.state_body.match(line)
        if body is None or self.cues.finite_word.match(line, body.end()) is None or not self.country:
            return line
        near = self.sentences[max(0, number - 1) : number + 1]
        told = {code for one in near for code in self._codes(one.start_char, one.end_char)}
        if told - {self.country}:
            return line
        country = gazetteer().countries.get(self.country, "")
        return f"{possessive(country)} {line[body.start('body') :]}" if country else line

    @cached_property
    def country(self) -> str:
        """The code of the country that the text is about, empty where that is not sure."""
        counts = Counter(self._codes(0, len(self.text)))
        city = gazetteer().places.get(home(self.text, self.sentences)[0])
        if city is not None and city.country:
            counts[city.country] += 1
        (first, most), (_, next_most) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
        return first if most >= max(_OFTEN, _FAR_MORE * next_most) else ""

    def _codes(self, start: int, end: int) -> list[str]:
        """The countries named in a range of the text, by their names or their people's, each time."""
        atlas = gazetteer()
        found = []
        for match in _CAPITALISED.finditer(self.text, start, end):
            for word in dict.fromkeys((match.group(), match.group().partition(" ")[0])):
                place = atlas.places.get(word)
                if word in atlas.peoples:
                    found.append(atlas.peoples[word])
                    break
                if place is not None and place.kind == "country":
                    found.append(place.country)
                    break
        return found
