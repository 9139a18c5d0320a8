"""What belongs to a verb, so that a line is not cut off between the two."""

from __future__ import annotations

import re

from data.events.cues import Cues
from data.events.titles.fitting.cut import Cut

_ADVERB_ASIDE = re.compile(r",\s(?:[a-z]+ly|in\s[a-z]+),\s")


def parts_a_verb(cut: Cut, cues: Cues) -> bool:
    """Whether a verb is parted ("they | were told", "was sworn | in, when", "met and settled | on a day")."""
    if _parts_an_infinitive(cut, cues):
        return True
    if not cut.runs_on:
        return _parts_from_what_it_acts_on(cut, cues)
    behind = len(cut.text) + 1
    if cues.particle.match(cut.line, behind):
        return True
    if cues.finite_word.match(cut.line, behind):
        return _parts_from_its_subject(cut, cues)
    if _is_listed_verb(cut, cues) and cues.preposition.match(cut.line, behind):
        return True
    if cut.last.endswith("ing") and cut.following in cues.words["directional"]:
        # "water dripping | into the shaft"
        return cut.last not in cues.words["no_verbs"]
    return _parts_from_what_it_acts_on(cut, cues)


def _parts_an_infinitive(cut: Cut, cues: Cues) -> bool:
    """Whether an infinitive lacks what it acts on, which may stand behind an aside."""
    words, aims = cues.words, cut.told[-2:-1] == ["to"]
    if aims and cut.last in words["plain_verbs"] and cut.following in words["pointing"]:
        # "would do everything to stop | this"
        return True
    if cut.runs_on:
        return False
    if aims and _ADVERB_ASIDE.match(cut.line, len(cut.text)):
        # "resigned to seek | , in vain, a seat"
        return True
    # "resigned to seek, vainly | , a seat"
    return cut.last.endswith("ly") and cut.text.endswith(f", {cut.told[-1]}")


def _is_listed_verb(cut: Cut, cues: Cues) -> bool:
    """Whether the last word is a verb ("would probably go | on buying", "the reward comes | on top of")."""
    return cut.last in cues.words["plain_verbs"] or cut.last in cues.words["third_person"]


def _parts_from_its_subject(cut: Cut, cues: Cues) -> bool:
    """Whether the verb behind is told of what stands before ("the men | arrested in May" is whole)."""
    last = cut.text.rpartition(", ")[2]
    if cues.subordinator.match(last) is not None and cues.finite_word.search(last) is None:
        # "The feast began, as thousands of men | marched"
        return True
    clause = [opening.end() for opening in cues.opening.finditer(cut.text)]
    if clause and cues.finite_word.search(cut.text, clause[-1]) is None:
        # "as thousands of men | marched through the town"
        return True
    helped = cut.last in cues.words["helping"] or cut.last in cues.words["helping_verbs"]
    return helped or cues.participle_head.match(cut.line, len(cut.text) + 1) is None


def _parts_from_what_it_acts_on(cut: Cut, cues: Cues) -> bool:
    """Whether the last word is a verb in one of its forms, and what it acts on or who did it is cut off."""
    words = cues.words
    if cues.finite_word.fullmatch(cut.last) is None:
        return False
    if cut.following in words["agents"] and words["helping_verbs"].isdisjoint(cut.told[-3:-1]):
        # "villages threatened | by the sea"
        return True
    led_on = cut.following in words["cut_before_if_need_be"] or cut.following in words["infinitives"]
    if cut.runs_on and led_on and _describes(cut, cues):
        return True
    owned = cut.following in words["determiners"] or cut.following in words["owners"]
    moves = cut.runs_on and cut.following in words["directional"]
    return owned or moves or (len(cut.told) > 1 and cut.told[-2] in words["conjunctions"])


def _describes(cut: Cut, cues: Cues) -> bool:
    """Whether the last word is a participle about the noun before it ("she fed the people stranded | in")."""
    before = cut.told[-2:-1]
    words = cues.words
    if cues.participle_head.fullmatch(cut.last) is None or before == [] or before[0].endswith("ly"):
        return False
    ties = (
        words["helping_verbs"]
        | words["helping"]
        | words["conjunctions"]
        | words["relatives"]
        | words["pointing"]
    )
    told = cut.text.rpartition(" ")[0]
    return ties.isdisjoint(before) and cues.finite_word.search(told) is not None
