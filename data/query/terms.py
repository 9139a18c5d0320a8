"""What compilers ask of a query's tree, whatever the engine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from data.query.tree import And, Field, Node, Not, Or, When

SHOWN, HIDDEN = Field("is", "shown"), Field("is", "hidden")


def terms_of(node: Node) -> Iterator[Node]:
    """The terms that must all hold for a node."""
    if isinstance(node, And):
        for term in node.terms:
            yield from terms_of(term)
    else:
        yield node


def fewest(terms: Iterable[Node]) -> list[Node]:
    """Terms without repetition; of several dates to be after or before, the one that decides.

    SQLite's full-text search takes a handful of bounds at most.
    """
    kept = dict.fromkeys(terms)
    after = [term for term in kept if isinstance(term, When) and term.relation == "after"]
    before = [term for term in kept if isinstance(term, When) and term.relation == "before"]
    for term in sorted(after, key=lambda term: term.end or 0)[:-1]:
        del kept[term]
    for term in sorted(before, key=lambda term: term.start or 0)[1:]:
        del kept[term]
    return list(kept)


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
