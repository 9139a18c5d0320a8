"""Where the user is, kept while the session goes on: a machine that stops takes no marks with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import closing, suppress
from threading import Thread
from typing import TYPE_CHECKING, TypeAlias

from data.errors import DatelineError
from data.user import user_name
from tui.state.resuming import state_of

if TYPE_CHECKING:
    from data.store.protocol import Store
    from tui.state.session import Session

EVERY = 5.0
"""Seconds between looks at what has changed."""

State: TypeAlias = "Mapping[str, str | None]"


class Keeping:
    """Writes a session's state into its collection; one that cannot be written is left without.

    Whatever is written has readers search anew. So the event under the cursor alone, which changes with
    every key, is no reason to write: it is kept with the rest, and at the end.

    Args:
        open_for_writing: opens the collection, in any thread; raises CollectionError.
        session: what is looked at; its state now needs no keeping.
    """

    def __init__(self, open_for_writing: Callable[[], Store], session: Session) -> None:
        self._open = open_for_writing
        self._session = session
        self._kept = _lasting(state_of(session))
        self._thread: Thread | None = None

    def look(self) -> None:
        """Keep the state in the background if it is worth it, unless one is still being written."""
        state = self._state()
        if state is None or _lasting(state) == self._kept:
            return
        if self._thread is None or not self._thread.is_alive():
            self._kept = _lasting(state)
            self._thread = Thread(target=self._write, args=(state,), name="keeping", daemon=True)
            self._thread.start()

    def end(self) -> None:
        """Keep the last state, and wait for it."""
        if self._thread is not None:
            self._thread.join()
        state = self._state()
        if state is not None:
            self._write(state)

    def _state(self) -> State | None:
        """Where the user is; None in a collection that has lost its events meanwhile."""
        try:
            return state_of(self._session)
        except DatelineError:
            return None

    def _write(self, state: State) -> None:
        with suppress(DatelineError), closing(self._open()) as store:
            store.keep_state(user_name(), state)


def _lasting(state: State) -> dict[str, str | None]:
    return {name: value for name, value in state.items() if name != "event"}
