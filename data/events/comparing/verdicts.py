"""What verdicts come to: who was convicted on a day did not walk free on it."""

from __future__ import annotations

import re
from functools import cache

from data.events.comparing.parties import Agreement
from data.events.comparing.signs import Signs
from data.events.cues import alternatives
from data.events.figures.figure import groups
from data.events.report import Report
from data.events.words import lowered

_ACQUITTED = "acquitted"


def one_outcome(first: Signs, second: Signs, found: Agreement) -> bool:
    """Whether documents tell in which way one verdict ended for somebody, one without a date of its own."""
    a, b = first.report, second.report
    if a.passage.document == b.passage.document or {a.basis, b.basis} != {"stated", "inferred"}:
        return False
    if not 0 < len(found.who) == min(len(first.taking_part), len(second.taking_part)):
        return False
    told = _outcomes(a)
    return len(told) == 1 and told == _outcomes(b) and (a.start, a.end) == (b.start, b.end)


def other_outcomes(a: Report, b: Report) -> bool:
    """Whether one passage tells only who walked free, and the other only what became of others."""
    told = (_outcomes(a), _outcomes(b))
    return all(told) and told[0].isdisjoint(told[1]) and {_ACQUITTED} in told


def _outcomes(report: Report) -> frozenset[str]:
    """What verdicts came to by the words of a passage."""
    table = groups(None, "outcome_")
    return frozenset(table[word] for word in _outcome_words().findall(lowered(report.passage.text)))


@cache
def _outcome_words() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives([*groups(None, 'outcome_')])})\b")
