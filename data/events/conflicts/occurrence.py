"""Whether something happened: what some passages of one event deny, or tell the opposite of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from data.events.acts import denies
from data.events.conflicts.claims import claims_of
from data.events.cues import NEVER, alternatives, cues
from data.events.gazetteer import gazetteer
from data.events.gazetteer.named_places import countries_in, is_city
from data.events.report import Report
from data.model import Claim, Conflict, Severity

# What somebody said is no telling of what happened.
_QUOTED = re.compile(r"[“\"][^”\"]*(?:[”\"]|$)")
# What somebody does; anything else happens to the occasion ("was cancelled").
_OF_PERSONS = frozenset({"attending", "signing"})
# What befalls one person, who may be told behind the body that he is of ("the head of the bank, Ann Berg").
_OF_ONE = frozenset({"resigning"})
_PREFIX, _OPPOSITE, _UNDERGOES = "happens_", "fails_", "undergoes_"
# Whom something is done to is named so close behind the verb.
_OBJECT = 80
_TOLD = frozenset({"happened", "uncertain", "denied", "state"})


def occurrence_conflicts(members: Sequence[Report]) -> list[Conflict]:
    """Some passages deny what others tell as happened, or say the opposite of the same person."""
    denied = [
        index
        for index, report in enumerate(members)
        if report.modality == "denied" and (denies(report.passage.text) or _is_said(report.passage.text))
    ]
    told = [index for index, report in enumerate(members) if report.modality == "happened"]
    if denied and told:
        claims = (Claim("it happened", tuple(told)), Claim("it did not happen", tuple(denied)))
        return [Conflict("occurrence", "hard", claims)]
    return _opposites(members)


def _is_said(text: str) -> bool:
    """Whether a passage is what somebody says, or denies ("that Berg had paid")."""
    return text.partition(" ")[0] in cues(None).words["relative_links"]


@cache
def _oppositions(language: str | None) -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    """For each kind of act the words that tell it and those that tell its opposite."""
    words = cues(language).words
    return {
        name.removeprefix(_PREFIX): (_pattern(words[name]), _pattern(words[_opposite(name)]))
        for name in sorted(words)
        if name.startswith(_PREFIX)
    }


@cache
def _any_opposite(language: str | None) -> re.Pattern[str]:
    """A word that tells the opposite of any kind of act."""
    words = cues(language).words
    opposites = [word for name in words if name.startswith((_OPPOSITE, _UNDERGOES)) for word in words[name]]
    return _pattern(opposites)


@cache
def _done_to_somebody(kind: str) -> re.Pattern[str]:
    """What the opposite of a kind of act is called where somebody does it to him; of most kinds nothing."""
    words = cues(None).words[f"{_UNDERGOES}{kind}"]
    return _pattern(words) if words else NEVER


def _opposite(name: str) -> str:
    return _OPPOSITE + name.removeprefix(_PREFIX)


def _pattern(words: Sequence[str] | frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives([*words])})\b")


def outcome(text: str, kind: str) -> bool | None:
    """Whether a text tells by its own words that something of a kind came about; None if it tells neither.

    >>> outcome("Their talks in Oslo made no headway.", "agreeing")
    False
    """
    happens, fails = _oppositions(None)[kind]
    told = _QUOTED.sub(" ", text).lower()
    if fails.search(told) is not None:
        return False
    return True if happens.search(told) is not None else None


def _opposites(members: Sequence[Report]) -> list[Conflict]:
    """Opposites told of the same first person or countries by different documents ("attended", "skipped")."""
    texts = [_QUOTED.sub(" ", report.passage.text).lower() for report in members]
    fails_in = _any_opposite(None).search
    if not any(fails_in(text) is not None for text in texts):
        # So it is with most events: one look spares them two for each kind of act.
        return []
    found = []
    for kind, (happens, fails) in _oppositions(None).items():
        everywhere = _of_whom(members, kind)
        did: dict[str, dict[str, list[int]]] = {}
        did_not: dict[str, dict[str, list[int]]] = {}
        for index, report in enumerate(members):
            if report.snippet or report.modality not in _TOLD:
                continue
            failed = fails.search(texts[index]) or _undergone(texts[index], kind, report.who)
            happened = happens.search(texts[index])
            if failed is not None and happened is not None and kind in _OF_ONE:
                # "He resigned after the board had dismissed him" tells both.
                continue
            happened = failed or happened
            if happened is not None:
                claims = did if failed is None else did_not
                who = next((name for name in report.who if name in everywhere), "") or parties(report)
                said = " ".join([*(report.who[:1] if kind in _OF_PERSONS else ()), happened.group()])
                claims.setdefault(who, {}).setdefault(said, []).append(index)
        for who in sorted(did.keys() & did_not.keys()):
            claims_of_who = {**did[who], **did_not[who]}
            sides = [
                {members[index].passage.document for those in side[who].values() for index in those}
                for side in (did, did_not)
            ]
            if sides[0].isdisjoint(sides[1]):
                severity: Severity = "apparent" if _may_be_two(members) else "hard"
                found.append(Conflict("occurrence", severity, claims_of(claims_of_who)))
    return found


def _undergone(text: str, kind: str, who: Sequence[str]) -> re.Match[str] | None:
    """Where a text tells by his name what was done to somebody instead ("suspended its head, Jonas Berg")."""
    for done in _done_to_somebody(kind).finditer(text):
        behind = text[done.end() : done.end() + _OBJECT].partition(";")[0]
        if any(
            re.search(rf"\b{re.escape(name.rpartition(' ')[2].lower())}\b(?!['’])", behind) for name in who
        ):
            return done
    return None


def _of_whom(members: Sequence[Report], kind: str) -> frozenset[str]:
    """Of whom a kind of act may be told: whom a report names first; of some kinds whom all name."""
    named = [report.who for report in members if report.who and not report.snippet]
    if kind in _OF_ONE:
        return frozenset(sorted(set(named[0]).intersection(*named))[:1]) if named else frozenset()
    return frozenset(who[0] for who in named)


def parties(report: Report) -> str:
    """The codes of the countries that a report tells of, but for those of its cities, mere hosts."""
    atlas = gazetteer()
    hosts = {atlas.places[place].country for place in report.where if is_city(place, atlas)}
    return " ".join(sorted(countries_in(report.passage.text, atlas) - hosts))


def _may_be_two(members: Sequence[Report]) -> bool:
    """Whether what is told may be of two occasions: nothing dates it, and not all put it in one city."""
    atlas = gazetteer()
    cities = [{place for place in member.where if is_city(place, atlas)} for member in members]
    return all(member.basis == "inferred" for member in members) and not set.intersection(*cities)
