"""Fiscal years whose months a text leaves open ("the past financial year", "2023-24"): others tell them.

A country's fiscal year begins where another passage on the country lets it begin.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from data import days
from data.events.gazetteer import gazetteer
from data.events.gazetteer.named_places import countries_in
from data.events.report import Report

# The month and the day on which a fiscal year begins.
Beginning = tuple[int, int]
_CALENDAR: Beginning = (1, 1)
_TWO_YEARS = re.compile(r"(?P<first>\d{4})\s?[-–/]\s?(?:\d{2})?(?P<last>\d{2})\b")


def with_fiscal_years(reports: Sequence[Report], published: Mapping[str, int | None]) -> list[Report]:
    """The reports, those of an open fiscal year with its months, if others on its countries tell them.

    Without such reports "the past financial year" stays a calendar year, and "2023-24" two years.

    Args:
        reports: all reports of a collection.
        published: the last day on which each document may have been published, by its id.
    """
    counted: dict[str, Counter[Beginning]] = defaultdict(Counter)
    open_ones: list[int] = []
    for at, report in enumerate(reports):
        if not is_of_fiscal_year(report) or report.start is None:
            continue
        begins = days.civil(report.start)[1:]
        if begins == _CALENDAR:
            open_ones.append(at)
        else:
            for country in countries_in(report.passage.text, gazetteer()):
                counted[country][begins] += 1
    found = [*reports]
    for at in open_ones if counted else ():
        found[at] = _with_months(reports[at], counted, published)
    return found


def is_of_fiscal_year(report: Report) -> bool:
    """Whether a report is of a fiscal year, or of two years that may stand for one."""
    if report.basis != "stated" or report.start is None or report.precision == "day":
        return False
    begins = days.civil(report.start)[1:]
    return report.precision == "fiscal-year" or (begins == _CALENDAR and _names_two_years(report))


def _names_two_years(report: Report) -> bool:
    """Whether an expression is a year and the next one by two digits ("2023-24")."""
    expression = report.passage.expression
    if expression is None:
        return False
    passage = report.passage
    match = _TWO_YEARS.match(passage.text, expression.start_char - passage.start_char)
    return match is not None and (int(match["first"]) + 1) % 100 == int(match["last"])


def _with_months(
    report: Report, counted: Mapping[str, Counter[Beginning]], published: Mapping[str, int | None]
) -> Report:
    expression, written = report.passage.expression, published.get(report.passage.document)
    if expression is None or report.start is None:
        return report
    begun: Counter[Beginning] = Counter()
    for country in countries_in(report.passage.text, gazetteer()):
        begun += counted.get(country, Counter())
    if len(begun) != 1:
        # Nobody tells the months, or two countries count otherwise.
        return report
    (month, day), _ = begun.popitem()
    year = days.civil(report.start).year
    if not _names_two_years(report):
        if written is None or any(mark.isdecimal() for mark in expression.text):
            # "Fiscal 2023" may be named for its first year or its last.
            return report
        year -= days.civil(written)[1:] < (month, day)
    start, end = days.ordinal(year, month, day), days.ordinal(year + 1, month, day) - 1
    reason = f"a fiscal year that begins on {day} {days.MONTHS[month - 1]}, as other passages say"
    return replace(report, start=start, end=end, precision="fiscal-year", reasons=(*report.reasons, reason))
