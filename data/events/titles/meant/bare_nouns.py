"""Which deal "the deal" is: the one that the document names elsewhere ("the S-40 deal", "Ilves’s visit")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from data.events.cues import Cues
from data.events.patterns import UPPER
from data.events.titles.fitting.faults import names_nothing
from data.events.words import is_in_word

# A noun that tells nothing by itself, at the head of a line and before its verb.
_BARE = re.compile(r"The (?P<noun>[a-z]{4,})(?=,? )")
# What stands before it where it is named: an owner, or words with capitals or numbers.
_NAMED = re.compile(
    rf"(?<![\w’'-])(?:(?P<owner>[{UPPER}][\w-]+(?: [{UPPER}][\w-]+)?)['’]s "
    rf"|(?P<words>(?:[{UPPER}\d][\w-]* ){{1,3}}))\Z"
)
_LONGEST = 48
# "New York" is no new York.
_NEW = "New"
_SENTENCE_ENDS = '.!?:”“"'
# The noun is a part of a longer word or name ("Stock Exchange").
_GOES_ON = re.compile(rf"\w| (?:of )?[{UPPER}]")
# It is a body of its own beside others of its kind ("the District Court of Bergen").
_OF = re.compile(rf" of [{UPPER}]")
_BEHIND_WORD = re.compile(rf"[{UPPER}a-z] ")
# One name is meant if it is so many times as frequent as all others.
_FAR_MORE = 3
# So many characters before a sentence a thing is introduced that it goes on about.
_BEFORE = 400
# What a thing is about is told so many characters before it at most.
_FAR = 2500


class BareNouns:
    """The names that one document gives to what its lines call by a noun alone."""

    def __init__(self, text: str, cues: Cues) -> None:
        self.text = text
        self.cues = cues
        # The name of a noun, and from where on it is known: a body ("the Federal Court") once it is named.
        self.known: dict[str, tuple[str, int]] = {}

    def named(self, line: str, start: int) -> str:
        """The line with the name of what its first noun means; as it is if that is in doubt.

        Args:
            line: a title.
            start: where its sentence begins in the text: what is introduced shortly before is meant itself.
        """
        bare = _BARE.match(line)
        if bare is None:
            return line
        behind = bare.end() + 1
        if line[bare.end()] != "," and self.cues.finite_word.match(line, behind) is None:
            return line
        noun = bare["noun"]
        if noun not in self.known:
            self.known[noun] = self._name(noun)
        name, since = self.known[noun]
        if not name or start < since or self._is_introduced(noun, start):
            about = self._about(noun, start) if names_nothing(line, self.cues) else ""
            return f"The {noun} {about}{line[bare.end() :]}" if about else line
        return f"{name}{line[bare.end() :]}"

    def _about(self, noun: str, start: int) -> str:
        """What a thing is about by the nearest words before that tell it ("a bid for Nordfisk"); else empty.

        Whoever holds an office, and what is told of anew since, is not meant by them.
        """
        words = self.cues.words
        if noun in words["small_titles"] or noun in words["heads"] or noun in words["state_bodies"]:
            return ""
        if f"the {noun}" in words["company"]:
            # "Ordered the company to hand over its books"
            return ""
        before = self.text[max(0, start - _FAR) : start]
        found = None
        at = before.find(noun)
        while at >= 0:
            end = at + len(noun)
            told = None if is_in_word(before[at - 1 : at]) else self.cues.of_a_thing.match(before, end)
            if told is not None:
                found, end = told, told.end()
            at = before.find(noun, end)
        if found is None:
            return ""
        days = words["weekdays_and_months"]
        anew = re.search(rf"\b(?:a|an|another)\s(?:[\w-]+\s){{0,3}}{noun}\b", before[found.end() :])
        return "" if anew is not None or not days.isdisjoint(found["about"].split()) else found["about"]

    def _name(self, noun: str) -> tuple[str, int]:
        if noun in self.cues.words["small_titles"] or noun in self.cues.words["heads"]:
            return "", 0
        told: Counter[tuple[str, str]] = Counter()
        shown: dict[tuple[str, str], str] = {}
        since: dict[tuple[str, str], int] = {}
        for form in (noun, noun.capitalize()):
            for before in self._before_each(form):
                owner, words = before["owner"] or "", self._naming_words(before["words"] or "")
                alone = len(words) == 1 and before["words"] == f"{words[0]} "
                if alone and form == noun and self._opens(before.start("words")):
                    # "Strong quake kills two": the capital is the sentence's.
                    continue
                if not self._names_one(owner, words):
                    continue
                key = ("", words[-1]) if words else (owner.split()[-1], "")
                told[key] += 1
                long = f"{owner}’s {noun}" if owner else f"The {' '.join(words)} {form}"
                shown[key] = min(shown.get(key, long), long, key=lambda one: (-len(one), one))
                first = before.start() if words and form != noun else 0
                since[key] = min(since.get(key, first), first)
        if not told:
            return "", 0
        (best, count), *others = told.most_common()
        rivals = sum(other for _, other in others) + self._bodies_of_places(noun.capitalize())
        if count < _FAR_MORE * rivals:
            return "", 0
        return self._as_it_is_written(shown[best]), since[best]

    def _naming_words(self, before: str) -> list[str]:
        """The words before a noun that may name it: those behind an article, without small words."""
        words = before.split()
        determiners = self.cues.words["determiners"]
        # What stands before an article belongs to something else ("on page 12 The seller").
        begins = [at for at, word in enumerate(words, 1) if word.lower() in determiners]
        words = words[begins[-1] if begins else 0 :]
        idle = self.cues.words["small_words"] | determiners
        while words and words[0] != _NEW and words[0].lower() in idle:
            words = words[1:]
        return words

    def _names_one(self, owner: str, words: Sequence[str]) -> bool:
        """Whether a noun's owner or the words before it tell it from others of its kind."""
        parts = (*words, *owner.split())
        days = self.cues.words["weekdays_and_months"] | self.cues.words["bare_dates"]
        if not any(part[0].isupper() for part in parts) or not days.isdisjoint((*parts, owner.lower())):
            return False
        if words and words[0].partition("-")[0].lower() in self.cues.words["rarities"]:
            # "Third-quarter results" are those of any firm.
            return False
        # "A New York-based company" is any.
        return not (words and words[-1].endswith(self.cues.joined_ends))

    def _as_it_is_written(self, name: str) -> str:
        """A name of several words without its article, where the text has it only without one."""
        bare = name.removeprefix("The ")
        if bare == name or not bare[:1].isupper() or not bare.rpartition(" ")[2][:1].isupper():
            return name
        at, without = self.text.find(bare), False
        while at >= 0:
            if self.text.endswith(("the ", "The "), 0, at):
                return name
            without = without or self.text.endswith((" ", "\n"), 0, at) or at == 0
            at = self.text.find(bare, at + 1)
        return bare if without else name

    def _opens(self, at: int) -> bool:
        """Whether a sentence or line begins there."""
        before = self.text[max(0, at - 2) : at]
        return not before.strip(" ”“\"'") or before.endswith("\n") or before.strip()[-1:] in _SENTENCE_ENDS

    def _bodies_of_places(self, form: str) -> int:
        """How often a body of that kind is named by where it is."""
        count = 0
        at = self.text.find(form, 2)
        while at >= 0:
            end = at + len(form)
            named = _BEHIND_WORD.match(self.text, at - 2) is not None
            count += named and _OF.match(self.text, end) is not None
            at = self.text.find(form, end)
        return count

    def _before_each(self, form: str) -> Iterator[re.Match[str]]:
        """What may name a noun, before each place where the text has it as a word."""
        at = self.text.find(form)
        while at >= 0:
            end = at + len(form)
            if _GOES_ON.match(self.text, end) is None:
                named = _NAMED.search(self.text, max(0, at - _LONGEST), at)
                if named is not None:
                    yield named
            at = self.text.find(form, end)

    def _is_introduced(self, noun: str, start: int) -> bool:
        """Whether one of that kind is newly told of shortly before ("a deal with Norway")."""
        before = self.text[max(0, start - _BEFORE) : start]
        return re.search(rf"\b(?:a|an|another)\s(?:[\w-]+\s){{0,3}}{noun}\b", before) is not None
