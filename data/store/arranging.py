"""What a store answers of its timeline in other orders than that of time."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol

if TYPE_CHECKING:
    from data.store.records import EventRow, Selection

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


class Arranging(Protocol):
    """The part of a store that arranges its events; positions are those of the whole timeline."""

    def place(self, event_id: str) -> int | None:
        """The position of an event; None if there is none with this id."""

    def begins(self, day: int) -> int:
        """The position of the first event that begins on a day or later, else of the first undated one.

        Where there is neither it is beyond the last.
        """

    def before(self, selection: Selection, position: int) -> int:
        """How many events of a selection stand before a position."""

    def next_to(self, selection: Selection, position: int, count: int) -> Sequence[int]:
        """The first ``count`` positions of a selection from a position on, in order.

        With a negative count the last ones before it.
        """

    def main_at(self, positions: Sequence[int], wanted: int) -> list[int]:
        """Of some positions, given in order, the ``wanted`` most important ones, those first.

        Of equals the one with more publishers comes first, then the earlier one.
        """

    def stop(self) -> None:
        """End the question that is being asked in another thread: it raises CollectionError there."""

    def rows_at(self, positions: Sequence[int]) -> list[EventRow]:
        """The lines at some positions, in the order given."""

    def positions(self, selection: Selection) -> Sequence[int]:
        """All positions of a selection, in order."""

    def ordered(self, selection: Selection, order: Order) -> Sequence[int]:
        """The positions of a selection: the most important first, or those that the newest documents tell."""

    def groups(self, selection: Selection, by: GroupBy) -> list[Group]:
        """The events of each name, the largest group first, then the rarest names, those without one last."""

    def coarse(self, selection: Selection) -> list[CoarseCount]:
        """How many events begin with a year and are said more coarsely than by month, year and decade."""
