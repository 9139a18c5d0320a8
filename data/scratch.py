"""Bytes put aside while something is made of them: in memory while they are few, then in a temporary file."""

from __future__ import annotations

import os
from array import array
from collections.abc import Sequence
from itertools import accumulate
from tempfile import TemporaryFile
from typing import IO, overload

from data.closing import Closing

IN_MEMORY = 64 << 20
"""So many bytes are held in memory."""
_OF_EACH = 33  # bytes that an item takes beside its own


class Scratch(Closing):
    """Room for bytes that can be had again from where they came, only more slowly."""

    def __init__(self, in_memory: int = IN_MEMORY) -> None:
        self._room = in_memory
        self._file: IO[bytes] | None = None
        self._end = 0

    def put(self, items: Sequence[bytes]) -> Sequence[bytes] | None:
        """The items put aside; None if there is no room for them."""
        size = sum(map(len, items)) + _OF_EACH * len(items)
        if size <= self._room:
            self._room -= size
            return tuple(items)
        ends = array("q", accumulate(map(len, items), initial=self._end))
        try:
            if self._file is None:
                self._file = TemporaryFile()  # noqa: SIM115 - closed by close
            self._file.seek(self._end)
            self._file.write(b"".join(items))
            self._file.flush()
        except OSError:  # the folder for temporary files is full
            return None
        self._end = ends[-1]
        return Aside(self._file.fileno(), ends)

    def close(self) -> None:
        """Give the room back; may be called twice."""
        if self._file is not None:
            self._file.close()


class Aside(Sequence[bytes]):
    """Items that lie aside in a file, each read when it is asked for, while the file is open."""

    __slots__ = ("_ends", "_file")

    def __init__(self, file: int, ends: array[int]) -> None:
        self._file = file
        self._ends = ends

    def __len__(self) -> int:
        return len(self._ends) - 1

    @overload
    def __getitem__(self, place: int) -> bytes: ...
    @overload
    def __getitem__(self, place: slice) -> list[bytes]: ...
    def __getitem__(self, place: int | slice) -> bytes | list[bytes]:
        places = range(len(self))[place]
        if isinstance(places, range):
            return [self[one] for one in places]
        start = self._ends[places]
        return os.pread(self._file, self._ends[places + 1] - start, start)
