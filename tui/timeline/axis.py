"""The time axis of the density strip: which days each column stands for, and how many events begin there.

Long quiet stretches are folded, few columns a decade; the years where events are share the rest of the width
evenly, so that a story of three years is not squeezed into a corner by one old date.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from data import days
from data.store.records import PeriodCount
from data.words import year_words
from tui.timeline.sections import with_years, years_of

_QUIET = 0.02
_FEW_YEARS = 2
_GAP = ".."
_PARTS_OF_YEAR = (12, 6, 4, 3, 2, 1)


class Column(NamedTuple):
    """One column: the first and last day that it stands for."""

    start: int
    end: int


class Axis(NamedTuple):
    """Columns from left to right, and labels as (column, text)."""

    columns: tuple[Column, ...] = ()
    labels: tuple[tuple[int, str], ...] = ()

    def column_of(self, day: int) -> int:
        """The column that holds a day, or the nearest."""
        place = bisect_left(self.columns, day, key=lambda column: column.end)
        return max(0, min(place, len(self.columns) - 1))

    def counts(self, months: Sequence[PeriodCount]) -> tuple[list[int], list[int]]:
        """How many of some events begin in each column, and how many of these are in conflict.

        They are known by month, in order; those outside the axis are left out.
        """
        counts, conflicts = [0] * len(self.columns), [0] * len(self.columns)
        if counts:
            first, last = self.columns[0].start, self.columns[-1].end
            column = 0
            for one in months:
                if first <= one.start <= last:
                    while self.columns[column].end < one.start:
                        column += 1
                    counts[column] += one.events
                    conflicts[column] += one.conflicts
        return counts, conflicts


def axis_of(months: Sequence[PeriodCount], width: int) -> Axis:
    """An axis of at most ``width`` columns over counts by month; none at all in less than two columns."""
    years: Counter[int] = Counter()
    for year, month in with_years(months):
        years[year] += month.events
    if not years or width < 2:
        return Axis()
    first_year, last_year = min(years), max(years)
    cells = width // (12 * (last_year - first_year + 1))
    if last_year - first_year < _FEW_YEARS and cells > 1:
        return _month_axis(range(first_year, last_year + 1), cells)
    spans = _spans(years)
    single = sum(first == last for first, last in spans)
    # Folded decades are as wide as their names where there is room for that and two columns a year.
    named = sum(_folded_width(years, *span) for span in spans)
    wide = named + single * 2 <= width
    shared = named if wide else len(spans) - single
    parts = next((parts for parts in _PARTS_OF_YEAR if single * parts + shared <= width), 0)
    if parts == 0:
        spans, parts, wide = _even(first_year, last_year, width), 1, False
    columns: list[Column] = []
    labels: list[tuple[int, str]] = []
    free = 0
    for first, last in spans:
        label = _label(years, first, last)
        if len(columns) >= free and len(columns) + len(label) <= width:
            labels.append((len(columns), label))
            free = len(columns) + len(label) + 1
        if first == last:
            columns += _year_columns(first, parts)
        else:
            columns += _folded_columns(first, last, _folded_width(years, first, last) if wide else 1)
    return Axis(tuple(columns), tuple(labels))


def _month_axis(years: range, cells: int) -> Axis:
    """Months as wide as there is room: each in its first column, the others blank."""
    columns: list[Column] = []
    labels: list[tuple[int, str]] = []
    free = 0
    for year in years:
        for month in range(1, 13):
            begin, end = days.month_span(year, month)
            name = year_words(year) if month == 1 else days.MONTHS[month - 1][:3]
            if (len(name) < cells or month == 1) and len(columns) >= free:
                labels.append((len(columns), name))
                free = len(columns) + len(name) + 1
            columns += [Column(begin, end), *[Column(end, end)] * (cells - 1)]
    return Axis(tuple(columns), tuple(labels))


def _is_empty(years: Counter[int], first: int, last: int) -> bool:
    return not any(years[year] for year in range(first, last + 1))


def _label(years: Counter[int], first: int, last: int) -> str:
    if first != last and _is_empty(years, first, last):
        return _GAP
    return f"{first}s" if last - first == 9 and first > 0 else year_words(first)


def _folded_width(years: Counter[int], first: int, last: int) -> int:
    """How wide a run of years is with its name and a blank; a single year is not folded."""
    return 0 if first == last else len(_label(years, first, last)) + 1


def _folded_columns(first: int, last: int, width: int) -> list[Column]:
    """A run of years: its events in the first column, the others blank."""
    start, end = days.ordinal(first), days.year_span(last)[1]
    return [Column(start, end), *[Column(end, end)] * (width - 1)]


def _spans(years: Counter[int]) -> list[tuple[int, int]]:
    """Quiet decades, gaps of decades without events, and single years, as first and last year."""
    enough = max(1.0, sum(years.values()) * _QUIET)
    first, last = min(years), max(years)
    spans: list[tuple[int, int]] = []
    decades = sorted({years_of(year, "decade") for year in years})
    for decade, until in decades:
        if spans and spans[-1][1] + 1 < decade:
            spans.append((spans[-1][1] + 1, decade - 1))
        inside = sum(years[year] for year in range(decade, until + 1))
        if inside <= enough:
            spans.append((decade, until))
        else:
            begin = max(decade, first) if not spans or spans[-1][0] == spans[-1][1] else decade
            end = until if decade != decades[-1][0] else last
            spans += [(year, year) for year in range(begin, end + 1)]
    return spans


def _even(first: int, last: int, width: int) -> list[tuple[int, int]]:
    """Spans of equal length in years, a round number, that fit into the width.

    Before Christ they begin with the year of a round number: 500 to 401 BC.
    """
    steps = (factor * 10**power for power in range(6) for factor in (2, 5, 10))
    step = next(step for step in steps if last // step - (first - 1) // step < width)
    before = range((first - 1) // step * step, min(0, last), step)
    after = range(max(0, first - first % step), last + 1, step)
    return [
        *((year + 1, year + step) for year in before),
        *((max(1, year), year + step - 1) for year in after),
    ]


def _year_columns(year: int, parts: int) -> list[Column]:
    length = 12 // parts
    return [
        Column(days.ordinal(year, month), days.month_span(year, month + length - 1)[1])
        for month in range(1, 13, length)
    ]
