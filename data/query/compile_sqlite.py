"""A query's tree for the SQLite store: full-text search wherever it can answer, SQL for the rest.

Full-text search gives events in the order of the timeline and as many as asked; so words, names and
places that must be there become one search expression, and everything else is a condition on it. Conditions
are true or false, never null: an undated event is not before a date, and is selected by the negation.
"""

from __future__ import annotations

from dataclasses import dataclass

from data.query.terms import SHOWN, asks_for_hidden, fewest, terms_of
from data.query.tree import And, Field, Node, Not, Or, Query, When, Words
from data.store.records import Condition, Selection
from data.store.sqlite.schema import APART
from data.store.tables.selections import UNDATED
from data.store.tables.writing import LONG

_UNDATED_ONLY = Field("is", "undated")
_COLUMNS = {"who": "{who}", "where": "{place}", "source": "{source}"}
_ALL = f'{{source}} : "{APART}"'
_SEARCHED = "{title passage}"

_BEYOND = 1 << 62  # larger than any position
# The store binds the first and last position it asks for to ?1 and ?2; each bound that is given here is
# within them.
# The position of the first event that begins on a day or later; an index answers both halves.
_FROM_DAY = (
    "coalesce((SELECT min(position) FROM event WHERE begin_day ="
    f" (SELECT min(begin_day) FROM event WHERE begin_day >= ?)), {_BEYOND})"
)
# The position of the first undated event; where there is none it is beyond any.
_UNDATED = f"coalesce((SELECT position FROM month WHERE start_day = {UNDATED}), {_BEYOND})"
# What begins before an interval and overlaps it: short events, and long ones.
_BEGUN_BEFORE = "SELECT position FROM event WHERE begin_day BETWEEN ? AND ? AND end_day >= ?"
_LONG_ONES = (
    "SELECT position FROM event WHERE long = 1 AND (start_day IS NULL OR start_day <= ?)"
    " AND (end_day IS NULL OR end_day >= ?)"
)
_SEARCH = "e.position IN (SELECT rowid FROM event_text WHERE rowid BETWEEN ?1 AND ?2 AND event_text MATCH ?)"
# The doubled comparisons name the index that holds only the exceptions.
SORTS = {
    "shown": "e.shown = 1",
    "conflict": "e.position IN (SELECT position FROM event WHERE conflicts > 0)",
    "planned": "(e.modality <> 'happened' AND e.modality = 'planned')",
    "denied": "(e.modality <> 'happened' AND e.modality = 'denied')",
    "conditional": "(e.modality <> 'happened' AND e.modality = 'conditional')",
    "uncertain": "(e.modality <> 'happened' AND e.modality = 'uncertain')",
    "stated": "e.basis = 'stated'",
    "inferred": "e.basis = 'inferred'",
    "main": "e.main = 1",
    "doubtful": "e.position IN (SELECT event FROM passage WHERE doubtful = 1)",
    "state": "(e.kind <> 'event' AND e.kind = 'state')",
    "undated": f"e.position >= max(?1, {_UNDATED})",
    "single-source": "e.publishers = 1",
    "marked": "e.position IN (SELECT position FROM event WHERE verification IS NOT NULL"
    " UNION ALL SELECT event FROM event_tag UNION ALL SELECT event FROM event_note)",
    "hidden": "e.hidden = 1",
    "new": "e.position IN (SELECT position FROM event"
    " WHERE build IN (SELECT build FROM collection WHERE build > 1))",
}
"""What the words after ``is:`` ask of an event."""


@dataclass(frozen=True, slots=True)
class _Match:
    """A full-text search expression."""

    expression: str


def compile_query(query: Query) -> Selection:
    """The selection of a query for :class:`data.store.sqlite.SqliteStore`."""
    if query.root is None:
        return Selection(text=query.text)
    terms = list(terms_of(query.root))
    others = [term for term in terms if term != SHOWN]
    match, conditions = _all(And(tuple(others)))
    condition = Condition.joined("AND", conditions) if conditions else Condition()
    return Selection(
        condition.of_found if match else condition.sql,
        condition.parameters,
        query.text,
        match,
        shown=len(others) < len(terms),
        hidden=asks_for_hidden(query.root),
        since=max(map(_since, others), default=None, key=lambda day: -_BEYOND if day is None else day),
    )


def _since(term: Node) -> int | None:
    """The day before which nothing begins of which a term is true; None if it says nothing of the kind."""
    if isinstance(term, When) and term.relation == "after" and term.end is not None:
        return term.end + 1
    return UNDATED if term == _UNDATED_ONLY else None


