"""A screen that answers the keys of the table of actions, one after the other, whatever is opening."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.screen import Screen

from data.errors import NotKeptError
from tui.keys.actions import Action, Place
from tui.text.shown import shown

if TYPE_CHECKING:
    from tui.app import Dateline
    from tui.keys.keymap import Keymap
    from tui.widgets.painted import Painted

STYLES = Path(__file__).parent.with_name("styles")
"""The folder of the styles."""


class Keyed(Screen[None], inherit_bindings=False):
    """Keys go to the screen itself: nothing in it takes the focus.

    A burst of keys (typed fast over a slow line, or pasted) is queued before the first of them is handled.
    Handled here in order, none is lost: those typed after a prompt has opened go to the prompt, and those
    typed after another screen was pushed are handed on to it.
    """

    PLACE: ClassVar[Place]
    BLANK = True  # its parts cover it: nothing of itself is worked out line by line
    DOING: ClassVar[tuple[str, ...]] = ()
    """Who does what the screen has no method for: classes of :mod:`tui.doing`, loaded when needed."""
    AUTO_FOCUS = ""
    ESCAPE_TO_MINIMIZE = False

    said = ""
    """What stands in the foot until the next action."""

    @cached_property
    def _done_by(self) -> dict[str, object]:
        return {}

    @property
    def dateline(self) -> Dateline:
        """The app, by its own type."""
        from tui.app import Dateline

        assert isinstance(self.app, Dateline)  # noqa: S101 - no other app has these screens
        return self.app

    @property
    def keymap(self) -> Keymap:
        """Which key does what."""
        return self.dateline.keymap

    def key(self, action_id: str) -> str:
        """The key that does something, as the user has it: messages name it."""
        return self.keymap.name_of(action_id)

    def footer(self) -> Sequence[Action]:
        """The actions that its foot tells, the most wanted first."""
        return self.keymap.footer_of(self.PLACE)

    def say(self, words: str) -> None:
        """Tell the user something until the next key."""
        self.said = words
        self.tell()

    def tell(self) -> None:
        """Show what is said or, if that is nothing, where the user is."""

    def typed(self, _event: events.Key) -> bool:
        """Take a key for a prompt that is open; False if none is."""
        return False

    def pasted(self, _text: str) -> None:
        """Take pasted text for a prompt that is open."""

    def on_key(self, event: events.Key) -> None:
        """Do what a key asks for."""
        event.stop()
        event.prevent_default()
        if not self.is_attached:
            return  # typed behind the key that quits
        if self.app.screen is not self:
            self.app.screen.post_message(events.Key(event.key, event.character))
            return
        with self._telling():
            if self.typed(event):
                return
        action = self.keymap.action(self.PLACE, key_of(event))
        if action is not None:
            self.perform(action)

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Tell what could not be kept, and go on."""
        try:
            yield
        except NotKeptError as error:
            self.app.notify(shown(str(error)), severity="warning", markup=False)

    def on_paste(self, event: events.Paste) -> None:
        """Give pasted text to a prompt; without one it is nothing, for its letters are no commands."""
        event.stop()
        if self.app.screen is not self:
            self.app.screen.post_message(events.Paste(event.text))
        else:
            self.pasted(event.text)

    def perform(self, action: Action) -> None:
        """Run an action of the table: a method of the screen, or of the first who does it for the screen."""
        self.said = ""
        name = f"action_{action.id}"
        # Textual's actions of some of these names, such as page_down, mean something else.
        others = (None, getattr(Screen, name, None))
        do = next(getattr(one, name) for one in self._doers() if getattr(type(one), name, None) not in others)
        with self._telling():
            do()
        self.changed()

    def _doers(self) -> Iterator[object]:
        from pkgutil import resolve_name

        yield self
        for name in self.DOING:
            if name not in self._done_by:
                self._done_by[name] = resolve_name(f"tui.doing.{name}")(self)
            yield self._done_by[name]

    def changed(self) -> None:
        """Draw what an action may have changed."""

    def renew(self) -> None:
        """Show what a collection that has changed has now."""
        self.changed()

    def painted(self) -> list[Painted]:
        """The widgets that draw themselves."""
        from tui.widgets.painted import Painted

        return [one for one in self.query() if isinstance(one, Painted)]

    def on_screen_resume(self) -> None:
        """Draw what another screen may have changed."""
        self.changed()

    # actions of every place

    def action_help(self) -> None:
        from tui.screens.help import HelpScreen

        self.app.push_screen(HelpScreen(self.PLACE, self.dateline.glyphs, self.keymap))

    def action_palette(self) -> None:
        from tui.screens.palette import PaletteScreen

        self.app.push_screen(PaletteScreen(self))

    def action_theme(self) -> None:
        self.say(f"Colours: {self.dateline.next_theme()}.")

    def action_escape(self) -> None:
        self.app.pop_screen()

    def action_back(self) -> None:
        self.app.pop_screen()

    def action_suspend(self) -> None:
        from textual.app import SuspendNotSupported

        from tui.outside.stopping import stopped

        try:
            with self.app.suspend():
                is_back = stopped()
        except SuspendNotSupported:
            self.say("This terminal has no shell to go back to.")
        else:
            self.app.refresh(layout=True)
            if not is_back:
                self.say("No shell here would go on with it.")

    def action_quit(self) -> None:
        self.app.exit()


def key_of(event: events.Key) -> str:
    """A key as the table writes it: the character itself, or Textual's name for a key without one."""
    if event.character is not None and event.is_printable and event.character != " ":
        return event.character
    return event.key
