"""Making the events anew in the background, after a merge, a split, a name or another date of a document."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing, suppress
from threading import Thread
from typing import TYPE_CHECKING

from textual.message import Message

from data.building.progress import Progress
from data.errors import DatelineError, told
from tui.background.messages import ReadingEnded, ReadingWentOn

if TYPE_CHECKING:
    from data.store.protocol import Store


def remake_events(
    open_for_writing: Callable[[], Store],
    change: Callable[[Store], object],
    post: Callable[[Message], object],
) -> None:
    """Change a collection in a thread of its own, telling beginning and end as a reading does.

    Args:
        open_for_writing: opens the collection, in the thread.
        change: what is done to it.
        post: takes messages, from any thread.
    """

    def run() -> None:
        error: DatelineError | None = None
        try:
            with closing(open_for_writing()) as store:
                change(store)
        except Exception as found:
            error = told(found, "Making the events anew stopped")
        with suppress(RuntimeError):  # the app has ended meanwhile
            post(ReadingEnded(error))

    post(ReadingWentOn(Progress(done=0, total=0, path="", stage="events")))
    Thread(target=run, name="remaking", daemon=True).start()


def remake(store: Store) -> None:
    """Make all events anew. What does it takes as long to load as many keys: that is for a thread, too."""
    from data.building import remaking

    remaking.remake(store)
