"""Months with how many events each has, as a store counts them."""

from __future__ import annotations

from data import days
from data.store.records import PeriodCount


def months(*counts: tuple[int, int, int]) -> list[PeriodCount]:
    """The counts of months that are told as (year, month, events), none of them contested."""
    return [PeriodCount(days.ordinal(year, month), count, 0) for year, month, count in counts]
