"""How long after or before another event something was, in words as coarse as the dates allow."""

from __future__ import annotations

from data import days
from data.model import Precision
from data.order import begin_day
from data.store.records import EventRow
from data.words import counted

_DAY: tuple[Precision | None, ...] = ("day", "week", None)
_MONTH: tuple[Precision | None, ...] = (*_DAY, "month", "quarter", "season", "half")
_DAYS_TOLD = 60
"""Days apart that are still told in days and not in months."""


def elapsed(event: EventRow, other: EventRow) -> str:
    """How much later one event begins: "3 years 2 months later", "the same day"; "" if that is unknown."""
    begin, reference = begin_day(event.start, event.end), begin_day(other.start, other.end)
    if begin is None or reference is None:
        return ""
    finest = {event.precision, other.precision}
    said = _span(min(begin, reference), max(begin, reference), finest)
    if not said:
        return "the same " + ("day" if finest <= {*_DAY} else "month" if finest <= {*_MONTH} else "year")
    return f"{said} {'later' if begin > reference else 'earlier'}"


def short_elapsed(event: EventRow, other: EventRow) -> str:
    """The same for a narrow column: "+3 y 2 mo", "-12 d", "0"."""
    said = elapsed(event, other)
    if not said or said.startswith("the same"):
        return "0" if said else ""
    *parts, direction = said.split()
    units = {"y": "y", "m": "mo", "d": "d"}
    lengths = zip(parts[::2], parts[1::2], strict=True)
    made = " ".join(f"{number} {units[unit[0]]}" for number, unit in lengths)
    return ("+" if direction == "later" else "-") + made


def _span(first: int, last: int, precisions: set[Precision | None]) -> str:
    begin, end = days.civil(first), days.civil(last)
    if not precisions <= {*_MONTH}:
        return _counted(end.year - begin.year, "year")
    if precisions <= {*_DAY} and last - first <= _DAYS_TOLD:
        return _counted(last - first, "day")
    months = (end.year - begin.year) * 12 + end.month - begin.month
    if precisions <= {*_DAY} and end.day < begin.day:
        months -= 1
    years, months = divmod(months, 12)
    return " ".join(part for part in (_counted(years, "year"), _counted(months, "month")) if part)


def _counted(count: int, noun: str) -> str:
    return counted(count, noun) if count else ""
