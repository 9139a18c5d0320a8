"""What a verb acts on, for an "it" or "they" that goes on about it ("Moss opened a school and closed it")."""

from __future__ import annotations

import re
from collections.abc import Sequence

from data.events.cues import Cues
from data.events.titles.surroundings import Surroundings

_WORD = re.compile(r"\s(?P<word>[\w’'&-]+)(?P<mark>[^\w\s]?)")
_MOST_WORDS = 5


def object_of(line: str, cues: Cues) -> str:
    """What the first verb of a line acts on: "the school"; empty where nothing stands right behind it."""
    behind = _behind_verb(line, cues)
    thing = [] if behind is None else _words_on(line, behind, cues)
    if len(thing) > 1 and _is_counted(thing[0], cues):
        thing = thing[1:]
    elif len(thing) > 1 and thing[0].lower() in cues.words["owners"]:
        return " ".join(thing)
    elif not _are_several(thing, cues):
        return ""
    if thing[-1].isdecimal() or any(_is_pronoun(word, cues) for word in thing):
        return ""
    return f"{cues.article}{' '.join(thing)}"


def _behind_verb(line: str, cues: Cues) -> int | None:
    """Where the first verb of a line ends, with the verbs that help it; None if it has none."""
    verb = cues.finite_word.search(line)
    while verb is not None and verb.group().lower() in cues.words["helping_verbs"] | cues.words["helping"]:
        verb = cues.finite_word.match(line, verb.end() + 1)
    return None if verb is None else verb.end()


def _words_on(line: str, place: int, cues: Cues) -> list[str]:
    """The words of one thing that follow each other from a place on, without an adverb behind them."""
    ends = cues.words["stops"] | cues.words["openers"]
    taken: list[str] = []
    for found in _WORD.finditer(line, place):
        word = found["word"]
        if found.start() != place or len(taken) > _MOST_WORDS:
            break
        if taken and (word in cues.numbers or word.isdecimal()):
            break
        if word.lower() in ends or cues.finite_word.fullmatch(word) is not None:
            break
        taken.append(word)
        place = found.end("word")
        if found["mark"]:
            break
    while taken and taken[-1].endswith("ly"):
        taken.pop()
    return taken


def _is_counted(word: str, cues: Cues) -> bool:
    """Whether the first word of a thing is its article or number."""
    first = word.lower()
    return first in cues.words["articles"] or first[:1].isdecimal() or first in cues.numbers


def _are_several(thing: Sequence[str], cues: Cues) -> bool:
    """Whether one word alone names several things ("closed | schools")."""
    if len(thing) != 1 or thing[0].lower() in cues.words["owners"]:
        return False
    return thing[0].endswith("s") and thing[0].islower()


def _is_pronoun(word: str, cues: Cues) -> bool:
    return word.lower() in cues.words["pronouns"] or word.lower() in cues.words["it"]


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
