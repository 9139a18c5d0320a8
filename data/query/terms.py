"""What compilers ask of a query's tree, whatever the engine."""

from __future__ import annotations

from collections.abc import Iterator

from data.query.tree import BEYOND, And, Extent, Field, Node, Not, Or, Words
from data.store.records import Condition
from data.store.sorts import SORTS
from data.store.tables.selections import UNDATED as LATEST

SHOWN, HIDDEN, UNDATED = Field("is", "shown"), Field("is", "hidden"), Field("is", "undated")
_SEARCHED = frozenset(("who", "where", "source"))


def sort_of(field: Field) -> str | None:
    """The name of the sort (:mod:`data.store.sorts`) that a field asks for, if it asks for one."""
    name = f"status:{field.value}" if field.name == "status" else field.value
    return name if field.name in ("is", "has", "status") and name in SORTS else None


def is_searched(node: Node) -> bool:
    """Whether the full-text search answers all of a node."""
    match node:
        case Words():
            return True
        case Field():
            return node.name in _SEARCHED or sort_of(node) is not None
        case Not():
            return is_searched(node.term)
        case And() | Or():
            return all(map(is_searched, node.terms))
    return False


def is_found(node: Node) -> bool:
    """Whether the search finds all of a node, without having to take it from all events."""
    match node:
        case And(terms=terms):
            wanted = [term for term in terms if not isinstance(term, Not)]
            taken = [term.term for term in terms if isinstance(term, Not)]
            return bool(wanted) and all(map(is_found, (*wanted, *taken)))
        case Or(terms=terms):
            return bool(terms) and all(map(is_found, terms))
        case Not():
            return False
    return is_searched(node)


def negated(node: Node) -> Node:
    """What a node leaves out, with negations of single terms and of nothing else."""
    match node:
        case Not():
            return node.term
        case And():
            return Or(tuple(map(negated, node.terms)))
        case Or():
            return And(tuple(map(negated, node.terms)))
    return Not(node)


def terms_of(node: Node) -> Iterator[Node]:
    """The terms that must all hold for a node."""
    if isinstance(node, And):
        for term in node.terms:
            yield from terms_of(term)
    else:
        yield node


def begins(node: Node) -> tuple[int | None, int | None]:
    """The days before which and after which nothing begins of which a node is true, as far as it says.

    What has no date begins after every day.
    """
    match node:
        case Extent(first=first, last=last):
            # What has an open start stands at its end.
            until = last[1] if first[0] == -BEYOND else min(first[1], last[1])
            return None if first[0] == -BEYOND else first[0], None if until == BEYOND else until
        case Field() if node == UNDATED:
            return LATEST, None
        case And(terms=terms):
            ends = [*map(begins, terms)]
            return (
                max((since for since, _ in ends if since is not None), default=None),
                min((until for _, until in ends if until is not None), default=None),
            )
        case Or(terms=()):
            return LATEST, -BEYOND
        case Or(terms=terms):
            sinces, untils = zip(*map(begins, terms), strict=True)
            return (None if None in sinces else min(sinces), None if None in untils else max(untils))
    return None, None


def asks_for_hidden(node: Node) -> bool:
    """Whether a query speaks of what the user has hidden."""
    match node:
        case Field():
            return node == HIDDEN
        case Not():
            return asks_for_hidden(node.term)
        case And() | Or():
            return any(map(asks_for_hidden, node.terms))
    return False


def days_between(column: str, first: int, last: int) -> Condition:
    """The condition that a first or last day, null if it is open, lies between two; null is false."""
    if first == -BEYOND and last == BEYOND:
        return Condition("TRUE")
    if first == -BEYOND:
        is_open = f"{column} IS NULL OR " if column.endswith("start_day") else ""
        return Condition(f"({is_open}{column} <= ?)", (last,))
    if last == BEYOND:
        is_open = f"{column} IS NULL OR " if column.endswith("end_day") else ""
        return Condition(f"({is_open}{column} >= ?)", (first,))
    return Condition(f"{column} BETWEEN ? AND ?", (first, last))
