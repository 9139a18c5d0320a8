"""Which events a query selects, found in the order of the timeline and only as far as asked.

Positions found are kept for the last few queries, so that paging, counting and jumping within one
filter do not search again; they are dropped when anything is written to the collection.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from data.store.protocol import Selection
from data.store.sqlite.connection import Connected

KEPT = 6
"""Selections whose positions are kept; a million positions take 4 MB."""

_FIRST_STEP = 256
_STEP_GROWTH = 8
_EVERYTHING = -1  # SQLite's LIMIT for no limit


@dataclass(slots=True)
class _Found:
    """The positions found so far, in order; ``complete`` when there are no more."""

    positions: array[int] = field(default_factory=lambda: array("I"))
    complete: bool = False


class Selecting(Connected):
    """Finds the positions of selections."""

    def __init__(self, path: Path, *, writing: bool) -> None:
        super().__init__(path, writing=writing)
        self._found: OrderedDict[tuple[object, ...], _Found] = OrderedDict()
        self._seen: tuple[int, int] | None = None

    def forget(self) -> None:
        """Drop the positions kept for selections; the next question searches again."""
        self._found.clear()

    @contextmanager
    def _selecting(self) -> Iterator[None]:
        """One committed state; positions kept from an earlier one are forgotten."""
        with self._state():
            (version,) = self._connection.execute("PRAGMA data_version").fetchone()
            seen = (version, self._connection.total_changes)  # what others wrote, and what this store wrote
            if seen != self._seen:
                self._seen = seen
                self._found.clear()
            yield

    def _positions(self, selection: Selection, needed: int | None = None) -> array[int]:
        """The first ``needed`` positions of a selection or more, all of them with None."""
        found = self._of(selection)
        step = _FIRST_STEP
        while not found.complete and (needed is None or len(found.positions) < needed):
            limit = _EVERYTHING if needed is None else max(step, needed - len(found.positions))
            last = found.positions[-1] if found.positions else -1
            before = len(found.positions)
            statement, parameters = _search(selection)
            cursor = self._connection.execute(
                f"SELECT {statement} AND {_key(selection)} > ? ORDER BY {_key(selection)} LIMIT ?",
                (*parameters, last, limit),
            )
            found.positions.extend(position for (position,) in cursor)
            found.complete = limit == _EVERYTHING or len(found.positions) - before < limit
            step *= _STEP_GROWTH
        return found.positions

    def _size(self, selection: Selection) -> int:
        found = self._of(selection)
        if found.complete:
            return len(found.positions)
        statement, parameters = _search(selection, "count(*)")
        return int(self._connection.execute(f"SELECT {statement}", parameters).fetchone()[0])

    def _size_before(self, selection: Selection, position: int) -> int:
        """How many positions of a selection are smaller than one."""
        found = self._of(selection)
        if found.complete or (found.positions and found.positions[-1] >= position):
            return bisect_left(found.positions, position)
        statement, parameters = _search(selection, "count(*)")
        rows = self._connection.execute(
            f"SELECT {statement} AND {_key(selection)} < ?", (*parameters, position)
        ).fetchone()
        return int(rows[0])

    def _of(self, selection: Selection) -> _Found:
        key = (selection.match, selection.condition, selection.parameters)
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = _Found()
            if len(self._found) > KEPT:
                self._found.popitem(last=False)
        self._found.move_to_end(key)
        return found


def _key(selection: Selection) -> str:
    return "t.rowid" if selection.match else "e.position"


def _search(selection: Selection, wanted: str | None = None) -> tuple[str, tuple[object, ...]]:
    """What follows SELECT for a selection, full-text search first where there is one, and parameters."""
    column = wanted or _key(selection)
    if not selection.match:
        return f"{column} FROM event e WHERE ({selection.condition or 'TRUE'})", selection.parameters
    # Bounds of positions become bounds of the search; the plus keeps a list of positions from becoming
    # one search for each of them. What asks for nothing else of an event need not fetch it.
    condition = selection.condition.replace("e.position IN", "+t.rowid IN").replace("e.position", "t.rowid")
    joined = "CROSS JOIN event e ON e.position = t.rowid" if re.search(r"\be\.", condition) else ""
    return (
        f"{column} FROM event_text t {joined} WHERE t.event_text MATCH ? AND ({condition or 'TRUE'})",
        (selection.match, *selection.parameters),
    )
