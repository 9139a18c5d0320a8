"""The dates of a chronology: EDTF, words, figures in the order that the whole sheet shows."""

from __future__ import annotations

import re

from data import edtf
from data.clock import begin
from data.numeric_dates import in_figures
from data.query.dates import read_date
from data.query.times import read_time

_APART = re.compile(r"\s+(?:to|until|till|through|–|—|-)\s+|(?<=\d{4})\s*[–—-]\s*(?=\d{4}\Z)")
_OPEN = re.compile(r"(before|after|since|until|from)\s+(.+)", re.IGNORECASE)
_TIME = re.compile(
    r"(?<=\d)(?:,? |T)(\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?(?: ?[ap]m)?(?: ?(?:z|utc|gmt|[+-]\d\d:?\d\d))?)\Z",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"(?:about|around|circa|c\.|ca\.?|approx\.?)\s*(\S.*)", re.IGNORECASE)


def told_time(date: str, cell: str) -> str | None:
    """The time of day of a row as a clock: of a cell of its own, else behind its date; None if none is told.

    Midnight behind a date is what spreadsheets write where there is a date alone. Raises ValueError with the
    reason for a cell that tells no time.
    """
    if cell:
        return read_time(cell)
    behind = _TIME.search(date)
    if behind is None:
        return None
    clock = read_time(behind[1].upper().replace("Z", " UTC"))
    return clock if begin(clock) else None


def read(written: str, *, day_first: bool | None, today: int) -> str:
    """The EDTF date that a cell means, without a time of day; raises ValueError with the reason.

    A date in doubt is such a reason.
    """
    written, _ = edtf.parted(" ".join(written.split()))
    try:
        edtf.parse(written)
        return written
    except ValueError:
        pass  # EDTF is only the first way to write a date
    in_order = in_figures(written, day_first=day_first)
    if in_order is not None:
        return in_order
    about = _ABOUT.match(written)
    if about is not None:
        return edtf.nearly(read(about[1], day_first=day_first, today=today))
    opened = _OPEN.match(written)
    if opened is not None:
        return _open(opened[1].lower(), read(opened[2], day_first=day_first, today=today))
    ends = _APART.split(written)
    if len(ends) == 2 and all(ends):
        first, last = (edtf.parse(read(end, day_first=day_first, today=today)) for end in ends)
        return _checked(edtf.write(first.start, last.end, first.precision))
    found = read_date(written, today=today)
    return _checked(edtf.write(found.start, found.end, found.precision))


def _open(word: str, bound: str) -> str:
    interval = edtf.parse(bound)
    if interval.start is None or interval.end is None:
        raise ValueError(f"“{bound}” is open already")
    match word:
        case "before":
            return _checked(edtf.write(None, interval.start - 1, interval.precision))
        case "after":
            return _checked(edtf.write(interval.end + 1, None, interval.precision))
        case "until":
            return _checked(edtf.write(None, interval.end, interval.precision))
    return _checked(edtf.write(interval.start, None, interval.precision))


def _checked(written: str | None) -> str:
    if written is None:
        raise ValueError("it has neither a first nor a last day")
    edtf.parse(written)
    return written
