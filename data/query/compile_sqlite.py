"""A query's tree for the SQLite store: full-text search wherever it can answer, SQL for the rest.

Full-text search gives events in the order of the timeline and as many as asked; so words, names and
places that must be there become one search expression, and everything else is a condition on it. Conditions
that can be negated are true or false, never null.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data.query.normal import branches, normal
from data.query.terms import SHOWN, asks_for_hidden, begins, days_between, is_searched, terms_of
from data.query.tree import BEYOND, And, Extent, Field, Node, Not, Or, Query, When, Words
from data.store.records import SEARCHED, Condition, Search, Selection
from data.store.sqlite.schema import APART
from data.store.tables.selections import UNDATED
from data.store.tables.writing import LONG

_COLUMNS = {"who": "{who}", "where": "{place}", "source": "{source}"}
_ALL = f'{{source}} : "{APART}"'
_SEARCHED = "{title passage}"

# The store binds the first and last position it asks for to ?1 and ?2; each bound that is given here is
# within them.
# The position of the first event that begins on a day or later; an index answers both halves.
_FROM_DAY = (
    "coalesce((SELECT min(position) FROM event WHERE begin_day ="
    f" (SELECT min(begin_day) FROM event WHERE begin_day >= ?)), {BEYOND})"
)
# The position of the first undated event; where there is none it is beyond any.
_UNDATED = f"coalesce((SELECT position FROM month WHERE start_day = {UNDATED}), {BEYOND})"
# What a condition lists, it lists of the stretch that is looked through. The plus leaves the choice of an
# index to the rest: of exceptions there are fewer than positions in a stretch.
_WITHIN, _AMONG = "AND position BETWEEN ?1 AND ?2", "AND +position BETWEEN ?1 AND ?2"
_TAGGED = "SELECT event FROM event_tag WHERE tag = ?"
# The doubled comparisons name the index that holds only the exceptions.
_NOT_HAPPENED = "SELECT position FROM event WHERE modality <> 'happened' AND modality ="
LISTS = {
    "conflict": "SELECT position FROM event WHERE conflicts > 0",
    "planned": f"{_NOT_HAPPENED} 'planned'",
    "denied": f"{_NOT_HAPPENED} 'denied'",
    "conditional": f"{_NOT_HAPPENED} 'conditional'",
    "uncertain": f"{_NOT_HAPPENED} 'uncertain'",
    "main": "SELECT position FROM event WHERE main = 1",
    "doubtful": "SELECT event FROM passage WHERE doubtful = 1",
    "state": "SELECT position FROM event WHERE kind <> 'event' AND kind = 'state'",
    "marked": "SELECT position FROM event WHERE verification IS NOT NULL"
    " UNION ALL SELECT event FROM event_tag UNION ALL SELECT event FROM event_note",
    "hidden": "SELECT position FROM event WHERE hidden = 1",
    "new": "SELECT position FROM event WHERE build IN (SELECT build FROM collection WHERE build > 1)",
}
"""What lists the positions of the events of a sort, where these may be few."""
_RARE = frozenset(Field("is", sort) for sort in ("conflict", "doubtful", "marked", "hidden", "new"))
SORTS = {
    "shown": "e.shown = 1",
    "conflict": f"e.position IN ({LISTS['conflict']} {_AMONG})",
    "planned": "(e.modality <> 'happened' AND e.modality = 'planned')",
    "denied": "(e.modality <> 'happened' AND e.modality = 'denied')",
    "conditional": "(e.modality <> 'happened' AND e.modality = 'conditional')",
    "uncertain": "(e.modality <> 'happened' AND e.modality = 'uncertain')",
    "stated": "e.basis = 'stated'",
    "inferred": "e.basis = 'inferred'",
    "main": "e.main = 1",
    "doubtful": f"e.position IN ({LISTS['doubtful']} AND event BETWEEN ?1 AND ?2)",
    "state": "(e.kind <> 'event' AND e.kind = 'state')",
    "undated": f"e.position >= max(?1, {_UNDATED})",
    "single-source": "e.publishers = 1",
    "marked": f"e.position IN (SELECT position FROM event WHERE verification IS NOT NULL {_AMONG}"
    " UNION ALL SELECT event FROM event_tag WHERE event BETWEEN ?1 AND ?2"
    " UNION ALL SELECT event FROM event_note WHERE event BETWEEN ?1 AND ?2)",
    "hidden": "e.hidden = 1",
    "new": f"e.position IN ({LISTS['new']} {_WITHIN})",
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
    bounds = f"e.position >= max(?1, {_FROM_DAY}) AND e.position < min(?2 + 1, {_FROM_DAY}, {_UNDATED})"
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


def _all(node: Node) -> tuple[str, list[Condition]]:
    """What must all hold for a node: a search expression, which may be empty, and conditions."""
    wanted: list[str] = []
    unwanted: list[str] = []
    conditions: list[Condition] = []
    for term in terms_of(node):
        part = _part(term.term if isinstance(term, Not) else term)
        if isinstance(part, _Match):
            (unwanted if isinstance(term, Not) else wanted).append(part.expression)
        else:
            conditions.append(part.negated() if isinstance(term, Not) else part)
    if conditions and unwanted and not wanted:
        # To take a word away from all events is more work than to look for it in those that are left.
        return "", [*conditions, _condition(_Match(_either(unwanted))).negated()]
    match = " AND ".join(wanted or ([_ALL] if unwanted else []))
    return (f"({match}) NOT ({_either(unwanted)})" if unwanted else match), conditions


def _part(node: Node) -> _Match | Condition:
    match node:
        case Words():
            return _Match(f"{_SEARCHED} : {_phrase(node.text, exact=node.exact)}")
        case Field():
            return _field(node)
        case Extent():
            return _extent(node)
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
            searches = [part.expression for part in parts if isinstance(part, _Match)]
            others = [part for part in parts if isinstance(part, Condition)]
            if not parts:
                return Condition("FALSE")
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
        statement = f"{_TAGGED} AND event BETWEEN ?1 AND ?2"
        return Condition(f"e.position IN ({statement})", (field.value,))
    return Condition("e.position IN (SELECT event FROM event_note WHERE event BETWEEN ?1 AND ?2)")


def _extent(extent: Extent) -> Condition:
    (first, first_until), (last_from, last) = extent.first, extent.last
    if last_from > -BEYOND or (first == -BEYOND and last == BEYOND):
        return _lasting(extent)
    # What has an open start stands at its end.
    standing = _standing(first, last if first == -BEYOND else min(first_until, last))
    begun, ended = days_between("e.start_day", first, first_until), days_between("e.end_day", last_from, last)
    return Condition.joined("AND", [standing, begun, ended])


def _standing(first: int, last: int) -> Condition:
    """That an event stands in the timeline between two days, both included; one of them is not beyond all."""
    lower, upper = f"e.position >= max(?1, {_FROM_DAY})", f"e.position < min(?2 + 1, {_FROM_DAY})"
    if first == -BEYOND:
        return Condition(upper, (last + 1,))
    if last == BEYOND:
        return Condition(lower, (first,))
    return Condition(f"{lower} AND {upper}", (first, last + 1))


def _lasting(extent: Extent) -> Condition:
    """What goes on until a day, or beyond.

    What begins from that day on stands together. Of the others short ones begin at most their greatest length
    before it; long ones are few and apart. By itself it is a list, made anew for each stretch that is looked
    through. What a search finds is compared with the bounds, and only the others are listed, once.
    """
    (first, first_until), (last_from, last) = extent.first, extent.last
    until = min(first_until, last)
    lower, upper = f"max(?1, {_FROM_DAY})", f"min(?2 + 1, {_FROM_DAY}, {_UNDATED})"
    inside = "" if first == -BEYOND else " AND {0}start_day IS NOT NULL"
    inside += "" if last == BEYOND else " AND {0}end_day <= ?"
    ended = days_between("end_day", last_from, last)
    long = _long(extent)
    others = (
        f"SELECT position FROM event WHERE begin_day BETWEEN ? AND ? AND {ended.sql} {_WITHIN}"
        f" UNION ALL {long.sql} {_AMONG}"
    )
    return Condition(
        f"e.position IN (SELECT position FROM event WHERE position >= {lower} AND position < {upper}"
        f"{inside.format('')} UNION ALL {others})",
        (
            last_from, until + 1, *([] if last == BEYOND else [last]),
            max(first, last_from - LONG), min(until, last_from - 1), *ended.parameters, *long.parameters,
        ),
        f"(e.position BETWEEN {lower} AND {upper} - 1{inside.format('e.')} OR e.position IN ({others}))",
    )  # fmt: skip


def _long(extent: Extent) -> Condition:
    """The statement that lists the long events of an extent."""
    days = days_between("start_day", *extent.first), days_between("end_day", *extent.last)
    condition = Condition.joined("AND", days)
    return Condition(f"SELECT position FROM event WHERE long = 1 AND {condition.sql}", condition.parameters)


def _list_of(node: Node) -> Condition | None:
    """A statement that lists all positions of which a term is true, perhaps with others; None if too many."""
    match node:
        case Not():
            return None
        case _ if is_searched(node):
            return _found_by(_all(node)[0])
        case Field(name="is"):
            return Condition(LISTS[node.value]) if node.value in LISTS else None
        case Field(name="status"):
            statement = "SELECT position FROM event WHERE verification IS NOT NULL AND verification = ?"
            return Condition(statement, (node.value,))
        case Field(name="tag"):
            return Condition("SELECT event FROM event_tag WHERE tag = ?", (node.value,))
        case Field():
            return Condition("SELECT event FROM event_note")
        case Extent(first=first, last=last) if max(first[0], last[0]) > -BEYOND:
            long = _long(node)
            return Condition(
                f"SELECT position FROM event WHERE begin_day BETWEEN ? AND ? UNION ALL {long.sql}",
                (max(first[0], last[0] - LONG), min(first[1], last[1]), *long.parameters),
            )
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
    if term in _RARE or (isinstance(term, Field) and term.name in ("tag", "status", "has")):
        return 0
    return 1 if is_searched(term) else 2


def _found_by(match: str) -> Condition:
    return Condition("SELECT rowid FROM event_text WHERE event_text MATCH ?", (Search(match),))


def _condition(part: _Match | Condition) -> Condition:
    return Condition(SEARCHED, (Search(part.expression),)) if isinstance(part, _Match) else part


def _either(expressions: list[str]) -> str:
    return " OR ".join(expressions)


def _phrase(text: str, *, exact: bool) -> str:
    """Quoted, nothing in it is an operator of the search; a star lets the last word go on."""
    quoted = '"' + text.replace('"', '""') + '"'
    return quoted if exact else f"{quoted} *"
