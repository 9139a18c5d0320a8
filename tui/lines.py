"""The lines of a timeline: headings, events, and counts of what a zoom hides.

A line is found from the counts of the periods alone, so a million events cost as much as a hundred.
A *row* is the number of an event in the selection, a *line* what stands on the screen.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Literal, NamedTuple

from data import days
from data.store.protocol import PeriodCount
from data.words import year_words

Unit = Literal["decade", "year", "month"]


class Zoom(NamedTuple):
    """How close the timeline is seen.

    Attributes:
        name: for the status line.
        unit: the period of a heading.
        main: how many events of a period are shown, the most important ones; None shows all.
    """

    name: str
    unit: Unit
    main: int | None


ZOOMS = (
    Zoom("main events by decade", "decade", 5),
    Zoom("main events by year", "year", 5),
    Zoom("all events by year", "year", None),
    Zoom("all events by month", "month", None),
)
EVERY_EVENT = 2


class Period(NamedTuple):
    """A stretch of the selection under one heading; ``start`` is its first day, None for undated events."""

    start: int | None
    first: int
    events: int
    conflicts: int
    unit: Unit

    @property
    def label(self) -> str:
        """The heading: "2020s", "2022", "September 2022", "Undated"."""
        if self.start is None:
            return "Undated"
        year, month, _ = days.civil(self.start)
        if self.unit == "decade":
            return f"{year}s" if year > 0 else f"{year_words(year)} {chr(0x2013)} {year_words(year + 9)}"
        if self.unit == "year":
            return year_words(year)
        return f"{days.MONTHS[month - 1]} {year_words(year)}"


class Heading(NamedTuple):
    """A line that names a period."""

    period: Period


class EventLine(NamedTuple):
    """A line that shows the event of a row."""

    row: int
    period: Period


class Rest(NamedTuple):
    """A line that counts the events of a period which the zoom hides."""

    period: Period
    hidden: int


Line = Heading | EventLine | Rest
Choose = Callable[[Period, int], Sequence[int]]


def periods_of(counts: Sequence[PeriodCount], unit: Unit, total: int) -> tuple[Period, ...]:
    """The headings of a selection of ``total`` events, from its counts by month.

    What the counts leave out has no date, and comes last.
    """
    found: list[tuple[int, int, int]] = []
    for one in counts:
        start = _first_day(one.start, unit)
        if found and found[-1][0] == start:
            _, count, conflicts = found[-1]
            found[-1] = (start, count + one.count, conflicts + one.conflicts)
        else:
            found.append((start, one.count, one.conflicts))
    periods: list[Period] = []
    first = 0
    for start, count, conflicts in found:
        periods.append(Period(start, first, count, conflicts, unit))
        first += count
    if first < total:
        periods.append(Period(None, first, total - first, 0, unit))
    return tuple(periods)


def _first_day(day: int, unit: Unit) -> int:
    """The first day of the period that holds a day."""
    year, month, _ = days.civil(day)
    if unit == "month":
        return days.ordinal(year, month)
    return days.ordinal(year - year % 10 if unit == "decade" else year)


class Lines:
    """The lines under a zoom.

    Args:
        periods: the headings, in order.
        main: how many events of a period are shown; None for all.
        choose: gives the rows of a period's ``main`` most important events; asked only for what is seen.
        kept: a row that is shown whatever its importance.
    """

    def __init__(
        self,
        periods: Sequence[Period],
        main: int | None = None,
        choose: Choose | None = None,
        kept: int | None = None,
    ) -> None:
        self.periods = tuple(periods)
        self._main = main if choose is not None else None
        self._choose = choose
        self._kept = kept
        self._chosen: dict[int, tuple[int, ...]] = {}
        self._starts = list(accumulate((self._height(one) for one in self.periods), initial=0))
        self._firsts = [one.first for one in self.periods]

    def __len__(self) -> int:
        return self._starts[-1]

    def _cut(self, period: Period) -> bool:
        """Whether a period hides events; hiding a single one would save no line."""
        return self._main is not None and period.events > self._main + 1

    def _height(self, period: Period) -> int:
        return 1 + (self._main + 1 if self._main is not None and self._cut(period) else period.events)

    def _rows(self, number: int) -> Sequence[int]:
        """The rows that a period shows."""
        period = self.periods[number]
        if self._main is None or self._choose is None or not self._cut(period):
            return range(period.first, period.first + period.events)
        if number not in self._chosen:
            rows = list(self._choose(period, self._main))[: self._main]
            kept = self._kept
            if kept is not None and kept not in rows and period.first <= kept < period.first + period.events:
                rows[-1] = kept
            self._chosen[number] = tuple(sorted(rows))
        return self._chosen[number]

    def _period_number(self, line: int) -> int:
        return bisect_right(self._starts, line) - 1

    def at(self, line: int) -> Line:
        """What stands on a line; raises IndexError outside the timeline."""
        if not 0 <= line < len(self):
            raise IndexError(f"the timeline has no line {line}")
        number = self._period_number(line)
        period = self.periods[number]
        place = line - self._starts[number] - 1
        if place < 0:
            return Heading(period)
        rows = self._rows(number)
        if place < len(rows):
            return EventLine(rows[place], period)
        return Rest(period, period.events - len(rows))

    def line_of(self, row: int) -> int:
        """The line of a row; for a hidden one, that of the nearest event shown in its period."""
        number = self.period_of(row)
        place = row - self.periods[number].first
        if self._cut(self.periods[number]):
            rows = self._rows(number)
            place = min(range(len(rows)), key=lambda one: abs(rows[one] - row))
        return self._starts[number] + 1 + place

    def event_near(self, line: int, *, backward: bool = False) -> int:
        """The row of the nearest event at a line or after it (before it), else on its other side."""
        line = max(0, min(line, len(self) - 1))
        for step in (-1, 1) if backward else (1, -1):
            place = line
            while 0 <= place < len(self):
                found = self.at(place)
                if isinstance(found, EventLine):
                    return found.row
                place += step
        raise IndexError("the timeline has no event")

    def heading_line(self, line: int) -> int:
        """The line of the heading above a line."""
        return self._starts[self._period_number(line)]

    def period_of(self, row: int) -> int:
        """The number of the period that holds a row."""
        return bisect_right(self._firsts, row) - 1
