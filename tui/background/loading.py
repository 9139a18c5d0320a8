"""Reading files while the screen stays alive: the pipeline in a thread that only posts messages."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from contextlib import closing, suppress
from dataclasses import replace
from threading import Event, Thread
from typing import TYPE_CHECKING

from textual.message import Message

from data.errors import DatelineError, InputError, told
from tui.background.messages import ReadingEnded, ReadingWentOn

if TYPE_CHECKING:
    from data.building.progress import Progress
    from data.building.watching import Watch
    from data.pipeline import Settings
    from tui.background.to_read import ToRead

POLL = 2.0
"""Seconds between looks at the files that are followed."""


class Loading:
    """The reading of a collection's paths, in a thread of its own: once, or whenever files change.

    The thread ends with the program: a file that takes minutes does not keep the user from leaving. Each file
    is written in one transaction, so what was read by then is kept, and the rest is read the next time.

    Args:
        to_read: what is read; without paths the files that the collection was read from.
        address: the collection to bring up to date.
        post: takes messages, from any thread.

    Attributes:
        is_busy: whether files are being read now.
    """

    def __init__(self, to_read: ToRead, address: str, post: Callable[[Message], object]) -> None:
        self._to_read = to_read
        self._address = address
        self._post = post
        self._cancelled = Event()
        self._left = Event()
        self._woken = Event()
        self.is_busy = True

    def start(self) -> None:
        """Read in a thread of its own, which does not keep the program from ending."""
        Thread(target=self.run, name="reading", daemon=True).start()

    def cancel(self) -> None:
        """Read no further file; what was read so far is kept, and files are followed as before."""
        self._cancelled.set()

    def leave(self) -> None:
        """Read nothing more, and watch no longer."""
        self._left.set()
        self._woken.set()

    def again(self) -> None:
        """Read what changed without waiting for the next look; for files that are followed."""
        self.is_busy = True
        self._woken.set()

    @property
    def cancelled(self) -> bool:
        """Whether the user has stopped it."""
        return self._cancelled.is_set() or self._left.is_set()

    def run(self) -> None:
        """Read; every file is told, and the end, whatever happens. Then watch, if files are followed."""
        try:
            self._run()
        except Exception as error:
            self._end(told(error, "Following stopped" if self._to_read.follow else "Reading stopped"))

    def _run(self) -> None:
        watch = None
        if self._to_read.follow:
            from data.building.watching import Watch

            watch = Watch(
                self._to_read.paths
            )  # before the first reading: what changes meanwhile is read again
        self._read()
        while watch is not None and not self._left.is_set():
            self._watch(watch)

    def _watch(self, watch: Watch) -> None:
        """Wait, look once, and read if there is something to read."""
        asked = self._woken.wait(max(POLL, watch.patience))
        if asked:  # one who asks just as the wait has ended is answered after the next
            self._woken.clear()
        unfinished = watch.changes()
        if (asked or unfinished is not None) and not self._left.is_set():
            self.is_busy = True
            self._cancelled.clear()
            self._read(unfinished or ())

    def _read(self, unfinished: Collection[str] = ()) -> None:
        from data.pipeline import build

        error: DatelineError | None = None
        ended: Progress | None = None
        try:
            for paths, settings in self._rounds():
                before = ended
                for progress in build(
                    paths,
                    self._address,
                    settings,
                    unfinished=unfinished,
                    cancelled=lambda: self.cancelled,
                ):
                    ended = progress.behind(before)
                    self._tell(ReadingWentOn(ended))
        except Exception as found:
            error = told(found, "Reading stopped")
        # Bytes are compared once.
        settings = self._to_read.settings and replace(self._to_read.settings, verify=False)
        self._to_read = self._to_read.another_time()._replace(settings=settings)
        self._end(error)

    def _rounds(self) -> list[tuple[Sequence[str], Settings | None]]:
        """The files to be read, with what the user said, or once said, of them."""
        if self._to_read.paths:
            return [(self._to_read.paths, self._to_read.settings)]
        from data.building.known_paths import known_paths
        from data.pipeline import Settings
        from data.store import open_collection

        with closing(open_collection(self._address)) as store:
            known = known_paths(store)
        if not known:
            raise InputError(
                "No files to read again", "none is known here", "Name them at the start: dateline PATH ..."
            )
        return [(paths, Settings(given.published, given.language)) for given, paths in known.items()]

    def _end(self, error: DatelineError | None) -> None:
        self.is_busy = False
        self._tell(ReadingEnded(error))

    def _tell(self, message: Message) -> None:
        with suppress(RuntimeError):  # the screen has gone, and its event loop with it
            self._post(message)
