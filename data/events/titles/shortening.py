"""A line that is too long, made to fit: the beside the point goes, then it ends where a phrase does."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from data.events.cues import THIRD_PERSON, Cues
from data.events.gazetteer import gazetteer
from data.events.titles.heads import subject_of

LONGEST = 90
# A line cut shorter than this tells too little.
SHORTEST = 24

_FRONTED = re.compile(r"^[A-Z][^,“”\"]{2,110},\s+")
_FRONTED_FORM = re.compile(r"[A-Z][a-z]+(?:ing|ed)\s")
_RELATIVE = re.compile(r",\s(?:who|whom|which|where|whose)\s[^,]{3,120}(?:,\s|$)")
_APPOSITION = re.compile(r",\s(?:the|a|an|his|her|their|its)\s(?:(?!\sand\s)[^,]){3,70},\s(?=[a-z])")
_BETWEEN = re.compile(r",(?<=\w,)\s(?:\w+ing|[a-z]+\s)[^,]{3,140},\s(?=[a-z])")
_SPANS = ("day", "days", "hours", "weeks", "months", "years", "minutes")
# "From 2.5 million, before the storms, to 46 million"
_ASIDE = re.compile(
    r",\s(?:before|after|despite|amid|following|during)\s[^,]{3,80},(?=\s(?:to|from|in|at|into|by)\s)"
)
_DESCRIBED = re.compile(r"(?:[Tt]he|[Aa]n?)\s(?P<what>(?:[\w-]+\s){2,7}?)(?=[A-Z][\w-]+\s[a-z]\w+ed\s)")
_SPAN_BEFORE = re.compile(rf",\s(?:[\w-]+\s){{0,3}}(?:{'|'.join(_SPANS)})$")
_SHORT_END = re.compile(r",\s[^,]{1,14}$")
_ADVERB = re.compile(r"(?:\w+ly|also|then|still|now)\s")
_TOLD = re.compile(r"\sthat\s(?!.*\sthat\s)")
_LOOSE = re.compile(r" +(?=[,.;:])")
_STRAY_COMMA = re.compile(r"([,;:])(?:\s*[,;:])+|^\W*[,;:]\s*")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|Inc|Corp|Ltd|Jr|Sr|Co|Mr)\.$")
_LONGEST_ABBREVIATION = 5
# "They paid 14 million dollars.1"
_FOOTNOTE = re.compile(r"(?<=[a-z]{4})\.\d{1,2}$")
_STRAY = re.compile(r"[,;:]\s*[,;:]")
# The least a cut of each kind leaves: at a clause, at a phrase far on, at "and", at a phrase, at a word.
_SHORTEST_CUTS = (32, 50, 45, 32, 1)
# So far behind a cut a verb may stand whose subject it cuts in two.
_TO_VERB = 45
_EDGES = " _,;:—–-“”\"'‘"


def tidied(line: str, cues: Cues) -> str:
    """The line without loose marks at its ends and in it, and without words that ask for more."""
    line = line.strip()
    if "  " in line:
        line = " ".join(line.split())
    line = line.replace(": that ", " that ")
    if " ," in line or " ." in line or " ;" in line or " :" in line:
        line = _LOOSE.sub("", line)
    if not line[:1].isalnum() or _STRAY.search(line) is not None:
        line = _STRAY_COMMA.sub(r"\1", line)
    if line[-1:].isdecimal() and "." in line[-3:]:
        line = _FOOTNOTE.sub("", line)
    if line.endswith(".") and _ABBREVIATION.search(line, len(line) - _LONGEST_ABBREVIATION) is None:
        line = line[:-1]
    line = _rightly_ended(line.lstrip(_EDGES), cues)
    return _SPAN_BEFORE.sub("", line) if line.endswith(_SPANS) else line


def _rightly_ended(line: str, cues: Cues) -> str:
    no_end, peoples = cues.words["no_end"], gazetteer().peoples
    while True:
        line = line.rstrip(_EDGES)
        last = line[line.rfind(" ") + 1 :]
        if last == line or (last.lower() not in no_end and not (last in peoples and _is_owned(line, cues))):
            return line
        line = line[: -len(last)]


def _is_owned(line: str, cues: Cues) -> bool:
    """Whether the last word stands behind "his" or "a" ("with his Russian"): then its noun is cut off."""
    before = line.rpartition(" ")[0].rstrip().rpartition(" ")[2].lower()
    return before in cues.words["owners"]


def without_fronted(line: str, cues: Cues) -> str:
    """The line without a phrase of time or circumstance before its main clause."""
    begins = cues.fronted.match(line) or _FRONTED_FORM.match(line)
    fronted = _FRONTED.match(line) if begins else None
    rest = "" if fronted is None else line[fronted.end() :]
    return rest if len(rest) >= SHORTEST and (rest[0].isupper() or subject_of(rest, cues)) else line


def _from_name(line: str, names: Collection[str], cues: Cues) -> str:
    """The line from its subject's name on, without what only describes it ("the state-owned giant Nord")."""
    described = _DESCRIBED.match(line)
    if described is None or cues.finite_word.search(described["what"]) is not None:
        return line
    if not cues.words["stops"].isdisjoint(described["what"].split()):
        # "A jury in Leeds"
        return line
    return line[described.end() :] if any(line.startswith(name, described.end()) for name in names) else line


