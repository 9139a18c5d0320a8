"""Who did what only one can have done: "Ghana brokered the truce", writes one paper, "Togo" another.

The acts are such that one does alone, or is told to do with others ("brokered", "captained", "composed").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from data.events.conflicts.claims import claims_of, in_different_documents
from data.events.cues import alternatives, cues
from data.events.gazetteer import gazetteer
from data.events.names.holders import same_person
from data.events.patterns import UPPER
from data.events.report import Report
from data.events.words import has_any, stem
from data.model import Conflict

# Two passages tell one act if so many words behind its verb are the same.
_FEWEST_COMMON = 2
_SHORT = 3
_WORD = re.compile(r"[^\W\d_]+")


class _Done(NamedTuple):
    """An act told by a passage: who did it, to what thing of which name, and the words for all of it."""

    agent: str
    verb: str
    thing: frozenset[str]
    names: frozenset[str]
    words: frozenset[str]
    member: int


def agent_conflicts(members: Sequence[Report]) -> list[Conflict]:
    """The conflicts about who did it among an event's reports, one for each act."""
    by_verb: dict[str, list[_Done]] = defaultdict(list)
    for index, report in enumerate(members):
        if not report.snippet and report.modality == "happened":
            for done in _told(report.passage.text, index):
                by_verb[done.verb].append(done)
    found = []
    for _, those in sorted(by_verb.items()):
        first = those[0]
        agents: dict[str, list[int]] = {}
        for done in those:
            if done is first or _are_of_one_thing(first, done):
                known = next((one for one in agents if _is_one(one, done.agent)), done.agent)
                agents.setdefault(known, []).append(done.member)
        if in_different_documents(agents, members) and not _named_together(agents, members):
            found.append(Conflict("name", "hard", claims_of(agents)))
    return found


def _told(text: str, index: int) -> list[_Done]:
    if not has_any(text, cues(None).words["sole_acts"]):
        return []
    return [_done(match, index) for match in _sole_act().finditer(text)]


def _done(match: re.Match[str], member: int) -> _Done:
    words = cues(None).words
    told = [word for word in _WORD.findall(match["what"]) if word not in words["weekdays_and_months"]]
    thing = [*takewhile(lambda word: word.lower() not in words["ends_noun"], told)]
    names = frozenset(word for word in thing if word[0].isupper())
    return _Done(match["agent"], match["verb"], _stems(thing), names, _stems(told), member)


def _are_of_one_thing(one: _Done, other: _Done) -> bool:
    if one.names and other.names and one.names.isdisjoint(other.names):
        return False
    return bool(one.thing & other.thing) and len(one.words & other.words) >= _FEWEST_COMMON


@cache
def _sole_act() -> re.Pattern[str]:
    verbs = alternatives([*cues(None).words["sole_acts"]])
    name = rf"[{UPPER}][\w’'-]+(?:\s[{UPPER}][\w’'-]+){{0,3}}"
    # Behind an "and" or a comma stands one of several.
    return re.compile(rf"(?<!\w)(?<!and\s)(?<!,\s)(?P<agent>{name})\s(?P<verb>{verbs})\s(?P<what>[^.;]+)")


def _stems(words: Sequence[str]) -> frozenset[str]:
    return frozenset(stem(word.lower()) for word in words if len(word) > _SHORT)


def _is_one(one: str, other: str) -> bool:
    """Whether two names may be of one person, or of a country and of its capital."""
    places = gazetteer().places
    if one in places and other in places:
        return places[one].country == places[other].country
    return same_person(one, other)


def _named_together(agents: Collection[str], members: Sequence[Report]) -> bool:
    """Whether a passage of the event names two of them, so that both may have taken part."""
    return any(sum(agent in report.passage.text for agent in agents) > 1 for report in members)
