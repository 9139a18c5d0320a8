"""Reports that others date: stays, visits, fiscal years, and what recalls or quotes what another dates.

Only such reports and those that may date them are looked at, one in ten.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from data.events.clauses.stays import is_of_stay, with_named_stays
from data.events.names.canonical import place_name
from data.events.report import Report
from data.events.told_again.fiscal_years import is_of_fiscal_year, with_fiscal_years
from data.events.told_again.recalled import is_recalled_or_recalls, with_recalled
from data.events.told_again.visits import is_of_visit, with_known_visits
from data.events.wishes import Names


class Recalling(NamedTuple):
    """A report that may be dated by others, or date others.

    Attributes:
        holder: by which it is held.
        report: as its document tells it.
        named: whom its sentence names.
    """

    holder: int
    report: Report
    named: tuple[str, ...]


def recalling(
    reports: Sequence[Report], holders: Iterable[int], published: Mapping[str, int | None]
) -> list[Recalling]:
    """Those of a document's reports that may be dated by others, or date others.

    Args:
        reports: what a document reports.
        holders: by which the reports are held.
        published: the last day on which the document may have been published, by its id.
    """
    named: dict[int, dict[str, None]] = defaultdict(dict)
    for report in reports:
        named[report.sentence].update(dict.fromkeys(report.who))
    return [
        Recalling(held, report, tuple(named[report.sentence]))
        for held, report in zip(holders, reports, strict=True)
        if is_of_stay(report)
        or is_of_visit(report, published)
        or is_of_fiscal_year(report)
        or is_recalled_or_recalls(report)
    ]


def dated_by_others(
    told: Sequence[Recalling],
    named: Mapping[str, Sequence[str]],
    published: Mapping[str, int | None],
    names: Names,
) -> dict[int, Report]:
    """The reports, by their holders, that others date: with the days and names that they have from them.

    Args:
        told: all such reports of a collection, in the order of their documents.
        named: whom each document names, by its id.
        published: the last day on which each document may have been published, by its id.
        names: the one name of each name.
    """
    before = [renamed(one.report, names) for one in told]
    everybody = {
        document: sorted({names.of_person(name) for name in those}) for document, those in named.items()
    }
    of_sentence = [tuple(dict.fromkeys(map(names.of_person, one.named))) for one in told]
    after = with_fiscal_years(with_named_stays(before), published)
    after = with_recalled(with_known_visits(after, everybody, published), of_sentence, published)
    return {
        one.holder: now
        for one, then, now in zip(told, before, after, strict=True)
        if now is not then and now != then
    }


def renamed(report: Report, names: Names) -> Report:
    """The report with the one name of each person and place."""
    who = tuple(dict.fromkeys(map(names.of_person, report.who)))
    where = tuple(dict.fromkeys(names.of_place(place_name(name)) for name in report.where))
    if who == report.who and where == report.where:
        return report
    return replace(report, who=who, where=where)
