"""The publication date on which the clues of a document agree, with the reasons for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.dating.publication.clues import agreement
from data.days import WEEKDAYS, weekday
from data.edtf import write
from data.model import Published

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.dating.publication.clues import Agreement, Clue, Weekdays
    from data.dating.publication.own_words.bounds import Bounds
    from data.dating.publication.own_words.evidence import Undated

# Anchors lighter than this together tie nothing to the calendar.
_ENOUGH = 0.6
# What a day gains that falls on a weekday as on which the text speaks.
_SPOKEN = 1.0
# A date within so many days is used to date other documents.
_EXACT = 2
# Longer stretches are of no use to date a text by: the document counts as undated.
_LONGEST = 62
_YEAR = 366
# Within a fortnight a weekday names one day or two.
_FORTNIGHT = 13
_WEEK = 7
_REASONS = 3
_SOURCES = 3


def exact_days(published: Published) -> tuple[int, int] | None:
    """First and last day of a date that is exact enough to date others by."""
    if published.start is None or published.end is None or not published.is_known:
        return None
    if published.end - published.start >= _EXACT:
        return None
    return published.start, published.end


def decided(document: Undated, clues: Sequence[Clue], bounds: Bounds) -> Published:
    """The date of a document by its clues, within its bounds; unknown if they do not agree on one."""
    agreed = agreement(clues)
    if agreed is None or agreed.last - agreed.first > _LONGEST or not _is_firm(agreed):
        return bounded(bounds)
    left = bounds.within(agreed.first, agreed.last)
    if left is None:
        return bounded(bounds)
    (first, last), spoken = left, ""
    weekdays = document.own.weekdays
    if last - first <= _FORTNIGHT and weekdays.likely():
        first, last, spoken = _by_weekday(weekdays, first, last, clues)
        first, last = bounds.within(first, last) or left
    reasons = _reasons([clue for clue in clues if clue.allows(first) and clue.allows(last)], first, last)
    if spoken:
        reasons.append(f"the text speaks as on a {spoken}")
    return Published(write(first, last), first, last, "inferred", "; ".join(reasons))


def _is_firm(agreed: Agreement) -> bool:
    """Whether enough ties the days to the calendar, and enough of it to just these days."""
    anchors = [clue.weight for clue in agreed.clues if clue.role == "anchor"]
    narrow = [clue.weight for clue in agreed.clues if _width(clue, agreed.first, agreed.last) <= _LONGEST]
    return sum(anchors) >= _ENOUGH and sum(narrow) >= _ENOUGH


def _width(clue: Clue, start: int, end: int) -> int:
    """How many days a clue allows around these."""
    for first, last in clue.days:
        if first is not None and last is not None and first <= start and end <= last:
            return last - first
    return _YEAR


def _by_weekday(weekdays: Weekdays, first: int, last: int, clues: Sequence[Clue]) -> tuple[int, int, str]:
    """The days around those agreed on that suit the text's own weekdays, if they are one stretch."""
    likely = weekdays.likely()
    support = {
        day: round(
            sum(clue.weight for clue in clues if clue.allows(day)) + _SPOKEN * (weekday(day) in likely), 6
        )
        for day in range(first - _WEEK + 1, last + _WEEK)
    }
    most = max(support.values())
    days = [day for day, weight in support.items() if weight == most]
    if days[-1] - days[0] >= len(likely):
        return first, last, ""
    spoken = [WEEKDAYS[weekday(day) - 1] for day in days if weekday(day) in likely]
    return days[0], days[-1], " or ".join(spoken)


def _reasons(clues: Sequence[Clue], first: int, last: int) -> list[str]:
    """The best reasons, what ties before what only agrees, each with the documents that give it."""

    def worse(clue: Clue) -> tuple[bool, bool, float, str, str]:
        wide = _width(clue, first, last) > _LONGEST
        return clue.role != "anchor", wide, -clue.weight, clue.reason, clue.source or ""

    sources: dict[str, list[str]] = {}
    for clue in sorted(clues, key=worse):
        if clue.role != "bound":
            named = sources.setdefault(clue.reason, [])
            if clue.source is not None and clue.source not in named:
                named.append(clue.source)
    return [
        f"{reason} ({', '.join(names[:_SOURCES])})" if names else reason
        for reason, names in list(sources.items())[:_REASONS]
    ]


def bounded(bounds: Bounds) -> Published:
    """What is known of a date that nothing ties: a stretch of days between close bounds, else the bounds."""
    first, last = bounds.first, bounds.last
    value, reasons = write(first, last), "; ".join(bounds.reasons)
    if first is not None and last is not None and last - first <= _LONGEST:
        return Published(value, first, last, "inferred", reasons)
    nothing = "nothing in the text or in other documents dates it"
    return Published(value, first, last, "unknown", f"{nothing}; {reasons}" if reasons else nothing)
