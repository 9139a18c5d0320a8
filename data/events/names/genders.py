"""Whether "he" or "she" may stand for somebody, by the titles and given names of a document."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence

from data.events.cues import Cues
from data.events.names.name import Name

# Lists of words; the pronouns of each have the same name, its titles and given names begin with it.
_FEMININE = "feminine"
GENDERS = ("masculine", _FEMININE)
_NEARLY_ALL = 0.8


def genders(text: str, names: Sequence[Name], cues: Cues) -> dict[str, str]:
    """The gender of each person whose title ("Mr.", "Queen") or first given name tells it.

    A title goes before a given name; whom a document calls both "Mr." and "Ms." is of neither.
    """
    by_title: dict[str, set[str]] = {}
    by_name: dict[str, str] = {}
    for name in names:
        if name.kind != "person":
            continue
        if name.chain < name.start:
            titles = text[name.chain : name.start].split()
            for gender in GENDERS:
                if not cues.words[f"{gender}_titles"].isdisjoint(titles):
                    by_title.setdefault(name.name, set()).add(gender)
        if name.name not in by_name:
            by_name[name.name] = _told_by_name(name.name, cues)
    told = {person: next(iter(genders)) for person, genders in by_title.items() if len(genders) == 1}
    return {name: gender for name, gender in by_name.items() if gender and name not in by_title} | told


def _told_by_name(person: str, cues: Cues) -> str:
    """The gender that a given name tells, or else a surname; empty if neither does."""
    given = _unaccented(person.partition(" ")[0])
    told = [gender for gender in GENDERS if given in cues.words[f"{gender}_names"]]
    if told:
        return told[-1]
    ends = tuple(cues.words[f"{_FEMININE}_surnames"])
    return _FEMININE if " " in person and person.endswith(ends) else ""


def gender_of_pronouns(person: str, pronouns: Mapping[str, int], cues: Cues) -> dict[str, str]:
    """The gender of the person whom a text is about, if nearly all its pronouns are of one; else nothing.

    Args:
        person: the person, whose name tells no gender.
        pronouns: how often the text has each pronoun of a person.
        cues: the language's words.
    """
    for gender in GENDERS:
        told = sum(count for word, count in pronouns.items() if word in cues.words[gender])
        if told and told >= _NEARLY_ALL * sum(pronouns.values()):
            return {person: gender}
    return {}


def _unaccented(word: str) -> str:
    """A word without the marks on its letters, as the tables have it ("Tomás" is "Tomas")."""
    if word.isascii():
        return word
    return "".join(mark for mark in unicodedata.normalize("NFKD", word) if not unicodedata.combining(mark))


def agrees(person: str, pronoun: str, genders: Mapping[str, str], cues: Cues) -> bool:
    """Whether a pronoun may stand for somebody: nothing tells that it may not."""
    gender = genders.get(person)
    return gender is None or pronoun.lower() in cues.words[gender]


def likeliest(
    persons: Sequence[str],
    pronoun: str,
    genders: Mapping[str, str],
    cues: Cues,
    *,
    first: bool = True,
    about: str = "",
) -> str:
    """The person for whom a pronoun stands: the first one, else the only other whom it fits; else empty.

    Args:
        persons: those last named.
        pronoun: the pronoun.
        genders: of persons by name, where it is known.
        cues: the language's words.
        first: whether the first of them is likelier than the others.
        about: whom the text is about: meant where the pronoun fits none of those last named.
    """
    fitting = [person for person in persons if agrees(person, pronoun, genders, cues)]
    known = [person for person in fitting if person in genders]
    if fitting and fitting[0] not in genders and about in genders and agrees(about, pronoun, genders, cues):
        # Somebody of whom nothing is known gives way to whom the text is about.
        return about
    if fitting and len(known) == 1 and pronoun.lower() in cues.words[_FEMININE]:
        # News tells of more men than women: who is known to be one is "she".
        return known[0]
    if len(fitting) == 1 or (first and fitting and fitting[0] == persons[0]):
        return fitting[0]
    return about if about and not fitting and agrees(about, pronoun, genders, cues) else ""
