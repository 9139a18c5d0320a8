"""A query's tree for the SQLite store: full-text search wherever it can answer, SQL for the rest.

Full-text search gives events in the order of the timeline and as many as asked; so words, names and
places that must be there become one search expression, and everything else is a condition on it. Conditions
that can be negated are true or false, never null.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data.query.compile_sqlite_days import FROM_DAY, UNDATED_FROM, WITHIN, extent_condition, extent_list
from data.query.normal import branches, normal
from data.query.terms import SHOWN, asks_for_hidden, begins, is_found, is_searched, negated, sort_of, terms_of
from data.query.tree import And, Extent, Field, Node, Not, Or, Query, When, Words
from data.store.records import SEARCHED, Condition, Search, Selection
from data.store.sorts import SORTS
from data.store.sqlite.schema import APART, SORT_WORDS, without_private

_COLUMNS = {"who": "{who}", "where": "{place}", "source": "{source}"}
_ALL = f'{{source}} : "{APART}"'
_SEARCHED = "{title passage}"

# The store binds the first and last position it asks for to ?1 and ?2; what a condition lists, it lists of
# the stretch between them.
NEW = "SELECT position FROM event WHERE build IN (SELECT build FROM collection WHERE build > 1)"
"""The statement that lists the positions of what is new."""
CONDITIONS = {
    "undated": f"e.position >= max(?1, {UNDATED_FROM})",
    "new": f"e.position IN ({NEW} {WITHIN})",
}
"""What the words after ``is:`` ask of an event that are no sorts to be looked up."""
_OF_FEW = frozenset((
    *(Field("is", sort) for sort in ("conflict", "doubtful", "marked", "hidden", "new")),
    Field("has", "note"),
))  # fmt: skip
_OF_MANY = frozenset(("stated", "inferred", "main", "single-source", "shown"))


@dataclass(frozen=True, slots=True)
class _Match:
    """A full-text search expression; ``of_row`` asks the same of an event's row, where it finds many."""

    expression: str
    of_row: Condition | None = None


def compile_query(query: Query) -> Selection:
    """The selection of a query for :class:`data.store.sqlite.SqliteStore`."""
    if query.root is None:
        return Selection(text=query.text)
    terms = list(terms_of(normal(query.root)))
    others = [term for term in terms if term != SHOWN]
    is_shown, is_hidden = len(others) < len(terms), asks_for_hidden(query.root)

    def compiled(asked: Sequence[Node]) -> Selection:
        return _selected(asked)._replace(text=query.text, shown=is_shown, hidden=is_hidden)

    return compiled(others)._replace(branches=tuple(map(compiled, branches(others))))


def _selected(terms: Sequence[Node]) -> Selection:
    """The selection of what all terms select."""
    match, conditions = _all(And(tuple(terms)))
    condition = Condition.joined("AND", conditions) if conditions else Condition()
    since, until = begins(And(tuple(terms)))
    return Selection(
        condition.of_found if match else condition.sql,
        condition.parameters,
        match=match,
        since=since,
        until=until,
        few=tuple(filter(None, map(_list_of, (term for term in terms if not is_searched(term))))),
        searched="" if match else condition.searched,
    )


def begun_within(selection: Selection, start: int, end: int) -> Selection:
    """The events of a selection that stand between two days of the timeline, both included.

    Unlike those that overlap them, what began before and went on is not among them.
    """
    bounds = f"e.position >= max(?1, {FROM_DAY}) AND e.position < min(?2 + 1, {FROM_DAY}, {UNDATED_FROM})"
    condition = f"({selection.condition}) AND {bounds}" if selection.condition else bounds
    searched = f"({selection.searched}) AND {bounds}" if selection.searched else ""
    parameters = (*selection.parameters, start, end + 1)
    parts = tuple(begun_within(branch, start, end) for branch in selection.branches)
    return selection._replace(
        condition=condition,
        parameters=parameters,
        since=start,
        until=end,
        searched=searched,
        branches=parts,
    )


def expression_of(node: Node) -> str:
    """The search expression of a node that the search alone answers."""
    return _all(node)[0]


def _all(node: Node) -> tuple[str, list[Condition]]:
    """What must all hold for a node: a search expression, which may be empty, and conditions."""
    wanted: list[str] = []
    unwanted: list[_Match] = []
    conditions: list[Condition] = []
    for term in map(_taking_away, terms_of(node)):
        part = _part(term.term if isinstance(term, Not) else term)
        if isinstance(part, _Match):
            if isinstance(term, Not):
                unwanted.append(part)
            else:
                wanted.append(part.expression)
            continue
        conditions.append(part.negated() if isinstance(term, Not) else part)
        if isinstance(term, Field) and term.name == "tag":
            wanted.append(_of_sort("tag").expression)  # of few events a tag is to be asked
    if conditions and unwanted and not wanted:
        # To take a word away from all events is more work than to look for it in those that are left.
        return "", [*conditions, *(part.negated() for part in _conditions(unwanted))]
    match = " AND ".join(wanted or ([_ALL] if unwanted else []))
    return (f"({match}) NOT ({_either(unwanted)})" if unwanted else match), conditions


