"""Capital letters that a text's lines have lost: a first letter printed larger, names in small letters."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cached_property

from data.events.cues import Cues
from data.events.gazetteer import gazetteer
from data.events.names.name import Name
from data.events.words import is_in_word, lowered

# "H ours before": a first letter that was printed larger stands apart from its word.
_DROP_CAP = re.compile(r"([B-HJ-NP-Z]) ([a-z]+)\b")
_WORD = re.compile(r"[^\W\d_]+")


class Capitals:
    """The names of one document as it writes them."""

    def __init__(self, text: str, names: Sequence[Name], cues: Cues) -> None:
        self.text = text
        self.cues = cues
        self.people = {name.name for name in names if name.kind == "person"}
        self.names: dict[str, list[str]] = defaultdict(list)
        """The names as written, by their first word in small letters."""
        for name in {text[name.start : name.end] for name in names}:
            if name[:1].isupper() and cues.determined.match(name) is None:
                self.names[_WORD.findall(name.lower())[0]].append(name)

    def put_right(self, line: str) -> str:
        """A line with its first word in one piece; all in small letters, it has the capitals of its names."""
        if line[1:2] == " ":
            line = self._with_drop_cap(line)
        teller = line.partition(": ")[0]
        if line[1:].islower() or (teller[1:].islower() and self._capitalised(teller) != teller):
            # "Prime minister ada okoye: India is ready"
            return self._without_offices(self._capitalised(line))
        return line

    def _without_offices(self, line: str) -> str:
        """The line without the small titles before the names of persons ("prime minister Ada Okoye")."""
        titles, peoples = self.cues.words["titles"], gazetteer().peoples
        for person in self.people:
            before, found, behind = line.partition(person)
            words = before.rstrip().split(" ")
            if not found or words[-1].capitalize() not in self.cues.words["person_titles"]:
                continue
            while words and (words[-1].capitalize() in titles or words[-1].capitalize() in peoples):
                words.pop()
            if words[-1:] and words[-1].lower() in self.cues.words["articles"]:
                words.pop()
            line = " ".join([*words, found]) + behind
        return line

    def _with_drop_cap(self, line: str) -> str:
        """The line with its first word in one piece, where that is a usual one.

        It is a word of grammar, or the text has it as often as its rest alone. "A", "I" and "O" are words.
        """
        parted = _DROP_CAP.match(line)
        if parted is None:
            return line
        whole = parted[1] + parted[2]
        small, rest = whole.lower(), parted[2]
        usual = small in self.cues.words["small_words"] or self.written[small] >= self.written[rest]
        return whole + line[parted.end() :] if usual else line

    @cached_property
    def written(self) -> Counter[str]:
        """How often the text has each word, in small letters."""
        return Counter(match.group().lower() for match in _WORD.finditer(self.text))

    def _capitalised(self, line: str) -> str:
        """The line with the capitals of the names in it, the longest first."""
        small = line.lower()
        words = {*_WORD.findall(small)} & self.names.keys()
        names = [name for word in words for name in self.names[word] if name.lower() in small]
        names = [name for name in names if not self._is_word(name)]
        for name in sorted(names, key=lambda name: (-len(name), name)):
            before, *others = lowered(line).split(lowered(name))
            at = len(before)
            for rest in others:
                end = at + len(name)
                if not (is_in_word(line[at - 1 : at]) or is_in_word(line[end : end + 1])):
                    line = line[:at] + name + line[end:]
                at = end + len(rest)
        return line

    def _is_word(self, name: str) -> bool:
        """Whether only heads of sentences make a word a name: "Queens" may begin one on bees."""
        if " " in name or f" {name.lower()}" not in self.text:
            return False
        if self.text.count(f" {name.lower()} ") > self.text.count(name):
            # Dutch "De", which the text has in small letters more often.
            return True
        befores = [self.text[max(0, one.start() - 2) : one.start()] for one in re.finditer(name, self.text)]
        return all(not before.strip() or before[-1:] == "\n" or before[0] in ".!?" for before in befores)
