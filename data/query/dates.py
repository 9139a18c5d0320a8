"""Dates as a user types them in a query: EDTF first, then words, then whatever dateparser reads.

dateparser takes a second to load: it is asked only for words that are not ours.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from data import days, edtf
from data.query import eras, spoken
from data.query.figures import in_figures
from data.query.spoken import Read, counted_from
from data.query.stretches import WORDS, Stretch, stretch
from data.query.times import without_time
from data.query.tree import DateReading
from data.query.weeks import week

_OURS = frozenset(
    " ".join(
        (*spoken.WORDS, *WORDS, *eras.WORDS,
         "about", "around", "roughly", "circa", "c", "ca", "approximately")
    ).split()
)  # fmt: skip
"""The words of dates that are read here; dateparser would only guess at a date made of nothing else."""

# Plainly meant as EDTF: what that refuses, nothing else is to guess at.
_FIGURES = re.compile(r"-?\d{4}-\d\d(-\d\d)?|[^/]*\d{4}[^/]*/[^/]*\d{4}[^/]*")
_ABOUT = re.compile(r"(?:about|around|roughly|circa|ca?\.?|approximately)\s+(.+)", re.IGNORECASE)
_YEAR = re.compile(r"-?\d{4}")
_LETTERS = re.compile(r"[^\W\d_]+")

Other = Callable[[str, int], Read]
"""Reads a date in words that are not ours, with today; raises ValueError."""


class _OtherWordsError(ValueError):
    """Nothing here reads the words."""


def read_date(text: str, *, today: int | None = None) -> DateReading:
    """What a date stands for, and how it was read; raises ValueError with the reason.

    ``today`` is the day that "last summer" is counted from, without it the clock's.
    """
    return _date(text, _clock() if today is None else today, _by_dateparser)


def is_ours(text: str) -> bool:
    """Whether a date, or what is no date yet, is read or refused without dateparser."""
    try:
        _date(text, _clock(), _refuse)
    except _OtherWordsError:
        return False
    except ValueError:
        return True
    return True


def _date(text: str, today: int, other: Other) -> DateReading:
    alone, said = without_time(text.strip())
    written, told = edtf.parted(alone)
    if said is None and told is None and written != alone:
        raise ValueError(f"“{alone.removeprefix(written)}” is no time of day")
    said = said or told
    try:
        reading = edtf.parse(written)
        how = "EDTF" if reading.precision is None else f"EDTF, {reading.precision}"
        read = Read(reading.start, reading.end, reading.precision, how)
    except ValueError as error:
        if _FIGURES.fullmatch(written):
            raise ValueError(str(error)) from error
        about = _ABOUT.fullmatch(written)
        if about is not None:
            return replace(_date(about[1], today, other), text=text, about=True)
        read = _in_words(written, today, other)
    clock = said if read.start is not None and read.start == read.end else None
    return DateReading(text, read.start, read.end, read.how, read.precision, clock, edtf.is_about(written))


def _in_words(written: str, today: int, other: Other) -> Read:
    words = eras.astronomical(" ".join(written.lower().split()))
    if _YEAR.fullmatch(words):
        return Read(*days.year_span(int(words)), "year", "a year")
    said = spoken.spoken(words, today)
    if said is not None:
        return said
    numbered = week(words, today)
    if numbered is not None:
        return Read(*numbered, "week", "a week by its number")
    figures = in_figures(words)
    if figures is not None:
        return Read(*figures, "a date in figures")
    made = stretch(words, today, lambda part: _part(part, today, other))
    if made is not None:
        return Read(made.start, made.end, made.precision, counted_from(today))
    if _are_ours(words):
        raise ValueError(f"“{written}” is no date that can be read")
    return other(written, today)


def _are_ours(words: str) -> bool:
    """Whether there are only figures and words of ours, the last of which may only be begun."""
    *whole, last = _LETTERS.findall(words) or [""]
    return _OURS.issuperset(whole) and any(one.startswith(last) for one in _OURS)


def _part(text: str, today: int, other: Other) -> Stretch:
    """A date that a stretch is made of."""
    found = _date(text, today, other)
    if found.start is None or found.end is None:
        raise ValueError(f"“{text}” is open at one end")
    return Stretch(found.start, found.end, found.precision or "day")


def _by_dateparser(written: str, today: int) -> Read:
    from data.query import by_dateparser

    return Read(*by_dateparser.read(written, today), f"by dateparser, {counted_from(today)}")


def _refuse(written: str, _: int) -> Read:
    raise _OtherWordsError(written)


def _clock() -> int:
    return datetime.now().astimezone().date().toordinal()
