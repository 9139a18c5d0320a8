"""Open files read forwards: from a beginning that was looked at already, to a limit, and line by line."""

from __future__ import annotations

import hashlib
import os
import stat
from typing import TYPE_CHECKING, Protocol

from data.reading.opening import limits

if TYPE_CHECKING:
    from collections.abc import Iterator

_PIECE = 1 << 16
_LARGEST_PIECE = 16 * limits.MEGABYTE


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


class Taken:
    """What was taken of a file: how many bytes, their digest, and when the file was modified.

    Attributes:
        sha256: the hexadecimal digest of the bytes.
        size: their number; of a file that is not read, what the system says of it.
        modified: nanoseconds since 1970; 0 for what is no file.
    """

    def __init__(self) -> None:
        self._digest = hashlib.sha256()
        self._file: Readable | None = None
        self.size = self.modified = 0

    @property
    def sha256(self) -> str:
        """The digest of what was taken so far."""
        return self._digest.hexdigest()

    def of(self, file: Readable, status: os.stat_result) -> Readable:
        """The file, what is taken from it being noted here."""
        self._file, self.size = file, status.st_size
        self.modified = status.st_mtime_ns if stat.S_ISREG(status.st_mode) else 0
        return self

    def read(self, size: int, /) -> bytes:
        """The next bytes, at most ``size``; none at the end."""
        piece = b"" if self._file is None else self._file.read(size)
        self._digest.update(piece)
        return piece

    def bytes(self, data: bytes) -> None:
        """Notes bytes that were read elsewhere."""
        self._digest.update(data)
        self.size = len(data)

    def finish(self) -> None:
        """Take what nobody asked for, so that the digest is of the whole file."""
        while self.read(_PIECE):
            pass


def read_at_most(file: Readable, limit: int, what: str = "the file") -> bytes:
    """All bytes of an open file; UnreadableError if there are more than ``limit``."""
    pieces, length = [], 0
    # A piece at a time: a file object sets aside what it is asked for, however small the file.
    while piece := file.read(min(limit + 1 - length, _LARGEST_PIECE)):
        pieces.append(piece)
        length += len(piece)
        if length > limit:
            raise limits.too_large(what, limit)
    return b"".join(pieces)


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