def shortened(
    line: str, short: Mapping[str, str], names: Collection[str], cues: Cues, longest: int = LONGEST
) -> str:
    """The line in at most ``longest`` characters; ``short`` shortens names, none of ``names`` is cut."""
    line = _without_asides(without_fronted(line, cues), cues, longest)
    if len(line) > longest:
        line = _from_name(_ASIDE.sub("", line), names, cues)
    if len(line) > longest:
        for name, form in short.items():
            line = line.replace(name, form)
    if len(line) <= longest:
        return line
    named = [(at, at + len(name)) for name in names if (at := line.find(name)) >= 0]
    for cuts, shortest in zip(cues.cuts, _SHORTEST_CUTS, strict=True):
        for match in reversed(list(cuts.finditer(line, shortest, longest + 1))):
            cut = _SHORT_END.sub("", _rightly_ended(line[: match.start()], cues))
            if not shortest <= len(cut) <= longest or _is_cut_short(cut, line, match.start(), cues, longest):
                continue
            if not any(first < len(cut) < last for first, last in named):
                return cut
    return _rightly_ended(line[: line.rfind(" ", 1, longest + 1)], cues)


def _without_asides(line: str, cues: Cues, longest: int) -> str:
    """The line without clauses and appositions between commas, as many as it takes."""
    for pattern in (_RELATIVE, _APPOSITION, _BETWEEN):
        found = pattern.search(line) if len(line) > longest and ", " in line else None
        if found is None:
            continue
        adverb = _ADVERB.match(line, found.end())
        behind = found.end() if adverb is None else adverb.end()
        goes_on = cues.finite_word.match(line, behind) is not None
        if goes_on or pattern is not _BETWEEN:
            line = tidied(line[: found.start()] + (" " if goes_on else ", ") + line[found.end() :], cues)
    return line


def _is_cut_short(cut: str, line: str, place: int, cues: Cues, longest: int) -> bool:
    """Whether a line cut off at a place wants what stands behind it, up to ``longest`` characters."""
    words = cues.words
    if line.startswith(" that ", place) and cues.saying.search(cut):
        return True
    told = cut.split()
    last = told[-1].lower()
    if last in words["unfinished"]:
        return True
    if line.startswith(" as ", place) and not words["wants_as"].isdisjoint(told):
        return True
    if "between" in told and _wants_other(told[told.index("between") + 1 :], line[len(cut) :]):
        return True
    following = line[len(cut) :].lstrip(_EDGES).partition(" ")[0] if line.startswith(cut) else ""
    owned = following != "that" and (following in words["determiners"] or following in words["owners"])
    if owned and cues.finite_word.fullmatch(last):
        # "altered their ..."
        return True
    if last.endswith("ly") and cues.finite_word.fullmatch(following):
        # "dramatically altered ..."
        return True
    if _wants_verb(cut, line, cues, longest):
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


def _wants_verb(cut: str, line: str, cues: Cues, longest: int) -> bool:
    """Whether a line is cut off in its subject, a few words before its verb."""
    verb = cues.finite_word.search(line, len(cut), min(len(cut) + _TO_VERB, longest))
    if verb is None or line.startswith((":", ";"), len(cut)):
        return False
    if cues.finite_word.search(cut) is not None or THIRD_PERSON.search(cut) is not None:
        return False
    between = line[len(cut) : verb.start()].split()
    return all(cues.words[name].isdisjoint(between) for name in ("relatives", "conjunctions", "links"))
