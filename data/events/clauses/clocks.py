"""The time of day that dates a clause ("On Monday the bridge was closed at 10:15 a.m.")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from data.clock import clock, looseness
from data.events.clauses.datings import Dating
from data.model import Expression

# Of a day that is told by its begin or end ("early on Monday", "late Monday").
_OF_DAYS = {"START": ("TMO", "START"), "END": ("TEV", "END")}
# How a time of day is told apart from one that it only bounds.
_BOUNDS = {"before": "BEFORE", "after": "AFTER"}


def with_clock(dating: Dating | None, inside: Sequence[Dating]) -> Dating | None:
    """A clause's date with the expression that tells its time of day, if one does.

    Args:
        dating: the date that governs the clause.
        inside: all dates in the clause: another that names the same day may tell its time, unless it only
            describes a noun ("On Monday the 8 a.m. train was cancelled").
    """
    if dating is None or dating.start is None or dating.start != dating.end:
        return dating
    if not any(_may_tell(one) for other in inside for one in other.expressions):
        return dating
    day = (dating.start, dating.end)
    beside = [one for one in inside if not one.attributive and (one.start, one.end) == day]
    told = [(clock_of(one), one) for other in (dating, *beside) for one in other.expressions]
    known = [(looseness(said), one.start_char, one) for said, one in told if said is not None]
    if not known:
        return dating
    return replace(dating, timed=min(known, key=lambda found: found[:2])[2])


def _may_tell(expression: Expression) -> bool:
    return expression.type == "TIME" or expression.mod is not None


def clock_between(dating: Dating | None, start: int, end: int) -> str | None:
    """The time of day of a range that a date holds for: told within it, not in another clause."""
    if dating is None or dating.timed is None or not start <= dating.timed.start_char < end:
        return None
    return clock_of(dating.timed)


def clock_of(expression: Expression) -> str | None:
    """The time of day that an expression tells of its day; None if it tells none, or only where one ends."""
    if expression.start is None or expression.start != expression.end or expression.role == "to":
        return None
    if expression.type == "DATE" and expression.precision == "day":
        of_day = _OF_DAYS.get(expression.mod or "")
        return None if of_day is None else clock(*of_day)
    if expression.type != "TIME":
        return None
    _, letter, rest = expression.value.partition("T")
    try:
        return clock(letter + rest, expression.mod or _BOUNDS.get(expression.role or ""), expression.zone)
    except ValueError:
        return None
