"""Changing some events of a timeline, wherever they come to stand, without touching the others.

Positions grow along the timeline and leave room between them. What comes finds a place in the room where it
belongs; only where there is none, its nearest neighbours move.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import TypeVar

from data.order import TimelineOrder, order_of
from data.store.compact import load
from data.store.connection import Connection
from data.store.tables.event_rows import EventRows, RowsOfEvents, Searched, digest
from data.store.tables.events import EventTables, Texts
from data.store.tables.ordering import ByDays, Entry, InOrder, entry_order
from data.store.tables.selections import STEP
from data.store.tables.tally import Tally
from data.store.tables.writing import BATCH, Writing

_ROOM_LEFT = 2
"""Neighbours move until there are so many positions for each event among them."""
_LAST = 1 << 30  # beyond any position

_Item = TypeVar("_Item")


class Changing(EventTables, Writing):
    """Puts events into a timeline that is written already, and takes others out."""

    def _entries(self, positions: Sequence[int], *, dated: bool = True) -> Iterator[Entry]:
        """The events at positions, given in order, with what they were made as.

        Unless ``dated`` they are without the expressions of their passages, as much as is found and counted.
        """
        from data.model import Event

        texts = Texts(self, former=True)
        for some in _batches(positions):
            made = dict(
                self._query(
                    f"SELECT event, made FROM event_made WHERE {self._among('event')}", (self._listed(some),)
                )
            )
            for position, event in zip(some, self._whole(some, texts, dated=dated), strict=True):
                original = made.get(position)
                yield Entry(event, None if original is None else load(Event, original))

    def _fill(self, connection: Connection, entries: Iterable[Entry], *, arriving: bool) -> None:
        """Put these events, which come by their days, into a timeline that has none."""
        coming = ByDays(entries)
        self._write_timeline(connection, coming, arriving=arriving)
        self._change(connection, (), sorted(coming.astray, key=entry_order), arriving=False)

    def _fill_with(self, connection: Connection, as_rows: RowsOfEvents, *, arriving: bool) -> None:
        """Put events that come as rows into a timeline that has none."""
        build = self._arrival(connection, arriving=arriving)
        tally = Tally()
        any_new = False

        def rows() -> Iterator[EventRows]:
            nonlocal any_new
            for tables, texts, sums in as_rows(partial(self._sources, connection), build):
                yield EventRows(tables, texts)
                tally.unite(sums)
                any_new |= arriving and bool(texts)

        self._write_all(connection, rows(), tally)
        connection.execute("UPDATE collection SET build = build + ?", (any_new,))

    def _rewrite(self, connection: Connection, ordered: InOrder, *, arriving: bool) -> None:
        """Put these events in the place of all others: those that differ, or all where most do."""
        (size,) = connection.execute("SELECT count(*) FROM event").fetchone()
        differing = sum(len(self._differing(connection, some)) for some in _batches(ordered.sample))
        if 2 * size < ordered.count or 2 * differing >= len(ordered.sample):
            self._write_timeline(connection, ordered, arriving=arriving)
            return
        gone = {event_id for (event_id,) in connection.execute("SELECT id FROM event")}
        for entry in ordered:
            gone.discard(entry.event.id)
        self._change(connection, gone, ordered, arriving=arriving)

    def _change(
        self,
        connection: Connection,
        gone: Collection[str],
        come: Iterable[Entry],
        *,
        arriving: bool = True,
        former: bool = False,
    ) -> None:
        """Take events out by their ids, and put others in, in the place of those of their ids.

        ``come``, in the order of the timeline, is gone through twice. With ``former`` documents are as the
        events know them, though they have changed since.
        """
        differing: set[str] = set()
        for entries in _batches(come):
            differing |= self._differing(connection, entries, former=former)
        tally = Tally()
        known: dict[str, int] = {}
        ends: set[int | None] = set()
        for ids in _batches([*gone, *differing]):
            rows = connection.execute(
                "SELECT position, id, build, start_day, end_day FROM event"
                f" WHERE {self._among('id', str)} ORDER BY position",
                (self._listed(ids),),
            ).fetchall()
            known |= {event_id: build for _, event_id, build, _, _ in rows}
            ends |= {day for row in rows for day in row[-2:]}
            positions = [row[0] for row in rows]
            entries = list(self._entries(positions, dated=False))
            sources = self._sources_of(connection, [entry.event for entry in entries], former=True)
            self._take_out(connection, list(zip(positions, entries, strict=True)), sources)
            for entry in entries:
                tally.add(entry.event, sources, -1)
        tally.first = tally.last = None
        build = self._arrival(connection, arriving=arriving)
        any_new = False
        coming = (entry for entry in come if entry.event.id in differing)
        for entries in _batches(coming):
            sources = self._sources_of(connection, [entry.event for entry in entries], former=former)
            for entry in entries:
                tally.add(entry.event, sources)
                any_new |= arriving and entry.event.id not in known and entry.event.by is None
            for positions, run in self._placed(connection, entries, tally, former=former):
                batch = list(zip(positions, run, strict=True))
                self._write_batch(connection, batch, sources, known, build)
        tally.write_changes(connection)
        self._write_ends(connection, tally, ends)
        connection.execute("UPDATE collection SET build = build + ?", (any_new,))
        if gone or differing:
            self._note_written(connection)

    def _differing(
        self, connection: Connection, entries: Sequence[Entry], *, former: bool = False
    ) -> set[str]:
        """The ids of those entries that are not written as they are."""
        sources = self._sources_of(connection, [entry.event for entry in entries], former=former)
        written = dict(
            connection.execute(
                f"SELECT id, digest FROM event WHERE {self._among('id', str)}",
                (self._listed(entry.event.id for entry in entries),),
            )
        )
        return {entry.event.id for entry in entries if written.get(entry.event.id) != digest(entry, sources)}

    def _texts_at(self, connection: Connection, positions: Sequence[int]) -> Iterator[Searched]:
        for some in _batches(positions):
            entries = list(self._entries(some, dated=False))
            sources = self._sources_of(connection, [entry.event for entry in entries], former=True)
            yield from self._searched(connection, list(zip(some, entries, strict=True)), sources)

    # places

    def _placed(
        self, connection: Connection, entries: Sequence[Entry], tally: Tally, *, former: bool
    ) -> Iterator[tuple[list[int], list[Entry]]]:
        """Free positions for entries in order, of all those at once that come to stand next to each other.

        They must be written before the next ones are asked for.
        """
        first = 0
        while first < len(entries):
            right = self._after(connection, entry_order(entries[first]))
            end = first + 1
            if right is None:
                end = len(entries)
            else:
                following = self._order_at(connection, right)
                while end < len(entries) and entry_order(entries[end]) < following:
                    end += 1
            yield self._room(connection, right, end - first, tally, former=former), list(entries[first:end])
            first = end

    def _after(self, connection: Connection, order: TimelineOrder) -> int | None:
        """The position of the first event that comes after an order; None if none does."""
        (last,) = connection.execute("SELECT coalesce(max(position), -1) FROM event").fetchone()
        found = bisect_left(range(last + 1), order, key=lambda place: self._order_at(connection, place))
        return self._next(connection, found)

    def _next(self, connection: Connection, position: int) -> int | None:
        """The first position from one on where an event stands."""
        found = connection.execute(
            "SELECT position FROM event WHERE position >= ? ORDER BY position LIMIT 1", (position,)
        ).fetchone()
        return None if found is None else int(found[0])

    def _order_at(self, connection: Connection, position: int) -> TimelineOrder:
        """The order of the first event from a position on, which is not beyond the last."""
        row = connection.execute(
            "SELECT start_day, end_day, precision, clock, importance, id FROM event WHERE position >= ?"
            " ORDER BY position LIMIT 1",
            (position,),
        ).fetchone()
        return order_of(*row)

    def _room(
        self, connection: Connection, right: int | None, wanted: int, tally: Tally, *, former: bool
    ) -> list[int]:
        """So many free positions before the event at ``right``, or behind the last one."""
        left = self._beside(connection, right, -1, 1)
        low = left[0] if left else 0
        if right is None:
            return list(range(low + STEP, low + (wanted + 1) * STEP, STEP))
        if right - low > wanted:
            return _spread(low, right, wanted)
        reach = wanted
        while True:
            before = self._beside(connection, right, -1, reach + 1)
            behind = self._beside(connection, right, 1, reach + 1)
            low = before.pop(0) if len(before) > reach else 0
            high = behind.pop() if len(behind) > reach else _LAST
            standing = [*before, *behind]
            size = len(standing) + wanted
            if high == _LAST:
                high = low + (size + 1) * STEP
            if high - low > _ROOM_LEFT * (size + 1):
                break
            reach *= 2
        positions = _spread(low, high, size)
        self._shift(
            connection,
            standing,
            positions[: len(before)] + positions[len(before) + wanted :],
            tally,
            former=former,
        )
        return positions[len(before) : len(before) + wanted]

    def _beside(self, connection: Connection, right: int | None, step: int, wanted: int) -> list[int]:
        """The positions of the last events before one, or with a step of 1 of the first from it on."""
        way = (">= ?", "ASC") if step > 0 else ("< ?", "DESC")
        rows = connection.execute(
            f"SELECT position FROM event WHERE position {way[0]} ORDER BY position {way[1]} LIMIT ?",
            (_LAST if right is None else right, wanted),
        )
        return sorted(position for (position,) in rows)

    def _shift(
        self, connection: Connection, places: list[int], others: list[int], tally: Tally, *, former: bool
    ) -> None:
        """Move the events at some places to others, in the same order."""
        moves = [(place, other) for place, other in zip(places, others, strict=True) if place != other]
        entries = list(self._entries([place for place, _ in moves]))
        sources = self._sources_of(connection, [entry.event for entry in entries], former=former)
        known = self._builds(connection, entries)
        self._take_out(
            connection, [(place, entry) for (place, _), entry in zip(moves, entries, strict=True)], sources
        )
        batch = [(other, entry) for (_, other), entry in zip(moves, entries, strict=True)]
        for some in _batches(batch):
            self._write_batch(connection, some, sources, known, 0)
        for entry in entries:
            tally.move(entry.event)

    def _builds(self, connection: Connection, entries: Sequence[Entry]) -> dict[str, int]:
        ids = self._listed(entry.event.id for entry in entries)
        return dict(connection.execute(f"SELECT id, build FROM event WHERE {self._among('id', str)}", (ids,)))


def _spread(low: int, high: int, wanted: int) -> list[int]:
    """So many positions between two others, which they leave out, as far from each other as can be."""
    return [low + number * (high - low) // (wanted + 1) for number in range(1, wanted + 1)]


def _batches(items: Iterable[_Item]) -> Iterator[list[_Item]]:
    left = iter(items)
    while batch := list(islice(left, BATCH)):
        yield batch
