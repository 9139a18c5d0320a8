"""The timeline in other orders than that of time, and where an event stands in a selection.

An order of a million events is a list of positions, four bytes each, made once and kept until something is
written; a selection of it is what is left when the others are passed over.
"""

from __future__ import annotations

import json
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from itertools import compress
from typing import TypeAlias, TypeVar, get_args

from data import days
from data.order import COARSENESS
from data.store.arranging import CoarseCount, Group, GroupBy, Order, Span
from data.store.protocol import EventRow, Selection
from data.store.tables.documents import path_of
from data.store.tables.events import EventTables

_Made = TypeVar("_Made")
_Positions: TypeAlias = "array[int]"

BEST = "ORDER BY importance DESC, publishers DESC, position"
"""The most important events first."""

_ORDERS: dict[Order, str] = {
    "importance": f"SELECT position FROM event {BEST}",
    # One event of several documents stands where its newest puts it: the first time it comes counts.
    "newest": "SELECT p.event FROM document d JOIN passage p ON p.document = d.key"
    " ORDER BY d.published_start IS NULL, d.published_start DESC, d.key, p.event",
}
_NAMED: dict[GroupBy, str] = {
    "who": "SELECT event, who FROM event_detail ORDER BY event",
    "where": "SELECT event, place FROM event_detail ORDER BY event",
}
_TOLD: dict[GroupBy, str] = {
    "source": "coalesce(publisher, '')",
    "document": "title",
}
# What is said more coarsely than a month, a year, a decade; by its place in the order of the timeline.
COARSER: tuple[tuple[Span, int], ...] = (
    ("month", COARSENESS.index("month")),
    ("year", COARSENESS.index("year")),
    ("decade", COARSENESS.index("decade")),
)


