"""Where a condition finds events by itself, bounds may be put in, so that it looks among few of them."""

from __future__ import annotations

import re

_PLACE = re.compile(r"/\* (\w+) within \*/")


def within(column: str) -> str:
    """The place behind a condition in SQL for bounds of a column that holds positions of events."""
    return f"/* {column} within */"


def bounded(condition: str, first: int, last: int) -> str:
    """A condition in SQL with bounds at each such place: the first and the last position, both included.

    >>> bounded(f"(SELECT event FROM event_note WHERE TRUE {within('event')})", 3, 7)
    '(SELECT event FROM event_note WHERE TRUE AND event BETWEEN 3 AND 7)'
    """
    return _PLACE.sub(rf"AND \1 BETWEEN {first} AND {last}", condition)
