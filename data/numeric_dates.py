"""Dates in figures (13.9.2024, 9/13/2024): whether the day stands first is told by a whole column of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data import days

if TYPE_CHECKING:
    from collections.abc import Iterable

_FIGURES = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:,?[ T]+\d{1,2}:\d\d.*)?\Z")


def is_day_first(cells: Iterable[str]) -> bool | None:
    """Whether dates in figures begin with the day, by those that leave no choice; None if that is open."""
    orders = set()
    for written in cells:
        figures = _FIGURES.match(written.strip())
        if figures is not None:
            first, second = int(figures[1]), int(figures[3])
            if first > 12 >= second:
                orders.add(True)
            elif second > 12 >= first:
                orders.add(False)
    return orders.pop() if len(orders) == 1 else None


def in_figures(written: str, *, day_first: bool | None) -> str | None:
    """The ISO day that a date in figures means; None for anything else, and where the order is in doubt.

    With full stops the day stands first, whatever other dates show. Raises ValueError for a day that no
    month has.
    """
    figures = _FIGURES.match(written)
    if figures is None:
        return None
    first, second, year = int(figures[1]), int(figures[3]), int(figures[4])
    if figures[2] == "." or (day_first is None and first == second):
        day_first = True
    if day_first is None:
        return None
    day, month = (first, second) if day_first else (second, first)
    return str(days.iso(days.ordinal(year, month, day)))
