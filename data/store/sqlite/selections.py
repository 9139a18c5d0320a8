"""Which events a query selects, found in the order of the timeline and only as far as asked.

Positions found are kept for the last few queries, so that paging, counting and jumping within one
filter do not search again; they are dropped when anything is written to the collection.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from data.store.records import Selection
from data.store.sqlite.beginnings import FEW, SOME
from data.store.sqlite.counting import Counting
from data.store.sqlite.short_lists import EVERYTHING
from data.store.tables.recent import Recent
from data.store.tables.selections import LAST, STEP, next_in

_FIRST_STEP = 128  # events
_STRETCH = 64 * STEP  # positions looked through for each of them, where searching goes by stretches
_STEP_GROWTH = 8
_MANY = 1 << 40  # more often than the events of one file are written
_WIDE = 131_072 * STEP  # positions


class _Found:
    """The positions found so far, in order, of all up to ``searched``; ``complete`` when there are no more.

    ``step`` says how far to look next where searching goes by stretches: further each time, so that going far
    takes few searches. Until it has ``begun`` the first rows are looked at one by one: what is true of many
    is found there sooner than along indexes, whose finds must be sorted.
    """

    def __init__(self, searched: int) -> None:
        self.positions = array("I")
        self.searched = searched
        self.complete = False
        self.begun = False
        self.step = _FIRST_STEP

    def take_all(self, positions: array[int] | None) -> bool:
        """Take these for all there are, unless they are None; whether they were."""
        if positions is not None:
            self.positions = positions
            self.searched, self.complete, self.begun = LAST, True, True
        return positions is not None


class Selections(Counting):
    """Finds the positions of selections."""

    def __init__(self, path: Path, *, writing: bool) -> None:
        super().__init__(path, writing=writing)
        self._found: Recent[_Found] = Recent()
        self._seen: tuple[int, int] | None = None
        self._files_before = 0
        self.forget()

    def written(self) -> int:
        """A number that is another once events were written, or another file has come in place of this."""
        if self._open_another_file():
            self._files_before += 1
            self.forget()
        ((written,),) = self._query("SELECT written FROM collection")
        return int(written) + self._files_before * _MANY

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
        if not found.begun:
            found.take_all(self._of_few(selection))
        by_stretch = needed is not None and (_lists(selection) or bool(selection.branches))
        while not found.complete and (needed is None or len(found.positions) < needed):
            if found.begun and by_stretch and found.take_all(self._of_found(selection)):
                break
            limit, last, known = EVERYTHING, LAST, len(found.positions)
            # What is not near is sooner found along indexes than by looking at every row.
            by_rows = needed is not None and not found.begun
            if selection.match:
                by_rows = by_stretch and not (selection.branches and found.begun)
            if needed is not None:
                limit = max(_FIRST_STEP, needed - known, _STEP_GROWTH * known)
            if by_stretch or by_rows:
                last = found.searched + found.step * _STRETCH
            searched = found.searched - self._beginning(selection) + 1
            is_far = needed is not None and _is_far(needed - known, known, searched)
            added = self._listed_between(
                selection, found.searched + 1, last, limit, by_stretch=by_rows, is_far=is_far
            )
            found.positions.extend(added)
            if limit != EVERYTHING and len(added) == limit:
                last = added[-1]
            found.searched = last
            found.complete = last >= self._end(selection)
            found.step *= _STEP_GROWTH
            found.begun = True
        return found.positions

    def _listed_between(
        self,
        selection: Selection,
        first: int,
        last: int,
        limit: int,
        *,
        by_stretch: bool,
        back: bool = False,
        is_far: bool = False,
    ) -> array[int]:
        """At most so many positions of a selection between two, in order; ``back`` gives the last ones.

        ``is_far`` says that so many are not expected to be near each other.
        """
        if selection.branches and limit != EVERYTHING and not by_stretch:
            return self._of_branches(selection, first, last, limit, back=back, is_far=is_far)
        if first > min(last, self._end(selection)) or last < self._beginning(selection):
            return array("I")
        statement, parameters = self._search(
            selection, first, last, everything=limit == EVERYTHING, by_stretch=by_stretch, is_far=is_far
        )
        positions = self._in_order(_key(selection), statement, (*parameters, limit), back=back)
        return (
            positions
            if selection.match or limit != EVERYTHING
            else self._without_hidden(selection, positions)
        )

    def _of_branches(
        self, selection: Selection, first: int, last: int, limit: int, *, back: bool, is_far: bool
    ) -> array[int]:
        """The same of what any branch selects; none is asked further than those before it found enough."""
        found: list[int] = []
        for branch in selection.branches:
            few = self._of_few(branch)
            if few is None:
                few = self._of_found(branch)
            if few is None:
                few = self._listed_between(
                    branch, first, last, limit, by_stretch=False, back=back, is_far=is_far
                )
            begin, end = bisect_left(few, first), bisect_right(few, last)
            few = few[max(begin, end - limit) : end] if back else few[begin : min(end, begin + limit)]
            found = sorted({*found, *few})
            found = found[-limit:] if back else found[:limit]
            if len(found) == limit:
                first, last = (found[0], last) if back else (first, found[-1])
        return array("I", found)

    def _next_to(self, selection: Selection, position: int, count: int) -> Sequence[int]:
        """Found one after the other, in stretches that grow, for the search goes no further than asked."""
        wanted, back = abs(count), count < 0
        if self._of_few(selection) is not None:
            return super()._next_to(selection, position, count)
        found = array("I")
        lowest, highest = self._beginning(selection), self._end(selection)
        step = _FIRST_STEP * _STRETCH
        at = start = min(position, highest + 1) if back else max(position, lowest)
        by_stretch = by_rows = _lists(selection) or bool(selection.branches) or not selection.match
        while len(found) < wanted and (at > lowest if back else at <= highest):
            if by_stretch and at != start and (few := self._of_found(selection)) is not None:
                return next_in(few, position, count)
            if not by_stretch:
                step = LAST
            first, last = (max(lowest, at - step), at - 1) if back else (at, at + step - 1)
            missing = wanted - len(found)
            added = self._listed_between(
                selection, first, last, missing,
                by_stretch=by_rows, back=back, is_far=_is_far(missing, len(found), abs(at - start)),
            )  # fmt: skip
            by_rows = bool(selection.match) and by_stretch and not selection.branches  # as above
            found = added + found if back else found + added
            at = first if back else last + 1
            step *= _STEP_GROWTH
        return found

    def _size(self, selection: Selection, before: int = LAST + 1) -> int:
        """How many positions of a selection are smaller than one, or how many there are."""
        if selection.is_plain:
            return self._plain_size(selection, before)
        found = self._of(selection)
        if found.complete or found.searched >= before or self._of_few(selection) is not None:
            return bisect_left(self._positions(selection, 0), before)
        if selection.counted is None:
            return bisect_left(self._positions(selection), before)
        return self._number(selection, selection.counted, before)

    def _months(self, selection: Selection) -> Iterable[tuple[int, int, int]]:
        is_known = self._of(selection).complete or self._of_few(selection) is not None
        if is_known or selection.counted is None:
            return super()._months(selection)
        return self._numbers_by_month(selection, selection.counted)

    def _using(self, index: str) -> str:
        return f"INDEXED BY {index}"

    def _search(
        self,
        selection: Selection,
        first: int,
        last: int,
        *,
        everything: bool = True,
        by_stretch: bool = False,
        is_far: bool = False,
    ) -> tuple[str, tuple[object, ...]]:
        """What follows the columns of a SELECT for a selection between two positions, and its parameters.

        With ``by_stretch`` each row between them is looked at, whatever indexes its condition could use.
        Without a search the hidden are left in ``everything``.
        """
        first, last = max(first, self._beginning(selection)), min(last, self._end(selection))
        # Many words one by one take longer than together where much is to be gone through.
        is_wide = everything or last - first > _WIDE
        parameters = self._with_words(selection.parameters, FEW if is_wide else SOME)
        # SQLite scans a table between one pair of bounds; where the condition has narrower ones, or some in
        # each of its alternatives, a plus hides these. A search has no others.
        asked = selection.of_found if by_stretch else selection.condition
        is_apart = not (by_stretch or selection.match)
        lower = "+" if is_apart and "e.position >=" in asked and selection.since is None else ""
        upper = "+" if is_apart and "e.position <" in asked else ""
        key = _key(selection)
        bounds = f"{lower}{key} >= ?1 AND {upper}{key} <= ?2"
        condition = f"({asked or 'TRUE'})"
        if not selection.match:
            if selection.shown or not everything:
                condition += self._left_out(selection, key)
            index = "NOT INDEXED" if by_stretch else ""
            return f"FROM event e {index} WHERE {bounds} AND {condition}", (
                first,
                last,
                *parameters,
            )
        match = self._spelt_out(selection.match, FEW if everything or (is_wide and is_far) else SOME)
        match = self._in_search(selection, match)
        # Bounds of positions become bounds of the search; the plus keeps a list of positions from becoming
        # one search for each of them. What asks for nothing else of an event need not fetch it.
        condition = condition.replace("e.position IN", "+t.rowid IN").replace("e.position", "t.rowid")
        joined = "CROSS JOIN event e ON e.position = t.rowid" if re.search(r"\be\.", condition) else ""
        return (
            f"FROM event_text t {joined} WHERE {bounds} AND t.event_text MATCH ? AND {condition}",
            (first, last, match, *parameters),
        )

    def _of(self, selection: Selection) -> _Found:
        key = (
            selection.match, selection.condition, selection.parameters, selection.shown, selection.hidden,
        )  # fmt: skip
        return self._found.of(key, lambda: _Found(self._beginning(selection) - 1))


def _key(selection: Selection) -> str:
    return "t.rowid" if selection.match else "e.position"


def _is_far(missing: int, found: int, searched: int) -> bool:
    """Whether what is missing is not expected near, after so many were found among so many positions."""
    return found * _WIDE < missing * searched


def _lists(selection: Selection) -> bool:
    """Whether the condition lists positions, between the bounds asked for: a narrow stretch costs little."""
    return "BETWEEN ?1 AND ?2" in selection.condition
