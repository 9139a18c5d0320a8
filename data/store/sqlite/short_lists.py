"""Selections whose events are all in a list of few positions: these are looked at, and no others."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from data.store.records import SEARCHED, Condition, Search, Selection
from data.store.sqlite.beginnings import SOME, Beginnings
from data.store.tables.selections import LAST

EVERYTHING = -1
"""SQLite's LIMIT for no limit."""

_FEW = 2_000  # positions that a list may have to be looked through: each is a page of the file to be read
_LOOKED_UP = 1_000  # words in events that are looked up one by one: 15 to 60 microseconds each
HIDDEN = Condition("SELECT position FROM event WHERE hidden = 1")
"""The statement that lists the positions of what the user has hidden."""
_LOOK_UP = "EXISTS (SELECT 1 FROM event_text WHERE rowid = e.position AND event_text MATCH ?)"
_PART = 1 << 16  # characters


class ShortLists(Beginnings):
    """Goes through the short lists of selections."""

    def _in_order(
        self, key: str, statement: str, parameters: tuple[object, ...], *, back: bool = False
    ) -> array[int]:
        order = f"ORDER BY {key} {'DESC' if back else 'ASC'} LIMIT ?"
        positions = array("I")
        for some in self._told(
            f"SELECT group_concat(key) FROM (SELECT {key} AS key {statement} {order})", parameters
        ):
            positions.fromlist(some)
        if back:
            positions.reverse()
        return positions

    def _told(self, statement: str, parameters: tuple[object, ...]) -> Iterator[list[int]]:
        """The positions that a statement gives as one text, part by part: at once they take much memory.

        A row for each would keep other threads waiting, and takes twice as long.
        """
        (listed,) = self._connection.execute(statement, parameters).fetchone()
        return _numbers(listed or "")

    def _of_few(self, selection: Selection) -> array[int] | None:
        """All positions of a selection, if one of the lists that have them is short enough to go through.

        Words that are searched for are looked up in one event after the other, if there are few of both.
        """
        if not selection.few:
            return None
        known: dict[Selection, array[int] | None] = self._made.setdefault("of few", {})
        if selection not in known:
            lists = map(self._listed_few, selection.few)
            short = [each for each in lists if each is not None]
            known[selection] = None
            if short:
                found = self._found_few(selection.match)
                if found is not None and len(found) <= min(map(len, short)):
                    known[selection] = self._of_found(selection)
                else:
                    known[selection] = self._looked_through(selection, short)
        return known[selection]

    def _of_found(self, selection: Selection) -> array[int] | None:
        """All positions of a selection, if its search finds few events: its condition is asked of these."""
        if not selection.condition:
            return None
        known: dict[Selection, array[int] | None] = self._made.setdefault("of found", {})
        if selection not in known:
            found = self._found_few(selection.match)
            known[selection] = None if found is None else self._asked_of(found, selection)
        return known[selection]

    def _found_few(self, match: str) -> array[int] | None:
        """What a search finds; None if that is more than :data:`_FEW`, or nothing is searched for."""
        if not match:
            return None
        known: dict[str, array[int] | None] = self._made.setdefault("found", {})
        if match not in known:
            found = self._in_order(
                "rowid", "FROM event_text WHERE event_text MATCH ?", (self._spelt_out(match, SOME), _FEW + 1)
            )
            known[match] = found if len(found) <= _FEW else None
        return known[match]

    def _listed_few(self, few: Condition) -> array[int] | None:
        """What a statement lists, perhaps more than once; None if that is more than :data:`_FEW`."""
        told = self._told(
            f"WITH listed (position) AS ({few.sql})"
            f" SELECT group_concat(position) FROM (SELECT position FROM listed LIMIT {_FEW + 1})",
            self._with_words(few.parameters, SOME),
        )
        positions = array("I", chain.from_iterable(told))
        return positions if len(positions) <= _FEW else None

    def _looked_through(self, selection: Selection, lists: Sequence[array[int]]) -> array[int] | None:
        """What of a selection is in all these lists; None if its words are sooner searched for."""
        few = array("I", sorted(set(lists[0]).intersection(*lists)))
        found = self._asked_of(few, selection)
        if found is None or not selection.match:
            return found
        if len(found) * self._words_in(selection.match) > _LOOKED_UP:
            return None
        condition = f"e.position IN (SELECT value FROM json_each(?)) AND {_LOOK_UP}"
        return self._among_few(condition, (self._listed(found), Search(selection.match)))

    def _asked_of(self, few: array[int], selection: Selection) -> array[int] | None:
        """Those of which a selection's condition is true; None if its words are sooner searched for."""
        words = sum(self._words_in(one) for one in selection.parameters if isinstance(one, Search))
        if len(few) * words > _LOOKED_UP:
            return None
        condition = selection.of_found.replace(SEARCHED, _LOOK_UP) or "TRUE"
        among = f"e.position IN (SELECT value FROM json_each(?)){self._left_out(selection, 'e.position')}"
        return self._among_few(f"({condition}) AND {among}", (*selection.parameters, self._listed(few)))

    def _among_few(self, condition: str, parameters: tuple[object, ...]) -> array[int]:
        statement = f"FROM event e NOT INDEXED WHERE e.position >= ?1 AND e.position <= ?2 AND {condition}"
        given = (0, LAST, *self._with_words(parameters, SOME), EVERYTHING)
        return self._in_order("e.position", statement, given)

    def _left_out(self, selection: Selection, key: str) -> str:
        """The condition that keeps to the default view, or away from what is hidden."""
        if selection.shown:
            return " AND +e.shown = 1"  # tried last: it is true of most
        return f" AND {key} NOT IN ({HIDDEN.sql})" if self._hides(selection) else ""

    def _hides(self, selection: Selection) -> bool:
        """Whether something hidden must be kept out of a selection; of the default view nothing is."""
        return not (selection.shown or selection.hidden) and self._plan().any_hidden

    def _without_hidden(self, selection: Selection, positions: array[int]) -> array[int]:
        """Positions that may be hidden without those that are, if the selection leaves them out.

        To ask of each event whether it is hidden would take the engine twice as long.
        """
        if not self._hides(selection):
            return positions
        left, begin = array("I"), 0
        for (hidden,) in self._ask(f"{HIDDEN.sql} ORDER BY position"):
            place = bisect_left(positions, hidden, begin)
            left += positions[begin:place]
            begin = place + (place < len(positions) and positions[place] == hidden)
        return left + positions[begin:]

    def _with_words(self, parameters: Iterable[object], most: int) -> tuple[object, ...]:
        """Parameters, in whose search expressions beginnings of at most so many words are spelt out."""
        return tuple(self._spelt_out(one, most) if isinstance(one, Search) else one for one in parameters)


def _numbers(listed: str) -> Iterator[list[int]]:
    """Numbers written with commas, part by part."""
    if len(listed) <= _PART:
        yield [int(one) for one in listed.split(",") if one]
        return
    import json  # reads many numbers in half the time; a page has few, and does not wait for it

    begin = 0
    while begin < len(listed):
        end = listed.find(",", begin + _PART)
        end = len(listed) if end < 0 else end
        yield json.loads(f"[{listed[begin:end]}]")
        begin = end + 1
