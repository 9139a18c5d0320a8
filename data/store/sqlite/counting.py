"""How many events a selection has, and how many in each month, when it has many: by sets of them all.

To try the condition on every event takes up to ten times as long.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import pairwise
from operator import or_
from pathlib import Path
from typing import NamedTuple

from data.store.records import Selection
from data.store.sets import Every, Found, Set, Standing, Without, without
from data.store.sqlite.beginnings import FEW
from data.store.sqlite.bits import bits_between, counted_in, those_in
from data.store.sqlite.gathering import Bounds, Gathering
from data.store.sqlite.schema import SORT_WORDS
from data.store.sqlite.short_lists import EVERYTHING
from data.store.tables.recent import Recent
from data.store.tables.selections import inside

_CONFLICT = f'{{source}} : "{SORT_WORDS["conflict"]}"'


class _Counted(NamedTuple):
    """A set of events: those in stretches of the timeline, without some and with others.

    Of positions in the stretches there are more than events, so these are counted as the timeline's.

    Attributes:
        stretches: apart from one another and in order, the end of each not included.
        more, less: as bits the events that are outside of the stretches, and the events that are not in the
            set though they stand in them.
    """

    bounds: Bounds
    stretches: Sequence[tuple[int, int]]
    more: int
    less: int


class Counting(Gathering):
    """Counts the events of selections by sets."""

    def __init__(self, path: Path, *, writing: bool) -> None:
        self._sets: Recent[_Counted] = Recent()
        super().__init__(path, writing=writing)

    def forget(self) -> None:
        """Drop what is kept of a state; the next question searches again."""
        super().forget()
        self._sets.clear()

    def _set_of(self, selection: Selection, counted: Set) -> _Counted:
        """What a selection has, by the sets that it comes to."""
        bounds = self._bounds(selection)
        return self._sets.of((counted, bounds), lambda: self._put_together(counted, bounds))

    def _put_together(self, counted: Set, bounds: Bounds) -> _Counted:
        bits = self._bits(counted, bounds)
        stretches = [*self._stretches(counted, bounds)]
        within = reduce(or_, (bits_between(*stretch) for stretch in stretches), 0)
        both = bits & within
        return _Counted(bounds, stretches, bits ^ both, within ^ both)

    def _stretches(self, counted: Set, bounds: Bounds) -> Iterator[tuple[int, int]]:
        """What a set would be if there was nothing that the search finds, and nothing in any list."""
        known = {part: self._stretch_of(part, bounds) for part in _standing(counted)}
        cuts = {cut for stretch in known.values() for cut in stretch}
        begin: int | None = None
        for first, end in pairwise(sorted({bounds.first, bounds.end, *cuts})):
            if not _stands(counted, first, known):
                if begin is not None:
                    yield begin, first
                begin = None
            elif begin is None:
                begin = first
            if begin is not None and end == bounds.end:
                yield begin, end

    def _number(self, selection: Selection, counted: Set, before: int) -> int:
        """How many events of a selection stand before a position."""
        bounds = self._bounds(selection)
        search = self._search_of(counted, bounds)
        if search is not None:
            return self._number_found(search, bounds, before)
        left_out = self._search_of(without(counted), bounds)
        if left_out is not None:
            stretch = bounds.first, min(bounds.end, before)
            return self._standing_in(stretch, bounds) - self._number_found(left_out, bounds, before)
        found = self._set_of(selection, counted)
        number = sum(
            self._standing_in((first, min(end, before)), found.bounds)
            for first, end in found.stretches
            if first < before
        )
        earlier = [(0, min(before, found.bounds.end))]
        return number + next(counted_in(found.more, earlier)) - next(counted_in(found.less, earlier))

    def _number_found(self, search: str, bounds: Bounds, before: int) -> int:
        match = self._in_search(bounds.of, self._spelt_out(search, FEW))
        statement = "SELECT count(*) FROM event_text WHERE rowid >= ? AND rowid < ? AND event_text MATCH ?"
        asked = bounds.first, min(bounds.end, before), match
        return int(self._connection.execute(statement, asked).fetchone()[0])

    def _standing_in(self, stretch: tuple[int, int], bounds: Bounds) -> int:
        first, end = stretch
        return self._standing_before(end, bounds) - self._standing_before(first, bounds) if first < end else 0

    def _standing_before(self, position: int, bounds: Bounds) -> int:
        """How many events there are before a position: all, or those of the default view."""
        number = self._plain_size(bounds.of, position)
        return number + (bisect_left(self._all_hidden(), position) if _has_hidden(bounds.of) else 0)

    def _numbers_by_month(self, selection: Selection, counted: Set) -> Iterable[tuple[int, int, int]]:
        """Of each month its first day, how many events of a selection begin in it, and how many contested."""
        found, plan = self._set_of(selection, counted), self._plan()
        bounds = found.bounds
        months = [*pairwise((*plan.positions, plan.last + 1))]
        more, less = counted_in(found.more, months), counted_in(found.less, months)
        within = reduce(or_, (bits_between(*stretch) for stretch in found.stretches), 0)
        conflicts = self._contested_in((within ^ found.less) | found.more, months, bounds)
        for start, month, added, gone, conflicting in zip(
            plan.starts, months, more, less, conflicts, strict=True
        ):
            events = sum(self._inside(month, stretch, bounds) for stretch in found.stretches)
            yield start, events + added - gone, conflicting

    def _contested_in(self, bits: int, months: Sequence[tuple[int, int]], bounds: Bounds) -> Iterator[int]:
        """How many events of a set are contested in each month: mostly these are few, and looked up in it."""
        last = self._plan().last
        if self._is_ready(_CONFLICT, 0, last + 1):
            yield from counted_in(bits & self._bits(Found(_CONFLICT), bounds), months)
            return
        contested = those_in(bits, self._contested(bounds.of), last)
        for month in months:
            yield inside(contested, *month)

    def _contested(self, selection: Selection) -> Sequence[int]:
        """The contested events of a plain selection."""
        known: dict[str, Sequence[int]] = self._made.setdefault("contested", {})
        match = self._in_search(selection, _CONFLICT)
        if match not in known:
            statement = "FROM event_text WHERE event_text MATCH ?"
            known[match] = self._in_order("rowid", statement, (match, EVERYTHING))
        return known[match]

    def _inside(self, month: tuple[int, int], stretch: tuple[int, int], bounds: Bounds) -> int:
        """How many events of a month stand in a stretch."""
        first, end = max(month[0], stretch[0]), min(month[1], stretch[1])
        if first >= end:
            return 0
        if (first, end) != month:
            return self._standing_in((first, end), bounds)
        plan = self._plan()
        number = plan.counts[bounds.of.shown][0][bisect_left(plan.positions, first)]
        if not _has_hidden(bounds.of):
            return number
        hidden = self._all_hidden()
        return number + bisect_left(hidden, end) - bisect_left(hidden, first)


def _has_hidden(selection: Selection) -> bool:
    """Whether a selection lets the hidden in; of the default view nothing is."""
    return selection.hidden and not selection.shown


def _standing(part: Set) -> Iterator[Standing]:
    match part:
        case Standing():
            yield part
        case Every():
            for one in part.sets:
                yield from _standing(one)
        case Without():
            yield from _standing(part.left_out)


def _stands(part: Set, position: int, known: dict[Standing, tuple[int, int]]) -> bool:
    match part:
        case Standing():
            first, end = known[part]
            return first <= position < end
        case Every():
            return all(_stands(one, position, known) for one in part.sets)
        case Without():
            return not _stands(part.left_out, position, known)
    return False
