"""A query's tree as sets of events for the SQLite store, by which it counts all of them at once."""

from __future__ import annotations

from data.query.compile_sqlite import NEW, expression_of, tagged
from data.query.compile_sqlite_days import extent_set
from data.query.normal import normal
from data.query.terms import SHOWN, UNDATED, is_searched, terms_of
from data.query.tree import BEYOND, And, Extent, Field, Node, Not, Or, Words
from data.store.records import Condition
from data.store.sets import Every, Found, Listed, Set, Standing, every, some, without


def compile_tree(root: Node) -> Set:
    """The set of a query's tree but for ``is:shown`` in its midst, which a selection says itself."""
    return _set(And(tuple(term for term in terms_of(normal(root)) if term != SHOWN)))


def begun_within(counted: Set | None, start: int, end: int) -> Set:
    """What of a set begins between two days of the timeline, both included; None are all events."""
    standing = Standing(start, end + 1)
    return standing if counted is None else Every((counted, standing))


def _set(node: Node) -> Set:
    """A set for each word and each sort: which of them are searched for together, the store knows best."""
    match node:
        case Words():
            return Found(expression_of(node))
        case Extent():
            return extent_set(node)
        case Field(name="tag"):
            return Listed(tagged(node.value))
        case Field() if is_searched(node):
            return Found(expression_of(node))
        case Field():
            return Standing(BEYOND) if node == UNDATED else Listed(Condition(NEW))
        case Not():
            return without(_set(node.term))
        case And():
            return every(map(_set, terms_of(node)))
        case Or():
            return some(map(_set, node.terms))
    raise TypeError(f"{type(node).__name__} is not in normal form")
