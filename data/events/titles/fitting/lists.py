"""Why a line may not be cut off inside a list, nor between words that describe a thing and the thing."""

from __future__ import annotations

import re

from data.events.cues import Cues
from data.events.titles.fitting.cut import EDGES, Cut

# Words of one kind before a noun; a conjunction stands before the last of them.
_ALIKE = re.compile(r",\s(?P<first>[a-z-]+)(?:,\s[a-z-]+)*,?\s(?P<joint>[a-z]+)\s[a-z-]+\s(?P<noun>[a-z-]+)")
# A thing in a list is told in so many words.
_LONGEST_ITEM = 4
# A list of more things than these is a table.
_MOST_ITEMS = 8


def parts_a_list(cut: Cut, cues: Cues) -> bool:
    """Whether one of several is cut off from the others ("crews from Moss, Oslo | and Bergen").

    A name may not be parted from those told with it. The first of other things may stand for all ("charged
    with fraud | , theft and arson"), and so may any of those that a line gives as examples.
    """
    if not cues.words["examples"].isdisjoint(cut.told):
        return False
    behind = cut.line[len(cut.text) :]
    last = cut.text.rpartition(", ")[2] if ", " in cut.text else ""
    listed = _is_item(last, cues)
    if cut.runs_on or cut.following in cues.words["conjunctions"]:
        # "crews from Moss, Oslo | and Bergen", "crews from Moss, Oslo | , and Bergen"
        joins = cut.following in cues.words["conjunctions"]
        return listed and joins and _closes(behind.lstrip(EDGES).partition(" ")[2], cues)
    if not behind.startswith(", ") or not behind[2:].strip():
        return False
    named = cut.told[-1][:1].isupper()
    first, *others = behind[2:].split()
    follows = others[0] if others and first in cues.words["definite"] else first
    return (named or listed) and named == follows[:1].isupper() and _goes_on(behind[2:], cues)


def _goes_on(behind: str, cues: Cues) -> bool:
    """Whether things follow of which the last stands behind a conjunction ("Oslo, Vik and Bergen")."""
    for item in behind.split(", ")[:_MOST_ITEMS]:
        words = item.split()
        joint = next((at for at, word in enumerate(words) if word in cues.words["conjunctions"]), None)
        if joint is not None:
            before = " ".join(words[:joint])
            return (joint == 0 or _is_item(before, cues)) and _closes(" ".join(words[joint + 1 :]), cues)
        if not _is_item(item, cues):
            return False
    return False


def _is_item(told: str, cues: Cues) -> bool:
    """Whether these words are a thing in a list, no clause and nothing that hangs on what is before."""
    words = told.split()
    if not 1 <= len(words) <= _LONGEST_ITEM or (len(words) > 1 and words[0].endswith("ing")):
        return False
    return _begins_thing(words[0], cues) and cues.finite_word.search(told) is None


def _closes(told: str, cues: Cues) -> bool:
    """Whether a list ends with these words: they tell of a thing, not of what it does."""
    words = told.partition(", ")[0].split()[:_LONGEST_ITEM]
    if not words or (len(words) > 1 and words[0].endswith("ing")):
        return False
    return _begins_thing(words[0], cues) and cues.finite_word.search(" ".join(words)) is None


def _begins_thing(word: str, cues: Cues) -> bool:
    """Whether a thing may begin with a word, as no phrase and no pronoun does."""
    small = word.lower()
    return (
        small not in cues.words["begins_phrase"]
        and (small in cues.words["definite"] or small not in cues.words["determiners"])
        and small not in cues.words["relatives"]
        and small not in cues.words["parts_of_lists"]
        and not small.endswith("ly")
    )


def parts_what_describes(cut: Cut, cues: Cues) -> bool:
    """Whether what describes a thing is cut off from it ("on the most important | and urgent points")."""
    if not cues.words["articles"].isdisjoint(cut.told[-2:-1]) and _describe_alike(cut, cues):
        return True
    if not _describes(cut.last, cues):
        return False
    if cut.runs_on:
        if cut.following not in cues.words["conjunctions"]:
            return False
    elif not (cut.following.isalpha() and _begins_thing(cut.following, cues)):
        return False
    words = cues.words
    for told in reversed(cut.told[:-1]):
        word = told.rstrip(",").lower()
        if word in words["degrees"] or word.endswith("ly") or _describes(word, cues):
            continue
        placed = word in words["determiners"] or word in words["owners"] or word.endswith(("'s", "’s", "s’"))
        return placed or cues.preposition.fullmatch(f"{word} ") is not None
    return False


def _describe_alike(cut: Cut, cues: Cues) -> bool:
    """Whether words of one kind and a noun follow ("called for a quick | , calm and lasting settlement")."""
    alike = _ALIKE.match(cut.line, len(cut.text))
    if alike is None or alike["joint"] not in cues.words["conjunctions"] or not cut.last.isalpha():
        return False
    return _closes(alike["noun"], cues) and _begins_thing(alike["first"], cues)


def _describes(word: str, cues: Cues) -> bool:
    """Whether a word says what something is like, by a list or by its ending ("political", "active")."""
    words = cues.words
    if word in words["describing"]:
        return True
    return word not in words["not_describing"] and word.endswith(tuple(words["describing_endings"]))
