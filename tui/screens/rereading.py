"""A screen that tells how files are read, and shows what came of it."""

from __future__ import annotations

from abc import abstractmethod
from contextlib import suppress
from typing import TYPE_CHECKING

from textual import on

from data.errors import CollectionError
from data.words import counted
from tui.background.messages import ReadingEnded, ReadingWentOn
from tui.screens.events import EventScreen
from tui.screens.keyed import Keyed
from tui.state.telling import NOT_SHOWN
from tui.text.shown import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.building.progress import Progress
    from data.model import MarkedPassage
    from tui.widgets.event_list import EventList

LOOK = 2.0
"""Seconds between looks at whether others have changed the events."""


class Rereading(EventScreen):
    """The collection is brought up to date with its files, and events are made anew after a mark."""

    progress: Progress | None = None
    """How far a reading is; None while nothing is read."""
    _remake_later = False
    _then: Sequence[MarkedPassage] = ()
    """What the mark is on for which events are made anew: where to go, unless a key was pressed since."""
    _is_asked = False
    """Whether the user asked for the reading, and wants to hear that there was nothing to read."""

    @abstractmethod
    def paged(self) -> EventList:
        """The list of events."""

    def remake(self, told: Sequence[MarkedPassage] = ()) -> None:
        """Make the events anew, once nothing is read any more: a mark asks for it."""
        self._then = told
        if self.progress is None:
            self.dateline.remake()
        else:
            self._remake_later = True

    def action_read_again(self) -> None:
        self._is_asked = self.dateline.read(again=True)
        if not self._is_asked:
            nothing = "No files to read again: name them at the start (dateline PATH ...)."
            self.say(nothing if self.progress is None else "Already reading.")

    def look_again(self) -> None:
        """Show what others have said or read meanwhile; not while somebody types, or waits for an answer."""
        is_resting = self.app.screen is self and not (self.is_asking or self.is_choosing)
        if is_resting and self.progress is None and not self.session.is_counting:
            with suppress(CollectionError):  # what is shown stays; the next key tells what is wrong
                if self.session.is_outdated:
                    with self.paged().held():
                        self.session.reload()
                    self.changed()

    @on(ReadingWentOn)
    def show_progress(self, message: ReadingWentOn) -> None:
        """A file has been read."""
        if self.progress is None:
            self.session.told.clear()
        self.progress = message.progress
        self.session.told += message.progress.troubles
        self.changed()

    @on(ReadingEnded)
    def show_result(self, message: ReadingEnded) -> None:
        """The collection is as new as its files."""
        was_reading, self.progress = self.progress, None
        self.dateline.reading_ended()
        with self.paged().held():
            self.session.reload()
        if self._remake_later:
            self._remake_later = False
            self.remake(self._then)
        else:
            if self.said and self._then and not self.session.go_to_told(self._then):
                self.said = f"{self.said} · {NOT_SHOWN}"
            self._then = ()
        if message.error is not None:
            self.said = shown(str(message.error))
        elif was_reading is not None and was_reading.read:
            self.said = f"{counted(was_reading.read, 'file')} read, {was_reading.unchanged:,} unchanged."
        elif self._is_asked:
            self.said = "Nothing has changed in the files."
        self._is_asked = False
        self.changed()
        screen = self.app.screen
        if screen is not self and isinstance(screen, Keyed):
            screen.renew()
