"""Whether something happened: what some passages of one event deny, or tell the opposite of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from data.events.acts import denies
from data.events.claims import claims_of
from data.events.cues import alternatives, cues
from data.events.report import Report
from data.model import Claim, Conflict

# What somebody said is no telling of what happened.
_QUOTED = re.compile(r"[“\"][^”\"]*(?:[”\"]|$)")
_PREFIX, _OPPOSITE = "happens_", "fails_"
_TOLD = frozenset({"happened", "uncertain", "denied", "state"})


def occurrence_conflicts(members: Sequence[Report]) -> list[Conflict]:
    """Some passages deny what others tell as happened, or say the opposite of the same person."""
    denied = [
        index
        for index, report in enumerate(members)
        if report.modality == "denied" and denies(report.passage.text)
    ]
    told = [index for index, report in enumerate(members) if report.modality == "happened"]
    if denied and told:
        claims = (Claim("it happened", tuple(told)), Claim("it did not happen", tuple(denied)))
        return [Conflict("occurrence", "hard", claims)]
    return _opposites(members)


@cache
def _oppositions(language: str | None) -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    """For each kind of act the words that tell it and those that tell its opposite."""
    words = cues(language).words
    return {
        name.removeprefix(_PREFIX): (_pattern(words[name]), _pattern(words[_opposite(name)]))
        for name in sorted(words)
        if name.startswith(_PREFIX)
    }


def _opposite(name: str) -> str:
    return _OPPOSITE + name.removeprefix(_PREFIX)


def _pattern(words: Sequence[str] | frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives([*words])})\b")


def _opposites(members: Sequence[Report]) -> list[Conflict]:
    """Opposites told of the same first person by different documents ("attended", "stayed away")."""
    found = []
    texts = [_QUOTED.sub(" ", report.passage.text).lower() for report in members]
    for happens, fails in _oppositions(None).values():
        did: dict[str, dict[str, list[int]]] = {}
        did_not: dict[str, dict[str, list[int]]] = {}
        for index, report in enumerate(members):
            if report.snippet or report.modality not in _TOLD:
                continue
            who = report.who[0] if report.who else ""
            failed = fails.search(texts[index])
            happened = failed or happens.search(texts[index])
            if happened is not None:
                claims = did if failed is None else did_not
                said = f"{who} {happened.group()}".strip()
                claims.setdefault(who, {}).setdefault(said, []).append(index)
        for who in sorted(did.keys() & did_not.keys()):
            claims_of_who = {**did[who], **did_not[who]}
            sides = [
                {members[index].passage.document for those in side[who].values() for index in those}
                for side in (did, did_not)
            ]
            if sides[0].isdisjoint(sides[1]):
                found.append(Conflict("occurrence", "hard", claims_of(claims_of_who)))
    return found
