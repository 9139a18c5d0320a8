"""Stretches of time as a user types them: a part of a period, a quarter, from one date to another."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from data import days
from data.model import Precision

_PARTS = {
    "early": (0, 1, 3), "beginning of": (0, 1, 3), "start of": (0, 1, 3),
    "mid": (1, 2, 3), "middle of": (1, 2, 3), "late": (2, 3, 3), "end of": (2, 3, 3),
    "first half of": (0, 1, 2), "second half of": (1, 2, 2),
}  # fmt: skip
"""Which part of a period is meant: from where, until where, of how many equal parts."""
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}

_CENTURIES = _ORDINALS | {
    "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11,
    "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17,
    "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21,
}  # fmt: skip

WORDS = frozenset(
    " ".join((*_PARTS, *_CENTURIES, "q s quarter century from to until between and before till since after"))
    .replace("-", " ")
    .split()
)
"""The words of stretches."""

_PART = re.compile(r"(?:the )?(" + "|".join(_PARTS) + r")[ -](?:the )?(.+)")
_QUARTER = re.compile(r"(?:q([1-4])|(?:the )?(first|second|third|fourth) quarter(?: of)?),? ?(-?\d{4})?")
_CENTURY = re.compile(
    r"(?:the )?(?:(\d{1,2})(?:st|nd|rd|th)|(" + "|".join(_CENTURIES) + r"))[ -]century( bce?)?(?: ad| ce)?"
)
_DECADE = re.compile(r"(?:the )?['’]?(\d|\d{3})0['’]?s")
_DAYS = re.compile(r"(\d{1,2})(?: ?[-–] ?| to )(\d{1,2})\.? ([a-z].*)")
_YEARS = re.compile(r"(\d{4})[-–](\d{4})")
_OPEN = re.compile(r"(before|until|till|since|from|after) (.+)")
_ENDS_WITH_YEAR = re.compile(r".*[a-z.,] (-?\d{4})")
_WITHOUT_YEAR = re.compile(
    r"(?:\d{1,2}(?:st|nd|rd|th|\.)? )?(?:" + "|".join(month[:3].lower() for month in days.MONTHS)
    + r")[a-z]*\.?(?: \d{1,2}(?:st|nd|rd|th)?)?"
)  # fmt: skip
_TO = re.compile(r"(?:from )?(.+?)(?: to | until | [-–] |\.\.)(.+)|between (.+) and (.+)")

_LONGEST = 80
"""Characters; a stretch is made of other dates, and what is pasted must not go on for ever."""
_SHORTEST_MONTH = 28


class Stretch(NamedTuple):
    """First and last day, both included, and the grain for saying them in words."""

    start: int
    end: int
    precision: Precision


class Open(NamedTuple):
    """All days before, or since, another date: first and last day, one of them None."""

    start: int | None
    end: int | None
    precision: Precision


Read = Callable[[str], Stretch]
"""Reads another date, of which this one is made; raises ValueError."""


def stretch(words: str, today: int, read: Read) -> Stretch | Open | None:
    """What lower-case words stand for, None if no stretch; raises ValueError for a wrong date in them."""
    if len(words) > _LONGEST:
        return None
    if match := _QUARTER.fullmatch(words):
        return _quarter(int(match[1] or _ORDINALS[match[2]]), match[3], today)
    if match := _CENTURY.fullmatch(words):
        number = int(match[1]) if match[1] else _CENTURIES[match[2]]
        first = 1 - number * 100 if match[3] else (number - 1) * 100
        return Stretch(days.ordinal(first), days.ordinal(first + 99, 12, 31), "century")
    if match := _DECADE.fullmatch(words):
        year, first = days.civil(today).year, int(match[1]) * 10
        if len(match[1]) == 1:  # the last one that has begun
            first += year // 100 * 100
            first -= 100 if first > year else 0
        return Stretch(days.ordinal(first), days.ordinal(first + 9, 12, 31), "decade")
    if match := _PART.fullmatch(words):
        return _part(read(match[2]), *_PARTS[match[1]])
    if match := _DAYS.fullmatch(words):
        return _between(f"{match[1]} {match[3]}", f"{match[2]} {match[3]}", read)
    if match := _YEARS.fullmatch(words) or _TO.fullmatch(words):
        first_words, last_words = (one for one in match.groups() if one is not None)
        return _between(first_words, last_words, read)
    if match := _OPEN.fullmatch(words):
        return _open(match[1], read(match[2]))
    return None


def _open(word: str, bound: Stretch) -> Open:
    match word:
        case "before":
            return Open(None, bound.start - 1, bound.precision)
        case "until" | "till":
            return Open(None, bound.end, bound.precision)
        case "after":
            return Open(bound.end + 1, None, bound.precision)
    return Open(bound.start, None, bound.precision)


def _quarter(number: int, year: str | None, today: int) -> Stretch:
    """A quarter of a year, or the last one of that number that has begun."""
    month = number * 3 - 2
    of = int(year) if year else days.civil(today).year
    of -= year is None and days.ordinal(of, month) > today
    return Stretch(days.ordinal(of, month), days.month_span(of, month + 2)[1], "quarter")


def _part(whole: Stretch, first: int, last: int, parts: int) -> Stretch:
    """A part of a period in whole months, of a month in whole days; a shorter one has no parts."""
    if whole.end - whole.start + 1 < _SHORTEST_MONTH:
        return whole
    begin, end = days.civil(whole.start), days.civil(whole.end)
    months = (end.year - begin.year) * 12 + end.month - begin.month + 1
    if months < parts:
        length = 30 // parts
        until = whole.end if last == parts else whole.start + last * length - 1
        return Stretch(whole.start + first * length, until, "day")
    month = begin.year * 12 + begin.month - 1 + months * first // parts
    after = begin.year * 12 + begin.month - 1 + months * last // parts - 1
    until = days.month_span(after // 12, after % 12 + 1)[1]
    grain: Precision = "half" if months == 12 and parts == 2 else "month"
    return Stretch(days.ordinal(month // 12, month % 12 + 1), until, grain)


def _between(first: str, last: str, read: Read) -> Stretch:
    end = read(last.strip())
    begin = _beginning(first.strip(), last.strip(), end, read)
    if end.end < begin.start:
        raise ValueError(f"“{last.strip()}” is before “{first.strip()}”")
    return Stretch(begin.start, end.end, begin.precision if begin.precision == end.precision else "day")


def _beginning(first: str, last: str, end: Stretch, read: Read) -> Stretch:
    """Where a stretch begins; "30 July" in front of "2 August 2024" is of that year, or of the one before."""
    year = _ENDS_WITH_YEAR.fullmatch(last)
    if year is None or _WITHOUT_YEAR.fullmatch(first) is None:
        return read(first)
    begin = read(f"{first} {year[1]}")
    return begin if begin.start <= end.end else read(f"{first} {days.iso_year(int(year[1]) - 1)}")
