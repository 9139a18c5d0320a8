"""The time axis of the density strip: which days each column stands for, and how many events begin there.

Long quiet stretches are folded, few columns a decade; the years where events are share the rest of the width
evenly, so that a story of three years is not squeezed into a corner by one old date.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from data import days
from data.store.protocol import PeriodCount
from data.words import year_words

_QUIET = 0.02
_FOLDED = 6
_PARTS_OF_YEAR = (12, 6, 4, 3, 2, 1)


@dataclass(frozen=True, slots=True)
class Column:
    """One column: first and last day, and the events that begin in it."""

    start: int
    end: int
    count: int


@dataclass(frozen=True, slots=True)
class Axis:
    """Columns from left to right, and labels as (column, text)."""

    columns: tuple[Column, ...] = ()
    labels: tuple[tuple[int, str], ...] = ()

    def column_of(self, day: int) -> int:
        """The column that holds a day, or the nearest."""
        for number, column in enumerate(self.columns):
            if day <= column.end:
                return number
        return max(0, len(self.columns) - 1)


def axis_of(months: Sequence[PeriodCount], width: int) -> Axis:
    """An axis of at most ``width`` columns over counts by month; none at all in less than two columns."""
    counts: Counter[tuple[int, int]] = Counter()
    for one in months:
        year, month, _ = days.civil(one.start)
        counts[year, month] += one.count
    if not counts or width < 2:
        return Axis()
    return _axis(counts, width)


def _axis(counts: Counter[tuple[int, int]], width: int) -> Axis:
    years: Counter[int] = Counter()
    for (year, _), count in counts.items():
        years[year] += count
    spans = _spans(years)
    single = sum(first == last for first, last in spans)
    shared = len(spans) - single
    # Folded decades are as wide as their names where there is room for that and two columns a year.
    folded = _FOLDED if shared * _FOLDED + single * 2 <= width else 1
    parts = next((parts for parts in _PARTS_OF_YEAR if single * parts + shared * folded <= width), 0)
    if parts == 0:
        spans, parts, folded = _even(min(years), max(years), width), 1, 1
    columns: list[Column] = []
    labels: list[tuple[int, str]] = []
    free = 0
    for first, last in spans:
        label = f"{first}s" if last - first == 9 and first > 0 else year_words(first)
        if len(columns) >= free and len(columns) + len(label) <= width:
            labels.append((len(columns), label))
            free = len(columns) + len(label) + 1
        if first == last:
            columns += _year_columns(counts, first, parts)
        else:
            columns += _folded_columns(years, first, last, folded)
    return Axis(tuple(columns), tuple(labels))


def _folded_columns(years: Counter[int], first: int, last: int, width: int) -> list[Column]:
    """A run of years in one column, or a decade in five and a blank one."""
    if width == 1:
        starts = [first]
        length = last - first + 1
    else:
        starts = list(range(first, last + 1, 2))
        length = 2
    columns = [
        Column(
            days.ordinal(start),
            days.year_span(start + length - 1)[1],
            sum(years[year] for year in range(start, start + length)),
        )
        for start in starts
    ]
    if width > 1:
        columns.append(Column(columns[-1].end, columns[-1].end, 0))
    return columns


def _spans(years: Counter[int]) -> list[tuple[int, int]]:
    """Runs of years that share a column (quiet decades), and single years."""
    enough = max(2.0, sum(years.values()) * _QUIET)
    first, last = min(years), max(years)
    spans: list[tuple[int, int]] = []
    for decade in range(first - first % 10, last + 1, 10):
        inside = sum(years[year] for year in range(decade, decade + 10))
        if inside <= enough:
            spans.append((decade, decade + 9))
        else:
            spans += [(year, year) for year in range(max(decade, first), min(decade + 9, last) + 1)]
    return spans


def _even(first: int, last: int, width: int) -> list[tuple[int, int]]:
    """Spans of equal length in years, a round number, that fit into the width."""
    steps = (factor * 10**power for power in range(6) for factor in (2, 5, 10))
    step = next(step for step in steps if last // step - first // step < width)
    begin = first - first % step
    return [(year, year + step - 1) for year in range(begin, last + 1, step)]


def _year_columns(counts: Counter[tuple[int, int]], year: int, parts: int) -> list[Column]:
    length = 12 // parts
    made = []
    for month in range(1, 13, length):
        final = month + length - 1
        count = sum(counts[year, one] for one in range(month, final + 1))
        made.append(Column(days.ordinal(year, month), days.month_span(year, final)[1], count))
    return made
