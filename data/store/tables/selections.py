"""Positions of selections: what every engine answers of them alike.

What has no condition needs no search: its lines are counted by month, and within a month along an index.
"""

from __future__ import annotations

from abc import abstractmethod
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, NamedTuple

from data.store.connection import Engine
from data.store.records import Selection

LAST = (1 << 62) - 1
"""Larger than any position."""
UNDATED = 1 << 62
"""The first day of the month, later than any other, to which undated events are counted."""


class Month(NamedTuple):
    """A month, or with ``start`` of :data:`UNDATED` what has no date.

    Attributes:
        start: its first day.
        position: that of its first event.
        visible, conflicts, shown, shown_conflicts, hidden: as in :class:`data.store.tables.tally.Tally`.
    """

    start: int
    position: int
    visible: int
    conflicts: int
    shown: int
    shown_conflicts: int
    hidden: int


@dataclass(slots=True)
class Plan:
    """What is kept of one committed state.

    Attributes:
        last: the last position; -1 of an empty timeline.
        months: in the order of the timeline.
        before: how many lines stand before each month, and at the end how many there are: of everything, and
            of the default view.
        any_hidden: whether the user has hidden an event.
    """

    last: int
    months: list[Month]
    before: dict[bool, list[int]]
    any_hidden: bool


# By whether it is the default view: the condition on its events, and the index that has them.
_PLAIN = {True: ("shown = 1", "event_shown"), False: ("hidden = 0", "event_hidden")}


class Selecting(Engine):
    """Finds the positions of selections."""

    _planned: Plan | None
    _made: dict[str, Any]
    """What was made of this state of the timeline, by its name."""

    def forget(self) -> None:
        """Drop what is kept of a state; the next question searches again."""
        self._planned = None
        self._made = {}

    @abstractmethod
    def _selecting(self) -> AbstractContextManager[None]:
        """One committed state; what is kept of an earlier one is forgotten."""

    @abstractmethod
    def _positions(self, selection: Selection, needed: int | None = None) -> array[int]:
        """The first ``needed`` positions of a selection or more, all of them with None."""

    @abstractmethod
    def _size(self, selection: Selection, before: int = LAST + 1) -> int:
        """How many positions of a selection are smaller than one, or how many there are."""

    def _next_to(self, selection: Selection, position: int, count: int) -> Sequence[int]:
        """The first positions of a selection from a position on, or with a negative count before it."""
        positions = self._positions(selection)
        place = bisect_left(positions, position)
        return positions[place : place + count] if count > 0 else positions[max(0, place + count) : place]

    @abstractmethod
    def _using(self, index: str) -> str:
        """What tells the engine, after a table's name, which index to look into; empty if it knows best."""

    def _plan(self) -> Plan:
        if self._planned is None:
            (last,) = self._ask("SELECT coalesce(max(position), -1) FROM event").fetchone()
            rows = self._ask(
                "SELECT start_day, position, count, conflicts, shown, shown_conflicts, hidden FROM month"
                " ORDER BY start_day"
            )
            months = [Month._make(row) for row in rows]
            self._planned = Plan(
                last=int(last),
                months=months,
                before={
                    False: list(accumulate((month.visible for month in months), initial=0)),
                    True: list(accumulate((month.shown for month in months), initial=0)),
                },
                any_hidden=any(month.hidden for month in months),
            )
        return self._planned

    def _line(self, selection: Selection, number: int) -> int:
        """The position of a line of a selection; beyond its last one a position after it."""
        if not selection.is_plain:
            positions = self._positions(selection, number + 1)
            return positions[number] if number < len(positions) else LAST
        plan = self._plan()
        before = plan.before[selection.shown]
        if number >= before[-1]:
            return LAST
        month = bisect_right(before, number) - 1
        condition, index = _PLAIN[selection.shown]
        rows = self._ask(
            f"SELECT position FROM event {self._using(index)} WHERE {condition} AND position >= ?"
            " ORDER BY position LIMIT 1 OFFSET ?",
            (plan.months[month].position, number - before[month]),
        )
        return int(rows.fetchone()[0])

    def _plain_size(self, selection: Selection, before: int) -> int:
        plan = self._plan()
        counts = plan.before[selection.shown]
        month = bisect_left(plan.months, before, key=lambda month: month.position) - 1
        if month < 0 or before > plan.last:
            return counts[0] if month < 0 else counts[-1]
        condition, index = _PLAIN[selection.shown]
        (inside,) = self._ask(
            f"SELECT count(*) FROM event {self._using(index)}"
            f" WHERE {condition} AND position >= ? AND position < ?",
            (plan.months[month].position, before),
        ).fetchone()
        return counts[month] + int(inside)

    def _last_position(self) -> int:
        return self._plan().last


def inside(positions: Sequence[int], first: int, end: int) -> int:
    """How many ordered positions are in a stretch, its end not included."""
    return bisect_left(positions, end) - bisect_left(positions, first)
