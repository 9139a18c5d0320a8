"""Sets of events put together as numbers of many bits, of which each is a position of the timeline.

What a condition says of days is a stretch of the timeline but for a few events that are listed. What a
frequent word finds is ready, and of the others as much is left to one search as it can answer alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from data.store.records import Selection
from data.store.sets import Every, Found, Listed, Set, Standing, Without, without
from data.store.sqlite.beginnings import FEW
from data.store.sqlite.bits import bits_between, bits_of
from data.store.sqlite.frequent import Frequent
from data.store.sqlite.schema import SORT_WORDS
from data.store.sqlite.short_lists import EVERYTHING
from data.store.tables.recent import Recent
from data.store.tables.selections import LAST

_SHOWN, _HIDDEN = (f'{{source}} : "{SORT_WORDS[name]}"' for name in ("shown", "hidden"))
_SMALL = 16  # times as many positions as events found: other words are asked for together with theirs


class Bounds(NamedTuple):
    """Where the events of a selection stand, and the plain selection that it is a part of."""

    first: int
    end: int
    of: Selection


class Gathering(Frequent):
    """Puts sets together."""

    def __init__(self, path: Path, *, writing: bool) -> None:
        self._leaves: Recent[int] = Recent()
        super().__init__(path, writing=writing)

    def forget(self) -> None:
        """Drop what is kept of a state; the next question searches again."""
        super().forget()
        self._leaves.clear()

    def _bounds(self, selection: Selection) -> Bounds:
        first, end = self._beginning(selection), min(self._end(selection), self._plan().last) + 1
        return Bounds(first, max(first, end), Selection(shown=selection.shown, hidden=selection.hidden))

    def _in_search(self, selection: Selection, match: str) -> str:
        """A search expression that keeps to the default view, or away from what is hidden."""
        if selection.shown:
            return f"({match}) AND {_SHOWN}"
        return f"({match}) NOT {_HIDDEN}" if self._hides(selection) else match

    def _in_list(self, selection: Selection) -> str:
        """The same of the default view as a condition on positions that are listed."""
        if selection.shown:
            return (
                " AND EXISTS (SELECT 1 FROM event e INDEXED BY event_shown"
                " WHERE e.shown = 1 AND e.position = listed.position)"
            )
        return ""

    def _in_bits(self, selection: Selection, bits: int, bounds: Bounds) -> int:
        """The same of a set."""
        if selection.shown:
            everything = bounds._replace(of=Selection(hidden=True))
            return bits & self._bits(Found(_SHOWN), everything)
        return self._without_hidden_bits(selection, bits)

    def _without_hidden_bits(self, selection: Selection, bits: int) -> int:
        return bits & ~self._hidden_bits() if self._hides(selection) else bits

    def _all_hidden(self) -> Sequence[int]:
        if "hidden" not in self._made:
            self._made["hidden"] = self._in_order("position", "FROM event WHERE hidden = 1", (EVERYTHING,))
        found: Sequence[int] = self._made["hidden"]
        return found

    def _hidden_bits(self) -> int:
        hidden = self._all_hidden()
        return bits_of([list(hidden)], hidden[-1] if hidden else 0)

    def _bits(self, part: Set, bounds: Bounds, among: str = "") -> int:
        """A set as bits; of positions without an event it says nothing.

        Nothing is asked of events that the search ``among`` does not find.
        """
        match part:
            case Found() | Listed():
                return self._leaves.of((part, bounds, among), lambda: self._leaf(part, bounds, among))
            case Standing():
                return bits_between(*self._stretch_of(part, bounds))
            case Without():
                search = self._search_of(part, bounds)
                if search is not None:
                    return self._bits(Found(search), bounds, among)
                left_out = self._bits(part.left_out, bounds, among)
                return bits_between(bounds.first, bounds.end) & ~left_out
        bits = bits_between(bounds.first, bounds.end)
        for one in self._in_turn(part, bounds):
            bits &= self._bits(one, bounds, among)
            if not bits:
                break
            bounds = bounds._replace(first=(bits & -bits).bit_length() - 1, end=bits.bit_length())
            is_small = bits.bit_count() * _SMALL < bounds.end - bounds.first
            if isinstance(one, Found) and is_small and self._begins_at_once(one.match, FEW):
                among = f"({among}) AND ({one.match})" if among else one.match
        return bits

    def _leaf(self, part: Found | Listed, bounds: Bounds, among: str) -> int:
        last = bounds.end - 1
        if isinstance(part, Listed):
            found = self._told(
                f"WITH listed (position) AS ({part.statement.sql}) SELECT group_concat(position) FROM listed"
                f" WHERE +position BETWEEN ? AND ?{self._in_list(bounds.of)}",
                (*part.statement.parameters, bounds.first, last),
            )
            return self._without_hidden_bits(bounds.of, bits_of(found, last))
        if self._is_ready(part.match, bounds.first, bounds.end):
            ready = self._ready(part.match) & bits_between(bounds.first, bounds.end)
            return self._in_bits(bounds.of, ready, bounds)
        match = f"({among}) AND ({part.match})" if among else part.match
        match = self._in_search(bounds.of, self._spelt_out(match, FEW))
        found = self._told(
            "SELECT group_concat(rowid) FROM event_text WHERE rowid BETWEEN ? AND ? AND event_text MATCH ?",
            (bounds.first, last, match),
        )
        return bits_of(found, last)

    def _in_turn(self, part: Every, bounds: Bounds) -> list[Set]:
        """The sets that all must have an event, what takes the least work first.

        Those that the search finds are one, and so are those that it takes away.
        """
        wanted, unwanted, others = self._parted(part.sets, bounds)
        if wanted:
            others.append(Found(_joined(wanted, unwanted)))
        elif unwanted:
            others.append(Without(Found(" OR ".join(unwanted))))
        return sorted(others, key=lambda one: self._work(one, bounds))

    def _parted(self, parts: Iterable[Set], bounds: Bounds) -> tuple[list[str], list[str], list[Set]]:
        """Of sets those that the search alone finds, those that it finds the rest of, and the others."""
        wanted: list[str] = []
        unwanted: list[str] = []
        others: list[Set] = []
        for one in parts:
            search = self._search_of(one, bounds)
            left_out = self._search_of(one.left_out, bounds) if isinstance(one, Without) else None
            if search is not None:
                wanted.append(search)
            elif left_out is not None:
                unwanted.append(left_out)
            else:
                others.append(one)
        return wanted, unwanted, others

    def _search_of(self, part: Set, bounds: Bounds) -> str | None:
        """The expression by which the search finds all of a set; None where it cannot, or need not."""
        match part:
            case Found():
                return None if self._is_ready(part.match, bounds.first, bounds.end) else part.match
            case Every():
                wanted, unwanted, others = self._parted(part.sets, bounds)
                return _joined(wanted, unwanted) if wanted and not others else None
            case Without(left_out=Every(sets=sets)):  # any of what these leave out
                found = [self._search_of(without(one), bounds) for one in sets]
                told = [f"({search})" for search in found if search is not None]
                return " OR ".join(told) if told and len(told) == len(found) else None
        return None

    def _work(self, part: Set, bounds: Bounds) -> int:
        """Sorts what asks no search before what is found, and that before what is taken away."""
        match part:
            case Found():
                return 2 if self._is_ready(part.match, bounds.first, bounds.end) else 1
            case Every():
                return max((self._work(one, bounds) for one in part.sets), default=0)
            case Without():
                work = self._work(part.left_out, bounds)
                return 3 if work == 1 else work
        return 0

    def _stretch_of(self, part: Standing, bounds: Bounds) -> tuple[int, int]:
        first = self.begins(part.first)
        end = LAST if part.end is None else self.begins(part.end)
        return min(max(first, bounds.first), bounds.end), min(max(end, bounds.first), bounds.end)


def _joined(wanted: Sequence[str], unwanted: Sequence[str]) -> str:
    """A search for what all of some expressions find and none of others does."""
    match = " AND ".join(f"({search})" for search in wanted) if len(wanted) > 1 else wanted[0]
    return f"({match}) NOT ({' OR '.join(unwanted)})" if unwanted else match
