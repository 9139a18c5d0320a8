"""The people that pronouns of a document stand for, sentence by sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from data.events.cues import Cues
from data.events.hints import PRONOUN, SOURCE
from data.events.names.name import Name
from data.events.names.roles import persons
from data.events.titles.speakers import last_speaker

# A pronoun stands for somebody named at most so many sentences before.
_ANTECEDENTS_LAST = 2
# Those whom a document names so often are whom it is about.
_OFTEN = 3


class Antecedents:
    """Who "he", "they" and "the two leaders" are at the sentence that is read.

    Attributes:
        recent: the persons last named, the likeliest first.
        speaker: who spoke last, empty where that is not sure.
    """

    def __init__(self, text: str, names: Sequence[Name], cues: Cues) -> None:
        self.text = text
        self.cues = cues
        self.recent: list[str] = []
        self.speaker = ""
        self._recent_at = 0
        people = Counter(name.name for name in names if name.kind == "person")
        often = [name for name in people if people[name] >= _OFTEN]
        leading = {name.name for name in names if self._leads(name)}
        self._main_two = sorted(often, key=lambda name: (name not in leading, -people[name], name))[:2]

    def follow(self, number: int, start: int, end: int, names: Sequence[Name], hints: int) -> None:
        """Go on behind the sentence of that number, ``text[start:end]``, with the names and hints in it."""
        people = persons(names)
        if hints & SOURCE:
            self.speaker = last_speaker(self.text, start, end, names, self.cues, self.speaker)
        elif people:
            self.speaker = ""
        goes_on = people and self.recent and hints & PRONOUN
        if goes_on and self.cues.he.match(self.text, start, end) is not None:
            # "He met Berg": who follows as "he" is still the same.
            people = list(dict.fromkeys([self.recent[0], *people]))
        if people or number > self._recent_at + _ANTECEDENTS_LAST:
            self.recent, self._recent_at = people, number

    def two(self) -> list[str]:
        """Whom "the two leaders" are: the only two last named, else the two the document names most.

        Those at the head of something go before all others.
        """
        if len(self.recent) == 2:
            return self.recent
        return self._main_two

    def of(self, start: int, begin: int, names: Sequence[Name]) -> list[str]:
        """Who a pronoun at ``start`` may be in a sentence from ``begin``: named before it, or last."""
        if start > begin:
            people = persons([name for name in reversed(names) if name.start < start])
            if people:
                return people
        return self.recent

    def _leads(self, name: Name) -> bool:
        """Whether a person is named with an office at the head of something ("President Ilves")."""
        if name.kind != "person" or name.chain == name.start:
            return False
        return self.cues.office.search(self.text[name.chain : name.start].lower()) is not None
