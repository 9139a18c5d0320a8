"""Which events a query selects: those of its first page if they come early, else all at once.

The positions are one value of the server's. They are kept for the last few queries, so that paging, counting
and jumping within one filter do not search again, and are dropped when anything is written.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from data.errors import CollectionError
from data.store.postgres.connection import Connected
from data.store.postgres.within import bounded
from data.store.records import Condition, Selection
from data.store.server_address import Address
from data.store.tables.selections import LAST, Selecting

KEPT = 6
"""Selections whose positions are kept; a million positions take 4 MB."""

# So many events are looked through for the first page, which takes a few milliseconds: a word that one event
# in forty has fills it.
_EARLY = 2_048


class _Found(NamedTuple):
    """Positions of a selection, in order: all of them, or the first."""

    positions: array[int]
    complete: bool


class Selections(Connected, Selecting):
    """Finds the positions of selections."""

    def __init__(self, address: Address, *, writing: bool) -> None:
        super().__init__(address, writing=writing)
        self._found: OrderedDict[tuple[object, ...], _Found] = OrderedDict()
        self._seen: int | None = None
        self.forget()

    def stop(self) -> None:
        """End the question that is being asked in another thread."""
        self._connection.raw.cancel()

    def forget(self) -> None:
        """Drop what is kept for selections; the next question searches again."""
        super().forget()
        self._found.clear()

    @contextmanager
    def _selecting(self) -> Iterator[None]:
        with self._state():
            (seen,) = self._connection.execute("SELECT changes FROM collection").fetchone()
            if seen != self._seen:
                self._seen = seen
                self.forget()
            yield

    def _positions(self, selection: Selection, needed: int | None = None) -> array[int]:
        """The first ``needed`` positions of a selection or more, all of them with None."""
        condition = _condition_of(selection)
        key = (condition, selection.shown, selection.hidden)
        found = self._found.get(key)
        if found is None and needed is not None and (bounds := self._beginning(selection)) is not None:
            found = _Found(self._search(condition, selection, bounds), complete=False)
        if found is None or not (found.complete or (needed is not None and len(found.positions) >= needed)):
            found = _Found(self._search(condition, selection), complete=True)
        self._found[key] = found
        self._found.move_to_end(key)
        if len(self._found) > KEPT:
            self._found.popitem(last=False)
        return found.positions

    def _beginning(self, selection: Selection) -> tuple[int, int] | None:
        """The first and last position of the events that are looked through first; None if no more follow."""
        first = 0
        if selection.since is not None:
            (first,) = self._connection.execute(
                "SELECT coalesce(min(position), 0) FROM event WHERE begin_day ="
                " (SELECT min(begin_day) FROM event WHERE begin_day >= ?)", (selection.since,)
            ).fetchone()  # fmt: skip
        last = self._connection.execute(
            f"SELECT position FROM event WHERE position >= ? ORDER BY position LIMIT 1 OFFSET {_EARLY}",
            (first,),
        ).fetchone()
        return (first, last[0]) if last is not None else None

    def _search(
        self, condition: Condition, selection: Selection, bounds: tuple[int, int] | None = None
    ) -> array[int]:
        wanted = f"({condition.sql or 'TRUE'})"
        if selection.shown:
            wanted += " AND e.shown = 1"
        elif not selection.hidden:
            wanted += " AND e.hidden = 0"
        if bounds is not None:
            wanted = f"{bounded(wanted, *bounds)} AND e.position BETWEEN {bounds[0]} AND {bounds[1]}"
        (packed,) = self._connection.execute(
            "SELECT string_agg(int4send(found.position), '') FROM (SELECT e.position FROM event e"
            f" WHERE {wanted} ORDER BY e.position) found",
            condition.parameters,
        ).fetchone()
        positions = array("I")
        if packed is not None:
            positions.frombytes(packed)
            if sys.byteorder == "little":
                positions.byteswap()
        return positions

    def _size(self, selection: Selection, before: int = LAST + 1) -> int:
        if selection.is_plain:
            return self._plain_size(selection, before)
        return bisect_left(self._positions(selection), before)

    def _using(self, index: str) -> str:  # noqa: ARG002 - the server chooses by its own figures
        return ""


def _condition_of(selection: Selection) -> Condition:
    if selection.postgres is not None:
        return selection.postgres
    if selection.match:
        raise CollectionError("Not for a server", "the query is compiled for a file", "Compile it for both.")
    return Condition(selection.condition, selection.parameters)
