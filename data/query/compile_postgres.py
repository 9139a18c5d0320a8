"""A query's tree for the PostgreSQL store: one condition on events, in which the server looks up words.

Words that must be there together become one search expression for each column. Conditions that can be negated
are true or false, never null.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from data.query.normal import normal
from data.query.terms import SHOWN, days_between, sort_of, terms_of
from data.query.tree import BEYOND, And, Extent, Field, Node, Not, Or, When, Words
from data.store.folding import words
from data.store.postgres.within import within
from data.store.postgres.words import LONGEST, quoted
from data.store.records import Condition
from data.store.sorts import SORTS
from data.store.tables.event_rows import LONG

_SIGMA, _FINAL_SIGMA = "\u03c3\u03c2"  # at the end of a word the letter looks otherwise
_COLUMNS = {"who": "who", "where": "place", "source": "source"}
CONDITIONS = {name: f"({condition})" for name, condition in SORTS.items()} | {
    "undated": "e.begin_day IS NULL",
    "doubtful": f"e.position IN (SELECT event FROM passage WHERE doubtful = 1 {within('event')})",
    "marked": "(e.verification IS NOT NULL"
    f" OR e.position IN (SELECT event FROM event_tag WHERE TRUE {within('event')}"
    f" UNION ALL SELECT event FROM event_note WHERE TRUE {within('event')}))",
    "new": "e.build IN (SELECT build FROM collection WHERE build > 1)",
}
"""What the words after ``is:``, ``has:`` and ``status:`` ask of an event, by the names of sorts."""


@dataclass(frozen=True, slots=True)
class _Search:
    """A search expression of the server for one column of words."""

    column: str
    expression: str


def compile_tree(root: Node) -> Condition:
    """The condition of a query's tree but for ``is:shown`` in its midst, which a selection says itself."""
    terms = [term for term in terms_of(normal(root)) if term != SHOWN]
    return _all(terms) if terms else Condition("")


def begun_within(condition: Condition, start: int, end: int) -> Condition:
    """What of a condition begins between two days of the timeline, both included."""
    bounds = Condition("(e.begin_day IS NOT NULL AND e.begin_day BETWEEN ? AND ?)", (start, end))
    return Condition.joined("AND", [condition, bounds]) if condition.sql else bounds


def _all(terms: Iterable[Node]) -> Condition:
    searches: dict[str, list[str]] = {}
    conditions: list[Condition] = []
    for term in terms:
        part = _part(term)
        if isinstance(part, _Search):
            searches.setdefault(part.column, []).append(part.expression)
        else:
            conditions.append(part)
    found = [_condition(_Search(column, " & ".join(each))) for column, each in searches.items()]
    return Condition.joined("AND", [*found, *conditions]) if found or conditions else Condition("TRUE")


def _part(node: Node) -> _Search | Condition:
    match node:
        case Words():
            return _Search("words", _phrase(node.text, exact=node.exact))
        case Field():
            return _field(node)
        case Extent():
            return _extent(node)
        case When():
            return _part(normal(node))
        case Not():
            return _condition(_part(node.term)).negated()
        case And():
            return _all(terms_of(node))
        case Or():
            return _any(node.terms)


def _any(terms: Iterable[Node]) -> _Search | Condition:
    searches: dict[str, list[str]] = {}
    conditions: list[Condition] = []
    for part in map(_part, terms):
        if isinstance(part, _Search):
            searches.setdefault(part.column, []).append(part.expression)
        else:
            conditions.append(part)
    found = [_Search(column, f"({' | '.join(each)})") for column, each in searches.items()]
    if len(found) == 1 and not conditions:
        return found[0]
    if not (found or conditions):
        return Condition("FALSE")
    return Condition.joined("OR", [*map(_condition, found), *conditions])


def _field(field: Field) -> _Search | Condition:
    if field.name in _COLUMNS:
        return _Search(_COLUMNS[field.name], _phrase(field.value, exact=field.exact))
    if field.name == "tag":
        return _tagged(field.value)
    return Condition(CONDITIONS[sort_of(field) or field.value])


def _extent(extent: Extent) -> Condition:
    (first, first_until), (last_from, last) = extent.first, extent.last
    began = days_between("e.start_day", first, first_until)
    ended = days_between("e.end_day", last_from, last)
    if last_from == -BEYOND and (first > -BEYOND or last < BEYOND):
        return Condition.joined("AND", [began, ended])
    # Short events begin at most their greatest length before they end; long ones are few and apart. For
    # rows the server asks both indexes at once, twenty times as fast as for two lists of positions.
    begins = max(first, last_from - LONG), min(first_until, last)
    short = Condition("(e.long = 0 AND e.begin_day BETWEEN ? AND ?)", begins)
    long = Condition("e.long = 1")
    return Condition.joined("OR", [
        Condition.joined("AND", [short, ended]),
        Condition.joined("AND", [long, began, ended]),
    ])  # fmt: skip


def _condition(part: _Search | Condition) -> Condition:
    if isinstance(part, Condition):
        return part
    return Condition(
        f"e.position IN (SELECT event FROM event_text WHERE {part.column} @@ ?::tsquery {within('event')})",
        (part.expression,),
    )


def _phrase(text: str, *, exact: bool) -> str:
    """Words one after another; unless ``exact`` the last one may go on."""
    folded = [quoted(word[:LONGEST]) for word in words(text)]
    return f"({' <-> '.join(folded)}{'' if exact else ':*'})"


def _tagged(tag: str) -> Condition:
    """Events with a tag, however it is capitalised: as Python has it, whatever the server's language.

    The server's own lower case of the column, which is compared by code points, is that of ASCII alone.
    """
    if tag.isascii():
        return Condition("e.position IN (SELECT event FROM event_tag WHERE lower(tag) = ?)", (tag.lower(),))
    wanted = tag.lower().replace(_FINAL_SIGMA, _SIGMA)
    pairs = [(other, one) for one in sorted(set(wanted)) for other in _capitals().get(one, "")]
    others, ones = ("".join(part) for part in zip(*pairs, strict=True)) if pairs else ("", "")
    return Condition(
        "e.position IN (SELECT event FROM event_tag WHERE translate(lower(tag), ?, ?) = ?)",
        (others, ones, wanted),
    )


@cache
def _capitals() -> dict[str, str]:
    """By each small letter beyond ASCII the others that are written small as it is."""
    found = {_SIGMA: _FINAL_SIGMA}
    for other in map(chr, range(0x80, 0x1_F000)):
        if len(one := other.lower()) == 1 and one != other:
            found[one] = found.get(one, "") + other
    return found
