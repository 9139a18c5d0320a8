"""The timeline in other orders than that of time, and where an event stands in a selection.

An order of a million events is a list of positions, four bytes each, made once and kept until something is
written; a selection of it is what is left when the others are passed over.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from itertools import compress
from typing import TypeAlias, TypeVar

from data.store.arranging import CoarseCount, Group, GroupBy, Order
from data.store.document_columns import path_of
from data.store.records import EventRow, Selection
from data.store.tables.events import EventTables
from data.store.tables.selections import inside

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
MOST_GROUPS = 2_000
"""Names that have a group each, the most frequent; nobody goes through more."""

_TOLD: dict[GroupBy, str] = {
    "source": "coalesce(publisher, '')",
    "document": "title",
}


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
        if not positions:
            return []
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
            wanted = None if self._is_whole(selection) else self._wanted(selection)
            if by in _NAMED:
                return self._by_names(by, wanted)
            everything = self._once(by, lambda: self._by_documents(_TOLD[by]))
        groups = (
            Group(name, positions if wanted is None else _passed(positions, wanted))
            for name, positions in everything.items()
        )
        return _ranked(group for group in groups if group.positions)

    def positions(self, selection: Selection) -> Sequence[int]:
        """All positions of a selection, in order."""
        with self._selecting():
            return self._positions(selection)

    def _is_whole(self, selection: Selection) -> bool:
        """Whether a selection has every position."""
        return selection.is_everything and not self._plan().any_hidden

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

    def _by_names(self, by: GroupBy, wanted: bytearray | None) -> list[Group]:
        """Groups by the lists of names that the events have."""
        rows = self._ask(_NAMED[by])
        counts = Counter(
            name for position, names in rows if wanted is None or wanted[position] for name in _names(names)
        )
        counts.pop("", None)
        # A single name left over would need as much room as those that share a group.
        most = len(counts) if len(counts) == MOST_GROUPS + 1 else MOST_GROUPS
        kept = {name for name, _ in counts.most_common(most)}
        rarer = len(counts) - len(kept)
        counts.clear()
        found: defaultdict[str, _Positions] = defaultdict(lambda: array("I"))
        others = array("I")
        for position, names in self._ask(_NAMED[by]):
            if wanted is None or wanted[position]:
                for name in _names(names):
                    if name in kept or not name:
                        found[name].append(position)
                    elif not others or others[-1] != position:
                        others.append(position)
        groups = [Group(name, positions) for name, positions in found.items()]
        return _ranked([*groups, Group("", others, rarer)] if rarer else groups)

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
            if selection.is_plain:
                column = "shown" if selection.shown else "count"
                rows = self._ask(f"SELECT start_day, span, {column} FROM coarse ORDER BY start_day, span")
                counts = [CoarseCount(*row) for row in rows]
            else:
                positions = self._positions(selection)
                # They are the first events of their month.
                rows = self._ask(
                    "SELECT start_day, span, position, last_position FROM coarse JOIN month USING (start_day)"
                    " ORDER BY start_day, span"
                )
                counts = [
                    CoarseCount(start, span, inside(positions, first, last + 1))
                    for start, span, first, last in rows
                ]
        return [one for one in counts if one.events]


@lru_cache(maxsize=4096)
def _names(listed: str) -> tuple[str, ...]:
    """Names given as a list in JSON, each once; of none the name ""."""
    import json

    return tuple(dict.fromkeys(json.loads(listed))) or ("",)


def _passed(positions: _Positions, wanted: bytearray) -> _Positions:
    return array("I", [one for one in positions if wanted[one]])


def _ranked(groups: Iterable[Group]) -> list[Group]:
    return sorted(groups, key=lambda one: (one.name == "", one.names == 1, -len(one.positions), one.name))
