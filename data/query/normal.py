"""A query's tree in the form that engines are asked: negations inside, what dates say reckoned together.

An event is a point in a plane, its first day to the one side and its last day to the other, and a date's
relation is a part of this plane between straight lines. So whatever dates are combined with and, or and not
is a few rectangles (:class:`data.query.tree.Extent`), of which an index finds each at once: what overlaps
2022 but not 16 September begins after that day, or ends before it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from data.query.implied import implies
from data.query.terms import UNDATED, is_searched, terms_of
from data.query.tree import BEYOND, And, Extent, Node, Not, Or, When

EVERYTHING, NOTHING = And(()), Or(())
_Point = tuple[int, int] | None  # first and last day; None of what is undated
_WHOLE = (-BEYOND, BEYOND)
_BRANCHES = 12
_TOGETHER = 12  # dates: the work grows with their number's third power


def normal(node: Node) -> Node:
    """The same in normal form: no :class:`When` is left, and no negation but of one term.

    What a search alone answers stays together: it can take words away.
    """
    return _normal(node, negated=False)


def branches(terms: Sequence[Node]) -> list[tuple[Node, ...]]:
    """Terms in normal form, all of which must hold, as several of which any must: each OR taken apart.

    Nothing where there is none, or where they were too many; what a search alone answers stays together.
    """
    apart: list[tuple[Node, ...]] = [()]
    for term in terms:
        choices = _choices(term)
        if len(apart) * len(choices) <= _BRANCHES:
            apart = [(*one, *terms_of(choice)) for one in apart for choice in choices]
        else:
            apart = [(*one, term) for one in apart]
    met = [_met(one) for one in apart]
    return [one for one in met if NOTHING not in one] if len(met) > 1 else []


def _choices(term: Node) -> list[Node]:
    """What a term in normal form can be taken apart into.

    What begins within an interval stands together in the timeline, and is looked for there; what has begun
    before is to be looked for everywhere, but there are few of them.
    """
    match term:
        case Or() if not is_searched(term):
            searched = [one for one in term.terms if is_searched(one)]
            parts = [part for one in term.terms if not is_searched(one) for part in _choices(one)]
            return [*parts, *([_joined(Or, searched)] if searched else [])]
        case Extent(first=first, last=last) if first[0] < last[0] <= first[1]:
            return [_extent((last[0], first[1]), last), Extent((first[0], last[0] - 1), last)]
    return [term]


def _met(terms: Sequence[Node]) -> tuple[Node, ...]:
    """Terms that must all hold, with one extent instead of several."""
    extents = [term for term in terms if isinstance(term, Extent)]
    others = [term for term in dict.fromkeys(terms) if not isinstance(term, Extent)]
    if not extents:
        return tuple(others)
    first = max(one.first[0] for one in extents), min(one.first[1] for one in extents)
    last = max(one.last[0] for one in extents), min(one.last[1] for one in extents)
    is_empty = first[0] > first[1] or last[0] > last[1] or first[0] > last[1] or UNDATED in others
    return (NOTHING if is_empty else _extent(first, last), *others)


def _normal(node: Node, *, negated: bool) -> Node:
    if _is_dates(node):
        return _reckoned(Not(node) if negated else node)
    match node:
        case Not():
            return _normal(node.term, negated=not negated)
        case And(terms=terms) if negated and all(map(is_searched, terms)):
            together = _joined(And, map(normal, terms))
            return EVERYTHING if together == NOTHING else Not(together)
        case And() | Or():
            kind = type(node)
            if negated:
                kind = Or if kind is And else And
            parts = [*_parts(node, kind, negated=negated)]
            dates = [part for part in parts if _is_dates(part)]
            others = [normal(part) for part in parts if not _is_dates(part)]
            return _joined(kind, [*others, *(_reckoned(kind(some)) for some in _together(dates))])
    return Not(node) if negated else node


def _parts(node: Node, kind: type[And | Or], *, negated: bool) -> Iterator[Node]:
    """The terms that must all hold, or of which any must, however they are put together."""
    match node:
        case Not():
            yield from _parts(node.term, kind, negated=not negated)
        case And() | Or() if (type(node) is kind) != negated and not (
            negated and isinstance(node, And) and all(map(is_searched, node.terms))
        ):
            for term in node.terms:
                yield from _parts(term, kind, negated=negated)
        case _:
            yield Not(node) if negated else node


def _joined(kind: type[And | Or], terms: Iterable[Node]) -> Node:
    """Terms put together, without those that change nothing."""
    without, decides = (EVERYTHING, NOTHING) if kind is And else (NOTHING, EVERYTHING)
    kept: dict[Node, None] = {}
    for term in terms:
        if term == decides:
            return decides
        if term != without:
            kept |= dict.fromkeys(term.terms if isinstance(term, kind) else (term,))
    if kind is And and any(isinstance(term, Not) and _is_in(term.term, kept) for term in kept):
        return NOTHING
    return next(iter(kept)) if len(kept) == 1 else kind(tuple(kept))


def _is_in(word: Node, terms: Iterable[Node]) -> bool:
    """Whether what has all of these terms must have a word."""
    return any(implies(term, word) for term in terms)


def _is_dates(node: Node) -> bool:
    """Whether a node asks for nothing but dates, and for few."""
    match node:
        case When():
            return True
        case Not():
            return _is_dates(node.term)
        case And() | Or():
            return all(map(_is_dates, node.terms)) and len([*_whens(node)]) <= _TOGETHER
    return node == UNDATED


def _together(dates: Iterable[Node]) -> list[tuple[Node, ...]]:
    """Nodes of dates in groups that are few dates each."""
    groups: list[tuple[Node, ...]] = []
    for node in dict.fromkeys(dates):
        if groups and _is_dates(And((*groups[-1], node))):
            groups[-1] += (node,)
        else:
            groups.append((node,))
    return groups


def _reckoned(node: Node) -> Node:
    """The rectangles that a node of dates comes to."""
    whens = [*_whens(node)]
    first = {when.end + 1 for when in whens if when.relation != "before" and when.end is not None}
    last = {when.start for when in whens if when.relation != "after" and when.start is not None}
    columns = [*_between(first)]
    rows = [*_between(last)]
    runs = [[*_runs(node, column, rows)] for column in columns]
    extents: list[Node] = []
    begin = 0
    for end in range(1, len(columns) + 1):
        if end == len(columns) or runs[end] != runs[begin]:
            extents += [_extent((columns[begin][0], columns[end - 1][1]), run) for run in runs[begin]]
            begin = end
    undated = _holds(node, None)
    if extents == [Extent(_WHOLE, _WHOLE)]:
        return EVERYTHING if undated else Not(UNDATED)
    return _joined(Or, [*extents, *([UNDATED] if undated else [])])


def _whens(node: Node) -> Iterator[When]:
    match node:
        case When():
            yield node
        case Not():
            yield from _whens(node.term)
        case And() | Or():
            for term in node.terms:
                yield from _whens(term)


def _between(cuts: set[int]) -> Iterator[tuple[int, int]]:
    """The stretches of days into which cuts part all of them; a cut is the first day of one."""
    for begin, end in pairwise([-BEYOND, *sorted(cuts), BEYOND + 1]):
        yield begin, end - 1


def _runs(node: Node, column: tuple[int, int], rows: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The stretches of last days that are selected with first days in a column.

    Nothing ends before it begins: what would is taken for alike to the first that can be.
    """
    possible = bisect_left(rows, column[0], key=lambda row: row[1])
    begin: int | None = None
    for number, row in enumerate(rows):
        is_in = number >= possible and _holds(node, (column[0], row[1]))
        if is_in and begin is None:
            begin = -BEYOND if number == possible else row[0]
        if begin is not None and not is_in and number >= possible:
            yield begin, row[0] - 1
            begin = None
    if begin is not None:
        yield begin, BEYOND


def _extent(first: tuple[int, int], last: tuple[int, int]) -> Extent:
    """A rectangle without bounds that say nothing: what ends before a day begins before it, too."""
    return Extent(
        (first[0], BEYOND if first[1] >= last[1] else first[1]),
        (-BEYOND if last[0] <= first[0] else last[0], last[1]),
    )


def _holds(node: Node, at: _Point) -> bool:
    """Whether a node of dates selects an event with these days."""
    match node:
        case When():
            return at is not None and _selects(node, *at)
        case Not():
            return not _holds(node.term, at)
        case And():
            return all(_holds(term, at) for term in node.terms)
        case Or():
            return any(_holds(term, at) for term in node.terms)
    return at is None


def _selects(when: When, first: int, last: int) -> bool:
    begins_later = when.end is not None and first > when.end
    ends_before = when.start is not None and last < when.start
    match when.relation:
        case "after":
            return begins_later
        case "before":
            return ends_before
    return not (begins_later or ends_before)
