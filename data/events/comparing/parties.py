"""Who takes part in what two reports tell: the same people, all of those of one, or strangers."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from data.events.acts import ENCOUNTER
from data.events.comparing.signs import Signs
from data.events.gazetteer.named_places import SharedPlace
from data.events.intervals import finer, length
from data.events.report import Report

_DAYS_OF_SEASON = 92
_DAYS_OF_YEAR = 366
#: So alike are the words of one occasion where people alone do not tell it.
SOME_WORDS = 0.1
_TOLD = frozenset({"happened", "uncertain"})
_CALL = frozenset({"call"})
# The headline is told again in the first of these sentences.
_LEAD = 1
_HALF = 0.5


class Agreement(NamedTuple):
    """What two reports share: how far they agree, the likeness of their words, whom, where and what."""

    score: float
    words: float
    common: int
    who: tuple[str, ...]
    place: SharedPlace
    occasion: str | None = None


def are_strangers(first: Signs, second: Signs, found: Agreement) -> bool:
    """Whether two documents tell without a name in common what each tells of others: "its sales fell"."""
    if found.who or found.place or not first.about or not second.about:
        return False
    other = first.report.passage.document != second.report.passage.document
    return other and first.about.isdisjoint(second.about)


def are_nobodies(first: Signs, second: Signs) -> bool:
    """Whether documents about others tell over more than a year of somebody, or of what, without a name.

    "A neighbour has lived here since the 1980s" is told of every street of a city.
    """
    days = finer((first.report.start, first.report.end), (second.report.start, second.report.end))
    if length(days) <= _DAYS_OF_YEAR or not first.about.isdisjoint(second.about):
        return False
    other = first.report.passage.document != second.report.passage.document
    return other and not first.taking_part and not second.taking_part


def same_people(first: Signs, second: Signs, found: Agreement, *, coarse: bool, city: bool) -> bool:
    """Whether the people, and where they are few the place, are those of one occasion."""
    if not first.taking_part or not second.taking_part:
        return _names_nobody(first, second, found, city=city)
    if first.taking_part.isdisjoint(second.report.who[:2]):
        return False
    if len(found.who) < _HALF * min(len(first.who), len(second.who)):
        return False
    if first.report.basis == second.report.basis == "inferred" and found.words < SOME_WORDS:
        # Two background passages of one day's news.
        return False
    if city or (found.place and not coarse):
        return True
    if first.report.passage.document == second.report.passage.document:
        return _is_headline_of(first.report, second.report) and all_shared(first, second, found)
    if coarse:
        lengths = [length((signs.report.start, signs.report.end)) for signs in (first, second)]
        if max(lengths) <= _DAYS_OF_SEASON and len(found.who) >= 2:
            return True
        same = found.words >= SOME_WORDS or all_shared(first, second, found)
        return bool(found.place) and same
    stated = [signs.report.basis for signs in (first, second)].count("stated")
    # Two people telephone once in a day or two, whichever of them was written on.
    enough = 1 if first.act.main & second.act.main >= _CALL else 2
    summit = first.act.kinds >= ENCOUNTER or second.act.kinds >= ENCOUNTER
    return found.place is None and stated >= enough and (len(found.who) >= 2 or summit)


def _is_headline_of(one: Report, other: Report) -> bool:
    """Whether one report of a document is its headline and the other its lead, of the same days."""
    headline, lead = sorted((one, other), key=lambda report: report.sentence)
    same_days = (one.start, one.end) == (other.start, other.end)
    return same_days and not headline.sentence and lead.sentence <= _LEAD


def same_persons(first: Signs, second: Signs, who: Collection[str]) -> bool:
    """Whether two documents tell of the same people on stated days, one of them perhaps of others too.

    ``who``: whom both name.
    """
    a, b = first.report, second.report
    if not first.taking_part or not second.taking_part or a.passage.document == b.passage.document:
        return False
    everyone = 0 < len(who) == min(len(first.who), len(second.who))
    return everyone and a.basis == b.basis == "stated"


def all_shared(first: Signs, second: Signs, found: Agreement) -> bool:
    """Whether two people are in both, or all of the one in the other for the same days."""
    a, b = first.report, second.report
    same_days = (a.start, a.end) == (b.start, b.end) and a.basis == b.basis == "stated"
    everyone = 0 < len(found.who) == min(len(first.who), len(second.who))
    return len(found.who) >= 2 or (same_days and everyone)


def _names_nobody(first: Signs, second: Signs, found: Agreement, *, city: bool) -> bool:
    """Whether reports of which one names nobody are of one occasion by place and days alone."""
    a, b = first.report, second.report
    undated = [report.basis for report in (a, b)].count("inferred")
    if not found.place or undated == len((a, b)) or (undated and not both_told(a, b)):
        return False
    some_days = (a.start, a.end) == (b.start, b.end) and a.start != a.end and a.precision == "day"
    return some_days or (city and found.common > 0)


def both_told(a: Report, b: Report) -> bool:
    """Whether both reports are of what happened, or neither."""
    return (a.modality in _TOLD) == (b.modality in _TOLD)
