"""An event with its passages, and what they disagree about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from data.model.expressions import Expression, Precision

EventBasis = Literal["stated", "inferred"]
EventKind = Literal["event", "state"]
Modality = Literal["happened", "planned", "denied", "conditional", "uncertain"]
Verification = Literal["claimed", "single-source", "corroborated", "verified", "disputed", "withdrawn"]
About = Literal["date", "place", "figure", "name", "occurrence", "wording"]
Severity = Literal["hard", "apparent"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """The sentence or clause that reports an event: a range of one document's text.

    ``clock`` is the time of day that dates it (:mod:`data.clock`).
    """

    document: str
    start_char: int
    end_char: int
    text: str
    page: int | None = None
    line: int | None = None
    expression: Expression | None = None
    clock: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """A value that passages give for an attribute of an event; ``passages`` index the event's passages."""

    value: str
    passages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Claims about one attribute of one event that disagree."""

    about: About
    severity: Severity
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened, is planned, or is said to have happened, with all its passages.

    ``start`` and ``end`` are the first and last day; one of them is None for an open end
    ("before 2019"), both for an undated event. ``clock`` is the time of its day (:mod:`data.clock`), None
    where nobody tells it or the event has not one day. ``publishers`` counts independent publishers.
    ``main`` says that it is the main event of a document. ``hidden``, ``verification``, ``tags`` and
    ``note`` are the user's, and so is a ``citation``: where it is told beside its passages. An event added
    by hand says ``by`` whom; its passages may be none.
    """

    id: str
    title: str
    start: int | None
    end: int | None
    edtf: str | None
    precision: Precision | None
    basis: EventBasis
    passages: tuple[Passage, ...]
    kind: EventKind = "event"
    modality: Modality = "happened"
    who: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    importance: float = 0.0
    publishers: int = 1
    part_of: str | None = None
    reasons: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    verification: Verification | None = None
    tags: tuple[str, ...] = ()
    note: str | None = None
    main: bool = False
    hidden: bool = False
    by: str | None = None
    citation: str | None = None
    clock: str | None = None
