"""Which key does what: the table of actions as the user has remapped it.

A *layout* says of keyboards without some of the table's keys which other key stands for each. The user's own
keys of an action replace the table's. A key that the user gives to an action is taken from the others; one
that is given to two is the last one's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

from tui.keys.actions import ACTIONS, Action, Place, key_name

_LAYOUTS = Path(__file__).with_name("layouts")


class Keymap:
    """Actions with their keys, by the place where they apply.

    ``typed`` is, by key of the user's layout, the key of the table that it stands for.
    """

    def __init__(self, actions: Sequence[Action] = ACTIONS, typed: Mapping[str, str] | None = None) -> None:
        self._actions = tuple(actions)
        self._typed = typed or {}

    def meant(self, key: str | None) -> str | None:
        """The key that a key of the user's layout stands for; itself, if it stands for no other."""
        return key if key is None else self._typed.get(key, key)

    def actions_of(self, place: Place) -> tuple[Action, ...]:
        """The actions of a place, in the order of the table."""
        return tuple(action for action in self._actions if place in action.places)

    def action(self, place: Place, key: str) -> Action | None:
        """What a key does in a place."""
        return self._bindings.get((place, key))

    def name_of(self, action_id: str) -> str:
        """The key of an action as it is shown; of one without a key the name by which it is called."""
        action = next(one for one in self._actions if one.id == action_id)
        return key_name(action.keys[0]) if action.keys else f":{action.label}"

    def footer_of(self, place: Place) -> tuple[Action, ...]:
        """The actions that the footer of a place names, most wanted first; one without a key is left out."""
        named = (action for action in self.actions_of(place) if action.footer and action.keys)
        return tuple(sorted(named, key=lambda one: one.footer))

    @cached_property
    def _bindings(self) -> dict[tuple[Place, str], Action]:
        return {
            (place, key): action for action in self._actions for place in action.places for key in action.keys
        }


def layouts() -> list[str]:
    """The names of the layouts there are."""
    return sorted(path.stem for path in _LAYOUTS.glob("*.toml"))


def layout(name: str) -> dict[str, str]:
    """What each key of a layout stands for; raises KeyError if there is none of that name."""
    import tomllib

    path = _LAYOUTS / f"{name}.toml"
    if name not in layouts():
        raise KeyError(name)
    typed = tomllib.loads(path.read_text(encoding="utf-8"))["typed"]
    return {str(key): str(meant) for key, meant in typed.items()}


def remapped(typed: Mapping[str, str], own: Mapping[str, Sequence[str]]) -> tuple[Action, ...]:
    """The table of actions with a layout's keys before its own, and with the user's keys instead of both.

    Args:
        typed: by key of the layout, the key of the table that it stands for.
        own: the user's keys by id of the action.
    """
    made = []
    for action in ACTIONS:
        if action.id in own:
            made.append(action._replace(keys=tuple(own[action.id])))
        else:
            more = tuple(key for key, meant in typed.items() if meant in action.keys)
            made.append(action._replace(keys=(*more, *(key for key in action.keys if key not in typed))))
    return tuple(_without_taken(action, made, own) for action in made)


def _without_taken(action: Action, made: Sequence[Action], own: Mapping[str, Sequence[str]]) -> Action:
    """An action without the keys that the user then gave to another action of the same place."""
    turns = {name: turn for turn, name in enumerate(own)}
    taken = {
        key
        for other in made
        if turns.get(other.id, -1) > turns.get(action.id, -1) and set(other.places) & set(action.places)
        for key in other.keys
    }
    return action._replace(keys=tuple(key for key in action.keys if key not in taken))
