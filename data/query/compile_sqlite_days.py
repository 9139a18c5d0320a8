"""Extents of days for the SQLite store: where their events stand in the timeline, and which they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from data.query.terms import days_between
from data.query.tree import BEYOND, Extent
from data.store.records import Condition
from data.store.sets import Listed, Set, Standing, every, some, without
from data.store.tables.event_rows import LONG
from data.store.tables.selections import UNDATED

# The store binds the first and last position it asks for to ?1 and ?2; each bound that is given here is
# within them.
# The position of the first event that begins on a day or later; an index answers both halves.
FROM_DAY = (
    "coalesce((SELECT min(position) FROM event WHERE begin_day ="
    f" (SELECT min(begin_day) FROM event WHERE begin_day >= ?)), {BEYOND})"
)
UNDATED_FROM = f"coalesce((SELECT position FROM month WHERE start_day = {UNDATED}), {BEYOND})"
"""The position of the first undated event; where there is none it is beyond any."""
WITHIN = "AND position BETWEEN ?1 AND ?2"
"""What a condition lists, it lists of the stretch that is looked through."""
_LONG_FROM = "SELECT position FROM event WHERE long = 1 AND start_day BETWEEN ? AND ?"
# What has an open start stands at its end.
_LONG_OPEN = "SELECT position FROM event WHERE long = 1 AND start_day IS NULL AND end_day BETWEEN ? AND ?"
# The plus leaves the choice of an index to the rest: of exceptions there are fewer than positions in a
# stretch.
_AMONG = "AND +position BETWEEN ?1 AND ?2"


def extent_condition(extent: Extent) -> Condition:
    """The condition that an event has its first and last day within an extent."""
    (first, first_until), (last_from, last) = extent.first, extent.last
    if last_from > -BEYOND or (first == -BEYOND and last == BEYOND):
        return _lasting(extent)
    # What has an open start stands at its end.
    standing = _standing(first, last if first == -BEYOND else min(first_until, last))
    begun, ended = days_between("e.start_day", first, first_until), days_between("e.end_day", last_from, last)
    return Condition.joined("AND", [standing, begun, ended])


def _standing(first: int, last: int) -> Condition:
    """That an event stands in the timeline between two days, both included; one of them is not beyond all."""
    lower, upper = f"e.position >= max(?1, {FROM_DAY})", f"e.position < min(?2 + 1, {FROM_DAY})"
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
    lower, upper = f"max(?1, {FROM_DAY})", f"min(?2 + 1, {FROM_DAY}, {UNDATED_FROM})"
    inside = "" if first == -BEYOND else " AND {0}start_day IS NOT NULL"
    inside += "" if last == BEYOND else " AND {0}end_day <= ?"
    ended = days_between("end_day", last_from, last)
    long = _long(extent)
    others = (
        f"SELECT position FROM event WHERE begin_day BETWEEN ? AND ? AND {ended.sql} {WITHIN}"
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


def extent_list(extent: Extent) -> Condition | None:
    """A statement that lists the positions of an extent, perhaps with others; None if it has no beginning."""
    since = max(extent.first[0], extent.last[0])
    if since == -BEYOND:
        return None
    ended, long = days_between("end_day", *extent.last), _long(extent)
    begins = max(extent.first[0], extent.last[0] - LONG), min(extent.first[1], extent.last[1])
    return Condition(
        f"SELECT position FROM event WHERE begin_day BETWEEN ? AND ? AND {ended.sql} UNION ALL {long.sql}",
        (*begins, *ended.parameters, *long.parameters),
    )


def extent_set(extent: Extent) -> Set:
    """The same for counting: what stands between two days but for what is listed as out of place.

    What is long, or stands near to a bound, may be selected though it stands elsewhere, or not selected
    though it stands there; of all others the place in the timeline tells.
    """
    (first, first_until), (last_from, last) = extent.first, extent.last
    until = min(first_until, last)
    since = max(first, last_from)
    if since > until:
        return some(_listed([_long(extent), *_begun_before(extent, until)]))
    standing = Standing(since, min(until + 1, BEYOND))
    left_out = _listed([*_out_of_place(extent, since, until)])
    others = _listed([*_long_elsewhere(extent, since, until), *_begun_before(extent, until)])
    return some((every((standing, *map(without, left_out))), *others))


def _listed(statements: Sequence[Condition]) -> list[Set]:
    """One set of what any of these statements lists, or none."""
    if not statements:
        return []
    together = " UNION ALL ".join(each.sql for each in statements)
    return [Listed(Condition(together, tuple(chain.from_iterable(each.parameters for each in statements))))]


def _begun_before(extent: Extent, until: int) -> Iterator[Condition]:
    """The statement that lists what began before the day until which it goes on, but for most of the long."""
    (first, _), (last_from, last) = extent.first, extent.last
    if last_from > first:
        ended = days_between("end_day", last_from, last)
        earlier = f"SELECT position FROM event WHERE begin_day BETWEEN ? AND ? AND {ended.sql}"
        bounds = max(first, last_from - LONG), min(until, last_from - 1)
        yield Condition(earlier, (*bounds, *ended.parameters))


def _long_elsewhere(extent: Extent, since: int, until: int) -> Iterator[Condition]:
    """Statements that list long events of an extent that do not stand between two days."""
    (first, _), (last_from, last) = extent.first, extent.last
    if first < since:
        ended = days_between("end_day", last_from, last)
        yield Condition(f"{_LONG_FROM} AND {ended.sql}", (first, since - 1, *ended.parameters))
    if first == -BEYOND and until < last:
        yield Condition(_LONG_OPEN, (until + 1, last))


def _out_of_place(extent: Extent, since: int, until: int) -> Iterator[Condition]:
    """Statements that list what is not in an extent though it stands between two days, the first and last."""
    (first, _), (_, last) = extent.first, extent.last
    if last < BEYOND:
        later = "SELECT position FROM event WHERE begin_day BETWEEN ? AND ? AND end_day > ?"
        yield Condition(later, (max(since, last - LONG), until, last))
        yield Condition(f"{_LONG_FROM} AND (end_day IS NULL OR end_day > ?)", (since, until, last))
    if first > -BEYOND:
        yield Condition(_LONG_OPEN, (since, until))