def begun_within(selection: Selection, start: int, end: int) -> Selection:
    """The events of a selection that stand between two days of the timeline, both included.

    Unlike those that overlap them, what began before and went on is not among them.
    """
    bounds = f"e.position >= max(?1, {_FROM_DAY}) AND e.position < min(?2 + 1, {_FROM_DAY}, {_UNDATED})"
    condition = f"({selection.condition}) AND {bounds}" if selection.condition else bounds
    parameters = (*selection.parameters, start, end + 1)
    return selection._replace(condition=condition, parameters=parameters, since=start)


def _all(node: Node) -> tuple[str, list[Condition]]:
    """What must all hold for a node: a search expression, which may be empty, and conditions."""
    wanted: list[str] = []
    unwanted: list[str] = []
    conditions: list[Condition] = []
    for term in fewest(terms_of(node)):
        part = _part(term.term if isinstance(term, Not) else term)
        if isinstance(part, _Match):
            (unwanted if isinstance(term, Not) else wanted).append(part.expression)
        else:
            conditions.append(part.negated() if isinstance(term, Not) else part)
    match = " AND ".join(wanted or ([_ALL] if unwanted else []))
    return (f"({match}) NOT ({_either(unwanted)})" if unwanted else match), conditions


def _part(node: Node) -> _Match | Condition:
    match node:
        case Words():
            return _Match(f"{_SEARCHED} : {_phrase(node.text, exact=node.exact)}")
        case Field():
            return _field(node)
        case When():
            return _when(node)
        case Not() | And():
            match, conditions = _all(node)
            if not conditions:
                return _Match(f"({match})")
            return Condition.joined("AND", [*conditions, *([_condition(_Match(match))] if match else [])])
        case Or():
            parts = [_part(term) for term in node.terms]
            searches = [part.expression for part in parts if isinstance(part, _Match)]
            others = [part for part in parts if isinstance(part, Condition)]
            either = [_Match(f"({_either(searches)})")] if searches else []
            return Condition.joined("OR", [*others, *map(_condition, either)]) if others else either[0]


def _field(field: Field) -> _Match | Condition:
    if field.name in _COLUMNS:
        return _Match(f"{_COLUMNS[field.name]} : {_phrase(field.value, exact=field.exact)}")
    if field.name == "is":
        return Condition(SORTS[field.value])
    if field.name == "status":
        return Condition("(e.verification IS NOT NULL AND e.verification = ?)", (field.value,))
    if field.name == "tag":
        return Condition("e.position IN (SELECT event FROM event_tag WHERE tag = ?)", (field.value,))
    return Condition("e.position IN (SELECT event FROM event_note)")


def _when(when: When) -> Condition:
    if when.relation == "after" and when.end is not None:
        after = when.end + 1
        return Condition(
            f"(e.position >= max(?1, {_FROM_DAY}) AND e.start_day IS NOT NULL AND e.start_day >= ?)",
            (after, after),
        )
    if when.relation == "before" and when.start is not None:
        return Condition(
            f"(e.position < min(?2 + 1, {_FROM_DAY}) AND e.end_day IS NOT NULL AND e.end_day < ?)",
            (when.start, when.start),
        )
    return _overlap(when.start, when.end)


def _overlap(start: int | None, end: int | None) -> Condition:
    """What begins within the interval stands together.

    Of the others short ones begin at most their greatest length before it; long ones are few and apart. By
    itself it is a list, which is made anew for each stretch that is looked through. What a search finds is
    compared with the interval's bounds, and only the others are listed, once.
    """
    first, last = -_BEYOND if start is None else start, _BEYOND if end is None else end
    lower, upper = f"max(?1, {_FROM_DAY})", f"min(?2 + 1, {_FROM_DAY}, {_UNDATED})"
    return Condition(
        f"e.position IN (SELECT position FROM event WHERE position >= {lower} AND position < {upper}"
        f" UNION ALL {_BEGUN_BEFORE} AND position BETWEEN ?1 AND ?2"
        f" UNION ALL {_LONG_ONES} AND +position BETWEEN ?1 AND ?2)",
        (first, last + 1, first - LONG, first - 1, first, last, first),
        f"(e.position BETWEEN {lower} AND {upper} - 1"
        f" OR e.position IN ({_BEGUN_BEFORE} UNION ALL {_LONG_ONES}))",
    )


def _condition(part: _Match | Condition) -> Condition:
    return Condition(_SEARCH, (part.expression,)) if isinstance(part, _Match) else part


def _either(expressions: list[str]) -> str:
    return " OR ".join(expressions)


def _phrase(text: str, *, exact: bool) -> str:
    """Quoted, nothing in it is an operator of the search; a star lets the last word go on."""
    quoted = '"' + text.replace('"', '""') + '"'
    return quoted if exact else f"{quoted} *"
