"""What a store answers of its timeline in other orders than that of time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

Order = Literal["importance", "newest"]
GroupBy = Literal["who", "where", "source", "document"]
Span = Literal["month", "year", "decade"]


class Group(NamedTuple):
    """The events of one name by their positions in the whole timeline, in its order; "" is no name.

    Where there are very many names the rarest share a group without one: ``names`` counts them.
    """

    name: str
    positions: Sequence[int]
    names: int = 1


class CoarseCount(NamedTuple):
    """How many events begin on ``start``, the first day of a year, and are said more coarsely than a span.

    They are the first events of that day: whatever is coarser than a decade is coarser than a year too.
    """

    start: int
    span: Span
    events: int
