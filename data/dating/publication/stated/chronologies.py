"""Texts that tell day after day: which of their dates is their own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.days import month_length, ordinal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.dating.publication.stated.date_line import DateLine

_FEWEST_DATES = 3
# A row of a register begins with its day.
_ROW = re.compile(r"^[ \t]*(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)(?:[ ]{2}|\t)", re.MULTILINE)
_FEWEST_ROWS = 3
_MONTHS = 12


def above_rest(lines: Sequence[DateLine]) -> Sequence[DateLine]:
    """The first date of a chronology if it is none of it: the others begin before it, and run up to it."""
    days = [line.date.number() for line in lines if line.date.year is not None]
    rest = days[1:]
    runs_up = (
        len(days) == len(lines) >= _FEWEST_DATES and rest == sorted(rest) and rest[0] < rest[-1] <= days[0]
    )
    return lines[:1] if runs_up else []


def goes_on_until(text: str, day: int) -> bool:
    """Whether a register has rows of later days than the one on which it says to have been opened."""
    if "  " not in text and "\t" not in text:
        return False
    rows = [tuple(map(int, match.groups())) for match in _ROW.finditer(text)]
    days = [ordinal(year, *order) for one, other, year in rows if (order := _order(one, other, year))]
    return len(days) >= _FEWEST_ROWS and max(days) > day


def _order(one: int, other: int, year: int) -> tuple[int, int] | None:
    """Month and day of a date in figures, the month first if it can be."""
    fitting = (each for each in ((one, other), (other, one)) if 0 < each[0] <= _MONTHS)
    return next((each for each in fitting if 0 < each[1] <= month_length(year, each[0])), None)
