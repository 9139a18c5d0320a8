"""Weeks by their number (ISO 8601), as planners and officials write them: "2024-W28", "week 28 of 2024"."""

from __future__ import annotations

import re
from datetime import date

from data import days

_WEEK = re.compile(
    r"(?P<first>\d{4})-?w(?P<behind>\d{1,2})"
    r"|(?:calendar )?week (?P<number>\d{1,2})(?:,? (?:of )?(?P<year>\d{4}))?"
)
_DAYS = 7


def week(words: str, today: int) -> tuple[int, int] | None:
    """The first and last day of a week in small letters; None if the words are of no week.

    Without a year it is one of that of ``today``. Raises ValueError if the year has no such week.
    """
    found = _WEEK.fullmatch(words)
    if found is None:
        return None
    year = int(found["first"] or found["year"] or days.civil(today).year)
    number = int(found["behind"] or found["number"])
    try:
        monday = date.fromisocalendar(year, number, 1).toordinal()
    except ValueError as error:
        raise ValueError(f"{year} has no week {number}") from error
    return monday, monday + _DAYS - 1
