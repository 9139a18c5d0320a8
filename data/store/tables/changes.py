"""Changing a few events of the timeline where they stand, moving them, adding and taking away."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from data.store.compact import load
from data.store.connection import Connection
from data.store.tables.events import EventTables, Texts
from data.store.tables.ordering import Entry, entry_order, in_order
from data.store.tables.writing import Writing, same_words

if TYPE_CHECKING:
    from data.model import Event

_LONGEST = 50_000
"""Events between an old and a new place that are moved up one by one; beyond that all are written anew."""
_CHUNK = 500


class Changing(EventTables, Writing):
    """Puts changed events into a timeline that is written already."""

    def _entry(self, position: int) -> Entry:
        return next(self._entries(position, position + 1))

    def _entries(self, first: int, end: int) -> Iterator[Entry]:
        """The events from a position up to another, with what they were made as."""
        from data.model import Event

        texts = Texts(self)
        for begin in range(first, end, _CHUNK):
            positions = range(begin, min(begin + _CHUNK, end))
            made = dict(
                self._query(
                    "SELECT event, made FROM event_made WHERE event >= ? AND event < ?",
                    (positions.start, positions.stop),
                )
            )
            for position, event in zip(positions, self._whole(positions, texts), strict=True):
                original = made.get(position)
                yield Entry(event, None if original is None else load(Event, original))

    def _as_made(self) -> Iterator[Event]:
        """All events as the documents tell them, without those added by hand."""
        for entry in self._entries(0, self._event_count()):
            if entry.event.by is None:
                yield entry.original

    def _event_count(self) -> int:
        """How many events there are, hidden ones too."""
        return int(self._query("SELECT coalesce(max(position), -1) + 1 FROM event")[0][0])

    def _change(
        self, connection: Connection, changed: Mapping[int, Entry | None], added: Sequence[Entry]
    ) -> None:
        """Put changed entries at their positions, or elsewhere if their order has changed; None takes away.

        Where the documents have changed since the events were made, these are made anew before long:
        until then only what needs neither another place nor other words is changed.
        """
        is_current = bool(self._query("SELECT current FROM collection")[0][0])
        wanted: dict[int, Entry | None] = {}
        for position, entry in changed.items():
            before = self._entry(position)
            if entry is not None and not is_current:
                entry = entry._replace(event=_in_place(entry.event, before.event))
            if entry is None or entry != before:
                wanted[position] = entry
                if (
                    entry is not None
                    and self._stays(position, entry)
                    and same_words(entry.event, before.event)
                ):
                    self._rewrite(connection, position, [before], [entry])
                    del wanted[position]
        if (wanted or added) and is_current:
            self._move(connection, wanted, added)

    def _move(
        self, connection: Connection, changed: Mapping[int, Entry | None], added: Sequence[Entry]
    ) -> None:
        size = self._event_count()
        arriving = [*added, *(entry for entry in changed.values() if entry is not None)]
        places = [*changed, *(self._place_for(entry, size) for entry in arriving)]
        first, end = min(places), max(places) + 1
        if len(arriving) != len(changed):
            end = size  # all that stand behind move up
        end = min(end, size)
        if end - first > _LONGEST:
            kept = (entry for at, entry in enumerate(self._entries(0, size)) if at not in changed)
            self._write_timeline(connection, in_order(_chained(kept, arriving)))
            return
        before = list(self._entries(first, end))
        left = [entry for at, entry in enumerate(before, first) if at not in changed]
        self._rewrite(connection, first, before, sorted([*left, *arriving], key=entry_order))

    def _stays(self, position: int, entry: Entry) -> bool:
        """Whether an entry belongs where it stands, between its neighbours."""
        size = self._event_count()
        key = entry_order(entry)
        return (position == 0 or entry_order(self._entry(position - 1)) < key) and (
            position + 1 >= size or key < entry_order(self._entry(position + 1))
        )

    def _place_for(self, entry: Entry, size: int) -> int:
        """The position of the first event that comes after an entry."""
        return bisect_left(
            range(size), entry_order(entry), key=lambda position: entry_order(self._entry(position))
        )


def _in_place(event: Event, before: Event) -> Event:
    """An event with the words and days that it had before."""
    return replace(
        event, title=before.title, start=before.start, end=before.end, edtf=before.edtf,
        precision=before.precision, basis=before.basis, passages=before.passages,
    )  # fmt: skip


def _chained(kept: Iterator[Entry], arriving: Sequence[Entry]) -> Iterator[Entry]:
    yield from kept
    yield from arriving
