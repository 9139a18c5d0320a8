"""EDTF, the extended date/time format: read to an interval of days, written from one.

Source: ISO 8601-2:2019, annex A, and https://www.loc.gov/standards/datetime/ (levels 0 and 1, and of
level 2 quarters, halves and unspecified digits anywhere in the year).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from data import days
from data.clock import clock, looseness, tail, zone

if TYPE_CHECKING:
    from data.model import Precision

# Sub-year groupings of EDTF by their codes, each with its first month and how many it has; a season is of
# either hemisphere.
_GROUPINGS: dict[int, tuple[Precision, int, int]] = {
    21: ("season", 3, 3), 22: ("season", 6, 3), 23: ("season", 9, 3), 24: ("season", 12, 3),
    33: ("quarter", 1, 3), 34: ("quarter", 4, 3), 35: ("quarter", 7, 3), 36: ("quarter", 10, 3),
    40: ("half", 1, 6), 41: ("half", 7, 6),
}  # fmt: skip
_CODE_OF = {(first, count): code for code, (_, first, count) in _GROUPINGS.items()}

_DATE = r"(-?\d{4}|-?\d{3}X|-?\d{2}XX)(?:-(\d\d|XX)(?:-(\d\d|XX))?)?([?~%])?\Z"
_WITH_TIME = r"(\d{4}-\d\d-\d\d)(T\d\d(?::\d\d(?::\d\d(?:\.\d+)?)?)?)(Z|[+-]\d\d(?::?\d\d)?)?\Z"
_OFFSET = re.compile(r"[+-]\d\d(?::?\d\d)?")
_UTC = "UTC"


class Reading(NamedTuple):
    """What an EDTF date stands for: first and last day (None: open), and how precise it is said."""

    start: int | None
    end: int | None
    precision: Precision | None


def parse(text: str) -> Reading:
    """Read an EDTF date, interval or ISO date with a time; raises ValueError with the reason.

    A time changes no day; :func:`parted` tells it.
    """
    written = text.strip()
    timed = re.match(_WITH_TIME, written)
    if timed is not None:
        written = timed[1]
    if "/" not in written:
        return _date(written)
    first, _, last = written.partition("/")
    start = Reading(None, None, None) if first in ("", "..") else _date(first)
    end = Reading(None, None, None) if last in ("", "..") else _date(last)
    if start.start is None and end.end is None:
        raise ValueError(f"{text!r} is open at both ends")
    if start.start is not None and end.end is not None and start.start > end.end:
        raise ValueError(f"{text!r} ends before it begins")
    return Reading(start.start, end.end, start.precision or end.precision)


def parted(text: str) -> tuple[str, str | None]:
    """A date without its time, and that time as a clock; None if it has none, or one that no day has.

    >>> parted("2022-09-16T10:15+05:30")
    ('2022-09-16', 'T10:15 +05:30')
    """
    timed = re.match(_WITH_TIME, text.strip())
    if timed is None:
        return text.strip(), None
    try:
        return timed[1], clock(timed[2], zone=_UTC if timed[3] == "Z" else timed[3])
    except ValueError:
        return timed[1], None


def with_time(date: str, clock: str | None) -> str:
    """A day with its time, as :func:`parted` takes them apart; alone where ISO 8601 cannot write that.

    >>> with_time("2022-09-16", "T10:15 UTC"), with_time("2022-09-16", "TEV")
    ('2022-09-16T10:15Z', '2022-09-16')
    """
    if clock is None or looseness(clock) or is_about(date):
        return date
    said = zone(clock) or ""
    if said not in ("", _UTC) and _OFFSET.fullmatch(said) is None:
        return date
    return f"{date}{tail(clock)}{'Z' if said == _UTC else said}"


def _date(text: str) -> Reading:
    match = re.match(_DATE, text)
    if match is None:
        raise ValueError(f"{text!r} is no EDTF date such as 2022, 2022-09, 2022-09-16 or ../2019")
    year_text, month_text, day_text = match[1], match[2], match[3]
    if "X" in year_text:
        if month_text is not None:
            raise ValueError(f"{text!r} names a month of an unspecified year")
        return _years(year_text)
    year = int(year_text)
    if month_text in (None, "XX"):
        return Reading(*days.year_span(year), "year")
    month = int(month_text)
    if day_text is None and month > 12:
        return _grouping(text, year, month)
    if day_text in (None, "XX"):
        if not 1 <= month <= 12:
            raise ValueError(f"{text!r}: there is no month {month}")
        return Reading(*days.month_span(year, month), "month")
    day = days.ordinal(year, month, int(day_text))
    return Reading(day, day, "day")


def _years(text: str) -> Reading:
    unit: Precision = "decade" if text.endswith("X") and not text.endswith("XX") else "century"
    span = 10 if unit == "decade" else 100
    first = int(text.rstrip("X")) * span
    return Reading(days.ordinal(first), days.ordinal(first + span - 1, 12, 31), unit)


def _months(year: int, first: int, count: int) -> tuple[int, int]:
    last = first + count - 1
    return days.ordinal(year, first), days.month_span(year + (last - 1) // 12, (last - 1) % 12 + 1)[1]


def _grouping(text: str, year: int, code: int) -> Reading:
    if code not in _GROUPINGS:
        raise ValueError(f"{text!r}: there is no month {code}")
    precision, first, count = _GROUPINGS[code]
    return Reading(*_months(year, first, count), precision)


def is_about(text: str) -> bool:
    """Whether an EDTF date says that it is only nearly so ("2010~", "2010%")."""
    return "~" in text or "%" in text


def nearly(text: str) -> str:
    """The same EDTF date, only nearly so.

    >>> nearly("2010"), nearly("2010/2012"), nearly("../2012")
    ('2010~', '2010~/2012~', '../2012~')
    """
    return "/".join(end if end in ("", "..") else f"{end.rstrip('?~%')}~" for end in text.split("/"))


@lru_cache(maxsize=65_536)
def write(start: int | None, end: int | None, precision: Precision | None = None) -> str | None:
    """The EDTF form of an interval of days, both included; None for an interval open at both ends.

    ``precision`` tells at which grain an interval of several periods is written
    ("2001/2009" for years); an interval that does not fall on that grain is written in days.
    """
    if start is None:
        return None if end is None else f"../{_edge(end, precision, first=False)}"
    if end is None:
        return f"{_edge(start, precision, first=True)}/.."
    single = _single(start, end)
    if single is not None:
        return single
    if precision in ("month", "quarter", "season", "half", "year", "decade", "century"):
        first = _edge(start, precision, first=True)
        last = _edge(end, precision, first=False)
        return f"{first}/{last}"
    return f"{days.iso(start)}/{days.iso(end)}"


def _edge(day: int, precision: Precision | None, *, first: bool) -> str:
    """One end of an interval, at a coarser grain where the day is that grain's own first or last."""
    year, month, number = days.civil(day)
    whole_month = number == 1 if first else number == days.month_length(year, month)
    if precision not in (None, "day", "week") and whole_month:
        if month == (1 if first else 12) and precision not in ("month", "quarter", "season", "half"):
            return days.iso_year(year)
        return f"{days.iso_year(year)}-{month:02d}"
    return str(days.iso(day))


def _single(start: int, end: int) -> str | None:
    """The one EDTF date that means exactly this interval, if there is one."""
    if start == end:
        return days.iso(start)
    whole = days.whole_months(start, end)
    if whole is None:
        return None
    number, month, months = whole
    year = days.iso_year(number)
    if months == 1:
        return f"{year}-{month:02d}"
    code = _CODE_OF.get((month, months))
    if code is not None:
        return f"{year}-{code}"
    if month != 1:
        return None
    if months == 12:
        return year
    if months == 120 and number % 10 == 0 and number >= 0:
        return f"{year[:-1]}X"
    if months == 1200 and number % 100 == 0 and number >= 0:
        return f"{year[:-2]}XX"
    return None
