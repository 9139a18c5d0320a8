"""Who is named as the one who says what a passage tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from data.events.cues import cues
from data.events.report import Report
from data.events.told_again.quotations import without_quotations

# Who says it is named at most so far from the verb, or from "according to".
_NEAR, _NEAR_SOURCE = 40, 60
# A clause that only names who tells the one before has so many words at most.
_LONGEST_TELLING = 12


def with_tellers(reports: Sequence[Report]) -> list[Report]:
    """The reports of a document, each that the next clause of its sentence only credits to somebody with him.

    "Exports came to $412 million in 2023, | the envoy Oona Virtanen told reporters on Friday."
    """
    found = [*reports]
    for at, (one, following) in enumerate(pairwise(reports)):
        follows = one.sentence == following.sentence and one.passage.end_char <= following.passage.start_char
        only_credits = follows and len(following.passage.text.split()) <= _LONGEST_TELLING
        if only_credits and not source_of(one):
            found[at] = replace(one, told_by=speaker_of(following))
    return found


def speaker_of(report: Report) -> str:
    """Who is named beside the verb by which a report's quotation is told ("Ilves said"); empty if nobody."""
    text = without_quotations(report.passage.text)
    best: tuple[int, str] | None = None
    for verb in cues(None).saying.finditer(text):
        for name in report.who:
            surname = name.rpartition(" ")[2]
            for match in re.finditer(rf"\b{re.escape(surname)}\b", text):
                before = verb.start() - match.end()
                behind = match.start() - verb.end()
                far = before if before >= 0 else behind + _NEAR // 2
                if 0 <= far <= _NEAR and (best is None or far < best[0]):
                    best = far, name
    return best[1] if best is not None else ""


def source_of(report: Report) -> str:
    """Who is named as the source of what a report tells ("according to Ilves"); empty if nobody."""
    if report.told_by:
        return report.told_by
    text = report.passage.text
    cited = cues(None).cited.search(text)
    if cited is None:
        return speaker_of(report)
    following = text[cited.end() : cited.end() + _NEAR_SOURCE].partition(",")[0]
    named = [name for name in report.who if name.rpartition(" ")[2] in following]
    return min(named, key=lambda name: following.index(name.rpartition(" ")[2]), default="")
