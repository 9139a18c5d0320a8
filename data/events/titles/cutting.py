"""Where a line that is too long may end: where it is whole, and says nothing else than the whole of it.

Where it may not end so it ends at a word, and a mark shows that it goes on.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from data.events.cues import THIRD_PERSON, Cues
from data.events.gazetteer import gazetteer
from data.events.titles.wholeness import is_whole

EDGES = " _,;:—–-“”\"'‘"
# A line goes on behind this.
GOES_ON = "…"
_SHORT_END = re.compile(r"[,;]\s(?:[^,]{1,14}|(?:an?|the)\s[\w-]+)$")
_TOLD = re.compile(r"\sthat\s(?!.*\sthat\s)")
_MARK = re.compile(r"[,;:—–]\s")
# The least a cut of each kind leaves: at a clause, at a phrase far on, at "and", at a phrase.
_SHORTEST_CUTS = (32, 50, 45, 32)
# So far behind a cut a verb may stand whose subject it cuts in two.
_TO_VERB = 45
# A verb and the preposition it asks for stand so many words apart at most.
_TO_PREPOSITION = 6


def cut_short(line: str, names: Collection[str], cues: Cues, longest: int) -> str:
    """The line cut to at most ``longest`` characters, none of ``names`` in two."""
    named = [(at, at + len(name)) for name in names if (at := line.find(name)) >= 0]
    for cuts, shortest in zip(cues.cuts, _SHORTEST_CUTS, strict=True):
        for match in reversed(list(cuts.finditer(line, shortest, longest + 1))):
            ending = "no_end" if line[match.start()] == " " else "never_last"
            cut = rightly_ended(
                _SHORT_END.sub("", rightly_ended(line[: match.start()], cues, ending)), cues, ending
            )
            if not shortest <= len(cut) <= longest or _wants_more(cut, line, cues):
                continue
            if not any(first < len(cut) < last for first, last in named):
                return cut
    return rightly_ended(line[: line.rfind(" ", 1, longest)], cues) + GOES_ON


def rightly_ended(line: str, cues: Cues, words: str = "no_end") -> str:
    """The line without loose marks at its end and without words of a list that ask for more."""
    no_end, peoples = cues.words[words], gazetteer().peoples
    while True:
        line = line.rstrip(EDGES)
        last = line[line.rfind(" ") + 1 :]
        if last == line or (last.lower() not in no_end and not (last in peoples and _is_owned(line, cues))):
            return line
        line = line[: -len(last)]


def _is_owned(line: str, cues: Cues) -> bool:
    """Whether the last word stands behind "his" or "a" ("with his Russian"): then its noun is cut off."""
    before = line.rpartition(" ")[0].rstrip().rpartition(" ")[2].lower()
    return before in cues.words["owners"]


def _is_limited(cut: str, line: str, cues: Cues) -> bool:
    """Whether what follows a cut limits what stands before it, or is what a verb before it asks for."""
    words = cues.words
    following = _word_behind(cut, line)
    if cut[-1].isdigit() and following[:1].isdigit():
        # "won 6-4, | 7-5"
        return True
    if line[len(cut)] != " " or following in words["conjunctions"]:
        return False
    told = _MARK.split(cut)[-1].lower().split()
    if not words[f"wants_{following}"].isdisjoint(told[-_TO_PREPOSITION:]):
        return True
    if not words["negations"].isdisjoint(told) or any(word.endswith(("n't", "n’t")) for word in told):
        return True
    return following in words["limits"] and not words["limited"].isdisjoint(told)


def _word_behind(cut: str, line: str) -> str:
    """The first word behind a cut, in small letters."""
    return line[len(cut) :].lstrip(EDGES).partition(" ")[0].lower()


def _wants_more(cut: str, line: str, cues: Cues) -> bool:
    """Whether a line cut off wants what stands behind the cut."""
    words = cues.words
    if not is_whole(cut, cues) or _is_limited(cut, line, cues):
        return True
    aside = cut.count(", ") % 2 or cues.participle_head.match(cut.rpartition(", ")[2])
    if aside and cues.resumption.match(line, len(cut)) is not None:
        # "The man, who was ill | , died"
        return True
    told = cut.split()
    last, following = told[-1].lower(), _word_behind(cut, line)
    if following in words["relative_links"] and (cues.finite_word.fullmatch(last) or cues.saying.search(cut)):
        return True
    behind = len(cut) + 1
    if (
        line[len(cut)] == " "
        and cues.finite_word.match(line, behind)
        and not cues.participle_head.match(line, behind)
    ):
        # "employees | were told", but "the men | arrested in May"
        return True
    if " that " in line[len(cut) :] and not words["awaits_that"].isdisjoint(told):
        # "made it clear in his talks | with Okoye that"
        return True
    if line[len(cut)] == " " and cues.particle.match(line, behind):
        # "sworn | in, when", "took | over"
        return True
    if len(told) > 1 and told[-2] in words["conjunctions"] and cues.finite_word.fullmatch(last):
        # "met and settled | on five points"
        return True
    ends = line[len(cut)] != " " or following in words["cut_before"] or following in words["conjunctions"]
    if last in words["verbs"] or (last in words["wants_more"] and not ends):
        return True
    if "between" in told and _wants_other(told[told.index("between") + 1 :], line[len(cut) :]):
        return True
    owned = following in words["determiners"] or following in words["owners"]
    if owned and cues.finite_word.fullmatch(last):
        # "altered their ..."
        return True
    if last.endswith("ly") and cues.finite_word.fullmatch(following):
        # "dramatically altered ..."
        return True
    if _wants_verb(cut, line, cues):
        # "The ministers of both towns" tells nothing yet.
        return True
    that = _TOLD.search(cut) if " that " in cut else None
    # "announced that the boy's father" tells nothing yet.
    return that is not None and cues.finite_word.search(cut, that.end()) is None


def _wants_other(parties: Sequence[str], rest: str) -> bool:
    """Whether what stands behind "between" wants another party ("the Foreign | and Defence ministers")."""
    if " and " not in rest or "and" in parties or "two" in parties:
        return False
    return not parties or not parties[-1].endswith("s")


def _wants_verb(cut: str, line: str, cues: Cues) -> bool:
    """Whether a line is cut off in its subject, before its verb."""
    if cues.finite_word.search(cut) is not None or THIRD_PERSON.search(cut) is not None:
        return False
    if line.startswith((":", ";"), len(cut)):
        return False
    verb = cues.finite_word.search(line, len(cut))
    if verb is None:
        return False
    near = line[len(cut) : verb.start()]
    if not cues.words["conjunctions"].isdisjoint(near.split()[-1:]):
        # "their plan to expand | and sign a deal"
        return False
    if cues.occasion_noun.search(cut) is None:
        return True
    # "The talks in Oslo | which ended a war": an occasion is told by itself.
    opening = ("relatives", "conjunctions", "links")
    return len(near) <= _TO_VERB and all(cues.words[name].isdisjoint(near.split()) for name in opening)
