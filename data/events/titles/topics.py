"""What "it", "they", "its" and "the company" at the head of a sentence stand for: what was told of last."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence

from data.events.cues import Cues
from data.events.names.name import Name
from data.events.titles.heads import subject_of
from data.events.titles.shortening import without_fronted
from data.events.titles.wording import Telling, worded
from data.model import Sentence

# So many times as often as others a text names the company that it is about, and so often at least.
_FAR_MORE, _OFTEN = 1.5, 2
_LONGEST_SUBJECT = 160
# "It" stands among so many first characters.
_HEAD = 40
# "An earlier version misstated the year that Norway joined. It was 2022": the year was.
_MISSTATED = re.compile(r"\bmisstated\s(?P<what>the\s\w+\s(?:that|when|in which|of|on which)\s[^.;]{5,60})")


class Topics:
    """What the sentences of one document are about.

    Args:
        text: the document's text.
        sentences: its sentences.
        names: the names in it.
        persons: those who are known to be persons, by full name.
        cues: the language's words.
    """

    def __init__(
        self,
        text: str,
        sentences: Sequence[Sentence],
        names: Sequence[Name],
        persons: Collection[str],
        cues: Cues,
    ) -> None:
        self.text = text
        self.sentences = sentences
        self.cues = cues
        self.bodies = {name.name for name in names if name.kind != "person"}
        self.companies = {name.name for name in names if name.kind == "organisation"}
        self.main_company = _main_company(names)
        self.names_of_persons = {part for name in persons for part in name.split(" ")}

    def topic(self, number: int) -> str:
        """What an "it" or a "they" that begins a sentence stands for; empty where that is not sure."""
        if number == 0:
            return ""
        start = self.sentences[number].start_char
        if self.cues.they.match(self.text, start) is not None:
            return self._several(number - 1)
        if self.cues.it.search(self.text, start, start + _HEAD) is None:
            return ""
        before = self.sentences[number - 1]
        misstated = _MISSTATED.search(self.text, before.start_char, before.end_char)
        return self._thing(number - 1) if misstated is None else misstated["what"]

    def owner(self, number: int) -> str:
        """What the sentence before is about, for an "its" that begins this one."""
        if number == 0 or self.cues.its.match(self.text, self.sentences[number].start_char) is None:
            return ""
        return self._thing(number - 1)

    def company(self, number: int) -> str:
        """What "the company" in a sentence is: the one the text is about, unless another was told of last."""
        if not self.main_company or number == 0:
            return self.main_company
        before = self.sentences[number - 1]
        piece = self.text[before.start_char : before.end_char]
        first = self.main_company.partition(" ")[0]
        others = any(name in piece for name in self.companies if not name.startswith(first))
        return "" if others and first not in piece else self.main_company

    def officer(self, number: int) -> str:
        """Who is told of in the sentence before by office alone, for a "he" that begins this one."""
        if number == 0 or self.cues.he.match(self.text, self.sentences[number].start_char) is None:
            return ""
        subject = self._subject(number - 1)
        words = self.cues.words
        office = subject.rpartition(" ")[2].lower() in words["small_titles"] | words["heads"]
        return subject if office and self.cues.determined.match(subject) else ""

    def _thing(self, number: int) -> str:
        """The one thing that a sentence is about; empty if it is about persons, several things or nothing."""
        topic = self._subject(number)
        if self.cues.company.fullmatch(topic) is not None:
            topic = self.company(number) or topic
        return topic if self._is_thing(topic) else ""

    def _several(self, number: int) -> str:
        """The several that a sentence begins with ("The rebels", "Protesters"); empty for anything else."""
        several = self._subject(number)
        one = several in self.bodies or several.endswith(("ss", "’s", "'s"))
        if one or not several.endswith("s") or not several[:1].isupper():
            return ""
        ties = several.partition(" ")[0].lower() in self.cues.openers or self.cues.subordinator.match(several)
        return "" if ties else several

    def _subject(self, number: int) -> str:
        start, end = self.sentences[number]
        nothing = Telling(start, min(end, start + _LONGEST_SUBJECT), (), (), (), told_by=False)
        line = worded(self.text, start, nothing.end, nothing, self.cues)
        return subject_of(without_fronted(line, self.cues), self.cues)

    def _is_thing(self, topic: str) -> bool:
        """Whether a subject is one thing: no person, nothing in the plural."""
        words = self.cues.words
        if topic in self.bodies:
            return True
        first, last = topic.partition(" ")[0].lower(), topic.rpartition(" ")[2].lower()
        if last.endswith("s") and not last.endswith("ss"):
            return False
        if first not in words["determiners"] and " " in topic:
            return False
        people = words["small_titles"] | words["heads"]
        return last not in people and topic not in self.names_of_persons and not self.cues.pairs.match(topic)


def _main_company(names: Sequence[Name]) -> str:
    """The organisation that a text is about: named first, and far oftener than others; empty if none is.

    It is called as the text mostly calls it, by all names that begin alike ("Nordfisk Ltd", "Nordfisk").
    """
    leads = next((name.name.partition(" ")[0] for name in names if name.kind == "organisation"), "")
    if not leads:
        return ""
    firsts = Counter(
        name.name.partition(" ")[0]
        for name in names
        if name.kind == "organisation" or name.name.startswith(leads)
    )
    others = max((count for first, count in firsts.items() if first != leads), default=0)
    if firsts[leads] < max(_FAR_MORE * others, _OFTEN):
        return ""
    called = Counter(name.name for name in names if name.kind != "place" and name.name.startswith(leads))
    return min(called, key=lambda name: (-called[name], len(name)))
