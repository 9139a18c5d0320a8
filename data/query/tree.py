"""A query as a tree: what was asked, before any engine knows of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from data.model import Precision

Relation = Literal["on", "after", "before"]


@dataclass(frozen=True, slots=True)
class Words:
    """Words of titles and passages: one, of which only the beginning is given, or an exact phrase."""

    text: str
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A field's value: ``who``, ``where``, ``source``, ``tag``, ``is``, ``status`` or ``has``.

    ``exact`` is whether the value was quoted: then it is a phrase, else the beginning of a word.
    """

    name: str
    value: str
    exact: bool = False


@dataclass(frozen=True, slots=True)
class When:
    """Days by their numbers, both included, None for an open end.

    ``on`` selects events that overlap them, ``after`` those that begin after the last, ``before`` those
    that end before the first.
    """

    relation: Relation
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Extent:
    """Dated events by their first and their last day: from the one to the other, both included.

    What is open has its first or last day beyond all days (:data:`BEYOND`, negative or not).
    """

    first: tuple[int, int]
    last: tuple[int, int]


BEYOND = 1 << 62
"""Later than any day."""


@dataclass(frozen=True, slots=True)
class Not:
    """Everything that the term does not select."""

    term: Node


@dataclass(frozen=True, slots=True)
class And:
    """What all terms select; without any, everything."""

    terms: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """What any term selects; without any, nothing."""

    terms: tuple[Node, ...]


Node = Words | Field | When | Extent | Not | And | Or


@dataclass(frozen=True, slots=True)
class DateReading:
    """How a date of a query was read.

    Attributes:
        text: as typed.
        start, end: first and last day, None for an open end.
        how: in words, for the reader ("EDTF, season").
        precision: the grain, for saying the days in words.
        clock: the time of day that was typed beside a day (:mod:`data.clock`); it selects nothing.
        about: whether it was typed as only nearly so ("about 1100", "1100~"); it selects nothing either.
    """

    text: str
    start: int | None
    end: int | None
    how: str
    precision: Precision | None = None
    clock: str | None = None
    about: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """A query as typed, its tree (None selects everything), and how its dates were read, in order."""

    text: str
    root: Node | None
    readings: tuple[DateReading, ...] = ()
