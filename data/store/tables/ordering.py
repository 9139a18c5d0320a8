"""Sorting events into the timeline when they are too many for the memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import islice
from math import inf
from typing import TYPE_CHECKING, Any, NamedTuple

from data.order import begin_day, timeline_order
from data.store.compact import dump_all, load_all

if TYPE_CHECKING:
    from data.model import Event


class Entry(NamedTuple):
    """An event as it is shown; ``made`` is it as the documents tell it, where marks have changed it."""

    event: Event
    made: Event | None = None

    @property
    def original(self) -> Event:
        """The event without the marks."""
        return self.event if self.made is None else self.made

    def dumped(self) -> str:
        """The entry as JSON in one line."""
        return dump_all(one for one in self if one is not None)


# Events sorted in memory at a time; more are laid down in temporary files and merged.
_RUN = 20_000

_SAMPLED = 500  # one of so many is kept for a look at all of them


class InOrder:
    """Entries in the order of the timeline, all taken at once; they can be gone through again and again.

    Attributes:
        count: how many there are.
        sample: some of them, evenly taken as they came.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.count = 0
        self.sample: list[Entry] = []
        self._runs: list[list[Entry] | _LaidDown] = []
        arriving = iter(entries)
        while batch := list(islice(arriving, _RUN)):
            self.count += len(batch)
            self.sample += batch[::_SAMPLED]
            batch.sort(key=entry_order)
            # The last run is short, and usually the only one: it need not leave the memory.
            self._runs.append(batch if len(batch) < _RUN else _LaidDown(batch))

    def __iter__(self) -> Iterator[Entry]:
        return merge(*self._runs, key=entry_order)

    def close(self) -> None:
        """Give the temporary files back."""
        for run in self._runs:
            if isinstance(run, _LaidDown):
                run.close()


class ByDays:
    """Entries that come by the days at which they stand in the timeline, in its order; gone through once.

    Attributes:
        astray: those that came behind their day, which are passed over: marks have moved them, or made them.
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = entries
        self.astray: list[Entry] = []

    def __iter__(self) -> Iterator[Entry]:
        latest, of_day = (False, -inf), list[Entry]()
        for entry in self._entries:
            day = _day(entry.event)
            if day < latest or day != _day(entry.original):
                self.astray.append(entry)
                continue
            if day > latest:
                yield from sorted(of_day, key=entry_order)
                latest, of_day = day, []
            of_day.append(entry)
        yield from sorted(of_day, key=entry_order)


def _day(event: Event) -> tuple[bool, float]:
    """The day at which an event stands in the timeline; undated ones come last."""
    begins = begin_day(event.start, event.end)
    return begins is None, begins or 0


def entry_order(entry: Entry) -> tuple[Any, ...]:
    """Sorts entries into the timeline."""
    return timeline_order(entry.event)


class _LaidDown:
    """Entries in a temporary file."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        from tempfile import TemporaryFile

        self._file = TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - closed by close()
        self._file.writelines(entry.dumped() + "\n" for entry in entries)

    def __iter__(self) -> Iterator[Entry]:
        from data.model import Event

        self._file.seek(0)
        for line in self._file:
            yield Entry(*load_all(Event, line))

    def close(self) -> None:
        self._file.close()
