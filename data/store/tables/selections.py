"""Positions of selections: what every engine answers of them alike.

What has no condition needs no search: its lines are counted by month, and within a month along an index.
"""

from __future__ import annotations

from abc import abstractmethod
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from itertools import accumulate
from typing import Any, NamedTuple

from data.store.connection import Engine
from data.store.records import Selection

LAST = (1 << 62) - 1
"""Larger than any position."""
STEP = 4
"""From one position to the next in a timeline that is written whole: in between there is room for others."""
UNDATED = 1 << 62
"""The first day of the month, later than any other, to which undated events are counted."""

_CONFLICTING = Selection("e.position IN (SELECT position FROM event WHERE conflicts > 0)", hidden=True)


class Plan(NamedTuple):
    """What is kept of one committed state: its months, in the order of the timeline.

    What has two values has one of everything, and one of the default view.

    Attributes:
        last: the last position; -1 of an empty timeline.
        starts: of each month its first day, of what has no date :data:`UNDATED`.
        positions: of each month that of its first event.
        counts: of each month how many events begin in it, and how many of them are in conflict.
        before: of each month how many lines stand before it, and at the end how many there are.
        any_hidden: whether the user has hidden an event.
    """

    last: int
    starts: Sequence[int]
    positions: Sequence[int]
    counts: dict[bool, tuple[Sequence[int], Sequence[int]]]
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
        return next_in(self._positions(selection), position, count)

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
            columns = [*zip(*rows, strict=True)] or [()] * 7
            starts, positions, events, conflicts, shown, shown_conflicts, hidden = columns
            self._planned = Plan(
                last=int(last),
                starts=starts,
                positions=positions,
                counts={False: (events, conflicts), True: (shown, shown_conflicts)},
                before={
                    False: list(accumulate(events, initial=0)),
                    True: list(accumulate(shown, initial=0)),
                },
                any_hidden=any(hidden),
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
            (plan.positions[month], number - before[month]),
        )
        return int(rows.fetchone()[0])

    def _plain_size(self, selection: Selection, before: int) -> int:
        plan = self._plan()
        counts = plan.before[selection.shown]
        month = bisect_left(plan.positions, before) - 1
        if month < 0 or before > plan.last:
            return counts[0] if month < 0 else counts[-1]
        condition, index = _PLAIN[selection.shown]
        (inside,) = self._ask(
            f"SELECT count(*) FROM event {self._using(index)}"
            f" WHERE {condition} AND position >= ? AND position < ?",
            (plan.positions[month], before),
        ).fetchone()
        return counts[month] + int(inside)

    def begins(self, day: int) -> int:
        """The position of the first event that begins on a day or later, else of the first undated one."""
        rows = self._query(
            "SELECT min(position) FROM event WHERE begin_day ="
            " (SELECT min(begin_day) FROM event WHERE begin_day >= ?)",
            (day,),
        )
        if rows[0][0] is not None:
            return int(rows[0][0])
        rows = self._query("SELECT position FROM month WHERE start_day = ?", (UNDATED,))
        return int(rows[0][0]) if rows else LAST

    def _beginning(self, selection: Selection) -> int:
        """A position before which a selection has nothing: that of the first event of a month."""
        if selection.since is None:
            return 0
        plan = self._plan()
        month = bisect_right(plan.starts, selection.since) - 1
        return plan.positions[month] if month >= 0 else 0

    def _end(self, selection: Selection) -> int:
        """A position after which a selection has nothing: the last before a month, or the last of all."""
        plan = self._plan()
        if selection.until is None:
            return plan.last
        month = bisect_right(plan.starts, selection.until)
        return plan.positions[month] - 1 if month < len(plan.starts) else plan.last

    def _months(self, selection: Selection) -> Iterable[tuple[int, int, int]]:
        """Of each month its first day, how many events of a selection begin in it, and how many contested."""
        plan = self._plan()
        positions = self._positions(selection)
        contested = _both(self._positions(_CONFLICTING), positions)
        # Positions are dates, so each month is a stretch of them.
        ends = [*plan.positions, LAST][1:]
        return [
            (start, inside(positions, first, end), inside(contested, first, end))
            for start, first, end in zip(plan.starts, plan.positions, ends, strict=True)
        ]

    def _last_position(self) -> int:
        return self._plan().last


def inside(positions: Sequence[int], first: int, end: int) -> int:
    """How many ordered positions are in a stretch, its end not included."""
    return bisect_left(positions, end) - bisect_left(positions, first)


def _both(some: Sequence[int], others: Sequence[int]) -> list[int]:
    """What is in two ordered sequences; the first is the shorter one."""
    places = ((one, bisect_left(others, one)) for one in some)
    return [one for one, place in places if place < len(others) and others[place] == one]


def next_in(positions: Sequence[int], position: int, count: int) -> Sequence[int]:
    """Of ordered positions the first from one on, or with a negative count the last before it."""
    place = bisect_left(positions, position)
    return positions[place : place + count] if count > 0 else positions[max(0, place + count) : place]
