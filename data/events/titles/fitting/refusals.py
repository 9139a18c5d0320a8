"""Why a line may not be cut off at a place: what stands behind it belongs to what stands before.

Each reason is a function of its own; first come those that refuse the most for what they cost.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from data.events.cues import Cues
from data.events.titles.fitting.cut import EDGES, TO_PREPOSITION, Cut
from data.events.titles.fitting.lists import parts_a_list, parts_what_describes
from data.events.titles.fitting.pairs import (
    parts_two_of_whom_one_thing_is_told,
    parts_what_belongs_together,
    parts_what_is_done_to_one_thing,
)
from data.events.titles.fitting.verbs import parts_a_verb
from data.events.titles.fitting.wholeness import another_verb, is_whole

_TOLD = re.compile(r"\sthat\s(?!.*\sthat\s)")
# "If one counts investment": a verb that no list has.
_MAYBE_VERB = re.compile(r"(?:^|\s)[^\W\d]+(?<!s)\s[a-z]+[^s\s]s\s")
_APPOSED = re.compile(r",\s[^,]{2,60},\s(?P<following>[a-z]+)\s")
_MARK = re.compile(r"[,;:—–]\s")
# So far behind an occasion a verb may stand whose subject it is.
_TO_VERB = 45
# Who comes to know something stands in so many words.
_TO_HEARER = 4
# What is called something stands in so many words behind the verb.
_NEAR_CALL = 5


def wants_more(text: str, line: str, cues: Cues) -> bool:
    """Whether what is left of a line wants what stands behind the cut."""
    told = text.split()
    following = line[len(text) :].lstrip(EDGES).partition(" ")[0].lower()
    cut = Cut(text, line, told, told[-1].lower(), following, line[len(text)] == " ")
    return any(refuses(cut, cues) for refuses in _REASONS) or not is_whole(text, cues)


def _parts_what_is_asked_for(cut: Cut, cues: Cues) -> bool:
    """Whether a word wants what follows ("accused | of it", "no age | for war", "first win | since May")."""
    words = cues.words
    told = _MARK.split(cut.text)[-1].lower().split()
    apposed = _APPOSED.match(cut.line, len(cut.text))
    if apposed is not None and not words[f"wants_{apposed['following']}"].isdisjoint(told[-TO_PREPOSITION:]):
        # "ordered the owner | , a Danish firm, to"
        return True
    if not cut.runs_on or cut.following in words["conjunctions"]:
        return False
    if cut.following in words["meant_by_clause"] and cues.preposition.fullmatch(f"{cut.last} ") is None:
        # "to bring to justice | those who did it"
        return True
    if not words[f"wants_{cut.following}"].isdisjoint(told[-TO_PREPOSITION:]):
        return True
    degree, _, behind = cut.line[len(cut.text) :].lstrip(EDGES).partition(" ")
    if degree in words["degrees_behind"] and not words[f"wants_{behind.partition(' ')[0]}"].isdisjoint(
        told[-1:]
    ):
        # "will concentrate | more on"
        return True
    if not words["negations"].isdisjoint(told) or any(word.endswith(("n't", "n’t")) for word in told):
        return True
    return cut.following in words["limits"] and not words["limited"].isdisjoint(told)


def _parts_what_it_is_called(cut: Cut, cues: Cues) -> bool:
    """Whether the name is gone that somebody gives to something ("called the talks | in Oslo a farce")."""
    words = cues.words
    if not cut.runs_on or words["calling"].isdisjoint(cut.told[-_NEAR_CALL:-1]):
        return False
    behind = cut.line[len(cut.text) :].split()
    return not words["articles_of_one"].isdisjoint(behind[1:])


def _parts_a_condition(cut: Cut, cues: Cues) -> bool:
    """Whether what may happen is cut off from its condition ("they would leave | unless the price fell")."""
    if cut.following in cues.words["restricting"]:
        return True
    if ", " not in cut.text and cues.conditional.match(cut.text) is not None:
        # "If it rains in May, | the fair ends"
        return True
    return (
        cues.condition.search(cut.line, len(cut.text)) is not None
        and cues.unreal.search(cut.text) is not None
    )


def _opens_a_clause(cut: Cut, cues: Cues) -> bool:
    """Whether the last clause is cut off before its verb ("only when a trainee", ", and the first plane")."""
    whichever = not cues.words["relative_behind"].isdisjoint(cut.told)
    linked = [one for one in cues.relative_head.finditer(cut.text) if one["preposition"]] if whichever else []
    if linked and cues.finite_word.search(cut.text, linked[-1].end()) is None:
        # "the campaign, during which several thousand | were jailed"
        return True
    openings = list(cues.opens_clause.finditer(cut.text))
    if not openings:
        return False
    opening = openings[-1]
    opened = cut.text[opening.end() :]
    if cues.finite_word.search(opened) is not None or cues.name_and_verb.search(opened) is not None:
        return False
    first, *others = opened.lower().split()
    if not cues.words["plain_verbs"].isdisjoint(others) or first in cues.words["negations"]:
        # "while prices keep", "and not in a cell"
        return False
    if _MAYBE_VERB.search(opened) is not None or first.endswith("ing"):
        return False
    # "when in Rome"; but "and after two hours the crew"
    return opening.group().startswith((",", ":", ";")) or cues.preposition.match(opened) is None


def _parts_a_subject_from_what_resumes(cut: Cut, cues: Cues) -> bool:
    """Whether what stands before is the subject of what resumes behind ("The man, who was ill | , died")."""
    aside = cut.text.count(", ") % 2 or cues.participle_head.match(cut.text.rpartition(", ")[2])
    return bool(aside) and cues.resumption.match(cut.line, len(cut.text)) is not None


def _parts_what_is_said(cut: Cut, cues: Cues) -> bool:
    """Whether it is gone what somebody says ("denied | that", "made it clear | in his talks that")."""
    words = cues.words
    if cut.following in words["relative_links"]:
        if cut.last in words["plain_verbs"] or not words["infinitives"].isdisjoint(cut.told[-2:-1]):
            # "asked her to close | that school"
            return True
        if cut.last.endswith("ing"):
            # "resigned after admitting | that"
            return True
        if not words["makes_known"].isdisjoint(cut.told[-_TO_HEARER:-1]):
            # "to show the town | that"
            return True
        return cues.finite_word.fullmatch(cut.last) is not None or cues.saying.search(cut.text) is not None
    if words["awaits_that"].isdisjoint(cut.told):
        return False
    return not words["relative_links"].isdisjoint(cut.line[len(cut.text) :].split())


def _ends_with_what_asks_for_more(cut: Cut, cues: Cues) -> bool:
    """Whether the last word says nothing by itself ("is expected | to", "she said | so")."""
    words = cues.words
    ends = not cut.runs_on or cut.following in words["cut_before"] or cut.following in words["conjunctions"]
    return cut.last in words["verbs"] or (cut.last in words["wants_more"] and not ends)


def _has_no_verb_yet(cut: Cut, cues: Cues) -> bool:
    """Whether the verb is still to come ("The heads of both towns | met", "said that the father | came")."""
    if another_verb(cut.line, len(cut.text), cues) is not None and cut.runs_on:
        # "The man wanted in Oslo | for a theft may have left"
        return True
    if cues.finite_word.search(cut.text) is not None or cues.name_and_verb.search(cut.text) is not None:
        that = _TOLD.search(cut.text)
        return that is not None and cues.finite_word.search(cut.text, that.end()) is None
    verb = cues.finite_word.search(cut.line, len(cut.text))
    if verb is None or cut.line.startswith((":", ";"), len(cut.text)):
        return False
    near = cut.line[len(cut.text) : verb.start()]
    if _second_of_two(cut, near, cues):
        return True
    if not cues.words["conjunctions"].isdisjoint(near.split()[-1:]):
        # "their plan to expand | and sign a deal"
        return False
    if cues.occasion_noun.search(cut.text) is None or ", " in cut.text:
        return True
    if cues.preposition.match(cut.text) is not None:
        # "In a march for peace, | thousands walked"
        return True
    # "The talks in Oslo | which ended a war": an occasion is told by itself.
    opening = ("relatives", "conjunctions", "links")
    return len(near) <= _TO_VERB and all(cues.words[name].isdisjoint(near.split()) for name in opening)


def _second_of_two(cut: Cut, near: str, cues: Cues) -> bool:
    """Whether a name follows whose verb is that of a name before it too ("ships at Vik | and Moss drew")."""
    names = near.split()[1:]
    joined = cut.runs_on and cut.following in cues.words["conjunctions"] and cut.told[-1][:1].isupper()
    return joined and bool(names) and all(name[0].isupper() for name in names)


_REASONS: tuple[Callable[[Cut, Cues], bool], ...] = (
    _ends_with_what_asks_for_more,
    _parts_what_is_said,
    _parts_what_is_asked_for,
    parts_a_verb,
    _has_no_verb_yet,
    _opens_a_clause,
    parts_a_list,
    _parts_a_subject_from_what_resumes,
    _parts_a_condition,
    _parts_what_it_is_called,
    parts_what_belongs_together,
    parts_what_describes,
    parts_two_of_whom_one_thing_is_told,
    parts_what_is_done_to_one_thing,
)
