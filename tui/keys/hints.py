"""Hints for the first sessions: one at a time, each gone for good once the user has done what it tells.

What was done is kept in a small file of the user's, for all collections; without it hints begin anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from tui.keys.actions import key_name
from tui.keys.keymap import Keymap

HINTS: tuple[tuple[str, str], ...] = (
    ("open", "opens the passage in its document"),
    ("filter", "filters: who:modi after:2019"),
    ("zoom_out", "shows the main events only"),
    ("next_source", "goes to the event's next source"),
    ("why", "tells why an event has its date"),
    ("next_conflict", "goes to the next event in dispute"),
    ("verify", "says how far an event is checked"),
    ("help", "tells all keys"),
)
"""By action: what its key does, in the order in which they are told."""


def hints_path(environment: Mapping[str, str]) -> str:
    """Where it is kept what was done: the user's folder of states, as the XDG specification has it."""
    folder = environment.get("XDG_STATE_HOME") or Path("~/.local/state").expanduser()
    return f"{folder}/dateline/hints.txt"


class Hints:
    """What the user has not done yet."""

    def __init__(self, path: str, keymap: Keymap) -> None:
        self._path = Path(path)
        self._keymap = keymap
        self._done: set[str] = set()
        with suppress(OSError, ValueError):
            self._done.update(self._path.read_text(encoding="utf-8").split())

    def hint(self) -> str:
        """The next hint, "" if everything was done once."""
        keys = {action.id: action.keys for action in self._keymap.actions_of("timeline")}
        for name, words in HINTS:
            if name not in self._done and keys.get(name):
                return f"{key_name(keys[name][0])} {words}"
        return ""

    def done(self, action: str) -> None:
        """The user has done something; kept at once where a hint tells of it."""
        if action in self._done or all(action != name for name, _ in HINTS):
            return
        self._done.add(action)
        with suppress(OSError):  # without a folder to write to the hint comes again
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.write_text("\n".join(sorted(self._done)), encoding="utf-8")
