"""Which events a query selects, found in the order of the timeline and only as far as asked.

Positions found are kept for the last few queries, so that paging, counting and jumping within one
filter do not search again; they are dropped when anything is written to the collection.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from data.store.records import Selection
from data.store.sqlite.connection import Connected
from data.store.tables.selections import LAST, STEP, Selecting

KEPT = 6
"""Selections whose positions are kept; a million positions take 4 MB."""

_FIRST_STEP = 128  # events
_STRETCH = 64 * STEP  # positions looked through for each of them, where searching goes by stretches
_STEP_GROWTH = 8
_PART = 1 << 16  # characters
_EVERYTHING = -1  # SQLite's LIMIT for no limit
_SHOWN = "EXISTS (SELECT 1 FROM event s INDEXED BY event_shown WHERE s.shown = 1 AND s.position = t.rowid)"


class _Found:
    """The positions found so far, in order, of all up to ``searched``; ``complete`` when there are no more.

    ``step`` is how many events to find next, or where searching goes by stretches, to look through: more each
    time, so that going far takes few searches. Until it has ``begun`` the first rows are looked at one by
    one: what is true of many is found there sooner than along indexes, whose finds must be sorted.
    """

    def __init__(self, searched: int) -> None:
        self.positions = array("I")
        self.searched = searched
        self.complete = False
        self.begun = False
        self.step = _FIRST_STEP


class Selections(Connected, Selecting):
    """Finds the positions of selections."""

    def __init__(self, path: Path, *, writing: bool) -> None:
        super().__init__(path, writing=writing)
        self._found: OrderedDict[tuple[object, ...], _Found] = OrderedDict()
        self._seen: tuple[int, int] | None = None
        self.forget()

    def stop(self) -> None:
        """End the question that is being asked in another thread."""
        self._connection.interrupt()

    def forget(self) -> None:
        """Drop what is kept for selections; the next question searches again."""
        super().forget()
        self._found.clear()

    @contextmanager
    def _selecting(self) -> Iterator[None]:
        """One committed state; positions kept from an earlier one are forgotten."""
        with self._state():
            (version,) = self._connection.execute("PRAGMA data_version").fetchone()
            seen = (version, self._connection.total_changes)  # what others wrote, and what this store wrote
            if seen != self._seen:
                self._seen = seen
                self.forget()
            yield

    def _positions(self, selection: Selection, needed: int | None = None) -> array[int]:
        """The first ``needed`` positions of a selection or more, all of them with None."""
        found = self._of(selection)
        while not found.complete and (needed is None or len(found.positions) < needed):
            limit, last = _EVERYTHING, LAST
            by_rows = needed is not None and not selection.match and not found.begun
            by_stretch = needed is not None and _is_bounded_inside(selection)
            if by_rows or by_stretch:
                last = found.searched + found.step * _STRETCH
            if needed is not None and not by_stretch:
                limit = max(found.step, needed - len(found.positions))
            before = len(found.positions)
            statement, parameters = self._search(selection, found.searched + 1, last, by_rows=by_rows)
            key = _key(selection)
            # As one text: a row for each would keep other threads waiting, and takes twice as long.
            (listed,) = self._connection.execute(
                f"SELECT group_concat(key) FROM (SELECT {key} AS key {statement} ORDER BY {key} LIMIT ?)",
                (*parameters, limit),
            ).fetchone()
            _add_listed(found.positions, listed or "")
            if limit != _EVERYTHING and len(found.positions) - before == limit:
                last = found.positions[-1]
            found.searched = last
            found.complete = last >= self._last_position()
            if by_stretch or not by_rows:
                found.step *= _STEP_GROWTH
            found.begun = True
        return found.positions

    def _next_to(self, selection: Selection, position: int, count: int) -> Sequence[int]:
        """Found one after the other, for the search goes no further than asked."""
        first, last = (position, LAST) if count > 0 else (0, position - 1)
        statement, parameters = self._search(selection, first, last)
        key = _key(selection)
        order = "ASC" if count > 0 else "DESC"
        rows = self._connection.execute(
            f"SELECT {key} {statement} ORDER BY {key} {order} LIMIT ?", (*parameters, abs(count))
        )
        return sorted(found for (found,) in rows)

    def _size(self, selection: Selection, before: int = LAST + 1) -> int:
        """How many positions of a selection are smaller than one, or how many there are."""
        if selection.is_plain:
            return self._plain_size(selection, before)
        found = self._of(selection)
        if found.complete or found.searched >= before:
            return bisect_left(found.positions, before)
        statement, parameters = self._search(selection, 0, before - 1)
        return int(self._connection.execute(f"SELECT count(*) {statement}", parameters).fetchone()[0])

    def _using(self, index: str) -> str:
        return f"INDEXED BY {index}"

    def _search(
        self, selection: Selection, first: int, last: int, *, by_rows: bool = False
    ) -> tuple[str, tuple[object, ...]]:
        """What follows the columns of a SELECT for a selection between two positions, and its parameters.

        With ``by_rows`` each row between them is looked at, in whatever index its condition could be found.
        """
        # SQLite scans between one pair of bounds; where the condition has narrower ones, a plus hides these.
        first = max(first, self._beginning(selection))
        hides = not by_rows
        lower = "+" if hides and "e.position >=" in selection.condition and selection.since is None else ""
        upper = "+" if hides and "e.position <" in selection.condition else ""
        key = _key(selection)
        bounds = f"{lower}{key} >= ?1 AND {upper}{key} <= ?2"
        condition = f"({selection.condition or 'TRUE'})"
        if selection.shown and selection.match:  # asked of an index, which is smaller than the rows
            condition += f" AND {_SHOWN}"
        elif selection.shown:
            condition += " AND +e.shown = 1"  # tried last: it is true of most
        elif not selection.hidden and self._plan().any_hidden:
            condition += f" AND {key} NOT IN (SELECT position FROM event WHERE hidden = 1)"
        if not selection.match:
            index = "NOT INDEXED" if by_rows else ""
            return f"FROM event e {index} WHERE {bounds} AND {condition}", (
                first,
                last,
                *selection.parameters,
            )
        # Bounds of positions become bounds of the search; the plus keeps a list of positions from becoming
        # one search for each of them. What asks for nothing else of an event need not fetch it.
        condition = condition.replace("e.position IN", "+t.rowid IN").replace("e.position", "t.rowid")
        joined = "CROSS JOIN event e ON e.position = t.rowid" if re.search(r"\be\.", condition) else ""
        return (
            f"FROM event_text t {joined} WHERE {bounds} AND t.event_text MATCH ? AND {condition}",
            (first, last, selection.match, *selection.parameters),
        )

    def _of(self, selection: Selection) -> _Found:
        key = (
            selection.match, selection.condition, selection.parameters, selection.shown, selection.hidden,
        )  # fmt: skip
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = _Found(self._beginning(selection) - 1)
            if len(self._found) > KEPT:
                self._found.popitem(last=False)
        self._found.move_to_end(key)
        return found


def _add_listed(positions: array[int], listed: str) -> None:
    """Add numbers written with commas, part by part: all at once would take ten times their memory."""
    begin = 0
    while begin < len(listed):
        end = listed.find(",", begin + _PART)
        end = len(listed) if end < 0 else end
        positions.extend(map(int, listed[begin:end].split(",")))
        begin = end + 1


def _key(selection: Selection) -> str:
    return "t.rowid" if selection.match else "e.position"


def _is_bounded_inside(selection: Selection) -> bool:
    """Whether the condition searches within the bounds itself: then a narrow stretch costs little."""
    return "BETWEEN ?1 AND ?2" in selection.condition
