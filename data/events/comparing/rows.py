"""Numbers of a document's reports, packed."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Set
from functools import partial
from itertools import compress, groupby
from typing import Self

PlainRows = tuple[bytes, bytes]
"""Rows in plain words, to be kept or sent."""


class Rows:
    """Numbers of 64 bits by the places of a document's reports, side by side."""

    __slots__ = ("ends", "numbers")
    _KIND = "q"

    def __init__(self, rows: Iterable[Iterable[int]] = ()) -> None:
        self.ends = array("I")
        self.numbers = array(self._KIND)
        for row in rows:
            self.append(row)

    def append(self, row: Iterable[int]) -> None:
        """Put the numbers of one more report behind the others."""
        self.numbers.extend(row)
        self.ends.append(len(self.numbers))

    def __getitem__(self, place: int) -> array[int]:
        return self.numbers[self.ends[place - 1] if place else 0 : self.ends[place]]

    def __len__(self) -> int:
        return len(self.ends)

    def __iter__(self) -> Iterator[array[int]]:
        return map(self.__getitem__, range(len(self.ends)))

    def among(self, wanted: Set[int]) -> Iterator[tuple[int, array[int]]]:
        """The places of the reports that have some of these numbers, each with those that it has."""
        if wanted.isdisjoint(self.numbers):  # told many times as fast as which they are
            return
        found = compress(range(len(self.numbers)), map(wanted.__contains__, self.numbers))
        for place, those in groupby(found, key=partial(bisect_right, self.ends)):
            yield place, array(self._KIND, map(self.numbers.__getitem__, those))

    def plain(self) -> PlainRows:
        """The table in plain words."""
        return self.ends.tobytes(), self.numbers.tobytes()

    @classmethod
    def restored(cls, plain: PlainRows) -> Self:
        """The table of :meth:`plain`."""
        table = cls.__new__(cls)
        table.ends = array("I", plain[0])
        table.numbers = array(cls._KIND, plain[1])
        return table


class EntryRows(Rows):
    """Entries of the tables, which are numbers of 32 bits from 0 on, by the places of reports."""

    __slots__ = ()
    _KIND = "I"
