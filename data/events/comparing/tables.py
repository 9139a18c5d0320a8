"""How rare words, names and days are in a collection: small tables, made by a first look at its reports.

Counts are rounded to powers of two, so that a few documents more seldom move them: what rests on an entry
that has not moved need not be worked out again. An entry stands for its word by a number of 32 bits.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from math import log, log2
from typing import Generic, TypeVar
from zlib import crc32

from data.events.intervals import Interval
from data.events.names.canonical import place_name
from data.events.report import Report

# Rarities are multiples of this, so that their sums are the same in whatever order they are added.
_STEP = 1024
# The number of all reports is rounded down to so many binary digits: when it moves, everything moves. That
# takes seconds where there are few, and of many it moves only when they have doubled.
_DIGITS_OF_FEW, _DIGITS_OF_MANY, _MANY = 4, 1, 1 << 13
# So many doublings of a word's count make it usual: 46 reports or more have it.
_USUAL = 6


def doublings(count: int) -> int:
    """How often one must be doubled to come to a count, rounded.

    >>> [doublings(count) for count in (1, 2, 3, 4, 5, 6, 100)]
    [0, 1, 2, 2, 2, 3, 7]
    """
    return (2 * count * count).bit_length() - 1 >> 1


@lru_cache(maxsize=1 << 16)
def of_word(word: str) -> int:
    """The entry of a stem."""
    return crc32(word.encode("utf-8", "surrogatepass"))


@lru_cache(maxsize=1 << 14)
def of_name(name: str) -> int:
    """The entry of a name of a person, a body or a place."""
    return crc32(b"\0" + name.encode("utf-8", "surrogatepass"))


@lru_cache(maxsize=1 << 14)
def of_days(days: Interval) -> int:
    """The entry of an interval of days."""
    return crc32(b"\1%a %a" % days)


def entries(report: Report) -> tuple[int, ...]:
    """The entries that a report counts for, as its own document tells it."""
    names = {*report.who, *map(place_name, report.where)}
    return (*map(of_word, report.words), *map(of_name, names), of_days((report.start, report.end)))


class Tables:
    """What rarity is worked out from.

    Args:
        counts: how many reports have each entry.
        reports: how many there are.
        canonical: the one name of each name of a person or body.
    """

    def __init__(self, counts: Mapping[int, int], reports: int, canonical: Mapping[str, str]) -> None:
        self.counts = counts
        self.reports = reports
        digits = _DIGITS_OF_FEW if reports < _MANY else _DIGITS_OF_MANY
        bits = max(0, reports.bit_length() - digits)
        self.total = max(1, reports >> bits << bits)
        self._of_all = _rounded(log2(self.total))
        self._spellings: dict[str, list[str]] = {}
        for name, one in canonical.items():
            if name != one:
                self._spellings.setdefault(one, []).append(name)
        self.levels = _Looked(self._level_of_word)
        self.words = _Looked(self._of_word)
        self.names = _Looked(self._of_name)

    def level(self, entry: int) -> int:
        """How often one must be doubled to come to the number of reports that have an entry."""
        return doublings(self.counts.get(entry, 0) or 1)

    def level_of_name(self, name: str) -> int:
        """The same of a name in all its spellings."""
        return doublings(sum(self.counts.get(of_name(one), 0) for one in self.spellings(name)) or 1)

    def spellings(self, name: str) -> list[str]:
        """A name, and all names that stand for it."""
        return [name, *self._spellings.get(name, ())]

    def is_shared(self, word: str) -> bool:
        """Whether several reports have a word."""
        return self.levels[word] > 0

    def is_usual(self, word: str) -> bool:
        """Whether very many reports have a word."""
        return self.levels[word] >= _USUAL

    def of_days(self, days: Interval) -> float:
        """How often the number of reports can be halved until as many are left as share the days."""
        return self._of_all - self.level(of_days(days))

    def _level_of_word(self, word: str) -> int:
        return self.level(of_word(word))

    def _of_word(self, word: str) -> float:
        """How much a shared word tells: the logarithm of how few reports have it."""
        return _rounded(log(1 + self.total / (1 + (1 << self.levels[word]))))

    def _of_name(self, name: str) -> float:
        """How much a name in common tells, 0 to 1: little if most reports have it."""
        count = 1 << self.level_of_name(name)
        return _rounded(log(1 + self.total / (1 + count)) / log(1 + self.total / 2))


_Number = TypeVar("_Number")


class _Looked(dict[str, _Number], Generic[_Number]):
    """Levels or rarities by word or name, each worked out when it is first asked for."""

    def __init__(self, of: Callable[[str], _Number]) -> None:
        super().__init__()
        self._of = of

    def __missing__(self, word: str) -> _Number:
        found = self[word] = self._of(word)
        return found


def _rounded(rarity: float) -> float:
    return round(rarity * _STEP) / _STEP
