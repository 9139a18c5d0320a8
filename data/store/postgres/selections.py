"""Which events a query selects: all its positions at once, as one value of the server's.

They are kept for the last few queries, so that paging, counting and jumping within one filter do not search
again; they are dropped when anything is written to the collection.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager

from data.errors import CollectionError
from data.store.address import Address
from data.store.postgres.connection import Connected
from data.store.records import Condition, Selection
from data.store.tables.selections import LAST, Selecting

KEPT = 6
"""Selections whose positions are kept; a million positions take 4 MB."""


class Selections(Connected, Selecting):
    """Finds the positions of selections."""

    def __init__(self, address: Address, *, writing: bool) -> None:
        super().__init__(address, writing=writing)
        self._found: OrderedDict[tuple[object, ...], array[int]] = OrderedDict()
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

    def _positions(self, selection: Selection, needed: int | None = None) -> array[int]:  # noqa: ARG002 - see
        """All positions of a selection: the server finds them all before it knows the first ``needed``."""
        condition = _condition_of(selection)
        key = (condition, selection.shown, selection.hidden)
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self._search(condition, selection)
            if len(self._found) > KEPT:
                self._found.popitem(last=False)
        self._found.move_to_end(key)
        return found

    def _search(self, condition: Condition, selection: Selection) -> array[int]:
        left_out = " AND e.shown = 1" if selection.shown else "" if selection.hidden else " AND e.hidden = 0"
        (packed,) = self._connection.execute(
            "SELECT string_agg(int4send(found.position), '') FROM (SELECT e.position FROM event e"
            f" WHERE ({condition.sql or 'TRUE'}){left_out} ORDER BY e.position) found",
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
