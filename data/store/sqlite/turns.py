"""Whose turn it is to build a collection's file: one program's at a time, for as long as it needs.

SQLite's own locks last one transaction; building goes on for many, and rests on what those before have read.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from data.errors import CollectionError
from data.store.sqlite.beside import LOCK

if TYPE_CHECKING:
    from filelock import FileLock

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
        self._place = Path(f"{path}{LOCK}")
        self._lock: FileLock | None = None

    def take(self) -> None:
        """Wait for the turn; raises CollectionError if another program keeps it for too long."""
        from filelock import FileLock, Timeout  # who only reads takes no turn

        if self._lock is None:
            # A collection may be closed in another thread than it was opened in. A file that is the lock
            # by being there would outlive a program that is killed.
            self._lock = FileLock(
                self._place, thread_local=False, poll_interval=_PAUSE, fallback_to_soft=False
            )
        try:
            self._lock.acquire(timeout=WAIT)
        except Timeout as error:
            raise CollectionError(
                "The collection is in use", f"{self._path}: another program is building it",
                "Try again when it has finished.",
            ) from error  # fmt: skip
        except OSError:
            return

    def give_back(self) -> None:
        """Let others have it, when it was given back as often as it was taken."""
        if self._lock is not None:
            self._lock.release()

    def close(self) -> None:
        """Leave no file behind, unless another program has the turn; may be called twice."""
        if self._lock is None:
            return
        with suppress(OSError):  # a Timeout is one
            self._lock.acquire(blocking=False)
            self._place.unlink()
        self._lock.release(force=True)
        self._lock = None
