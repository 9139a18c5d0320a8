"""What a clause of a sentence tells, before it is put into words for the timeline."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from data.events.clauses.clause import Clause
from data.events.names.name import Name
from data.model import EventBasis, EventKind, Expression, Modality, Precision


class Line(NamedTuple):
    """A sentence that reports something.

    Attributes:
        number: its place in its document, from 0.
        expressions, names: those in it, in order.
        words: stems of its telling words; none if it has expressions, which tell when, not what.
        hints: what its words hint at.
        parts: its clauses; together they cover it.
    """

    number: int
    start: int
    end: int
    expressions: Sequence[Expression]
    names: Sequence[Name]
    words: frozenset[str]
    hints: int
    parts: Sequence[Clause]


class Fact(NamedTuple):
    """What a clause tells: its days, how sure it is, and who takes part.

    Attributes:
        start, end: first and last day, included; None for an open end, both None for undated.
        undated: its text in small letters without time expressions.
        told_by: whether a title is to leave out who says it; not if the date is the saying's.
        of_another_year: whether somebody tells it of an earlier year than the one the document is about.
        antecedents: whom a pronoun at its head may stand for, ``before`` whom one at its sentence's may.
        is_sure: whether the first of those named before is likelier than the others.
        of_occasion: whether its date is that of an occasion that it only mentions ("during May's raid").
        two: whom "the two leaders" means.
        speaker: who spoke last before its sentence; empty if nobody did.
    """

    line: Line
    clause: Clause
    start: int | None
    end: int | None
    precision: Precision | None
    basis: EventBasis
    modality: Modality
    kind: EventKind
    who: tuple[str, ...]
    where: tuple[str, ...]
    reasons: tuple[str, ...]
    undated: str
    told_by: bool
    of_another_year: bool
    antecedents: Sequence[str]
    before: Sequence[str]
    is_sure: bool
    two: Sequence[str]
    of_occasion: bool
    speaker: str
