"""Help, made from the tables: keys, marks, and the words of a query."""

from __future__ import annotations

import re
from itertools import groupby
from typing import get_args

from data.clock import clock_words, short_clock_words
from data.errors import InputError
from tui.keys.actions import Action, Group, Place, key_name
from tui.keys.keymap import Keymap
from tui.keys.question import Question
from tui.screens.page import AskingPage
from tui.state.query_words import fields, operators
from tui.text.glyphs import MEANINGS, VERIFICATIONS, Glyphs
from tui.text.shown import Paragraph

_KEYS_WIDTH = 16
_NONE = "No line has these words."


class HelpScreen(AskingPage):
    """What can be done where the user came from; of it only the lines that have some words."""

    PLACE = "help"

    def __init__(self, place: Place, glyphs: Glyphs, keymap: Keymap) -> None:
        super().__init__(
            help_text(place, glyphs, keymap),
            f"{keymap.name_of('search')} shows only the lines that have some words",
        )

    def action_search(self) -> None:
        def change(text: str) -> str:
            found = having(self._told, text)
            self.show(found)
            return "" if found else _NONE

        def accept(text: str) -> None:
            if change(text):
                raise InputError("Nothing found", _NONE, "")

        self.ask(Question("find:", "words; Esc shows everything again", accept, change, self.show))


def having(text: list[Paragraph], words: str) -> list[Paragraph]:
    """The lines of a text that have all of some words, whatever their case."""
    wanted = words.casefold().split()
    whole = ((line, "".join(said for said, _ in line[1]).casefold()) for line in text)
    return [line for line, said in whole if all(word in said for word in wanted)]


def help_text(place: Place, glyphs: Glyphs, keymap: Keymap) -> list[Paragraph]:
    """The whole help of a place."""
    text = [_heading(f"Keys of the {place}")]
    by_group = sorted(keymap.actions_of(place), key=lambda action: _GROUPS.index(action.group))
    for group, actions in groupby(by_group, key=lambda action: action.group):
        text += [_BLANK, ("", ((group, "strong"),))]
        for action in actions:
            keys = " ".join(key_name(key) for key in action.keys)
            text.append(_entry(keys or ":" + action.label, _named(action)))
    text += [_BLANK, _heading("Marks beside an event")]
    text += [_entry(getattr(glyphs, name), meaning) for name, meaning in MEANINGS]
    text += [_entry(letter, f"you: {meaning}") for letter, meaning in VERIFICATIONS.values()]
    text.append(_entry("number", "how many independent publishers carry the event"))
    text += [_entry(short_clock_words(one), f"its time of day: {clock_words(one)}") for one in _CLOCKS]
    text += [_BLANK, _heading(f"A query ({keymap.name_of('filter')})")]
    text += [_entry(example, meaning) for example, meaning in operators()]
    text += [_BLANK]
    for one in fields():
        text.append(_entry(one.example, f"events {one.meaning}"))
        text += [_entry(f"  {one.name}:{choice}", meaning) for choice, meaning in one.choices]
    return text


_GROUPS = get_args(Group)
_CLOCKS = ("T10:15", "T10:15/APPROX", "T12:00/BEFORE", "T20:00/AFTER", "TAF", "TEV")
_BLANK: Paragraph = ("", ())


def _heading(words: str) -> Paragraph:
    return ("", ((words, "heading"),))


def _named(action: Action) -> str:
    """An action's help, and its name where that has a word of its own: it is what one searches for."""
    words = set(re.findall(r"\w+", action.help.casefold()))
    is_said = words.issuperset(re.findall(r"\w+", action.label))
    return action.help if is_said else f"{action.help} ({action.label})"


def _entry(left: str, right: str) -> Paragraph:
    indent = " " * (_KEYS_WIDTH + 3)
    pad = " " * max(2, _KEYS_WIDTH + 2 - len(left))
    return (indent, ((left, "key"), (pad, "text"), (right, "text")))
