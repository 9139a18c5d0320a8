"""Why a line may not be cut off between two words that belong together."""

from __future__ import annotations

import re
from itertools import takewhile

from data.events.cues import Cues
from data.events.titles.fitting.cut import EDGES, TO_PREPOSITION, Cut

# The second of two names stands in so many words, and with what it is called in so many.
_TO_NAME, _TO_SECOND = 5, 10


def parts_what_belongs_together(cut: Cut, cues: Cues) -> bool:
    """Whether a pair is parted ("between the old | and the new mayor")."""
    if cut.following.endswith(cues.joined_ends):
        # "the Moss, | Ont.-based maker"
        return True
    placed = cues.placed_noun.search(cut.line) if ".," in cut.line else None
    if placed is not None and placed.start() < len(cut.text) < placed.start("noun"):
        # "the Moss, Ont. | , maker"
        return cues.words["stops"].isdisjoint({placed["noun"]}) and not cues.finite_word.fullmatch(
            placed["noun"]
        )
    if cues.of_it.match(cut.line, len(cut.text)) is not None:
        # "a treaty under the terms | of which they left"
        return True
    if cut.following in cues.words["conjunctions"] and _is_bare_noun(cut, cues):
        # "a suit against computer | and television makers", "overran north | and coastal China"
        return True
    if cut.following in cues.words["conjunctions"] and cut.last in cues.words["heads"]:
        # "by a former king | and head of state Ada Okoye"
        return cues.words["articles"].isdisjoint(cut.told[-3:])
    if cut.following in cues.words["conjunctions"] and (_counts_two(cut, cues) or _is_bare_title(cut, cues)):
        return True
    link = next((at for at, word in enumerate(cut.told) if word in cues.words["paired"]), None)
    if link is None:
        return False
    parties = cut.told[link + 1 :]
    conjunctions = cues.words["conjunctions"]
    if not conjunctions.isdisjoint(parties) or conjunctions.isdisjoint(cut.line[len(cut.text) :].split()):
        return False
    return not parties or not (parties[-1].endswith("s") or any(word in cues.numbers for word in parties))


def _is_bare_title(cut: Cut, cues: Cues) -> bool:
    """Whether what somebody is stands behind "and", without an article ("Berg and baker | and poet Lund")."""
    called = cues.words["occupations"] | cues.words["human"] | cues.words["small_titles"]
    before = cut.told[-3:-1]
    if cut.last not in called or not cut.line[len(cut.text) :].strip():
        return False
    return not cues.words["conjunctions"].isdisjoint(before) and cues.words["determiners"].isdisjoint(before)


def _counts_two(cut: Cut, cues: Cues) -> bool:
    """Whether one of two names is cut off that several "were" ("the winners were Berg | and Ilves")."""
    names = len([*takewhile(lambda word: word[:1].isupper(), reversed(cut.text.split()))])
    if not 0 < names < len(cut.told) or cut.told[-1 - names] not in cues.words["verbs_of_several"]:
        return False
    behind = cut.line[len(cut.text) :].split()[1 : _TO_NAME + 1]
    return any(word[:1].isupper() for word in behind) and cues.finite_word.search(" ".join(behind)) is None


def _is_bare_noun(cut: Cut, cues: Cues) -> bool:
    """Whether a line ends with one word of the singular behind a preposition or verb: a part of more."""
    before = cut.told[-2:-1]
    if not before or not cut.told[-1].islower() or cut.last.endswith(("s", "ing", "ed", "ly")):
        return False
    placed = before[0] in cues.words["cut_before_if_need_be"] | cues.words["links"]
    if not placed and cues.finite_word.fullmatch(before[0]) is None:
        return False
    behind = cut.line[len(cut.text) :].split()[1:3]
    alike = len(behind) == 2 and behind[0].islower() and behind[1].strip(".,;").isalpha()
    ends = cues.words["begins_phrase"] | cues.words["determiners"] | cues.words["helping"]
    return (
        alike
        and behind[0] not in ends
        and behind[1] not in ends
        and cues.finite_word.fullmatch(behind[0]) is None
    )


def parts_what_is_done_to_one_thing(cut: Cut, cues: Cues) -> bool:
    """Whether what is done to a thing is cut off before it ("accused of stealing | and burning the logs")."""
    if (
        not cut.last.endswith("ing")
        or len(cut.told) == 1
        or not cues.preposition.fullmatch(f"{cut.told[-2]} ")
    ):
        return False
    behind = re.split(r"[\s,]+", cut.line[len(cut.text) :].lstrip(EDGES), maxsplit=2)
    return any(word.endswith("ing") for word in behind[: 1 + (cut.following in cues.words["conjunctions"])])


def parts_two_of_whom_one_thing_is_told(cut: Cut, cues: Cues) -> bool:
    """Whether the second of two is cut off, and what is told of both ("accused Berg | and Ilves of it")."""
    if not cut.runs_on or cut.following not in cues.words["conjunctions"]:
        return False
    behind = cut.line[len(cut.text) :].split()[1 : _TO_SECOND + 1]
    asked_for = next((word for word in behind if cues.preposition.fullmatch(f"{word} ")), "")
    second = " ".join(behind).partition(f" {asked_for} ")[0]
    asking = cues.words[f"wants_{asked_for}"]
    near = [word.lower() for word in cut.told[-TO_PREPOSITION:]]
    at = next((at for at in reversed(range(len(near))) if near[at] in asking), None)
    if at is None or not cues.words["infinitives"].isdisjoint(near[max(0, at - 1) :]):
        return False
    if any(cues.preposition.fullmatch(f"{word} ") for word in near[at + 1 :]):
        # "They are angered by the failure to set a day | and the talk of another": of it nothing is asked.
        return False
    words = second.split()
    if not words:
        # "They are angered by the delay | and by its cost"
        return False
    ends = cues.words["begins_phrase"] | cues.words["determiners"]
    # "Put Berg | and the accused clerk on its list": behind an article, or before a noun, it only describes.
    return not any(
        cues.finite_word.fullmatch(word) and (not word.endswith("ed") or not behind or behind in ends)
        for word, behind in zip(words, [*words[1:], ""], strict=True)
    )
