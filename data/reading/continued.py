"""Open files read forwards: from a beginning that was looked at already, and line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from data.reading import limits

if TYPE_CHECKING:
    from collections.abc import Iterator

_PIECE = 1 << 16


class Readable(Protocol):
    """An open file, as far as reading forwards needs it."""

    def read(self, size: int, /) -> bytes:
        """The next bytes, at most ``size``; none at the end."""
        ...


class Continued:
    """A file from its beginning again: the bytes that were taken from it, then the rest."""

    def __init__(self, beginning: bytes, file: Readable) -> None:
        self._beginning = beginning
        self._file = file

    def read(self, size: int, /) -> bytes:
        """The next bytes, at most ``size``; none at the end."""
        if self._beginning:
            first, self._beginning = self._beginning[:size], self._beginning[size:]
            return first
        return self._file.read(size)


def lines_of(file: Readable, end: bytes) -> Iterator[bytes | None]:
    """The lines of a file without their ends; None for one that is too long, which is skipped."""
    held = bytearray()
    skipping = False
    while chunk := file.read(_PIECE):
        at = len(held)
        held += chunk
        start = 0
        while True:
            found = held.find(end, max(start, at - len(end) + 1))
            # In UTF-16 the end's bytes may also straddle two other letters.
            while found >= 0 and (found - start) % len(end):
                found = held.find(end, found + 1)
            if found < 0:
                break
            yield None if skipping else bytes(held[start:found])
            skipping = False
            start = found + len(end)
        del held[:start]
        if len(held) > limits.LINE_BYTES:
            skipping = True
            del held[: len(held) - len(held) % len(end)]
    if held or skipping:
        yield None if skipping else bytes(held)
