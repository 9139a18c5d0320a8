"""Writing the events of the filter into a file, in the format that its name ends with."""

from __future__ import annotations

import os
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from data.errors import DatelineError, InputError
from data.words import counted
from tui.doing import OnEvents
from tui.keys.question import Choice, Question
from tui.state import query_words
from tui.text.shown import shown

if TYPE_CHECKING:
    from data.store.protocol import ReadingStore
    from data.store.records import Selection
    from tui.state.asking import Asking


class Exporting(OnEvents):
    """A file that is there already is replaced only when its name is given twice."""

    @cached_property
    def _writing(self) -> Asking:
        """Asks apart from what is shown, so that the next filter does not stop it."""
        return self.session.another_asking()

    def action_export(self) -> None:
        marked = len(self.session.marks)
        if not marked:
            self._ask_for_file(self.session.events, self.session.selection)
            return
        chosen = Choice("m", f"{counted(marked, 'marked event')}", False, self._export_marked)
        shown_ones = Choice(
            "f", f"{counted(self.session.events, 'event')} of the filter", False,
            lambda: self._ask_for_file(self.session.events, self.session.selection),
        )  # fmt: skip
        self.screen.offer([("export", [chosen, shown_ones])])

    def _export_marked(self) -> None:
        self._ask_for_file(len(self.session.marks), query_words.chosen(tuple(self.session.marks)))

    def _ask_for_file(self, events: int, selection: Selection) -> None:
        if not events:
            self.screen.say("There is no event to write.")
            return
        agreed: set[str] = set()

        def accept(text: str) -> None:
            name = os.path.expanduser(text.strip())  # noqa: PTH111 - leaves the home of nobody as it is
            ending = _format_of(name)
            if os.path.exists(name) and name not in agreed:  # noqa: PTH110 - no, where it cannot be asked
                agreed.add(name)
                raise InputError("There is one", f"{shown(name)} is there already", "Enter replaces it.")
            self._write(ending, name, events, selection)

        hint = f"{counted(events, 'event')} into a file: its name ends with {_endings()}"
        self.screen.ask(Question("export:", hint, accept))

    def _write(self, ending: str, name: str, events: int, selection: Selection) -> None:
        def write(store: ReadingStore) -> str:
            try:
                _write(store, selection, ending, name)
            except DatelineError as error:
                return shown(str(error))
            return f"{counted(events, 'event')} written into {shown(name)}."

        if not self._writing.ask(self.session.store, write, self.screen.say):
            self.screen.say(f"Writing {shown(name)} ...")


def _endings() -> str:
    return " ".join(f".{name}" for name in _formats())


def _formats() -> list[str]:
    """The formats that are known by the ending of a file."""
    from importlib import import_module

    from data import export

    return [
        name
        for name in export.formats()
        if f".{name}" == import_module(f"{export.__name__}.to_{name}").SUFFIX
    ]


def _format_of(name: str) -> str:
    """The format that a file's name ends with; raises InputError."""
    ending = Path(name).suffix.removeprefix(".").lower()
    if ending not in _formats():
        raise InputError("No format", "the name does not tell it", f"End it with one of {_endings()}")
    return ending


def _write(store: ReadingStore, selection: Selection, ending: str, name: str) -> None:
    from data import export
    from data.commands._collection import timeline
    from data.commands._output import output

    with output(name) as out:
        export.write(ending, timeline(store, selection), out)
