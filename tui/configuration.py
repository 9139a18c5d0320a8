"""The user's settings: a TOML file with keys, colours and signs.

A mistake in it costs only the entry it stands in, and is told among the troubles. It is checked by hand: a
library of models would take longer to load than everything else before the first screen.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.keys.actions import ACTIONS
from tui.keys.keymap import Keymap, layout, layouts, remapped
from tui.themes import THEMES

if TYPE_CHECKING:
    from data.model import Trouble

VARIABLE = "DATELINE_CONFIG"
_HELD = {"ctrl", "alt", "shift", "super", "hyper", "meta"}
"""Keys that are held while another one is pressed."""
_HINT = "The default is used instead."
_KEY_HINT = "A key is its character, or a name such as space, pagedown, f5, ctrl+d."


class Configuration(NamedTuple):
    """What the user has set.

    Attributes:
        keymap: which key does what.
        theme: the name of a set of colours, None for the terminal's own.
        ascii: whether only ASCII signs are drawn.
        opener: the command that opens originals, empty to choose by their kind.
        troubles: what was wrong in the file.
    """

    keymap: Keymap = Keymap()
    theme: str | None = None
    ascii: bool = False
    opener: str = ""
    troubles: tuple[Trouble, ...] = ()


def configuration_path(environment: Mapping[str, str]) -> str:
    """Where the settings are: DATELINE_CONFIG, else the user's folder of settings."""
    if own := environment.get(VARIABLE):
        return own
    # As the XDG base directory specification has it; platformdirs would take its time to load.
    folder = environment.get("XDG_CONFIG_HOME") or Path("~/.config").expanduser()
    return f"{folder}/dateline/config.toml"


def configuration(path: str) -> Configuration:
    """The settings of a file; the defaults if there is none."""
    try:
        written = Path(path).read_text(encoding="utf-8")
    except (FileNotFoundError, NotADirectoryError):
        return Configuration()
    except (OSError, UnicodeDecodeError) as error:
        return _unreadable(path, error)
    import tomllib

    try:
        told = tomllib.loads(written)
    except tomllib.TOMLDecodeError as error:
        return _unreadable(path, error)
    return _Reader(path).read(told)


def _unreadable(path: str, error: Exception) -> Configuration:
    from data.model import Trouble

    return Configuration(troubles=(Trouble(path, None, f"the settings cannot be read: {error}", _HINT),))


class _Reader:
    """Reads what a file says, and collects what is wrong with it."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._troubles: list[Trouble] = []

    def read(self, told: Mapping[str, Any]) -> Configuration:
        screen = self._table(told, "screen", ("theme", "ascii", "layout", "open"))
        keys = self._table(told, "keys", tuple(action.id for action in ACTIONS))
        self._unknown(told, "", ("screen", "keys"))
        names = [theme.name for theme in THEMES]
        theme = self._one(screen, "theme", lambda one: one in names, f"one of {', '.join(names)}")
        ascii_only = self._one(screen, "ascii", lambda one: isinstance(one, bool), "true or false")
        opener = self._one(screen, "open", _is_command, "a command in quotes")
        keyboard = self._one(screen, "layout", lambda one: one in layouts(), f"one of {', '.join(layouts())}")
        own = {
            name: tuple(keys[name])
            for name in keys
            if self._one(keys, name, _are_keys, 'a list of keys, like ["j", "down"]', "keys") is not None
        }
        typed = layout(keyboard) if keyboard else {}
        actions = remapped(typed, own)
        self._no_keys(own)
        self._doubles(own)
        for action in actions:
            if not action.keys and action.id not in own:
                self._tell(
                    "keys", f"{action.id} is left without a key", "Give it one, or reach it through :."
                )
        keymap = Keymap(actions, typed)
        return Configuration(keymap, theme, bool(ascii_only), opener or "", tuple(self._troubles))

    def _no_keys(self, own: Mapping[str, tuple[str, ...]]) -> None:
        for name, keys in own.items():
            for key in keys:
                if not _is_key(key):
                    self._tell("keys", f"no key is called {key!r}, which {name} is given", _KEY_HINT)

    def _doubles(self, own: Mapping[str, tuple[str, ...]]) -> None:
        places = {action.id: set(action.places) for action in ACTIONS}
        seen: list[tuple[str, str]] = []
        for name, keys in own.items():
            for key in keys:
                others = [other for one, other in seen if one == key and places[other] & places[name]]
                if others:
                    self._tell("keys", f"{key!r} is given to {others[0]} and to {name}", f"{name} has it.")
                seen.append((key, name))

    def _table(self, told: Mapping[str, Any], name: str, known: tuple[str, ...]) -> Mapping[str, Any]:
        table = told.get(name, {})
        if not isinstance(table, dict):
            self._tell(name, f"{name} is no table", f"Write [{name}] and its entries below it.")
            return {}
        self._unknown(table, name, known)
        return {key: value for key, value in table.items() if key in known}

    def _unknown(self, table: Mapping[str, Any], name: str, known: tuple[str, ...]) -> None:
        for key in table:
            if key not in known:
                self._tell(name or key, f"there is no setting {key!r}", f"Known here: {', '.join(known)}.")

    def _one(
        self,
        table: Mapping[str, Any],
        key: str,
        fits: Callable[[Any], bool],
        wanted: str,
        name: str = "screen",
    ) -> Any:
        """A value if it is there and fits, else None."""
        if key not in table:
            return None
        if not fits(table[key]):
            self._tell(name, f"{key} = {table[key]!r} is not {wanted}", _HINT)
            return None
        return table[key]

    def _tell(self, name: str, reason: str, hint: str) -> None:
        from data.model import Trouble

        self._troubles.append(Trouble(self._path, None, f"[{name}] {reason}", hint))


def _is_command(value: Any) -> bool:
    """Whether a text can be run: as a shell parts it, with every quotation closed; empty is none."""
    import shlex

    try:
        return isinstance(value, str) and shlex.split(value) is not None
    except ValueError:
        return False


def _are_keys(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) and one for one in value)


def _is_key(name: str) -> bool:
    """Whether a terminal can send a key of this name: a character, or a name of Textual's."""
    from textual.keys import Keys

    names = {key.value for key in Keys if key.value.replace("+", "").replace("_", "").isalnum()}
    held, _, key = name.rpartition("+") if len(name) > 1 else ("", "", name)
    if not held:
        return (len(key) == 1 and key.isprintable() and key != " ") or key in names
    return name in names or (_HELD.issuperset(held.split("+")) and (len(key) == 1 or key in names))
