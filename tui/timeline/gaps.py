"""Long silences: stretches of months in which no event of a filter begins."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from data import days
from data.words import counted
from tui.timeline.sections import Section, last_day


class Gap(NamedTuple):
    """Two periods with events, how many months without one lie between, and the first day of the later one.

    What is said of a whole year may have been in any of its months: of that year no silence is known.
    """

    before: str
    after: str
    months: int
    day: int

    @property
    def words(self) -> str:
        """How long it is: "3 years 2 months"."""
        years, months = divmod(self.months, 12)
        counts = ((years, "year"), (months, "month"))
        return " ".join(counted(count, noun) for count, noun in counts if count)


def gaps(periods: Sequence[Section]) -> list[Gap]:
    """The silences between periods with events, in the order of time, the longest first."""
    found: list[Gap] = []
    latest: tuple[int, str] | None = None
    for period in periods:
        if period.start is None or period.unit is None:
            continue
        if latest is not None and (months := _apart(latest[0], period.start) - 1) > 0:
            found.append(Gap(latest[1], period.label, months, period.start))
        end = last_day(period.start, period.unit)
        if latest is None or end > latest[0]:
            latest = end, period.label
    return sorted(found, key=lambda gap: (-gap.months, gap.day))


def _apart(first: int, last: int) -> int:
    begin, end = days.civil(first), days.civil(last)
    return (end.year - begin.year) * 12 + end.month - begin.month