class ArrangedEvents(EventTables):
    """Orders, groups and places."""

    def _once(self, name: str, make: Callable[[], _Made]) -> _Made:
        if name not in self._made:
            self._made[name] = make()
        made: _Made = self._made[name]
        return made

    # places

    def place(self, event_id: str) -> int | None:
        """The position of an event in the whole timeline."""
        rows = self._query("SELECT position FROM event WHERE id = ?", (event_id,))
        return int(rows[0][0]) if rows else None

    def before(self, selection: Selection, position: int) -> int:
        """How many events of a selection stand before a position of the whole timeline."""
        with self._selecting():
            return self._size(selection, position)

    def next_to(self, selection: Selection, position: int, count: int) -> Sequence[int]:
        """The first positions of a selection from a position on, or with a negative count before it."""
        with self._selecting():
            return self._next_to(selection, position, count)

    def main_at(self, positions: Sequence[int], wanted: int) -> list[int]:
        """Of some positions, given in order, the most important ones."""
        rows = self._query(
            f"SELECT position FROM event WHERE {self._among('position')} {BEST} LIMIT ?",
            (self._listed(positions), wanted),
        )
        return [position for (position,) in rows]

    def rows_at(self, positions: Sequence[int]) -> list[EventRow]:
        """The lines at positions of the whole timeline, in the order given."""
        found = self._rows(self._among("e.position"), (self._listed(positions),))
        rows = {row.position: row for row in found}
        return [rows[position] for position in positions if position in rows]

    # orders and groups

    def ordered(self, selection: Selection, order: Order) -> Sequence[int]:
        """The positions of a selection in an order: the most important, or the newest told, first."""
        with self._selecting():
            everything = self._once(order, lambda: self._unlike(_ORDERS[order]))
            return everything if self._is_whole(selection) else self._left(everything, selection)

    def groups(self, selection: Selection, by: GroupBy) -> list[Group]:
        """The events of each name, largest group first, in the order of the timeline.

        An event with several names is in several groups; those without a name come last, under "".
        """
        with self._selecting():
            if by not in self._made:  # one grouping at a time: of many names each takes its memory
                for other in get_args(GroupBy):
                    self._made.pop(other, None)
            everything = self._once(by, lambda: self._grouped(by))
            if not self._is_whole(selection):
                wanted = self._wanted(selection)
                everything = {
                    name: array("I", [one for one in positions if wanted[one]])
                    for name, positions in everything.items()
                }
        made = [Group(name, positions) for name, positions in everything.items() if positions]
        return sorted(made, key=lambda one: (one.name == "", -len(one.positions), one.name))

    def positions(self, selection: Selection) -> Sequence[int]:
        """All positions of a selection, in order."""
        with self._selecting():
            return self._positions(selection)

    def _is_whole(self, selection: Selection) -> bool:
        """Whether a selection has every position."""
        return selection.is_everything and self.count(selection) == self._last_position() + 1

    def _unlike(self, statement: str) -> _Positions:
        """The positions that a statement gives, each where it first comes."""
        seen = bytearray(self._last_position() + 1)
        made = array("I")
        for (position,) in self._ask(statement):
            if not seen[position]:
                seen[position] = 1
                made.append(position)
        return made

    def _wanted(self, selection: Selection) -> bytearray:
        wanted = bytearray(self._last_position() + 1)
        for position in self._positions(selection):
            wanted[position] = 1
        return wanted

    def _left(self, everything: _Positions, selection: Selection) -> _Positions:
        wanted = self._wanted(selection)
        return array("I", compress(everything, map(wanted.__getitem__, everything)))

    def _grouped(self, by: GroupBy) -> dict[str, _Positions]:
        if by in _NAMED:
            return _by_names(self._ask(_NAMED[by]))
        return self._by_documents(_TOLD[by])

    def _by_documents(self, name: str) -> dict[str, _Positions]:
        found: dict[str, set[int]] = {}
        for key, called, path in self._query(f"SELECT key, {name}, path FROM document"):
            told = found.setdefault(path_of(path) if called is None else called, set())
            told.update(
                event for (event,) in self._ask("SELECT event FROM passage WHERE document = ?", (key,))
            )
        return {name: array("I", sorted(positions)) for name, positions in found.items()}

    # what is said of a whole year, decade or century

    def coarse(self, selection: Selection) -> list[CoarseCount]:
        """How many events begin with a year and are said more coarsely than by month, year and decade.

        Years without such events are left out.
        """
        with self._selecting():
            stretches = self._once("coarse", self._stretches)
            counts = [
                CoarseCount(start, span, self._inside(selection, first, end))
                for start, span, first, end in stretches
            ]
            return [one for one in counts if one.count]

    def _inside(self, selection: Selection, first: int, end: int) -> int:
        """How many events of a selection are between two positions that are near each other."""
        if not selection.is_plain:
            return self._size(selection, end) - self._size(selection, first)
        left_out = "shown = 1" if selection.shown else "hidden = 0"
        statement = f"SELECT count(*) FROM event WHERE position >= ? AND position < ? AND {left_out}"
        return int(self._ask(statement, (first, end)).fetchone()[0])

    def _stretches(self) -> list[tuple[int, Span, int, int]]:
        """Positions are ordered by coarseness within a day: where each kind ends is found by halving."""
        found: list[tuple[int, Span, int, int]] = []
        for start, first, count in self._query("SELECT start_day, position, count FROM month"):
            if days.civil(start).month != 1:
                continue
            end = first + count
            for span, fineness in COARSER:
                end = bisect_left(
                    range(end), True, lo=first, key=lambda position: self._is_finer(position, start, fineness)
                )
                if end == first:
                    break
                found.append((start, span, first, end))
        return found

    def _is_finer(self, position: int, day: int, fineness: int) -> bool:
        """Whether an event begins after a day, or is said no more coarsely than so."""
        begin, precision = self._ask(
            "SELECT begin_day, precision FROM event WHERE position = ?", (position,)
        ).fetchone()
        return begin > day or COARSENESS.index(precision) <= fineness


def _by_names(rows: Iterable[tuple[int, str]]) -> dict[str, _Positions]:
    """Events by their names, given as lists in JSON: equal lists, which are many, are read once."""
    lists: dict[str, _Positions] = {}
    for position, names in rows:
        lists.setdefault(names, array("I")).append(position)
    found: dict[str, list[_Positions]] = {}
    for names, positions in lists.items():
        for name in dict.fromkeys(json.loads(names)) or [""]:
            found.setdefault(name, []).append(positions)
    return {
        name: parts[0] if len(parts) == 1 else array("I", sorted(one for part in parts for one in part))
        for name, parts in found.items()
    }
