"""Reading files while the screen stays alive: the pipeline in a thread that only posts messages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Event, Thread

from textual.message import Message

from data.errors import DatelineError
from tui.messages import ReadingEnded, ReadingWentOn


class Loading:
    """One reading of a collection's paths, in a thread of its own.

    The thread ends with the program: a file that takes minutes does not keep the user from leaving. Each file
    is written in one transaction, so what was read by then is kept, and the rest is read the next time.

    Args:
        paths: files and folders as the user named them.
        address: the collection to bring up to date.
        post: takes messages, from any thread.
    """

    def __init__(self, paths: Sequence[str], address: str, post: Callable[[Message], object]) -> None:
        self._paths = tuple(paths)
        self._address = address
        self._post = post
        self._cancelled = Event()

    def start(self) -> None:
        """Begin to read."""
        Thread(target=self.run, name="reading", daemon=True).start()

    def cancel(self) -> None:
        """Begin no further file; what was read so far is kept."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """Whether the user has stopped it."""
        return self._cancelled.is_set()

    def run(self) -> None:
        """Read; every file is told, and the end, whatever happens."""
        from data.pipeline import build

        error: DatelineError | None = None
        try:
            for progress in build(self._paths, self._address, cancelled=self._cancelled.is_set):
                self._tell(ReadingWentOn(progress))
        except DatelineError as found:
            error = found
        except Exception as found:  # a thread's own end would be silent
            error = DatelineError(
                "Reading stopped by a mistake of dateline",
                f"{type(found).__name__}: {found}",
                "What was read before is kept; please report this.",
            )
        self._tell(ReadingEnded(error))

    def _tell(self, message: Message) -> None:
        with suppress(RuntimeError):  # the screen has gone, and its event loop with it
            self._post(message)
