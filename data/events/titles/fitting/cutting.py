"""Where a line that is too long may end: where it is whole, and says nothing else than the whole of it.

Where it may not end so it ends at a word, and a mark shows that it goes on.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from data.events.cues import Cues
from data.events.titles.fitting.cut import EDGES, TO_PREPOSITION
from data.events.titles.fitting.refusals import wants_more
from data.events.titles.fitting.wholeness import another_verb
from data.firms import FORMS_OF_FIRMS

# A line goes on behind this.
GOES_ON = "…"
_SHORT_END = re.compile(r"[,;]\s(?:[^,]{1,14}|(?:an?|the)\s[\w-]+)$")
# So many characters behind the last place of a cut tell what begins there.
_AHEAD = 24
# A line that goes on ends with a phrase if that leaves so much of the room.
_LEAST_OF_PHRASES = 0.5
_INITIAL = re.compile(r"\b[A-Z]\.$")
# What follows a firm's name is no part of it that is missed.
_KIND_OF_FIRM = re.compile(rf"(?:{'|'.join(sorted(FORMS_OF_FIRMS))})\b(?!['’])")
# The least a cut of each kind leaves: at a clause, at a phrase far on, at "and" before a verb, at "and", at a
# phrase.
_SHORTEST_CUTS = (32, 50, 50, 32, 45, 32)


def cut_short(line: str, names: Collection[str], cues: Cues, longest: int) -> str:
    """The line cut to at most ``longest`` characters, none of ``names`` in two."""
    named = [(at, at + len(name)) for name in names if (at := line.find(name)) >= 0]
    for cuts, shortest in zip(cues.cuts, _SHORTEST_CUTS, strict=True):
        # What tells that a phrase begins may stand behind the last place of a cut.
        for match in reversed(list(cuts.finditer(line, shortest, longest + _AHEAD))):
            if match.start() > longest:
                continue
            if match.group() == "," and not cues.knows_verbs:
                # "Die Polizei hatte mitgeteilt, | dass": whether it is whole there is not known.
                continue
            ending = "no_end" if line[match.start()] == " " else "never_last"
            cut = _SHORT_END.sub("", rightly_ended(line[: match.start()], cues, ending))
            cut = rightly_ended(cut, cues, ending)
            if not shortest <= len(cut) <= longest or any(first < len(cut) < last for first, last in named):
                continue
            if another_verb(line, len(cut), cues) is not None:
                # "The debate planned between the two | for the mayor's office did not take place"
                continue
            if not wants_more(cut, line, cues):
                return cut
    return _goes_on(line, cues, longest)


def _goes_on(line: str, cues: Cues, longest: int) -> str:
    """The line up to where a phrase ends, marked as one that goes on; up to a word where none ends far on."""
    full = _without_stop(rightly_ended(line[: line.rfind(" ", 1, longest)], cues))
    at = len(full)
    while at >= _LEAST_OF_PHRASES * longest:
        behind = line[at + 1 :].partition(" ")[0].lower() if line[at] == " " else ""
        if behind in cues.words["restricting"] or behind in cues.words["conditions"]:
            # "They will leave | if the price falls"
            break
        if not behind or behind in cues.words["begins_phrase"] or _KIND_OF_FIRM.match(line, at + 1):
            told = _without_stop(rightly_ended(line[:at], cues))
            if _may_go_on(told, full, behind, cues):
                return told + GOES_ON
        at = line.rfind(" ", 0, at)
    return full + GOES_ON


def _without_stop(line: str) -> str:
    """The line without the full stop of a sentence at its end; that of "U.S." stays."""
    if not line.endswith("."):
        return line
    return line if _INITIAL.search(line) is not None else line.rstrip(".")


def _may_go_on(told: str, full: str, behind: str, cues: Cues) -> bool:
    """Whether a line may end there that is marked as one that goes on: behind its verb, and behind no verb.

    ``full`` is all of it that there is room for, ``behind`` the first word that is left out.
    """
    if full[len(told) + 1 :].partition(" ")[0] in cues.words["helping_verbs"]:
        # "said that the harbour | is one of the oldest"
        return False
    words = told.lower().split()
    last = words[-1]
    if not cues.words[f"wants_{behind}"].isdisjoint(words[-TO_PREPOSITION:]):
        # "ordered the crews | to leave"
        return False
    if words[-2:-1] and words[-2] in cues.words["asking_whether"]:
        # "it will merge | with another"
        return False
    if words[-2:-1] and words[-2] in cues.words["infinitives"] and behind not in cues.words["links"]:
        # "ordered the crews to surrender | their licences"
        return False
    verb = last in cues.words["helping"] or last in cues.words["third_person"]
    if verb or (cues.finite_word.fullmatch(last) and behind not in cues.words["conjunctions"]):
        # "The chief resigned | and his deputy took over" is whole.
        return False
    if another_verb(f"{full} ", len(told), cues) is not None:
        # "The man wanted in Oslo | for a theft may have left"
        return False
    return (cues.finite_word.search(told) is not None) == (cues.finite_word.search(full) is not None)


def rightly_ended(line: str, cues: Cues, words: str = "no_end") -> str:
    """The line without loose marks at its end and without words of a list that ask for more."""
    no_end = cues.words[words]
    while True:
        line = line.rstrip(EDGES)
        last = line[line.rfind(" ") + 1 :]
        if last == line or last.lower() not in no_end:
            return line
        if _before(line).lower() in cues.words["negations"] and cues.finite_word.fullmatch(last) is not None:
            # "Passengers were not told"
            return line
        if last in cues.words["relative_links"] and cues.preposition.fullmatch(f"{_before(line)} "):
            # "They are sorry for that": it links nothing.
            return line
        if ends_with_question(line, cues) or ends_told(line, cues):
            return line
        if last.lower() in cues.words["relatives"]:
            # "the court in | which"
            no_end = no_end | cues.words["no_end"]
        line = line[: -len(last)]


def ends_with_question(line: str, cues: Cues) -> bool:
    """Whether a line ends with what nobody told ("He did not say by whom", "It is not clear from where")."""
    if cues.words["negations"].isdisjoint(line.lower().split()):
        return False
    last = line[line.rfind(" ") + 1 :].lower()
    asks = last in cues.words["relative_persons"] or last in cues.words["relative_of_place"]
    return asks and _before(line).lower() in cues.words["relative_prepositions"]


def ends_told(line: str, cues: Cues) -> bool:
    """Whether a line ends with who came to know it ("The public was told"), not with who tells it."""
    last = line[line.rfind(" ") + 1 :].lower()
    return last in cues.words["tells_hearers"] and _before(line).lower() in cues.words["passive_helpers"]


def _before(line: str) -> str:
    """The last word but one."""
    return line.rpartition(" ")[0].rstrip().rpartition(" ")[2]
