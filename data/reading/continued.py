"""Files whose beginning has been looked at already; standard input cannot be rewound."""

from __future__ import annotations

from typing import Protocol


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
