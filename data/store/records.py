"""What a store is asked of the timeline and what it answers: selections, lines, counts.

Events have a *position*, a number that grows along :func:`data.order.timeline_order`. There is room between
positions, so that an event which comes, goes or changes leaves most others where they are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.model import EventBasis, EventKind, Modality, Precision, Verification
    from data.store.sets import Set


class EventRow(NamedTuple):
    """A line of the timeline, without its passages.

    ``is_new`` says that the last build which brought events brought it, unless that was the first build.
    """

    position: int
    id: str
    title: str
    start: int | None
    end: int | None
    edtf: str | None
    precision: Precision | None
    basis: EventBasis
    kind: EventKind
    modality: Modality
    importance: float
    publishers: int
    passages: int
    conflicts: int
    verification: Verification | None
    clock: str | None = None
    main: bool = False
    hidden: bool = False
    is_new: bool = False


SEARCHED = "e.position IN (SELECT rowid FROM event_text WHERE rowid BETWEEN ?1 AND ?2 AND event_text MATCH ?)"
"""The condition in SQL that a full-text search finds an event between the first and the last position."""


class Search(str):
    """An expression of an engine's full-text search among the parameters of a condition."""

    __slots__ = ()


class Condition(NamedTuple):
    """A condition on events (alias ``e``) in SQL; empty it is always true.

    Attributes:
        sql: how it finds events by itself.
        parameters: what is bound to it, in either form.
        searched: how it is asked of events that a search finds, if otherwise; empty if not.
    """

    sql: str = ""
    parameters: tuple[object, ...] = ()
    searched: str = ""

    @property
    def of_found(self) -> str:
        """How it is asked of events that a search finds."""
        return self.searched or self.sql

    @classmethod
    def joined(cls, operator: Literal["AND", "OR"], conditions: Sequence[Condition]) -> Condition:
        """One condition of several, at least one, all of which say something."""
        if len(conditions) == 1:
            return conditions[0]
        between = f" {operator} "
        return cls(
            f"({between.join(condition.sql for condition in conditions)})",
            tuple(parameter for condition in conditions for parameter in condition.parameters),
            f"({between.join(condition.of_found for condition in conditions)})",
        )

    def negated(self) -> Condition:
        """What holds where this does not; this must say something."""
        return Condition(f"NOT ({self.sql})", self.parameters, f"NOT ({self.of_found})")


class Selection(NamedTuple):
    """A query compiled for the engines: a condition on events (alias ``e``) with its parameters.

    ``match`` is the part of it that the engine's full-text search answers; both must hold. Without
    either everything is selected. ``text`` is the query as the user wrote it. In SQL, ?1 and ?2 are the first
    and last position asked for; the parameters follow them. ``postgres`` says the same to a server; None
    where the condition is one that every engine understands.

    ``shown`` keeps to the events of the default view, and ``hidden`` lets those in that the user has hidden.
    None of its events begins before the day ``since`` or after the day ``until``, so that the search need not
    look there; what has no date begins after every day. ``few`` are statements of which each lists, perhaps
    more than once, the positions of all its events and of others: if these are few, no others are looked at.
    ``searched`` is how the condition is asked of events that are found otherwise, with the same parameters;
    empty if alike. ``branches`` are selections of which any must hold: together they select the same, and
    where few events are wanted each may find them sooner. ``counted`` are the sets of events that it comes to
    for SQLite, but for the default view and what is hidden; None where they are found to be counted.
    """

    condition: str = ""
    parameters: tuple[object, ...] = ()
    text: str = ""
    match: str = ""
    shown: bool = False
    hidden: bool = False
    postgres: Condition | None = None
    since: int | None = None
    until: int | None = None
    few: tuple[Condition, ...] = ()
    searched: str = ""
    branches: tuple[Selection, ...] = ()
    counted: Set | None = None

    @property
    def of_found(self) -> str:
        """How the condition is asked of events that are found otherwise."""
        return self.searched or self.condition

    @property
    def is_plain(self) -> bool:
        """Whether no condition has to be tried: everything, or all of the default view."""
        return not (self.condition or self.match)

    @property
    def is_everything(self) -> bool:
        """Whether nothing is left out but what the user has hidden."""
        return self.is_plain and not self.shown


class PeriodCount(NamedTuple):
    """How many events begin in a period: a year ("year") or month ("month") by its first day."""

    start: int
    events: int
    conflicts: int


class Totals(NamedTuple):
    """Size of a collection; ``first`` and ``last`` are the days of its earliest and latest event."""

    documents: int
    events: int
    first: int | None
    last: int | None
