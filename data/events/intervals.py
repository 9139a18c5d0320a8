"""When two intervals of days can be those of one event, and which of them is the event's."""

from __future__ import annotations

Interval = tuple[int | None, int | None]

FARTHEST = (1 << 31) - 1
"""Days as far from the beginning of our era as a block of reports can tell."""


def reached(day: int) -> int:
    """A day, or the farthest one before it that a block can tell."""
    return max(-FARTHEST, min(day, FARTHEST))


def compatible(one: Interval, other: Interval) -> bool:
    """Whether two intervals are equal or one lies within the other.

    An interval with an open end goes only with its equals and with what it begins with ("since 2004": 2004).
    """
    if one == other:
        return True
    if one[0] == other[0] and one[0] is not None:
        return True
    if one[0] is None or one[1] is None or other[0] is None or other[1] is None:
        return False
    return (one[0] <= other[0] and other[1] <= one[1]) or (other[0] <= one[0] and one[1] <= other[1])


def are_apart(one: Interval, other: Interval) -> bool:
    """Whether two intervals have no day in common; open ones are never known to."""
    if one[0] is None or one[1] is None or other[0] is None or other[1] is None:
        return False
    return one[1] < other[0] or other[1] < one[0]


def finer(one: Interval, other: Interval) -> Interval:
    """The shorter of two compatible intervals."""
    return one if length(one) <= length(other) else other


def length(interval: Interval) -> int:
    """How many days an interval has; very many where an end is open or unknown."""
    start, end = interval
    return 1 << 40 if start is None or end is None else end - start + 1
