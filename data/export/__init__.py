"""A timeline written for others: one module a format, found by its name.

A module ``to_NAME.py`` offers ``SUFFIX`` (of a file it makes) and ``write(timeline, out)``.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import TextIO

from data.model import DatedDocument, Document, Event, Mark

_PREFIX = "to_"


@dataclass(frozen=True, slots=True)
class Timeline:
    """What is written: documents by id without need of order, events in the order of the timeline.

    All are made anew at every call, so that a writer can go through them as often as it must
    without all of them being in memory. ``documents`` are without their texts, ``dated`` are the same with
    texts and expressions; ``marks`` are those on the events, in the order in which they were made.
    ``title`` is for a reader.
    """

    documents: Callable[[], Iterator[Document]]
    events: Callable[[], Iterator[Event]]
    dated: Callable[[], Iterator[DatedDocument]] = lambda: iter(())
    marks: Callable[[], Iterator[Mark]] = lambda: iter(())
    title: str = "Timeline"


def formats() -> list[str]:
    """The names of all formats a timeline can be written in."""
    return sorted(
        module.name.removeprefix(_PREFIX)
        for module in pkgutil.iter_modules(__path__)
        if module.name.startswith(_PREFIX)
    )


def write(name: str, timeline: Timeline, out: TextIO) -> None:
    """Write a timeline in the format of that name; raises KeyError for a name not in formats()."""
    if name not in formats():
        raise KeyError(name)
    import_module(f"{__name__}.{_PREFIX}{name}").write(timeline, out)