def _taking_away(term: Node) -> Node:
    """A term, or where the search would take it from all events, what it leaves out, to be taken away."""
    return term if is_found(term) or not is_found(negated(term)) else Not(negated(term))


def _part(node: Node) -> _Match | Condition:
    match node:
        case Words():
            return _Match(f"{_SEARCHED} : {_phrase(node.text, exact=node.exact)}")
        case Field():
            return _field(node)
        case Extent():
            return extent_condition(node)
        case When():
            return _part(normal(node))
        case Not() | And():
            match, conditions = _all(node)
            if not conditions:
                return _Match(f"({match})")
            return Condition.joined("AND", [*conditions, *([_condition(_Match(match))] if match else [])])
        case Or():
            is_search = is_searched(node)
            parts = [
                _condition(_part(term.term)).negated()
                if isinstance(term, Not) and not is_search
                else _part(term)
                for term in node.terms
            ]
            searches = [part for part in parts if isinstance(part, _Match)]
            others = [part for part in parts if isinstance(part, Condition)]
            if not parts:
                return Condition("FALSE")
            if others:
                return Condition.joined("OR", [*others, *_conditions(searches)])
            of_rows = [part.of_row for part in searches if part.of_row is not None]
            is_of_rows = len(of_rows) == len(searches)
            return _Match(f"({_either(searches)})", Condition.joined("OR", of_rows) if is_of_rows else None)


def _field(field: Field) -> _Match | Condition:
    if field.name in _COLUMNS:
        return _Match(f"{_COLUMNS[field.name]} : {_phrase(field.value, exact=field.exact)}")
    sort = sort_of(field)
    if sort is not None:
        return _of_sort(sort)
    if field.name == "tag":
        statement, parameters, _ = tagged(field.value)
        return Condition(f"e.position IN ({statement} AND event BETWEEN ?1 AND ?2)", parameters)
    return Condition(CONDITIONS[field.value])


def tagged(tag: str) -> Condition:
    """The statement that lists the positions of events with a tag, however it is capitalised."""
    if tag.isascii():
        return Condition("SELECT event FROM event_tag WHERE tag = ?", (tag,))
    # The engine's own comparison, which the index follows, knows only the capitals of English.
    return Condition("SELECT event FROM event_tag WHERE lowered(tag) = ?", (tag.lower(),))


def _of_sort(name: str) -> _Match:
    of_row = Condition(f"({SORTS[name]})") if name in _OF_MANY else None
    return _Match(f'{{source}} : "{SORT_WORDS[name]}"', of_row)


def _list_of(node: Node) -> Condition | None:
    """A statement that lists all positions of which a term is true, perhaps with others; None if too many."""
    match node:
        case Not():
            return None
        case _ if is_searched(node):
            return _found_by(_all(node)[0])
        case Field(name="tag"):
            return tagged(node.value)
        case Field():
            return Condition(NEW) if node.value == "new" else None
        case Extent():
            return extent_list(node)
        case And():
            return next(filter(None, map(_list_of, sorted(node.terms, key=_frequency))), None)
        case Or():
            lists = [*filter(None, map(_list_of, node.terms))]
            if len(lists) == len(node.terms):
                return Condition(
                    " UNION ALL ".join(each.sql for each in lists),
                    tuple(parameter for each in lists for parameter in each.parameters),
                )
    return None


def _frequency(term: Node) -> int:
    """Sorts terms before those of which more events are likely to be true."""
    if term in _OF_FEW or (isinstance(term, Field) and term.name in ("tag", "status")):
        return 0
    return 1 if is_searched(term) else 2


def _found_by(match: str) -> Condition:
    return Condition("SELECT rowid FROM event_text WHERE event_text MATCH ?", (Search(match),))


def _condition(part: _Match | Condition) -> Condition:
    if isinstance(part, Condition):
        return part
    return part.of_row or Condition(SEARCHED, (Search(part.expression),))


def _conditions(parts: Sequence[_Match]) -> list[Condition]:
    """Conditions of which any must hold where any part does; what must be searched for is one of them."""
    searches = [part for part in parts if part.of_row is None]
    together = [_Match(f"({_either(searches)})")] if searches else []
    return [*(part.of_row for part in parts if part.of_row is not None), *map(_condition, together)]


def _either(parts: Sequence[_Match]) -> str:
    return " OR ".join(part.expression for part in parts)


def _phrase(text: str, *, exact: bool) -> str:
    """Quoted, nothing in it is an operator of the search; a star lets the last word go on."""
    quoted = '"' + without_private(text).replace('"', '""') + '"'
    return quoted if exact else f"{quoted} *"
