"""A query as sets of events that are put together: for an engine that counts all of its events at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from data.store.records import Condition


@dataclass(frozen=True, slots=True)
class Found:
    """What the engine's full-text search finds for an expression."""

    match: str


@dataclass(frozen=True, slots=True)
class Listed:
    """The events whose positions a statement lists, perhaps more than once."""

    statement: Condition


@dataclass(frozen=True, slots=True)
class Standing:
    """Events that stand in the timeline from a day on and before another, or all that follow with None.

    Undated ones stand after any day.
    """

    first: int
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Every:
    """What is in every one of these sets; without any, all events."""

    sets: tuple[Set, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """All events that are not in a set."""

    left_out: Set


Set = Found | Listed | Standing | Every | Without


def without(left_out: Set) -> Set:
    """All events that are not in a set."""
    return left_out.left_out if isinstance(left_out, Without) else Without(left_out)


def every(sets: Iterable[Set]) -> Set:
    """What is in every one of these sets; without any, all events."""
    told = tuple(sets)
    return told[0] if len(told) == 1 else Every(told)


def some(sets: Iterable[Set]) -> Set:
    """What is in any of these sets."""
    return without(every(map(without, sets)))
