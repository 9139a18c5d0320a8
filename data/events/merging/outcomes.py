"""Background on one round of talks that tells opposite outcomes: joined so that the contradiction is shown.

"They met in Oslo in spring, and the talks made no headway", writes one paper; "on the basis of what was
agreed in Oslo", another. Neither dates it, so that only place, parties and the time of writing tell that it
is one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cache

from data.events.conflicts.occurrence import outcome, parties
from data.events.cues import cues
from data.events.gazetteer import gazetteer
from data.events.gazetteer.named_places import is_city
from data.events.report import Report
from data.events.words import stem

# The news of a document stands in its first sentences; what follows may be background.
_LEAD = 3
# What parties two rounds of talks share where they are one, and how many days apart they are written on.
_FEWEST_PARTIES, _NEAR = 2, 31
_KIND = "agreeing"


def of_two_outcomes(
    reports: Mapping[int, Report], written: Callable[[int], int | None]
) -> Iterator[tuple[int, int]]:
    """Pairs of reports, by what they are held by, that tell opposite outcomes of one round of talks.

    ``written`` gives the last day on which the document of a held report may have been published.
    """
    told: dict[str, list[tuple[int, bool]]] = defaultdict(list)
    atlas = gazetteer()
    for held, report in reports.items():
        happened = outcome_of_talks(report)
        if happened is not None:
            for city in {place for place in report.where if is_city(place, atlas)}:
                told[city].append((held, happened))
    for those in told.values():
        for one, did in those:
            for other, did_too in those:
                near = did and not did_too and _are_near(written(one), written(other))
                if near and _of_one_round(reports[one], reports[other]):
                    yield one, other


def outcome_of_talks(report: Report) -> bool | None:
    """Whether talks that no expression dates came to anything, as background tells; None if it does not."""
    if report.basis == "stated" or report.snippet or report.sentence < _LEAD or not report.where:
        return None
    return None if report.words.isdisjoint(_talks()) else outcome(report.passage.text, _KIND)


@cache
def _talks() -> frozenset[str]:
    return frozenset(map(stem, cues(None).words["rounds_of_talks"]))


def _are_near(one: int | None, other: int | None) -> bool:
    return one is not None and other is not None and abs(one - other) <= _NEAR


def _of_one_round(one: Report, other: Report) -> bool:
    if one.passage.document == other.passage.document:
        return False
    return len({*parties(one).split()} & {*parties(other).split()}) >= _FEWEST_PARTIES
