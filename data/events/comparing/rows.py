"""Numbers of a document's reports, packed."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
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

    def plain(self) -> PlainRows:
        """The table in plain words."""
        return self.ends.tobytes(), self.numbers.tobytes()

    @classmethod
    def restored(cls, plain: PlainRows) -> Self:
        """The table of :meth:`plain`."""
        table = cls()
        table.ends.frombytes(plain[0])
        table.numbers.frombytes(plain[1])
        return table


class EntryRows(Rows):
    """Entries of the tables, which are numbers of 32 bits from 0 on, by the places of reports."""

    __slots__ = ()
    _KIND = "I"
