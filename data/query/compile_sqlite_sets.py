"""A query's tree as sets of events for the SQLite store, by which it counts all of them at once."""

from __future__ import annotations

from collections.abc import Sequence

from data.query.compile_sqlite import NEW, expression_of, tagged
from data.query.compile_sqlite_days import extent_set
from data.query.normal import normal
from data.query.terms import SHOWN, UNDATED, is_found, negated, terms_of
from data.query.tree import BEYOND, And, Extent, Field, Node, Not, Or
from data.store.records import Condition
from data.store.sets import Every, Found, Listed, Set, Standing, Without, without


def compile_tree(root: Node) -> Set:
    """The set of a query's tree but for ``is:shown`` in its midst, which a selection says itself."""
    return _set(And(tuple(term for term in terms_of(normal(root)) if term != SHOWN)))


def begun_within(counted: Set | None, start: int, end: int) -> Set:
    """What of a set begins between two days of the timeline, both included; None are all events."""
    standing = Standing(start, end + 1)
    return standing if counted is None else Every((counted, standing))


def _set(node: Node) -> Set:
    if is_found(node):
        return Found(expression_of(node))
    match node:
        case Extent():
            return extent_set(node)
        case Field(name="tag"):
            return Listed(tagged(node.value))
        case Field():
            return Standing(BEYOND) if node == UNDATED else Listed(Condition(NEW))
        case Not():
            return without(_set(node.term))
        case And():
            return _every([*terms_of(node)])
        case Or():
            return without(_every([negated(term) for term in node.terms]))
    raise TypeError(f"{type(node).__name__} is not in normal form")


def _every(terms: Sequence[Node]) -> Set:
    """What all terms select: one search for what is to be found and what is not, and the others."""
    wanted = [term for term in terms if is_found(term)]
    unwanted = [term for term in terms if is_found(negated(term))]
    sets = [_set(term) for term in terms if term not in wanted and term not in unwanted]
    taken = tuple(map(negated, unwanted))
    if wanted:
        sets.insert(0, Found(expression_of(And((*wanted, *map(Not, taken))))))
    elif unwanted:
        sets.insert(0, Without(Found(expression_of(Or(taken) if len(taken) > 1 else taken[0]))))
    return sets[0] if len(sets) == 1 else Every(tuple(sets))
