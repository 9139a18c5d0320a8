"""What "it", "they", "its" and "the company" at the head of a sentence stand for: what was told of last."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Sequence

from data.events.gazetteer import gazetteer
from data.events.titles.fitting.connectives import without_connectives
from data.events.titles.fitting.line_subject import subject_of
from data.events.titles.fitting.shortening import without_fronted
from data.events.titles.meant.companies import Company
from data.events.titles.meant.held import held_thing
from data.events.titles.standing_alone.objects import object_of
from data.events.titles.story import Story
from data.events.titles.surroundings import head_of
from data.events.titles.wording.worded import Telling, worded
from data.events.words import hints_of

_LONGEST_SUBJECT = 160
# "It" stands among so many first characters.
_HEAD = 40
_WORD = re.compile(r"[^\W\d_]+")
_WITH = re.compile(r"\swith\s(?:\w+\s){0,4}\w+\Z")
# A row of sentences that begin with "it" is about what the first one before them is.
_LONGEST_ROW = 4


class Topics:
    """What the sentences of one document are about.

    Args:
        story: the document.
        persons: those who are known to be persons, by full name.
        genders: those who are known to be men or women, by full name.
        dates: the ranges of its time expressions, in order, which stand before subjects.
    """

    def __init__(
        self,
        story: Story,
        persons: Collection[str],
        genders: Collection[str],
        dates: Sequence[tuple[int, int]],
    ) -> None:
        names = story.names
        self.text = story.text
        self.sentences = story.sentences
        self.cues = story.cues
        self.dates = dates
        self._lines: dict[int, str] = {}
        self.bodies = {name.name for name in names if name.kind != "person"}
        self.company = Company(story, genders, lambda: self._line(0))
        self.persons = {name.name for name in names if name.kind == "person"}
        self.names_of_persons = {part for name in persons for part in name.split(" ")}

    def topic(self, number: int) -> str:
        """What an "it" or a "they" that begins a sentence stands for; empty where that is not sure."""
        if number == 0:
            return ""
        start = self.sentences[number].start_char
        they = self.cues.they.search(self.text, start, start + _HEAD)
        if they is not None and self.cues.they.match(self._line(number)) is not None:
            several = self._several(number - 1) or self._acted_on(number - 1, several=True)
            return "" if self._is_of_what_was_said(several, number) else several
        if self.cues.it.search(self.text, start, start + _HEAD) is None:
            return ""
        before = self.sentences[number - 1]
        misstated = self.cues.misstated.search(self.text, before.start_char, before.end_char)
        if misstated is not None:
            return misstated["what"]
        if self.cues.puts_right.match(self.text, start) is not None:
            # "The paper said 91 boats sank. It was 19, not 91": what was wrong is no thing.
            return ""
        if self._may_be_either(number):
            return ""
        thing = self._thing(number - 1) or self._acted_on(number - 1, several=False)
        return held_thing(thing, self._line(number), self.text[slice(*before)], self.cues)

    def _may_be_either(self, number: int) -> bool:
        """Whether an "it" that begins a paragraph may be what acted before, or what that acted on.

        "A trawler hit the bridge. It was closed": behind a break the bridge is as likely. What is called by
        a name is the likelier one.
        """
        start = self.sentences[number].start_char
        if (
            not number
            or not self.text.endswith("\n\n", 0, start)
            or self.cues.it.match(self.text, start) is None
        ):
            return False
        if self._subject(number - 1) in self.bodies:
            return False
        acted_on = object_of(self._line(number - 1), self.cues)
        return acted_on != "" and not acted_on.endswith("s")

    def _is_of_what_was_said(self, several: str, number: int) -> bool:
        """Whether "they" who say more are who said it before ("Police said the boxes were old. They say")."""
        before = self.text[slice(*self.sentences[number - 1])]
        said = self.cues.saying.search(before)
        says = self.cues.saying.search(self._line(number), 0, _HEAD) is not None
        return says and said is not None and before.find(_inside(several)) > said.start()

    def owner(self, number: int) -> str:
        """What the sentence before is about, for an "its" that begins this one."""
        if number == 0:
            return ""
        start = self.sentences[number].start_char
        if self.cues.its.search(self.text, start, start + _HEAD) is None:
            return ""
        if self.cues.its.match(self._line(number)) is None:
            return ""
        thing = self._thing(number - 1)
        if thing:
            return thing
        if self.cues.its_figure.match(self._line(number)) is None:
            return ""
        company = self.company.at(number)
        return company if company and self._subject(number - 1).startswith(company.partition(" ")[0]) else ""

    def officer(self, number: int) -> str:
        """Who is told of in the sentence before by office alone, for a "he" that begins this one."""
        if number == 0 or not self._may_begin_with_him(number):
            return ""
        if self.cues.he.match(self._line(number)) is None:
            return ""
        subject = self._subject(number - 1)
        words = self.cues.words
        office = (
            head_of(subject, self.cues).rpartition(" ")[2].lower() in words["small_titles"] | words["heads"]
        )
        return subject if office and self.cues.determined.match(subject) else ""

    def _may_begin_with_him(self, number: int) -> bool:
        """A quick look for a "he" in the first words of a sentence: few need be worded."""
        start = self.sentences[number].start_char
        words = _WORD.findall(self.text[start : start + _LONGEST_SUBJECT].lower())
        return not self.cues.words["he"].isdisjoint(words)

    def _thing(self, number: int) -> str:
        """The one thing that a sentence is about; empty if it is about persons, several things or nothing.

        Where it tells of "it" itself, that is what the sentence before it is about.
        """
        for at in range(number, max(-1, number - _LONGEST_ROW), -1):
            line = self._line(at)
            told = not self.cues.words["it"].isdisjoint(line.split(" "))
            if self.cues.it.match(line) is None and not (told and self.cues.acts_on_it.search(line)):
                topic = subject_of(line, self.cues)
                break
            if self.cues.is_what.match(line) is not None or self._may_be_either(at):
                return ""
        else:
            return ""
        if self.company.name and topic.endswith(f" {self.company.name}") and topic[:1].isupper():
            # "Danish chemicals group Nordkem"
            return self.company.name
        front, _, last = topic.rpartition(" ")
        topic = self.company.named_in(front if last in self.cues.words["emphatic"] else topic, at)
        return topic if self._is_thing(topic, line) else self.company.acted_on(topic, at)

    def _several(self, number: int) -> str:
        """The several that a sentence begins with ("The rebels", "Protesters"); empty for anything else."""
        if not self.cues.words["them"].isdisjoint(self.text[slice(*self.sentences[number])].split()):
            # "The council sent them home. They came back": they are not the council.
            return ""
        several = self._subject(number)
        first = several.partition(" ")[0]
        head = head_of(several, self.cues)
        last = head.rpartition(" ")[2]
        many = any(noun.endswith("s") and not noun.endswith(("ss", "’s", "'s")) for noun in (several, head))
        many |= last in self.cues.words["plural_nouns"] or (
            several == f"The {last}" and last in gazetteer().peoples
        )
        # "In May volunteers came"
        fronted = not self.text.startswith(several, self.sentences[number].start_char)
        plain = fronted and first not in self.cues.words["small_words"]
        named = plain or first[:1].isupper() or first in self.cues.words["determiners"]
        if several in self.bodies or not many or not named:
            return ""
        ties = first.lower() in self.cues.openers or self.cues.subordinator.match(several)
        return "" if ties else self.company.named_in(several, number)

    def with_it(self, line: str, number: int) -> str:
        """The line with what its verb does to "it" by name: the one thing of the sentence before."""
        acts = self.cues.does_it.search(line) if number else None
        own = "" if acts is None else object_of(line, self.cues)
        inside = acts is not None and _WITH.search(line, 0, acts.start()) is not None
        # "A box with nothing in it"
        if acts is None or inside or (own and not own.endswith("s")):
            # "Wrote a letter and sent it"
            return line
        if self.cues.finite_word.match(line, acts.end("it") + 1) is not None:
            # "The firm said it sold the ferry": nothing is done to it.
            return line
        before = self.text[slice(*self.sentences[number])].partition(acts.group())[0]
        conjunctions = self.cues.words["conjunctions"]
        if any(one.group().strip(" ,;") in conjunctions for one in self.cues.clause_joint.finditer(before)):
            # "The clock was returned, and she lent it"
            return line
        thing, acted_on = self._thing(number - 1), object_of(self._line(number - 1), self.cues)
        if thing and acted_on:
            return line
        thing = thing or self._acted_on(number - 1, several=False)
        return f"{line[: acts.start('it')]}{_inside(thing)}{line[acts.end('it') :]}" if thing else line

    def with_them(self, line: str, number: int) -> str:
        """The line with what its verb does to "them" by name: the several of the sentence before."""
        them = self.cues.does_them.search(line) if number else None
        several = "" if them is None else self._several(number - 1)
        if them is None or not several or self._subject(number).endswith("s") or object_of(line, self.cues):
            return line
        named = several.partition(" ")[0] in self.cues.words["determiners"] or several in self.bodies
        if not named and " " not in several:
            several = f"{self.cues.article}{several[0].lower()}{several[1:]}"
        return f"{line[: them.start('it')]}{_inside(several)}{line[them.end('it') :]}"

    def _acted_on(self, number: int, *, several: bool) -> str:
        """What the verb of a sentence acts on, if its subject is no such thing or things; else empty."""
        subject = self._subject(number)
        if subject not in self.bodies | self.persons and head_of(subject, self.cues).endswith("s") == several:
            return ""
        line = self._line(number)
        if any(object_of(line[one.end() :], self.cues) for one in self.cues.and_did.finditer(line)):
            # "They reached the river and found the bridge": it may be either.
            return ""
        thing = object_of(line, self.cues)
        return thing if thing.endswith("s") == several else ""

    def _subject(self, number: int) -> str:
        return subject_of(self._line(number), self.cues)

    def _line(self, number: int) -> str:
        """The words of a sentence, without what stands before its main clause."""
        line = self._lines.get(number)
        if line is None:
            line = self._lines[number] = self._worded(number)
        return line

    def _worded(self, number: int) -> str:
        start, end = self.sentences[number]
        end = min(end, start + _LONGEST_SUBJECT)
        dates = self.dates[bisect_left(self.dates, (start, start)) : bisect_left(self.dates, (end, end))]
        hints = hints_of(self.cues.pieces.of(self.text[start:end]))
        told = Telling(start, end, dates, (), (), told_by=False, hints=hints)
        line = worded(self.text, start, end, told, self.cues)
        main = without_fronted(line, self.cues)
        return main if main != line else without_fronted(without_connectives(line, self.cues), self.cues)

    def _is_thing(self, topic: str, line: str) -> bool:
        """Whether the subject of a line is one thing: no person, nothing in the plural."""
        words = self.cues.words
        if topic in self.bodies or (topic and f" {self.company.name}".endswith(f" {topic}")):
            return True
        head = head_of(topic, self.cues)
        first, last = head.partition(" ")[0], head.rpartition(" ")[2].lower()
        verb = line[len(topic) :].split(" ", 2)[1:2] if line.startswith(topic) else []
        one = not words["verbs_of_one"].isdisjoint(verb)
        if last in words["plural_nouns"]:
            return False
        if last.endswith("s") and not last.endswith(("ss", "us")) and not one:
            return False
        numbered = last.isdecimal() and first[:1].isupper()
        if numbered or (one and head.rpartition(" ")[2][:1].isupper() and topic not in self.persons):
            # "The Santa Ines was"
            return True
        owned = first.endswith(("’s", "'s")) or first in self.bodies
        if first.lower() not in words["determiners"] and " " in topic and not owned:
            return False
        people = words["small_titles"] | words["heads"] | words["human"] | words["kin"]
        return last not in people and topic not in self.names_of_persons and not self.cues.pairs.match(topic)


def _inside(noun: str) -> str:
    """A noun that began a sentence, inside one ("The works": "the works")."""
    return noun[0].lower() + noun[1:] if noun.partition(" ")[0] in ("The", "A", "An") else noun
