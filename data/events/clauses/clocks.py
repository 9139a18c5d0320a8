"""The time of day that dates a clause ("On Monday the bridge was closed at 10:15 a.m.")."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from data.clock import clock, looseness
from data.events.clauses.dating import Dating
from data.events.cues import Cues
from data.model import Expression

# Of a day of which the beginning or the end is meant ("early on Monday", "late Monday").
_OF_DAYS = {"START": ("TMO", "START"), "END": ("TEV", "END")}
# How a time of day is told apart from one that it only bounds.
_BOUNDS = {"before": "BEFORE", "after": "AFTER"}


def with_clock(dating: Dating | None, inside: Sequence[Dating], cues: Cues) -> Dating | None:
    """A clause's date with its time of day, if that is told.

    Args:
        dating: the date that governs the clause.
        inside: all dates in the clause: another that names the same day may tell its time, unless it only
            describes a noun ("On Monday the 8 a.m. train was cancelled").
        cues: the words of its language.
    """
    if dating is None or dating.start is None or dating.start != dating.end:
        return dating
    if not any(_may_tell(one) for other in inside for one in other.expressions):
        return dating
    day = (dating.start, dating.end)
    beside = [one for one in inside if not one.attributive and (one.start, one.end) == day]
    told = [(one.start_char, clock_of(one, cues)) for other in (dating, *beside) for one in other.expressions]
    known = [(looseness(said), at, said) for at, said in told if said is not None]
    return replace(dating, timed=min(known)[1:]) if known else dating


def _may_tell(expression: Expression) -> bool:
    return expression.type == "TIME" or expression.mod is not None


def clock_between(dating: Dating | None, start: int, end: int) -> str | None:
    """The time of day of a range that a date holds for: told within it, not in another clause."""
    if dating is None or dating.timed is None or not start <= dating.timed[0] < end:
        return None
    return dating.timed[1]


def clock_of(expression: Expression, cues: Cues) -> str | None:
    """The time of day that an expression tells of its day; None if it tells none, or only where one ends.

    "Earlier that day" is earlier than something else of the day, which may have been in the evening.
    """
    if expression.start is None or expression.start != expression.end or expression.role == "to":
        return None
    if expression.type == "DATE" and expression.precision == "day":
        of_day = _OF_DAYS.get(expression.mod or "")
        first = expression.text.partition(" ")[0].lower()
        return clock(*of_day) if of_day is not None and first in cues.words["parts_of_a_day"] else None
    if expression.type != "TIME":
        return None
    _, letter, rest = expression.value.partition("T")
    try:
        return clock(letter + rest, expression.mod or _BOUNDS.get(expression.role or ""), expression.zone)
    except ValueError:
        return None
