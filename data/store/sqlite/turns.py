"""Whose turn it is to build a collection's file: one program's at a time, for as long as it needs.

SQLite's own locks last one transaction; building goes on for many, and rests on what those before have read.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path

from data.errors import CollectionError
from data.store.sqlite.beside import LOCK

WAIT = 60.0
"""Seconds to wait for the turn of another program, as :mod:`data.store.postgres.locks` has it."""

_PAUSE = 0.02


class Turn:
    """The turn to build a collection's file, to be taken as often as it is wanted.

    The system gives it back when a program ends, however it does. Where it knows no such locks, or does not
    let the file be made, everybody has the turn.

    Args:
        path: of the collection's file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._place = path.with_name(f"{path.name}{LOCK}")
        self._file: int | None = None
        self._depth = 0

    def take(self) -> None:
        """Wait for the turn; raises CollectionError if another program keeps it for too long."""
        if self._depth == 0:
            until = time.monotonic() + WAIT
            while not self._taken():
                if time.monotonic() > until:
                    raise CollectionError(
                        "The collection is in use", f"{self._path}: another program is building it",
                        "Try again when it has finished.",
                    )  # fmt: skip
                time.sleep(_PAUSE)
        self._depth += 1

    def give_back(self) -> None:
        """Let others have it, when it was given back as often as it was taken."""
        self._depth -= 1
        if self._depth == 0 and self._file is not None:
            import fcntl

            fcntl.flock(self._file, fcntl.LOCK_UN)

    def close(self) -> None:
        """Leave no file behind, unless another program has the turn; may be called twice."""
        if self._file is None:
            return
        with suppress(OSError):
            if self._is_locked(self._file):
                self._place.unlink()
        os.close(self._file)
        self._file = None
        self._depth = 0

    def _taken(self) -> bool:
        """Whether it is ours now."""
        try:
            if self._file is None:
                self._file = os.open(self._place, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
            if self._is_locked(self._file):
                return True
            if not self._is_there(self._file):  # who had it has left and taken the file along
                os.close(self._file)
                self._file = None
        except (ImportError, OSError):
            return True
        return False

    def _is_locked(self, file: int) -> bool:
        """Lock the file, if it is free and still the one that others would lock."""
        import fcntl

        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        if self._is_there(file):
            return True
        fcntl.flock(file, fcntl.LOCK_UN)
        return False

    def _is_there(self, file: int) -> bool:
        try:
            return os.path.samestat(os.fstat(file), self._place.stat())
        except FileNotFoundError:
            return False
