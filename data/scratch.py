"""Bytes put aside while something is made of them: in memory while they are few, then in a temporary file."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import accumulate
from tempfile import SpooledTemporaryFile
from typing import overload

from data.closing import Closing

IN_MEMORY = 64 << 20
"""So many bytes are held in memory."""


class Scratch(Closing):
    """Room for bytes that can be had again from where they came, only more slowly."""

    def __init__(self, in_memory: int = IN_MEMORY) -> None:
        self._file = SpooledTemporaryFile(in_memory)  # noqa: SIM115 - closed by close
        self._end = 0

    def put(self, items: Sequence[bytes]) -> Aside | None:
        """Put items aside; None if there is no room for them."""
        ends = array("q", accumulate(map(len, items), initial=self._end))
        try:
            self._file.seek(self._end)
            self._file.write(b"".join(items))
            self._file.flush()
        except OSError:  # the folder for temporary files is full
            return None
        self._end = ends[-1]
        return Aside(self, ends)

    def read(self, start: int, end: int) -> bytes:
        """What lies there; raises OSError."""
        self._file.seek(start)
        return self._file.read(end - start)

    def close(self) -> None:
        """Give the room back; may be called twice."""
        self._file.close()


class Aside(Sequence[bytes]):
    """Items that lie aside, each read when it is asked for."""

    __slots__ = ("_ends", "_scratch")

    def __init__(self, scratch: Scratch, ends: array[int]) -> None:
        self._scratch = scratch
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
        return self._scratch.read(self._ends[places], self._ends[places + 1])
