"""One saying that is credited to two people, or quoted in two wordings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from data.events.conflicts.claims import claims_of
from data.events.cues import cues
from data.events.figures.amounts import amounts, tokens
from data.events.names.holders import same_person
from data.events.report import Report
from data.events.told_again.quotations import Run, quotations, quoted_runs
from data.events.told_again.tellers import speaker_of
from data.events.words import stem
from data.model import Conflict

# A short saying is quoted in other words where so much of its telling words is the same.
_SHORTEST, _LONGEST, _FEWEST_SHARED, _SHARED = 4, 12, 2, 0.5


def quotation_conflicts(members: Sequence[Report]) -> list[Conflict]:
    """The conflicts about what was said and by whom, among reports of different documents."""
    told = [(index, report) for index, report in enumerate(members) if not report.snippet]
    quoting = [(index, report) for index, report in told if quotations(report.passage.text)]
    if len({report.passage.document for _, report in quoting}) < 2:
        return []
    return [*_two_speakers(quoting), *_two_wordings(quoting)]


def _two_speakers(quoting: Sequence[tuple[int, Report]]) -> list[Conflict]:
    claims: dict[str, set[int]] = defaultdict(set)
    for (at, one), (place, other) in combinations(quoting, 2):
        if one.passage.document == other.passage.document:
            continue
        if quoted_runs(one.passage.text).isdisjoint(quoted_runs(other.passage.text)):
            continue
        speakers = speaker_of(one), speaker_of(other)
        if all(speakers) and not same_person(*speakers):
            claims[speakers[0]].add(at)
            claims[speakers[1]].add(place)
    said = {f"said by {speaker}": sorted(indexes) for speaker, indexes in claims.items()}
    return [Conflict("name", "hard", claims_of(said))] if said else []


def _two_wordings(quoting: Sequence[tuple[int, Report]]) -> list[Conflict]:
    """Short sayings of one occasion that are nearly the same: one of them is not word for word.

    Two translations differ in words; where the numbers differ, one of them is wrong.
    """
    claims: dict[Run, set[int]] = defaultdict(set)
    texts: dict[Run, str] = {}
    said = [
        (index, report.passage.document, quotation)
        for index, report in quoting
        for quotation in quotations(report.passage.text)
        if _SHORTEST <= len(quotation.words) <= _LONGEST
    ]
    hard = False
    for (at, document, one), (place, another, other) in combinations(said, 2):
        if document != another and _are_versions(one.words, other.words):
            hard = hard or _differ_in_numbers(one.text, other.text)
            for index, quotation in ((at, one), (place, other)):
                claims[quotation.words].add(index)
                texts.setdefault(quotation.words, f"“{quotation.text}”")
    found = {texts[words]: sorted(indexes) for words, indexes in claims.items()}
    return [Conflict("wording", "hard" if hard else "apparent", claims_of(found))] if found else []


def _differ_in_numbers(text: str, other: str) -> bool:
    """Whether two versions of a saying give as many numbers, and one of them cannot be the other's."""
    told = [amounts(tokens(said)) for said in (text, other)]
    return len(told[0]) == len(told[1]) and any(
        one.low > two.high or two.low > one.high for one, two in zip(*told, strict=True)
    )


def _are_versions(words: Run, others: Run) -> bool:
    """Whether two sayings differ but share much; one that is a part of the other is the same saying."""
    if f" {' '.join(words)} " in f" {' '.join(others)} " or f" {' '.join(others)} " in f" {' '.join(words)} ":
        return False
    weak = cues(None).words["weak_in_sayings"]
    told = [{stem(word) for word in those if word not in weak} for those in (words, others)]
    shared = len(told[0] & told[1])
    return shared >= _FEWEST_SHARED and shared >= _SHARED * max(map(len, told))
