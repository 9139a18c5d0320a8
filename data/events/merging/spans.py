"""The blocks of some days: of a year, or a month, with the reports that are in them."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from functools import lru_cache
from itertools import groupby, repeat
from operator import itemgetter
from typing import NamedTuple

from data import days
from data.events.comparing.rows import EntryRows, PlainRows, Rows

# Rows of more are parted before they are sorted, which takes ten times their memory.
_MOST_ROWS = 1 << 18


class Span(NamedTuple):
    """The blocks of some days, in plain values.

    Attributes:
        holders: of the reports that are in them, in the order of their documents.
        blocks: of each report those of these days.
        telling: of each report the entries of its telling words.
        touched: only pairs with one of these are wanted; None for all.
        open: those that are in blocks of other days too; None if nothing is to be merged before all pairs are
            known.
        unplaced: holders of further reports, which are to be put into their blocks first. Their year is all
            that the span is about.
        year: the first day of that year.
    """

    holders: Sequence[int]
    blocks: PlainRows
    telling: PlainRows
    touched: Set[int] | None
    open: Set[int] | None
    unplaced: Sequence[int] = ()
    year: int = 0


@lru_cache(maxsize=1 << 16)
def year_of(day: int) -> tuple[int, int]:
    """The first and the last day of a day's year."""
    return days.year_span(days.civil(day).year)


@lru_cache(maxsize=1 << 16)
def month_of(day: int) -> tuple[int, int]:
    """The first and the last day of a day's month."""
    return days.month_span(*days.civil(day)[:2])


def parted(row: array[int], period_of: Callable[[int], tuple[int, int]]) -> Iterator[tuple[int, array[int]]]:
    """The blocks of a report by periods, each with the first day of its period."""
    at = 0
    while at < len(row):
        first, last = period_of(row[at] >> 32)
        end = bisect_left(row, last + 1 << 32, at)
        yield first, row[at:end]
        at = end


Placed = tuple[int, "array[int]", "array[int]"]
"""A report by its holder, with its blocks and the entries of its telling words."""


def spans_of(
    year: int, placed: Iterable[Placed], period_of: Callable[[int], tuple[int, int]]
) -> Iterator[tuple[Span, set[int]]]:
    """The blocks of a year, or of each of its months, and who is in those of other times too.

    Args:
        year: the first day of the year.
        placed: reports, in the order of their documents.
        period_of: gives the first and the last day of the year, or of the month, of a day.
    """
    periods: dict[int, tuple[array[int], Rows, EntryRows]] = defaultdict(
        lambda: (array("q"), Rows(), EntryRows())
    )
    several = set[int]()
    for held, blocks, telling in placed:
        parts = [*parted(blocks, period_of)]
        if len(parts) > 1:
            several.add(held)
        for first, row in parts:
            if year_of(first)[0] == year:
                holders, rows, entries = periods[first]
                holders.append(held)
                rows.append(row)
                entries.append(telling)
    for _, (holders, rows, entries) in sorted(periods.items()):
        yield Span(holders, rows.plain(), entries.plain(), None, None), several


def shared_blocks(span: Span) -> Iterator[tuple[int, list[int]]]:
    """The blocks of a span that several of its reports are in, in order, each with their holders."""
    return _shared(*_flat(span))


def _flat(span: Span) -> tuple[array[int], array[int]]:
    """The blocks of all reports of a span, one after another, and the holders to which they belong."""
    blocks = Rows.restored(span.blocks)
    holders = array("q")
    for held, row in zip(span.holders, blocks, strict=True):
        holders.extend(repeat(held, len(row)))
    return blocks.numbers, holders


def _shared(keys_of_span: array[int], holders: array[int]) -> Iterator[tuple[int, list[int]]]:
    """The keys that several rows have, in order, each with its holders in theirs."""
    if not keys_of_span:
        return
    first, last = min(keys_of_span), max(keys_of_span)
    if len(keys_of_span) > _MOST_ROWS and first < last:
        middle = (first + last) // 2
        lower, upper = (array("q"), array("q")), (array("q"), array("q"))
        for key, held in zip(keys_of_span, holders, strict=True):
            of_key, of_held = lower if key <= middle else upper
            of_key.append(key)
            of_held.append(held)
        yield from _shared(*lower)
        yield from _shared(*upper)
        return
    counts = Counter(keys_of_span)
    rows = zip(keys_of_span, holders, strict=True)
    shared = sorted([row for row in rows if counts[row[0]] > 1], key=itemgetter(0))
    for key, those in groupby(shared, key=itemgetter(0)):
        yield key, [held for _, held in those]
