"""What stands around a clause in its sentence, and whom its pronouns stand for."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cached_property
from itertools import takewhile
from types import MappingProxyType

from data.events.cues import Cues
from data.events.names.genders import agrees

_LAST_WORDS = re.compile(r"\S+")
# "Mia Lund, 84,"
_AGE = re.compile(r",\s\d{1,3}$")
# Behind one of these, or nothing but quotation marks, another phrase begins.
_MARKS = ("", *",;:—–)")
_LONGEST_NOUN = 6


class Surroundings:
    """What stands around a clause in its sentence, in words as they are shown.

    Args:
        before: the sentence up to the clause.
        find_subject: finds who or what the sentence's main clause is about; empty if that is not plain.
        persons: who are named before, the last first: whom a participle or pronoun may mean.
        known: all persons of the document.
        genders: their gender by name, where it is known.
        country: the only one named before; empty for none or several.
    """

    def __init__(
        self,
        before: str,
        find_subject: Callable[[], str],
        persons: Sequence[str] = (),
        known: Collection[str] = (),
        genders: Mapping[str, str] = MappingProxyType({}),
        country: str = "",
    ) -> None:
        self.before = before
        self.persons = persons
        self.known = known
        self.genders = genders
        self.country = country
        self._find_subject = find_subject

    @cached_property
    def subject(self) -> str:
        """Who or what the main clause is about, found when it is first asked for: few clauses need it."""
        return self._find_subject()

    def whom(self, pronoun: str, other: str, cues: Cues) -> str:
        """Who or what a pronoun of the clause stands for; empty where that is not sure.

        It stands for the subject of the main clause, else for the only person or country named before the
        clause that it fits. It is not ``other``, who takes another part in the clause.
        """
        subject = "" if _ends_alike(self.subject, other) else self.subject
        person = next((one for one in (*self.persons, *self.known) if _ends_alike(subject, one)), "")
        if pronoun in cues.words["he"] | cues.words["his"]:
            # "He married Ada Okoye; she died"
            fits = bool(person) and agrees(person, pronoun, self.genders, cues)
            people = [person] if fits else self.persons
            fitting = [
                one
                for one in people
                if not _ends_alike(one, other) and agrees(one, pronoun, self.genders, cues)
            ]
            return fitting[0] if len(fitting) == 1 else ""
        leader, of, led = subject.partition(" of ")
        leaders = cues.words["small_titles"] | cues.words["occupations"] | cues.words["human"]
        if of and leader.rpartition(" ")[2].lower() in leaders:
            # "The captain of the ferry came before it sank"
            subject = led
        if not subject or person:
            # "He came to Norway after it had joined": no person is "it".
            return self.country if pronoun in cues.words["it"] else ""
        one = cues.numbers.get(subject.partition(" ")[0].lower()) == 1
        several = (subject.endswith("s") or " and " in subject) and not one
        return subject if several == (pronoun not in cues.words["it"] | cues.words["its"]) else ""


def _ends_alike(one: str, other: str) -> bool:
    """Whether two ways to call somebody end with one name ("Mia Lund of Oslo", "Lund")."""
    return bool(one) and one.partition(" of ")[0].rpartition(" ")[2] == other.rpartition(" ")[2]


def noun_before(before: str, cues: Cues) -> str:
    """The noun phrase that a text ends with ("... the crew of the ferry," gives "the ferry")."""
    words = [match.group() for match in _LAST_WORDS.finditer(_AGE.sub("", before.rstrip(" ,;:—–-")))]
    return _without_what_leads_to_it(_last_noun(words, cues), cues)


def _last_noun(words: Sequence[str], cues: Cues) -> list[str]:
    """The last words of a text that may belong to one noun phrase."""
    determiners = cues.words["determiners"]
    stops = cues.words["stops"] | cues.words["openers"]
    taken: list[str] = []
    linked = False
    for index in range(len(words) - 1, -1, -1):
        word = words[index]
        bare = word.strip("“”\"'()")
        lower = bare.lower()
        if taken and lower in cues.words["them"]:
            # "Three firms, among them Nordfisk, | which"
            break
        verb = cues.finite_word.fullmatch(lower) is not None and not _describes(words, index, cues)
        if taken and (word.rstrip("”\"’'")[-1:] in _MARKS or lower in stops or verb):
            chains = lower in cues.words["chains"] and not linked and index > 0
            named = taken[0][:1].isupper()
            if (
                not chains
                or taken[0].lower() in determiners
                or words[index - 1].lower() in stops
                or (named and not words[index - 1][:1].isupper())
            ):
                break
            linked = True
        taken.insert(0, bare)
        if lower in determiners or len(taken) >= _LONGEST_NOUN:
            break
        if bare.endswith(("’s", "'s")) and len(taken) > 1:
            owned = words[index - 1].lower() if index else ""
            if owned in determiners and owned not in cues.words["relative_links"]:
                taken.insert(0, words[index - 1])
            break
    return taken


def _without_what_leads_to_it(taken: list[str], cues: Cues) -> str:
    """A noun phrase without a link, or a verb or adverb, before its first word."""
    if len(taken) > 1 and taken[0].lower() in cues.words["chains"]:
        taken = taken[1:]
    if taken and taken[0][:1].isupper():
        # A name takes nothing before it.
        return " ".join(taken)
    first = 0
    while first < len(taken) - 1 and not taken[first][:1].isupper():
        word = taken[first].lower()
        if word in cues.words["determiners"] or not word.endswith(("ed", "ing", "ly")):
            break
        first += 1
    return " ".join(taken[first:])


def _describes(words: Sequence[str], index: int, cues: Cues) -> bool:
    """Whether a participle stands before a noun ("her most wanted list", "the planned visit")."""
    if index == 0 or not words[index].endswith("ed"):
        return False
    before = words[index - 1].lower()
    return (
        before in cues.words["determiners"]
        or before in cues.words["degrees"]
        or before.endswith(("ly", "’s", "'s"))
    )


def whole_noun(noun: str, before: str, cues: Cues) -> str:
    """The noun with the one it only places, if that is all before ("A school in Oslo, | which opened")."""
    head, _, link = before.rstrip(" ,;:—–-").removesuffix(noun).rstrip().rpartition(" ")
    first = cues.joint_head.sub("", head, count=1)
    placed = link in cues.words["placing"] and noun_before(first, cues) == first
    return f"{first} {link} {noun}" if placed and not _ends_with_verb(first, cues) else noun


def _ends_with_verb(words: str, cues: Cues) -> bool:
    """Whether words end with a verb of the past, and not with a noun like it ("two men split", "a split")."""
    before, _, last = words.rpartition(" ")
    verb = cues.finite.fullmatch(last)
    return verb is not None and before.rpartition(" ")[2].lower() not in cues.words["determiners"]


def head_of(noun: str, cues: Cues) -> str:
    """A noun without what is linked to it ("the trade of the two towns": "the trade")."""
    first, *rest = noun.split(" ")
    links = cues.words["links"]
    return " ".join([first, *takewhile(lambda word: word not in links, rest)])


def possessive(noun: str) -> str:
    """To whom something belongs: "Berg’s", "the towns’"."""
    return f"{noun}’" if noun.endswith("s") else f"{noun}’s"
