"""The headings of a timeline: stretches of time or names, each with the events that stand under it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby
from typing import Literal, NamedTuple

from data import days
from data.order import begin_day
from data.store.arranging import CoarseCount, Group
from data.store.records import EventRow, PeriodCount
from data.words import interval_words, year_words

Unit = Literal["century", "decade", "year", "month"]
_Part = tuple[int, int, Unit, int]

UNDATED = "Undated"
UNITS: tuple[Unit, ...] = ("century", "decade", "year", "month")
_MANY = 60
"""Events of a year that are more than this are parted by months where all are shown."""

_YEARS: dict[Unit, int] = {"year": 1, "decade": 10, "century": 100}
_NAMELESS = {"who": "Nobody named", "where": "No place named", "source": "Publisher unknown", "document": "?"}


class Section(NamedTuple):
    """A heading and its events: the rows ``first`` to ``first + events - 1``.

    ``start`` is the first day of a period, ``unit`` its length; None where a ``name`` stands. ``alone`` says
    that each of the events is the only one of its period.
    """

    first: int
    events: int
    start: int | None = None
    unit: Unit | None = None
    name: str = ""
    alone: bool = False

    @property
    def label(self) -> str:
        """What the heading says."""
        return self.name if self.start is None or self.unit is None else label_of(self.start, self.unit)


def by_time(
    months: Sequence[PeriodCount], coarse: Sequence[CoarseCount], unit: Unit | None, total: int
) -> tuple[Section, ...]:
    """The periods of a selection of ``total`` events, from its counts by month.

    What is said of a whole year, decade or century stands under that and not under the first of its months.
    Without a unit a year is parted by months only if it has many events, and years that have one event each
    share a heading. Events that the counts leave out have no date, and come last. Where the counts are newer
    than the total, since the collection was built on meanwhile, the periods end with it.
    """
    parts = list(_parts(months, coarse))
    crowded = _crowded(parts) if unit is None else set()
    sections: list[Section] = []
    first = events = 0
    begun: tuple[int, Unit] | None = None
    for start, year, finest, count in parts:
        wanted: Unit = unit or ("month" if year in crowded else "year")
        shown = wanted if finest == "month" else min(finest, wanted, key=UNITS.index)
        period = (start if shown == "month" else _first_of_years(year, shown)), shown
        if begun is not None and period != begun:
            sections.append(Section(first, events, *begun))
            first, events = first + events, 0
        begun = period
        events += count
    if begun is not None:
        sections.append(Section(first, events, *begun))
        first += events
    if unit is None:
        sections = list(_sharing(sections))
    if first < total:
        sections.append(Section(first, total - first, name=UNDATED))
    elif first > total:
        sections = [
            one._replace(events=min(one.events, total - one.first)) for one in sections if one.first < total
        ]
    return tuple(sections)


def _sharing(sections: Iterable[Section]) -> Iterator[Section]:
    """Sections, those of single events one after another as one, which is called by its ends."""
    for is_alone, group in groupby(sections, lambda one: one.events == 1 and one.unit != "month"):
        run = list(group)
        if is_alone and len(run) > 1:
            name = f"{run[0].label}{chr(0x2013)}{run[-1].label}"
            yield Section(run[0].first, len(run), name=name, alone=True)
        else:
            yield from run


def with_years(months: Iterable[PeriodCount]) -> Iterator[tuple[int, PeriodCount]]:
    """Months, in order, with their years; the calendar is asked once for each year."""
    year: int | None = None
    following = 0
    for month in months:
        if year is None or month.start >= following:
            year = days.civil(month.start).year
            following = days.ordinal(year + 1)
        yield year, month


def months_of(rows: Iterable[EventRow]) -> list[PeriodCount]:
    """How many of some events, in the order of the timeline, begin in each month."""
    counts: Counter[int] = Counter()
    contested: Counter[int] = Counter()
    for row in rows:
        day = begin_day(row.start, row.end)
        if day is not None:
            month = _first_day(day, "month")
            counts[month] += 1
            contested[month] += row.conflicts > 0
    return [PeriodCount(month, count, contested[month]) for month, count in counts.items()]


def by_name(groups: Sequence[Group], by: str) -> tuple[Section, ...]:
    """The groups of a selection, one after the other."""
    sections: list[Section] = []
    first = 0
    for group in groups:
        others = f"{group.names:,} names more" if group.names > 1 else _NAMELESS[by]
        sections.append(Section(first, len(group.positions), name=group.name or others))
        first += len(group.positions)
    return tuple(sections)


def _parts(
    months: Sequence[PeriodCount], coarse: Sequence[CoarseCount]
) -> Iterator[tuple[int, int, Unit, int]]:
    """The months in order, before each January what is said of more.

    They are given as first day, year, the finest heading they can have, and count.
    """
    coarser = {(one.start, one.span): one.events for one in coarse}
    new_years = {one.start for one in coarse}
    for year, month in with_years(months):
        if month.start not in new_years:
            yield month.start, year, "month", month.events
            continue
        beyond = [coarser.get((month.start, span), 0) for span in ("decade", "year", "month")]
        counts = (beyond[0], beyond[1] - beyond[0], beyond[2] - beyond[1], month.events - beyond[2])
        for unit, count in zip(UNITS, counts, strict=True):
            if count:
                yield month.start, year, unit, count


def _crowded(parts: Sequence[_Part]) -> set[int]:
    years: Counter[int] = Counter()
    for _, year, _, count in parts:
        years[year] += count
    return {year for year, count in years.items() if count > _MANY}


def _first_day(day: int, unit: Unit) -> int:
    """The first day of the period that holds a day."""
    year, month, _ = days.civil(day)
    return days.ordinal(year, month) if unit == "month" else _first_of_years(year, unit)


@lru_cache(maxsize=1024)
def _first_of_years(year: int, unit: Unit) -> int:
    """The first day of the year, decade or century that holds a year."""
    return days.ordinal(years_of(year, unit)[0])


def years_of(year: int, unit: Unit) -> tuple[int, int]:
    """First and last year of the year, decade or century that holds a year.

    Before Christ decades and centuries are counted back from the year 1 BC, so that the 5th century BC is
    500 to 401 BC. The first ones of the era have no year 0.
    """
    length = _YEARS[unit]
    if year <= 0:
        first = year - (year - 1) % length
        return first, first + length - 1
    first = year - year % length
    return max(1, first), first + length - 1


def last_day(start: int, unit: Unit) -> int:
    """The last day of the period that begins on a day."""
    year, month, _ = days.civil(start)
    if unit == "month":
        return days.month_span(year, month)[1]
    return days.year_span(years_of(year, unit)[1])[1]


def period_of(day: int, unit: Unit) -> tuple[int, int]:
    """First and last day of the period that holds a day."""
    start = _first_day(day, unit)
    return start, last_day(start, unit)


def label_of(start: int, unit: Unit) -> str:
    """A period's name: "20th century", "2020s", "2022", "September 2022", "480–471 BC"."""
    year, month, _ = days.civil(start)
    if unit == "month":
        return f"{days.MONTHS[month - 1]} {year_words(year)}"
    if unit == "year":
        return year_words(year)
    if unit == "century" and 0 < year < _YEARS[unit]:
        return "1st century"
    return interval_words(start, last_day(start, unit), unit)
