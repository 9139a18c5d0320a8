"""Sorting events into the timeline when they are too many for the memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import islice
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from data.order import timeline_order
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


RUN = 20_000
"""Events sorted in memory at a time; more are laid down in temporary files and merged."""


def in_order(entries: Iterable[Entry], run: int = RUN) -> Iterator[Entry]:
    """The events in the order of the timeline; all are taken before the first is given."""
    arriving = iter(entries)
    runs: list[Iterable[Entry]] = []
    while batch := list(islice(arriving, run)):
        batch.sort(key=entry_order)
        # The last run is short, and usually the only one: it need not leave the memory.
        runs.append(batch if len(batch) < run else _laid_down(batch))
    return merge(*runs, key=entry_order)


def entry_order(entry: Entry) -> tuple[Any, ...]:
    """Sorts entries into the timeline."""
    return timeline_order(entry.event)


def _laid_down(entries: Iterable[Entry]) -> Iterator[Entry]:
    from tempfile import TemporaryFile

    file = TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - closed when it has been read
    file.writelines(dump_all(one for one in entry if one is not None) + "\n" for entry in entries)
    file.seek(0)
    return _taken_up(file)


def _taken_up(file: IO[str]) -> Iterator[Entry]:
    from data.model import Event

    with file:
        for line in file:
            yield Entry(*load_all(Event, line))
