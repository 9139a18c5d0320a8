"""Whether two reports tell the same of different people: "Okafor gave evidence", "Lindqvist gave evidence".

Each of them did it, or had it done to him, however alike the rest is told. What only one can have done
("brokered the truce"), and who holds an office, is left to be shown as a contradiction.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from data.events.cues import cues
from data.events.gazetteer import gazetteer
from data.events.names.holders import same_person
from data.events.report import Report

_WORD = re.compile(r"[\w’'-]+")
# So many words besides the names are the same, or it is not the same that is told.
_FEWEST_COMMON = 3
# A name with its offices has at most so many words.
_LONGEST_NAME = 6
# A lone word that differs in fewer letters is the same name, spelt otherwise.
_LETTERS = 3


def told_of_others(first: Report, second: Report) -> bool:
    """Whether the lines of two reports are the same but for the person of whom each tells."""
    one, other = (_WORD.findall(report.title) for report in (first, second))
    head = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    rest = zip(reversed(one[head:]), reversed(other[head:]), strict=False)
    tail = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], rest))
    if head + tail < _FEWEST_COMMON:
        return False
    name, another = (_name(words[head : len(words) - tail], begins=not head) for words in (one, other))
    if not name or not another or _are_one(name, another):
        return False
    return cues(None).words["sole_acts"].isdisjoint(one)


def _name(words: Sequence[str], *, begins: bool) -> list[str]:
    """The name that some words are, without what it is called by; empty for words that are no person's name.

    ``begins`` tells that they begin a line, where any word has a capital.
    """
    if not words or len(words) > _LONGEST_NAME or not words[-1][:1].isupper():
        return []
    lists = cues(None).words
    name = [word for word in words if word[:1].isupper() and word.lower() not in lists["called_by"]]
    if not name:
        return []
    atlas = gazetteer()
    if any(word in atlas.places or word in atlas.peoples for word in (*name, " ".join(name))):
        return []
    if len(name) == 1 and begins:
        word = name[0].lower()
        # "Police", "Detectives", "Nobody": no name.
        known = word in lists["plural_nouns"] or word in lists["small_words"] or word in lists["dangling"]
        return [] if known or word.endswith("s") else name
    return name


def _are_one(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether two names may be of one person: with a word in common, or nearly one."""
    if same_person(" ".join(one), " ".join(other)):
        return True
    return any(
        word == another or word[:_LETTERS].lower() == another[:_LETTERS].lower()
        for word in one
        for another in other
    )
