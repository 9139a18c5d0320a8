"""What compilers ask of a query's tree, whatever the engine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from data.query.tree import And, Field, Node, Not, Or, When, Words
from data.store.tables.selections import UNDATED as LATEST

SHOWN, HIDDEN, UNDATED = Field("is", "shown"), Field("is", "hidden"), Field("is", "undated")
_SEARCHED = frozenset(("who", "where", "source"))


def spread(node: Node) -> Node:
    """The same with negations as far inside as an index answers what they leave: at dates and conditions.

    What does not end before a day overlaps the time from it on, or has no date. What a search alone answers
    stays together: it can take words away.
    """
    match node:
        case Not(term=Not(term=inner)):
            return spread(inner)
        case Not(term=Or(terms=terms)):
            return And(tuple(spread(Not(term)) for term in terms))
        case Not(term=And(terms=terms)) if not all(map(is_searched, terms)):
            return Or(tuple(spread(Not(term)) for term in terms))
        case Not(term=When(relation="before", start=start)) if start is not None:
            return Or((When("on", start, None), UNDATED))
        case Not(term=When(relation="after", end=end)) if end is not None:
            return Or((When("on", None, end), UNDATED))
        case And(terms=terms):
            return And(tuple(map(spread, terms)))
        case Or(terms=terms):
            return Or(tuple(map(spread, terms)))
    return node


def is_searched(node: Node) -> bool:
    """Whether the full-text search answers all of a node."""
    match node:
        case Words():
            return True
        case Field():
            return node.name in _SEARCHED
        case Not():
            return is_searched(node.term)
        case And() | Or():
            return all(map(is_searched, node.terms))
    return False


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


def begins(node: Node) -> tuple[int | None, int | None]:
    """The days before which and after which nothing begins of which a node is true, as far as it says.

    What has no date begins after every day.
    """
    match node:
        case When(relation="after", end=int(end)):
            return end + 1, None
        case When(relation="before", start=int(start)):
            return None, start - 1
        case Not(term=When(relation="on", start=None, end=int(end))):
            return end + 1, None
        case Field() if node == UNDATED:
            return LATEST, None
        case And(terms=terms):
            ends = [*map(begins, terms)]
            return (
                max((since for since, _ in ends if since is not None), default=None),
                min((until for _, until in ends if until is not None), default=None),
            )
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
