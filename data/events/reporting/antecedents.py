"""The people that pronouns of a document stand for, sentence by sentence."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from data.events.cues import Cues
from data.events.facts import Line
from data.events.hints import PAIR, PRONOUN, SOURCE
from data.events.names.genders import GENDERS, likeliest
from data.events.names.name import Name
from data.events.names.roles import persons
from data.events.titles.speakers import last_speaker

_WORD = re.compile(r"\w+")
_OPENING = ("“", '"', "``")
# A pronoun stands for somebody named at most so many sentences before.
_ANTECEDENTS_LAST = 2
# Those whom a document names so often are whom it is about.
_OFTEN = 3


class Meant(NamedTuple):
    """Whom pronouns of a clause mean.

    Attributes:
        antecedents: whom one at its head may stand for, the likeliest first.
        before: whom one at the head of its sentence may stand for.
        two: whom a phrase for two means; empty where that is not sure.
    """

    antecedents: Sequence[str]
    before: Sequence[str]
    two: Sequence[str]


class Antecedents:
    """Who "he", "they" and "the two leaders" are at the sentence that is read.

    Attributes:
        recent: the persons last named, the likeliest first.
        is_sure: whether the first of them is the likeliest; not if he is one of two, or behind a verb.
        speaker: who spoke last, empty where that is not sure.
    """

    def __init__(self, text: str, names: Sequence[Name], about: str, cues: Cues) -> None:
        self.text = text
        self.cues = cues
        self.recent: list[str] = []
        self.is_sure = True
        self.speaker = ""
        self._recent_at = 0
        # Where "they" who are not named were told of last.
        self._others_at = -1
        self._about = about
        self._counts = people = Counter(name.name for name in names if name.kind == "person")
        often = [name for name in people if people[name] >= _OFTEN]
        self._leading = {name.name for name in names if self._leads(name)}
        self._main_two = sorted(often, key=lambda name: (name not in self._leading, -people[name], name))[:2]
        # The words of the offices that stand before names, by who holds them.
        self._offices: dict[str, set[str]] = defaultdict(set)
        for name in names:
            if name.kind == "person" and name.chain < name.start:
                offices = text[name.chain : name.start].lower().split()
                self._offices[name.name].update(office.removesuffix("s") for office in offices)

    def follow(self, number: int, start: int, end: int, names: Sequence[Name], hints: int) -> None:
        """Go on behind the sentence of that number, ``text[start:end]``, with the names and hints in it."""
        people = persons(names)
        if hints & SOURCE:
            self.speaker = last_speaker(self.text, start, end, names, self.cues, self.speaker)
        elif people:
            self.speaker = ""
        two: list[str] = []
        if hints & PAIR and (pair := self.cues.pairs.match(self.text, start, end)) is not None:
            two = self.two(pair.group().lower())
        known = self.recent[:1] or [name for name in (self._about,) if name]
        if people and known and hints & PRONOUN and self.cues.he.match(self.text, start, end) is not None:
            # "He met Berg": who follows as "he" is still the same.
            people = list(dict.fromkeys([*known, *people]))
        elif self._about and people and self._about not in people and self._acts_on(start, names):
            # "The critics praised him and Berg": he is still whom the text is about.
            people = [self._about, *people]
            # "The critics praised Berg": he may be either.
            self.is_sure = self._speaks_of_him(start, names)
            self._others_at = number
        elif two or people:
            self.is_sure = not two and (len(people) == 1 or self._leads_its_sentence(start, names))
            people = list(dict.fromkeys([*two, *people]))
        elif self.recent and self.cues.somebody.search(self.text[start:end].lower()):
            # "He" may be the man who was told of since.
            self.recent = []
        elif hints & PAIR == 0 and self._is_of_several(start, end):
            self._others_at = number
        if people or number > self._recent_at + _ANTECEDENTS_LAST:
            self.recent, self._recent_at = people, number

    def _speaks_of_him(self, start: int, names: Sequence[Name]) -> bool:
        """Whether a pronoun stands before the first person of a sentence ("praised him and Berg")."""
        first = next(name for name in names if name.kind == "person")
        before = _WORD.findall(self.text[start : first.start].lower())
        return not self.cues.words["pronouns"].isdisjoint(before)

    def _is_of_several(self, start: int, end: int) -> bool:
        """Whether a sentence is about several who are not named ("The traders have gone to court")."""
        verb = self.cues.finite_word.search(self.text, start, end)
        subject = "" if verb is None else self.text[start : verb.start()].rstrip()
        several = subject.endswith("s") and not subject.endswith(("ss", "’s", "'s"))
        return several and "," not in subject and self.cues.determined.match(subject) is not None

    def _acts_on(self, start: int, names: Sequence[Name]) -> bool:
        """Whether all persons of a sentence stand behind its verb."""
        first = next(name for name in names if name.kind == "person")
        return self.cues.finite_word.search(self.text, start, first.start) is not None

    def _leads_its_sentence(self, start: int, names: Sequence[Name]) -> bool:
        """Whether the first of several persons stands before the verb and is no half of a pair."""
        first, *others = (name for name in names if name.kind == "person")
        second = next((name for name in others if name.name != first.name), first)
        between = self.text[first.end : second.start].strip()
        if between in self.cues.words["conjunctions"]:
            return False
        return self.cues.finite_word.search(self.text, start, first.start) is None

    def two(self, phrase: str) -> list[str]:
        """Whom a phrase for two means ("they" if there is none); empty where that is not sure.

        They are the only two last named, for "the two presidents" if one is called so or nobody is, and
        neither is anything else, or the only two of the document that are. "The leaders" are the two at the
        head of something that it names far more than a third. Others are those whom it names most, for
        "they" if nobody else was named last.
        """
        words = self.cues.words
        office = phrase.rpartition(" ")[2].removesuffix("s")
        if office in words["pair_offices"]:
            return self._holders(office)
        if phrase in words["pairs_of_all"]:
            return self._main_two if self._are_the_leaders() else []
        if len(self.recent) == 2:
            return self.recent
        if phrase and phrase not in words["pairs_last_named"]:
            return self._main_two
        return self._main_two if self.recent and set(self.recent) <= set(self._main_two) else []

    def _holders(self, office: str) -> list[str]:
        """The two who hold an office as far as the document tells."""
        holders = [name for name, offices in self._offices.items() if office in offices]
        others = self.cues.words["pair_offices"] - {office}
        known = not holders or any(name in holders for name in self.recent)
        fit = all(others.isdisjoint(self._offices.get(name, ())) for name in self.recent)
        if len(self.recent) == 2 and known and fit:
            return self.recent
        return holders if len(holders) == 2 else []

    def _are_the_leaders(self) -> bool:
        """Whether the two whom the document names most are its leaders, no third half as often."""
        others = [self._counts[name] for name in self._leading if name not in self._main_two]
        if len(self._main_two) < 2 or not self._leading.issuperset(self._main_two):
            return False
        return 2 * max(others, default=0) <= min(self._counts[name] for name in self._main_two)

    def meant(self, line: Line, start: int, end: int, lower: str, pair: re.Match[str] | None) -> Meant:
        """Whom pronouns of the clause ``start`` to ``end`` mean.

        Args:
            line: its sentence.
            start: where it begins.
            end: where it ends.
            lower: its text in small letters.
            pair: a phrase for two that stands at its head.
        """
        ahead = self._meant_ahead(start, end, line.names) if start == line.start else ""
        if ahead:
            return Meant([ahead], [ahead], [])
        if start == line.start and self.text.startswith(_OPENING, start):
            outside = self._in_quotation(line.names)
            return Meant(outside, outside, [])
        before = persons([name for name in reversed(line.names) if name.start < start])
        if start > line.start and before:
            # "They" are among those named before in the sentence, if anybody.
            return Meant(before, self.recent, [])
        return Meant(self.recent, self.recent, self._two_at(line, lower, pair))

    def _meant_ahead(self, start: int, end: int, names: Sequence[Name]) -> str:
        """Whom a clause at the head leads on to ("When he came to Oslo, Berg slept"); empty for nobody."""
        if self.cues.subordinator.match(self.text, start) is None:
            return ""
        comma = self.text.find(", ", start, end) + 1
        begin = comma or end
        behind = next((name for name in names if name.start >= begin), None)
        if behind is None or behind.kind != "person" or self.text[begin : behind.chain].strip(" ,"):
            return ""
        return behind.name

    def _two_at(self, line: Line, lower: str, pair: re.Match[str] | None) -> list[str]:
        """Whom a phrase for two at the head of a clause or sentence stands for, else whom "their" does."""
        if pair is None and line.hints & PAIR:
            pair = self.cues.pairs.match(self.text, line.start, line.end)
        late = self._others_at >= self._recent_at
        if pair is not None:
            phrase = pair.group().lower()
            return [] if late and phrase in self.cues.words["pairs_last_named"] else self.two(phrase)
        theirs = not late and not self.cues.words["their"].isdisjoint(lower.split(" ", 4)[:4])
        return self.two("") if theirs else []

    def for_pronoun(
        self, lower: str, meant: Meant, genders: Mapping[str, str], about: str, named: Collection[str]
    ) -> Sequence[str]:
        """For whom a pronoun at the head of a clause stands: one for "he", two for "they".

        Args:
            lower: the clause in small letters.
            meant: whom pronouns of it may mean.
            genders: of persons by name, where it is known.
            about: whom the document is about: "he" if none of those last named is.
            named: the persons named in the clause, whom "he" does not stand for.
        """
        words = self.cues.words
        pronoun = next((word for word in lower[:40].split() if word in words["pronouns"]), "")
        if not any(pronoun in words[gender] for gender in GENDERS):
            return meant.antecedents[:2]
        sure = self.is_sure or meant.antecedents is not self.recent
        others = named if pronoun in words["he"] else ()
        antecedents = [person for person in meant.antecedents if person not in others]
        about = "" if about in others else about
        one = likeliest(antecedents, pronoun, genders, self.cues, first=sure, about=about)
        return [one] if one else []

    def _in_quotation(self, names: Sequence[Name]) -> list[str]:
        """Who "he" of a quotation may be: one last named who does not speak in a sentence with these names.

        It is whom the text is about, if it is about one; nobody if the speaker is told by a pronoun, too.
        """
        speakers = persons(names)
        if not speakers:
            return []
        if self._about and self._about not in speakers:
            return [self._about]
        return [name for name in self.recent if name not in speakers]

    def _leads(self, name: Name) -> bool:
        """Whether a person is named with an office at the head of something ("President Ilves")."""
        if name.kind != "person" or name.chain == name.start:
            return False
        return self.cues.office.search(self.text[name.chain : name.start].lower()) is not None
