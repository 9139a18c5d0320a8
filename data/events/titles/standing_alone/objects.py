"""What a verb acts on, for an "it" or "they" that goes on about it ("Moss opened a school and closed it")."""

from __future__ import annotations

import re

from data.events.cues import Cues
from data.events.titles.surroundings import Surroundings

_WORD = re.compile(r"\s(?P<word>[\w’'&-]+)(?P<mark>[^\w\s]?)")
_MOST_WORDS = 5


def object_of(line: str, cues: Cues) -> str:
    """What the first verb of a line acts on: "the school"; empty where nothing stands right behind it."""
    words = cues.words
    verb = cues.finite_word.search(line)
    while verb is not None and verb.group().lower() in words["helping_verbs"] | words["helping"]:
        verb = cues.finite_word.match(line, verb.end() + 1)
    if verb is None:
        return ""
    taken: list[str] = []
    for found in _WORD.finditer(line, verb.end()):
        word = found["word"]
        if found.start() != verb.end() + sum(len(one) + 1 for one in taken) or len(taken) > _MOST_WORDS:
            break
        if taken and (word in cues.numbers or word.isdecimal()):
            break
        if word.lower() in words["stops"] | words["openers"] or cues.finite_word.fullmatch(word) is not None:
            break
        taken.append(word)
        if found["mark"]:
            break
    while taken and taken[-1].endswith("ly"):
        taken.pop()
    first = taken[0].lower() if taken else ""
    counted = first in words["articles"] or first[:1].isdecimal() or first in cues.numbers
    if counted and len(taken) > 1:
        taken = taken[1:]
    elif first in words["owners"]:
        return " ".join(taken) if len(taken) > 1 else ""
    elif len(taken) != 1 or not first.endswith("s") or not taken[0].islower():
        return ""
    if any(word.lower() in words["pronouns"] | words["it"] for word in taken) or taken[-1].isdecimal():
        return ""
    return f"{cues.article}{' '.join(taken)}"


def with_object_before(line: str, around: Surroundings, cues: Cues) -> str:
    """A line that goes on about "it" with what the clause before it acts on."""
    if cues.words["it"].isdisjoint(line.rstrip(" .,;").split(" ")):
        return line
    acts = cues.acts_on_it.search(line)
    if acts is None or cues.finite_word.search(line, 0, acts.start()) is not None:
        return line
    thing = object_of(around.before, cues)
    if not thing or thing.endswith("s") or not line.startswith(around.subject):
        return line
    return f"{line[: acts.start('it')]}{thing}{line[acts.end('it') :]}"
