"""Long silences: stretches of months in which no event of a filter begins."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from data import days
from data.store.protocol import PeriodCount


class Gap(NamedTuple):
    """Two months with events and none between them: their first days, and how many months lie between."""

    before: int
    after: int
    months: int

    @property
    def words(self) -> str:
        """How long it is: "3 years 2 months"."""
        years, months = divmod(self.months, 12)
        counts = ((years, "year"), (months, "month"))
        return " ".join(f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in counts if count)


def gaps(months: Sequence[PeriodCount]) -> list[Gap]:
    """The silences between months with events, the longest first."""
    starts = pairwise(period.start for period in months)
    found = (Gap(one, other, _apart(one, other) - 1) for one, other in starts)
    return sorted((gap for gap in found if gap.months > 0), key=lambda gap: (-gap.months, gap.before))


def _apart(first: int, last: int) -> int:
    begin, end = days.civil(first), days.civil(last)
    return (end.year - begin.year) * 12 + end.month - begin.month
