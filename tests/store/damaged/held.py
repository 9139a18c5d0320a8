"""What a collection holds, and what checking it tells."""

from __future__ import annotations

from pathlib import Path

from data.building.checking import check
from data.model import Event, Mark
from data.store.records import Selection
from data.store.sqlite import open_store

DOCUMENTS = 15
"""How many the collection has before it is damaged."""


def timeline(path: Path) -> list[Event]:
    with open_store(path) as store:
        return list(store.events(Selection()))


def marks(path: Path) -> list[Mark]:
    with open_store(path) as store:
        return store.marks()


def told(path: Path, *, mend: bool = True) -> list[str]:
    return [step.words for step in check(str(path), mend=mend)]
