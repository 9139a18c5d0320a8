"""Stays of some days: "arrived on Monday for a two-day visit" tells of Monday and Tuesday."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Literal, NamedTuple

from data.events.cues import cues
from data.events.report import Report
from data.events.words import has_any

_WORD = re.compile(r"[^\W_]+")
# From the number to the word for the stay, and from there to the word for its beginning or end.
_TO_STAY, _TO_BOUND = 4, 9
_LONGEST = 31
# So many passages are remembered, those of some thousand articles.
_REMEMBERED = 1 << 16


class Stay(NamedTuple):
    """A stay that a passage tells: its days, and whether the passage tells its beginning or its end."""

    days: int
    bound: Literal["begins", "ends"] | None


@lru_cache(maxsize=_REMEMBERED)
def stay(text: str, language: str | None = None) -> Stay | None:
    """The stay of some days that a passage tells of, None if it tells of none.

    >>> stay("She arrived in Oslo on Monday for a two-day visit.")
    Stay(days=2, bound='begins')
    """
    table = cues(language)
    stays, stays_in = table.words["stays"], table.words["stays_in"]
    units = table.words["stay_days"]
    lower = text.lower()
    if not has_any(lower, units):
        return None
    tokens = _WORD.findall(lower)
    for at, token in enumerate(tokens[1:], 1):
        if token not in units:
            continue
        count = table.numbers.get(tokens[at - 1], 0)
        if tokens[at - 1].isdigit():
            count = int(tokens[at - 1])
        following = tokens[at + 1 : at + 1 + _TO_STAY]
        is_stay = not (stays.isdisjoint(following) and stays_in.isdisjoint(following[:1]))
        if 1 < count <= _LONGEST and is_stay:
            return Stay(count, _bound(tokens, at, language))
    return None


def with_named_stays(reports: Sequence[Report]) -> list[Report]:
    """The reports, those that only name a stay by its length ("his two-day visit") with the stay's days.

    They take them from the one stay of that length that other reports date and that holds their own day, with
    whom they share a name; a report that an expression dates keeps its days.
    """
    wholes: dict[int, list[Report]] = defaultdict(list)
    for report in reports:
        if _is_whole(report) and report.start is not None and report.end is not None:
            for day in range(report.start, report.end + 1):
                wholes[day].append(report)
    return [_named(report, wholes) for report in reports]


def is_of_stay(report: Report) -> bool:
    """Whether a report is dated by the days of a stay, or may only name one."""
    if _is_whole(report):
        return True
    inferred = report.basis == "inferred" and report.start is not None and report.start == report.end
    return inferred and stay(report.passage.text) is not None


def _is_whole(report: Report) -> bool:
    if report.basis != "stated" or report.precision != "day" or report.start is None or report.end is None:
        return False
    return 0 < report.end - report.start < _LONGEST


def _named(report: Report, wholes: dict[int, list[Report]]) -> Report:
    if report.basis != "inferred" or report.start is None or report.start != report.end:
        return report
    told = stay(report.passage.text)
    if told is None:
        return report
    who = set(report.who)
    spans = {
        (whole.start, whole.end)
        for whole in wholes.get(report.start, ())
        if whole.end is not None and whole.start is not None
        if whole.end - whole.start + 1 == told.days and who & set(whole.who)
    }
    if len(spans) != 1:
        return report
    start, end = spans.pop()
    reasons = (*report.reasons, f"a stay of {told.days} days")
    return replace(report, start=start, end=end, reasons=reasons, known_visit=True)


def _bound(tokens: list[str], at: int, language: str | None) -> Literal["begins", "ends"] | None:
    words = cues(language).words
    near = tokens[max(0, at - _TO_BOUND) : at + _TO_BOUND]
    if not words["stay_ends"].isdisjoint(near):
        return "ends"
    return "begins" if not words["stay_begins"].isdisjoint(near) else None


def with_stay(report: Report) -> Report:
    """The report with the days of the whole stay, where a single day and the stay's length give them."""
    if report.basis != "stated" or report.precision != "day" or report.start != report.end:
        return report
    told = stay(report.passage.text)
    if told is None or told.bound is None or report.start is None:
        return report
    more = told.days - 1
    start = report.start if told.bound == "begins" else report.start - more
    end = start + more
    return replace(report, start=start, end=end, reasons=(*report.reasons, f"a stay of {told.days} days"))
