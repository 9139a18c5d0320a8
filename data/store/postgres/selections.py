"""Which events a query selects, found in the order of the timeline, stretch by stretch, as far as asked.

The positions are one value of the server's. They are kept for the last few queries, so that paging, counting
and jumping within one filter do not search again, and are dropped when anything is written.
"""

from __future__ import annotations

import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from contextlib import contextmanager

from data.errors import CollectionError
from data.store.postgres.connection import Connected
from data.store.postgres.within import bounded
from data.store.records import Condition, Selection
from data.store.server_address import Address
from data.store.tables.recent import Recent
from data.store.tables.selections import LAST, STEP, Selecting

# So many events are looked through first, which takes a few milliseconds: a word that one event in forty has
# fills a page. Then so many times as many, and again, until the page is full.
_EARLY, _GROWTH = 2_048, 8
_LAST_OF_ALL = (1 << 31) - 1  # what the column can hold


class _Found:
    """The positions found so far, in order, of all from ``begin`` and before ``next``.

    ``complete`` when there are no more; ``step`` is how many events to look through next.
    """

    def __init__(self, begin: int) -> None:
        self.positions = array("I")
        self.begin = self.next = begin
        self.step = _EARLY
        self.complete = False


class Selections(Connected, Selecting):
    """Finds the positions of selections."""

    def __init__(self, address: Address, *, writing: bool) -> None:
        super().__init__(address, writing=writing)
        self._found: Recent[_Found] = Recent()
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
        found = self._found.of(key, lambda: _Found(self._beginning(selection)))
        while not found.complete and (needed is None or len(found.positions) < needed):
            end = found.next + found.step * STEP
            found.complete = needed is None or end > self._last_position()
            bounds = found.next, _LAST_OF_ALL if found.complete else end - 1
            is_all = found.complete and found.next == found.begin
            found.positions.extend(self._search(condition, selection, None if is_all else bounds))
            found.next = end
            found.step *= _GROWTH
        return found.positions

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
