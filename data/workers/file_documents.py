"""The documents of one file on their way into the collection: the first in memory, all others aside."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from data.closing import Closing
from data.scratch import Scratch
from data.workers.packing import pack, unpack

if TYPE_CHECKING:
    from data.workers.reading import WorkedOut

LETTERS_HELD = 1 << 20
"""Of one file so much text is held, with what its documents report for whoever needs that at once."""

_IN_MEMORY = 4 << 20  # bytes of what lies aside
_TOGETHER = 1 << 16  # bytes that are put aside together


class FileDocuments(Closing, Collection["WorkedOut"]):
    """The documents of one file, in order, to be gone through any number of times.

    However many there are, they take the memory of some hundred: a mail box has millions of messages, and a
    collection takes a file whole or not at all.
    """

    def __init__(self) -> None:
        self._held: list[WorkedOut] = []
        self._aside: list[Sequence[bytes]] = []
        self._last: list[bytes] = []
        self._scratch = Scratch(_IN_MEMORY)
        self._count = self._letters = self._waiting = 0

    def add(self, one: WorkedOut) -> None:
        """Take the next document; what it reports is held of the first only."""
        self._count += 1
        self._letters += one.rows.extent[0] or 0
        if self._letters <= LETTERS_HELD:
            self._held.append(one)
            return
        packed = pack(one._replace(told=None))
        self._last.append(packed)
        self._waiting += len(packed)
        if self._waiting >= _TOGETHER:
            # Where there is no room for them they stay in memory.
            self._aside.append(self._scratch.put(self._last) or self._last)
            self._last, self._waiting = [], 0

    @property
    def held(self) -> Sequence[WorkedOut]:
        """The first documents, which are in memory with what they report."""
        return self._held

    def __len__(self) -> int:
        return self._count

    def __contains__(self, one: object) -> bool:
        return any(one == other for other in self)

    def __iter__(self) -> Iterator[WorkedOut]:
        """The documents; raises OSError if what lies aside cannot be read."""
        yield from self._held
        for packed in (*self._aside, self._last):
            yield from map(unpack, packed)

    def close(self) -> None:
        """Forget what lies aside; may be called twice."""
        self._scratch.close()
