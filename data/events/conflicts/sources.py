"""One sum or share that documents credit to different people.

Each of them may have given it. Where both give one reason for it in the same words, one statement is credited
to two people, as one quotation would be.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from itertools import combinations

from data.events.conflicts.claims import claims_of, in_different_documents
from data.events.cues import alternatives, cues
from data.events.figures.passage import figures
from data.events.names.holders import same_person
from data.events.report import Report
from data.events.told_again.tellers import source_of
from data.events.words import stem
from data.model import Conflict, Severity

# Figures that somebody gives; a toll is counted by many.
_CREDITED = frozenset({"money", "share"})
# So many telling words of a reason are the same only where one statement is told.
_SHARED = 2
# A reason ends at a mark, or after so many words.
_LONGEST = 8
_WORDS = re.compile(r"[^\W\d_]+")
_ENDS = re.compile(r"[^\w\s’'-]")


def source_conflicts(members: Sequence[Report]) -> list[Conflict]:
    """The first sum or share of an event that different documents credit to different people."""
    told: dict[tuple[str, float], list[int]] = defaultdict(list)
    for index, report in enumerate(members):
        if not report.snippet:
            for figure in figures(report.passage.text):
                if figure.kind in _CREDITED and figure.what:
                    told[figure.what, figure.value].append(index)
    for indexes in told.values():
        if len({members[index].passage.document for index in indexes}) < 2:
            continue
        claims: dict[str, list[int]] = defaultdict(list)
        for index in indexes:
            source = source_of(members[index])
            known = next((one for one in claims if same_person(one, source)), source)
            if source:
                claims[known].append(index)
        if in_different_documents(claims, members):
            said = {f"said by {source}": those for source, those in claims.items()}
            severity: Severity = "hard" if _is_one_statement(list(claims.values()), members) else "apparent"
            return [Conflict("name", severity, claims_of(said))]
    return []


def _is_one_statement(claims: Sequence[Sequence[int]], members: Sequence[Report]) -> bool:
    """Whether reports of two sources give a reason in the same words ("due to strong demand for salmon")."""
    reasons = [[_reason(members[index].passage.text) for index in indexes] for indexes in claims]
    return any(
        len(one & other) >= _SHARED
        for those, others in combinations(reasons, 2)
        for one in those
        for other in others
    )


def _reason(text: str) -> frozenset[str]:
    """The stems of the telling words of the reason that a text gives; empty if it gives none."""
    match = _reasons().search(text)
    if match is None:
        return frozenset()
    weak = cues(None).words["weak_in_sayings"]
    words = _WORDS.findall(_ENDS.split(text[match.end() :], maxsplit=1)[0].lower())[:_LONGEST]
    return frozenset(stem(word) for word in words if word not in weak)


@cache
def _reasons() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(sorted(cues(None).words['gives_reason']))})\b")
