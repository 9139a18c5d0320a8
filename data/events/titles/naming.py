"""The title of an event: of its members' lines the one that tells it best."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

from data.events.acts import ENCOUNTER, act, act_of
from data.events.clauses.stays import stay
from data.events.cues import Cues, alternatives, cues
from data.events.figures.passage import counts_harm
from data.events.gazetteer import gazetteer
from data.events.report import Report
from data.events.titles.fitting.cutting import GOES_ON
from data.events.titles.fitting.faults import faults
from data.events.titles.fitting.shortening import LONGEST
from data.events.words import is_in_word

# Where an event is told of, if its line says no place: room for it must be left.
_IN = " in "
# A line is best at this length.
_BEST = 60
_EARLY = 30
_NEARLY_ALL = 0.75
# So many first sentences of a document are its headline and its lead.
_LEADING = 2
# The verb of a line stands among so many first characters.
_HEAD = 40
# A line that does not tell which paper it speaks of is the last choice.
_BARE_PAPER = 8.0
# What was planned for a month is told worse where another tells the day it happened ("is to open in May").
_FORETOLD = 4.0
# Who denies it does not tell what happened.
_DENIED = 6.0
# Acts that happen in no one place.
_FROM_AFAR = frozenset({"call"})
# So many lines are remembered: copies of one story have the same.
_REMEMBERED = 1 << 14
# "This organisation" points to a line that is not there; "that this was so" does not.
_POINTING = re.compile(
    r"\b(?:this|these|those)\s(?!is\b|was\b|were\b|are\b|has\b)|\b(?:said|that)\sit\s(?:is|was)\b"
)


def title_report(
    members: Sequence[Report], who: Sequence[str], where: Sequence[str], modality: str
) -> Report:
    """The report whose line tells it best: a faultless one, of the event's own act, people and place.

    Args:
        members: the event's reports, at least one.
        who: those whom most of them tell of.
        where: the places that most of them give.
        modality: how sure the event is.
    """
    if len(members) == 1:
        return members[0]
    surnames = [name.split(" ")[-1] for name in who]
    usual = _usual_acts(members)
    agreed = sum(bool(_kinds(act_of(one).main) & usual) for one in members) >= _NEARLY_ALL * len(members)
    lengths = {_days(one) for one in members if one.basis == "stated" and _days(one)}
    city = "" if usual and usual <= _FROM_AFAR else _city(members)

    def quality(report: Report) -> tuple[float, str, int]:
        line = report.title
        told = act(line)
        main = _kinds(told.main)
        score = _of_itself(line)
        of_another = bool(usual and main and not _kinds(told.kinds) & usual)
        # A name tells nothing for the line of another act, where nearly all tell one.
        score += 0.0 if of_another and agreed else 2.0 * sum(name in line for name in surnames)
        score += 1.0 * min(len(report.who), 2) + 1.0 * min(len(report.where), 1)
        score += 0.5 * sum(place in line for place in where) + 2.0 * _names(line, city) + bool(main)
        if modality == "happened" and report.modality == "planned" and lengths:
            score -= _FORETOLD * (_days(report) > min(lengths))
        if usual:
            score += 2.0 * bool(main & usual) - 2.0 * of_another
            score -= 3.0 * (bool(main & usual) and not _tells_in_front(line, usual))
        sure = _DENIED if report.modality == "denied" else 2.0
        score -= sure * (report.modality != modality) + 6.0 * _is_undated(report)
        score -= 2.0 * (not any(name in line for name in surnames)) + 2.0 * _strange_city(line, city)
        # "Ilves of Estonia" is how a caption names her.
        score -= 2.0 * any(f"{name} of " in line for name in surnames)
        # "A two-day visit" is what happened in those days.
        whole = stay(line)
        score += 4.0 * (whole is not None and whole.days in lengths) - 1.0 * report.snippet
        return -score, report.passage.document, report.passage.start_char

    leading: list[Report] = []
    if all(one.basis == "inferred" for one in members):
        # What only the day of its document dates is what that document leads with.
        leading = [one for one in members if one.sentence < _LEADING and not _faults(one.title)]
    return min(leading or members, key=quality)


def _days(report: Report) -> int:
    """How many days a report is of; 0 where one end is open."""
    return 0 if report.start is None or report.end is None else report.end - report.start + 1


def _is_undated(report: Report) -> bool:
    """Whether nothing in a passage dates it."""
    return report.basis == "inferred" and report.passage.expression is None


@lru_cache(maxsize=_REMEMBERED)
def _of_itself(line: str) -> float:
    """How well a line tells anything, whatever event it is of."""
    words = cues(None)
    score = -2.0 * min(_faults(line), 3) - 2.0 * act(line).comments
    score -= 2.0 * (_looking_back().search(line, 0, _HEAD) is not None)
    score -= 2.5 * (words.finite_word.search(line) is None) + 1.0 * (words.saying.search(line) is not None)
    # What stands before an early comma is no whole clause, or one that was taken apart.
    score -= 2.0 * (0 < line.find(",") < _EARLY) + 1.0 * (":" in line)
    score -= 3.0 * (_POINTING.search(line) is not None) + 2.0 * (words.pairs.search(line) is not None)
    # How many lives it cost is the first thing to tell of what cost any.
    score += 3.0 * counts_harm(line)
    # Which country "the country" is stands elsewhere.
    score -= 6.0 * (words.country.search(line) is not None)
    score -= _BARE_PAPER * _ends_with_bare_paper(line, words)
    score -= abs(len(line) - _BEST) / 30
    score -= 3.0 * (line.partition(" ")[0].lower() in words.words["dangling"])
    score -= 3.0 * (not line[:1].isupper() or len(line) < 20)
    return score - 2.0 * line.endswith(GOES_ON)


@lru_cache(maxsize=_REMEMBERED)
def _faults(line: str) -> int:
    return faults(line, cues(None))


def _ends_with_bare_paper(line: str, words: Cues) -> bool:
    """Whether a line does not tell what was signed ("signed the agreements")."""
    _, *before, noun = ("", *line.rsplit(" ", 2))
    article = before[-1].lower() if before else ""
    return article == words.article.strip() and noun.removesuffix("s") in words.words["papers"]


def with_place(line: str, members: Sequence[Report], who: Sequence[str]) -> str:
    """The line of a visit or meeting with its city, where it says no place or only the city's country.

    A visit of which no line tells who made it is told by its visitor and its city.
    """
    city = _city(members)
    words = cues(None)
    places = gazetteer().places
    if not city or not _usual_acts(members) & ENCOUNTER:
        return line
    if not any(_names(words.relative_aside.sub("", member.passage.text), city) for member in members):
        # Where a story was written is not where all happened that it tells, nor what a noun's clause names.
        return line
    if _faults(line) > 1 or not any(name.split(" ")[-1] in line for name in who):
        visit = next(iter(words.words["visit_of"]), "")
        visitors = [name for name in who[:1] if " " in name and _is_told_by_half(name, members, "visit")]
        return visit.format(who=visitors[0], where=city) if visit and visitors else line
    told = act(line)
    if ENCOUNTER.isdisjoint(told.main) or told.comments or line.endswith(GOES_ON):
        return line
    goes_on = _going_on().search(line, 0, _HEAD) is not None
    goes_on = goes_on and "happened" in [member.modality for member in members]
    if goes_on or len(line) + len(_IN) + len(city) > LONGEST:
        meeting = next(iter(words.words["meeting_of"]), "")
        both = [name for name in who if " " in name and _is_told_by_half(name, members, "meeting")]
        elsewhere = _says_a_place(line, members) and not (goes_on and _names(line, city))
        if len(both) == 2 and meeting and not elsewhere:
            return meeting.format(who=both[0], whom=both[1], where=city)
    if len(line) + len(_IN) + len(city) > LONGEST:
        return line
    for country in (name for name in places_of(line) if places[name].kind == "country"):
        if places[country].country == places[city].country and line.endswith(f"{_IN}{country}"):
            return f"{line.removesuffix(country)}{city}, {country}"
    return line if _says_a_place(line, members) else f"{line}{_IN}{city}"


def _says_a_place(line: str, members: Sequence[Report]) -> bool:
    # "Russian imports" are in no place.
    return bool(places_of(line)) or any(_has(line, name) for member in members for name in member.where)


def _has(line: str, name: str) -> bool:
    """Whether a line has a name as a word of its own."""
    at = line.find(name)
    return at >= 0 and not is_in_word(line[at + len(name) : at + len(name) + 1])


def places_of(line: str) -> list[str]:
    """The known places that a line names by one word or two."""
    places = gazetteer().places
    words = [part.strip(".,;:’'") for part in line.split(" ")]
    return [name for name in (*words, *map(" ".join, pairwise(words))) if name in places]


@cache
def _looking_back() -> re.Pattern[str]:
    phrases = alternatives([*cues(None).words["looking_back"]])
    return re.compile(rf"\b(?:{phrases})\b")


@cache
def _going_on() -> re.Pattern[str]:
    """What tells that a meeting began before ("they continued their talks"), or that it was still to come."""
    return re.compile(rf"\b(?:{alternatives([*cues(None).words['goes_on_with']])})\b")


def _tells_in_front(line: str, usual: frozenset[str]) -> bool:
    """Whether a line tells an act, not its clause about a noun alone ("photos of a school that was hit")."""
    front = _relative().split(line, 1)[0]
    return front == line or bool(_kinds(act(front).main) & usual)


@cache
def _relative() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{alternatives([*cues(None).words['relatives']])})\s")


def _kinds(kinds: frozenset[str]) -> frozenset[str]:
    return kinds | ENCOUNTER if kinds & ENCOUNTER else kinds


def _usual_acts(members: Sequence[Report]) -> frozenset[str]:
    """The kinds of act that most of the members tell; none if no kind stands out."""
    counts = Counter(kind for member in members for kind in _kinds(act_of(member).main))
    if not counts:
        return frozenset()
    most = max(counts.values())
    return frozenset(kind for kind, count in counts.items() if count == most)


def _is_told_by_half(name: str, members: Sequence[Report], kind: str) -> bool:
    """Whether half of several reports tell of somebody, and half an act of that kind."""
    told = sum(name in member.who for member in members)
    acts = sum(kind in act_of(member).main for member in members)
    return len(members) > 1 and 2 * min(told, acts) >= len(members)


def _strange_city(line: str, city: str) -> bool:
    """Whether a line names another city than the event's."""
    places = gazetteer().places
    return any(places[name].is_city and name not in city for name in places_of(line)) and bool(city)


def _city(members: Sequence[Report]) -> str:
    """The one city, or the one far more told than others, where it happens; empty if there is none."""
    places = gazetteer().places
    cities = [name for one in members for name in one.where if name in places and places[name].is_city]
    if not cities:
        return ""
    counts = Counter(cities)
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if len(ranked) > 1 and ranked[1][1] * 2 > ranked[0][1]:
        return ""
    return ranked[0][0]


def _names(line: str, city: str) -> bool:
    return bool(city) and (city in line or city.removeprefix("New ") in line)
