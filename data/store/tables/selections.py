"""Positions of selections: what every engine answers of them alike.

What has no condition needs no search: the lines of everything are the positions but for the few hidden ones,
those of the default view are counted by month.
"""

from __future__ import annotations

from abc import abstractmethod
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from data.store.connection import Engine
from data.store.protocol import Selection

LAST = (1 << 62) - 1
"""Larger than any position."""


@dataclass(slots=True)
class Plan:
    """What is kept of one committed state: hidden positions in order, and the months.

    ``months`` are first day, first position, and the four counts of :class:`Tally`; ``shown_before`` counts
    the lines of the default view before each month, and at its end all of them.
    """

    size: int
    hidden: array[int]
    months: list[tuple[Any, ...]]
    shown_before: list[int]


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
            ask = self._ask
            (last,) = ask("SELECT max(position) FROM event").fetchone()
            hidden = ask("SELECT position FROM event WHERE hidden = 1 ORDER BY position")
            months = ask(
                "SELECT start_day, position, count, conflicts, shown, shown_conflicts FROM month"
                " ORDER BY start_day"
            ).fetchall()
            self._planned = Plan(
                size=0 if last is None else int(last) + 1,
                hidden=array("I", [position for (position,) in hidden]),
                months=months,
                shown_before=list(accumulate((month[4] for month in months), initial=0)),
            )
        return self._planned

    def _line(self, selection: Selection, number: int) -> int:
        """The position of a line of a selection; beyond its last one a position after it."""
        if not selection.is_plain:
            positions = self._positions(selection, number + 1)
            return positions[number] if number < len(positions) else LAST
        plan = self._plan()
        if not selection.shown:
            hidden = plan.hidden
            return number + bisect_right(range(len(hidden)), number, key=lambda place: hidden[place] - place)
        if number >= plan.shown_before[-1]:
            return LAST
        month = bisect_right(plan.shown_before, number) - 1
        rows = self._ask(
            f"SELECT position FROM event {self._using('event_shown')} WHERE shown = 1 AND position >= ?"
            " ORDER BY position LIMIT 1 OFFSET ?",
            (plan.months[month][1], number - plan.shown_before[month]),
        )
        return int(rows.fetchone()[0])

    def _plain_size(self, selection: Selection, before: int) -> int:
        plan = self._plan()
        before = min(before, plan.size)
        if not selection.shown:
            return before - bisect_left(plan.hidden, before)
        month = bisect_left(plan.months, before, key=lambda month: month[1]) - 1
        if month < 0:
            return 0
        (inside,) = self._ask(
            f"SELECT count(*) FROM event {self._using('event_shown')}"
            " WHERE shown = 1 AND position >= ? AND position < ?",
            (plan.months[month][1], before),
        ).fetchone()
        return plan.shown_before[month] + int(inside)

    def _last_position(self) -> int:
        return self._plan().size - 1
