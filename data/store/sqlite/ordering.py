"""Sorting events into the timeline when they are too many for the memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import islice
from typing import IO

from data.model import Event
from data.order import timeline_order
from data.store.compact import dump, load

RUN = 20_000
"""Events sorted in memory at a time; more are laid down in temporary files and merged."""


def in_order(events: Iterable[Event], run: int = RUN) -> Iterator[Event]:
    """The events in the order of the timeline; all are taken before the first is given."""
    arriving = iter(events)
    runs: list[Iterable[Event]] = []
    while batch := list(islice(arriving, run)):
        batch.sort(key=timeline_order)
        # The last run is short, and usually the only one: it need not leave the memory.
        runs.append(batch if len(batch) < run else _laid_down(batch))
    return merge(*runs, key=timeline_order)


def _laid_down(events: Iterable[Event]) -> Iterator[Event]:
    from tempfile import TemporaryFile

    file = TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - closed when it has been read
    file.writelines(dump(event) + "\n" for event in events)
    file.seek(0)
    return _taken_up(file)


def _taken_up(file: IO[str]) -> Iterator[Event]:
    with file:
        for line in file:
            yield load(Event, line)
