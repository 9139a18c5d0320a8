"""Which reports are worth comparing: those that share days and a name, an act or a rare word.

The work grows with the number of reports, not with its square: of a block that is too large only those are
compared that have a rare word in common, and if they are too many still, all with the first few of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from functools import cache, lru_cache
from itertools import combinations
from typing import NamedTuple
from zlib import crc32

from data import days
from data.events.acts import ENCOUNTER
from data.events.comparing.headline import is_headline, is_lead
from data.events.comparing.one_kind import DAYS_OF_FINE, OF_A_PLACE
from data.events.comparing.signs import Signs
from data.events.comparing.tables import Tables, of_word
from data.events.intervals import FARTHEST, length, reached
from data.events.told_again.recalled import OF_PERSONS, OF_WORDS

#: In a block of at most so many every two are compared.
LARGEST_BLOCK = 40
_LEADERS = 8
_RARE_WORDS = 8
_RARE_WORDS_OF_YEAR = 3
_NAMES = 6
#: How many of its rare words tell a report from others in a block that is too large.
TELLING = 3


class Keys(NamedTuple):
    """The blocks that a report is in, and the entries of its rarest words that others have as well.

    A block is a number of 64 bits, so made that the blocks of a day follow one another.
    """

    blocks: tuple[int, ...]
    telling: tuple[int, ...]


def keys(sign: Signs, tables: Tables) -> Keys:
    """The blocks of a report."""
    rarity = tables.words
    # A word that one report alone has brings nobody together, however rare it is.
    several = sorted(word for word in sign.words if tables.is_shared(word))
    shared = sorted(several, key=rarity.__getitem__, reverse=True)[:_RARE_WORDS]
    usual = [word for word in shared if tables.is_usual(word)]
    blocks = {
        _of_day(day) | crc32(told.encode("utf-8", "surrogatepass"))
        for day, told in _keys(sign, shared, usual)
    }
    return Keys(tuple(sorted(blocks)), tuple(map(of_word, shared[:TELLING])))


@lru_cache(maxsize=1 << 16)
def _of_day(day: int | None) -> int:
    """The first of the blocks of a day."""
    return (-FARTHEST if day is None else reached(day)) << 32


@cache
def _first_of_year(year: int) -> int:
    return days.ordinal(year)


def partners(
    block: Sequence[int], telling: Callable[[int], Iterable[int]], touched: Set[int] | None = None
) -> Iterator[tuple[int, Sequence[int]]]:
    """Which of a block are compared: one of it with each of some behind it; pairs may come more than once.

    Args:
        block: the holders of the reports in it.
        telling: gives the entries of the telling words of each.
        touched: only pairs with one of these are wanted; None for all.
    """
    if len(block) <= LARGEST_BLOCK:
        return _with_all_behind(block, len(block), touched)
    return _alike(block, telling, touched)


def leaders(
    block: Sequence[int], telling: Callable[[int], Iterable[int]], words: Set[int] | None = None
) -> set[tuple[int | None, int]]:
    """Those of a block that are compared with all behind them that tell a word, each with the word.

    With None for the word they are compared with all behind them. What stays such a leader is compared as
    before with whatever else stays in the block. Of a block that is too large, only those of some words are
    told, if these are given.
    """
    if len(block) <= LARGEST_BLOCK:
        return {(None, held) for held in block}
    return {
        (word, held)
        for word, part in _parts(block, telling, words).items()
        for held in part[: len(part) if len(part) <= LARGEST_BLOCK else _LEADERS]
    }


def _parts(
    block: Sequence[int], telling: Callable[[int], Iterable[int]], words: Set[int] | None = None
) -> dict[int, list[int]]:
    """Those of a block that have a telling word in common, by that word; only of some words, if given."""
    parts: dict[int, list[int]] = {}
    for held in block:
        for word in telling(held):
            if words is None or word in words:
                parts.setdefault(word, []).append(held)
    return parts


def _alike(
    block: Sequence[int], telling: Callable[[int], Iterable[int]], touched: Set[int] | None
) -> Iterator[tuple[int, Sequence[int]]]:
    """Of a block that is too large those that have a telling word in common."""
    words = None
    if touched is not None:  # only who tells a word of theirs is compared with them
        words = {word for held in block if held in touched for word in telling(held)}
    parts = _parts(block, telling, words).values()
    for part in {tuple(part): None for part in parts}:  # several words may be of the same reports
        leading = len(part) if len(part) <= LARGEST_BLOCK else _LEADERS
        yield from _with_all_behind(part, leading, touched)


def _with_all_behind(
    block: Sequence[int], leading: int, touched: Set[int] | None
) -> Iterator[tuple[int, Sequence[int]]]:
    """Each of the first so many of a block with all that stand behind it."""
    for at, one in enumerate(block[:leading], start=1):
        behind = block[at:]
        if touched is not None and one not in touched:
            behind = [other for other in behind if other in touched]
        if behind:
            yield one, behind


_Key = tuple[int | None, str]
"""A block: its day, of a year the first one, and what its reports share."""


def _keys(sign: Signs, rare: Sequence[str], usual: Sequence[str]) -> Iterator[_Key]:
    """The blocks of a report. The block of a day and a word is too large only for ``usual`` ones."""
    report = sign.report
    start, end = report.start, report.end
    names = sorted(sign.who | sign.where)
    if start is not None:
        for kind in sign.act.kinds & (OF_PERSONS | OF_WORDS):
            yield start, f"{end}\nrecalled\n{kind}"
    if start is not None and (is_headline(report) or is_lead(report)):
        yield start, f"{end}\nheadline\n{report.passage.document}"
    if start is None or end is None:
        yield from _of_open(start, end, names, rare)
        return
    kinds = {"encounter" if kind in ENCOUNTER else kind for kind in sign.act.main}
    fine = length((start, end)) <= DAYS_OF_FINE
    if fine:
        yield from _of_days(range(start, end + 1), names, kinds, rare, usual)
    if report.basis == "inferred" and not report.recalled:
        return
    for word in usual if fine else rare:
        yield start, f"{end}\n{word}"
    first, last = days.civil(start).year, days.civil(end).year
    if last - first > 1:
        yield start, "\n".join([f"{end}", *rare[:1]])
        return
    for year in map(_first_of_year, range(first, last + 1)):
        yield from ((year, told) for told in _in_year(sign, names[:_NAMES], kinds, rare))


def _of_open(start: int | None, end: int | None, names: Sequence[str], rare: Sequence[str]) -> Iterator[_Key]:
    """The blocks of what has no beginning or no end."""
    yield end if start is None else start, "\n".join(["open", f"{start}", f"{end}", *rare[:2]])
    if start is not None:
        # "Since 2004" may tell the beginning of what happened in 2004.
        year = _first_of_year(days.civil(start).year)
        for name in names:
            for word in rare[:_RARE_WORDS_OF_YEAR]:
                yield year, f"name\n{name}\n{word}"


def _of_days(
    told: Iterable[int], names: Sequence[str], kinds: Set[str], rare: Sequence[str], usual: Sequence[str]
) -> Iterator[_Key]:
    """The blocks of each of a few days."""
    for day in told:
        for name in names:
            for kind in kinds:
                yield day, f"act\n{kind}\n{name}"
            for word in usual:
                yield day, f"{name}\n{word}"
        for word in rare:
            yield day, f"word\n{word}"


def _in_year(sign: Signs, names: Sequence[str], kinds: Set[str], rare: Sequence[str]) -> Iterator[str]:
    """What reports of a block of a year share."""
    rarest = rare[:_RARE_WORDS_OF_YEAR]
    for one, other in combinations(sorted(rarest), 2):
        yield f"words\n{one}\n{other}"
    for city in sign.cities:
        yield f"city\n{city}"
    for kind in sign.act.main & OF_A_PLACE:
        for word in rare:
            yield f"act\n{kind}\n{word}"
    for toll in sign.tolls:
        yield "\n".join(["toll", *toll])
    for what, _ in sign.measures:
        yield f"measure\n{what}"
    for thing in sign.report.things:
        yield f"thing\n{thing}"
    yield from _of_names(names, kinds, rarest)


def _of_names(names: Sequence[str], kinds: Set[str], rarest: Sequence[str]) -> Iterator[str]:
    """What reports of a block of a year share that name somebody."""
    for name in names:
        for kind in kinds:
            yield f"act\n{kind}\n{name}"
        for word in rarest:
            yield f"name\n{name}\n{word}"
    for one, other in combinations(names, 2):
        yield f"names\n{one}\n{other}"
