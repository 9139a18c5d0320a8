"""The app: its screens, its colours, and the reading in the background; nothing else."""

from __future__ import annotations

import asyncio
import gc
import os
import threading
from collections.abc import Callable
from contextlib import closing
from contextvars import copy_context
from functools import cached_property
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar, TypeVar

from rich.text import Text
from textual.app import App

from data.commands import WRONG_USE
from data.errors import DatelineError
from data.store.address import is_on_server
from tui.background.messages import Answered
from tui.background.to_read import ToRead
from tui.configuration import Configuration
from tui.keys.hints import Hints, hints_path
from tui.outside.hanging_up import end_when_hung_up
from tui.screens.keyed import STYLES
from tui.screens.timeline import TimelineScreen
from tui.state import query_words
from tui.state.asking import InThread
from tui.state.session import Session
from tui.text.glyphs import ASCII, glyphs_for
from tui.text.shown import shown
from tui.themes import THEMES

if TYPE_CHECKING:
    from textual.message import Message
    from textual.screen import Screen

    from data.store.protocol import ReadingStore, Store
    from data.store.records import Selection
    from tui.background.loading import Loading
    from tui.state.judging import Judge
    from tui.state.keeping import Keeping

_IDLE = 0.5
Answer = TypeVar("Answer")


class Dateline(App[None], inherit_bindings=False):
    """A collection on the screen.

    Args:
        store: the collection, open for reading.
        name: what it is called.
        address: where it is, for reading again.
        to_read: what it is read from; nothing is read if no paths are named.
        configuration: the user's settings.
        today: the day that "last summer" is counted from; None for the real one.
        begun: called once the first screen is drawn.
    """

    TITLE = "dateline"
    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    # Other screens bring their own when they are first opened.
    CSS_PATH: ClassVar[list[str | PurePath]] = [STYLES / "foot.tcss", STYLES / "timeline.tcss"]

    def __init__(
        self,
        store: ReadingStore,
        name: str,
        *,
        address: str = "",
        to_read: ToRead = ToRead(),  # noqa: B008 - it cannot be changed
        configuration: Configuration = Configuration(),  # noqa: B008 - nor this
        today: int | None = None,
        begun: Callable[[], object] = lambda: None,
    ) -> None:
        super().__init__(ansi_color=True)
        self.animation_level = "none"
        self.today = today
        self._begun = begun
        self.keymap = configuration.keymap
        self.opener = configuration.opener
        self.hints = Hints(hints_path(os.environ), configuration.keymap)
        self.glyphs = glyphs_for(ascii_only=configuration.ascii)
        self.set_class(self.glyphs is ASCII, "-ascii")
        self._late: list[Callable[[], None]] | None = []
        self._address = address
        self.session = Session(
            store, self._select, InThread(self._open_for_reading, self._deliver) if address else None
        )
        self.session.told += configuration.troubles
        self._called = name
        self._to_read = to_read
        self._reading: Loading | None = None
        self._keeping: Keeping | None = None
        for theme in THEMES:
            self.register_theme(theme)
        self.set_reactive(App.theme, configuration.theme or THEMES[0].name)
        # Before the style sheets are parsed, or they would be parsed once more for the theme.
        self.stylesheet.set_variables(self.get_css_variables())

    def _select(self, *texts: str, shown: bool = False, within: tuple[int, int] | None = None) -> Selection:
        return query_words.select(texts, self.today, shown=shown, within=within)

    def get_default_screen(self) -> Screen[None]:
        """The timeline is the first screen."""
        self._timeline = TimelineScreen(self.session, self.glyphs, self._called)
        return self._timeline

    def on_ready(self) -> None:
        """Begin to read once the first screen is drawn."""
        self.call_after_refresh(self._settle)

    def _settle(self) -> None:
        loop, context = asyncio.get_running_loop(), copy_context()
        end_when_hung_up(lambda: loop.call_soon_threadsafe(self.exit, context=context))
        # What start-up made stays for good: the collector need not look at it again.
        gc.freeze()
        gc.enable()
        self._timeline.settle()
        self._begun()
        late, self._late = self._late or [], None
        for use in late:
            self._deliver(use)
        self.read()
        self._keep_place()
        # Before it is wanted: loading it would keep the first filter waiting.
        self.set_timer(_IDLE, lambda: threading.Thread(target=query_words.load, daemon=True).start())

    @property
    def follow(self) -> bool:
        """Whether files are watched and read again when they change."""
        return self._to_read.follow

    @property
    def is_settled(self) -> bool:
        """Whether the first screen is drawn, and what it did not wait for is on its way."""
        return self._late is None

    def _handle_exception(self, error: Exception) -> None:
        """An error that the user can mend (the collection vanished, its disk is full) ends in one line."""
        if isinstance(error, DatelineError):
            self.exit(return_code=WRONG_USE, message=Text(f"dateline: {shown(str(error))}"))
        else:
            super()._handle_exception(error)

    def _open_for_reading(self) -> ReadingStore:
        from data.store import open_collection

        return open_collection(self._address)

    def _deliver(self, use: Callable[[], None]) -> None:
        """Have an answer used between two keys; until the first screen is drawn it waits."""
        if self._late is not None:
            self._late.append(use)
        else:
            self._timeline.post_message(Answered(use))

    # what the user says

    @cached_property
    def judge(self) -> Judge:
        """Who keeps what the user says of the events."""
        from tui.state.judging import Judge

        return Judge(self._open_for_writing)

    def _open_for_writing(self) -> Store:
        from data.store import open_to_mark

        return open_to_mark(self._address)

    def remake(self) -> None:
        """Make the events anew in the background."""
        from tui.background.remaking import remake

        self.change_collection(remake)

    def change_collection(self, change: Callable[[Store], object]) -> None:
        """Change the collection in the background; the timeline tells when that is done."""
        from tui.background.remaking import remake_events

        remake_events(self._open_for_writing, change, self._post_reading)

    def ask_collection(self, ask: Callable[[ReadingStore], Answer]) -> Answer:
        """Ask the collection something in the caller's thread; raises CollectionError."""
        with closing(self._open_for_reading()) as store:
            return ask(store)

    def resume(self) -> None:
        """Go where the user was when the last session ended."""
        from data.user import user_name
        from tui.state.resuming import resume

        resume(self.session, self.session.store.state(user_name()))

    def _keep_place(self) -> None:
        """Keep where the user is, from now on."""
        if self._address:
            from tui.state.keeping import EVERY, Keeping

            self._keeping = Keeping(self._open_for_writing, self.session)
            self.set_interval(EVERY, self._keeping.look)

    # reading

    def read(self, *, again: bool = False) -> bool:
        """Bring the collection up to date with its paths; False if that is going on or there are none.

        ``again``: where none were named, with the files that it was read from. Those of a server's collection
        are on the machines of many, and only who names them can mean them.
        """
        if self._reading is not None and self.follow and not self._reading.is_busy:
            self._reading.again()
            return True
        knows = again and bool(self._address) and not is_on_server(self._address)
        if self._reading is not None or not (self._to_read.paths or knows):
            return False
        from tui.background.loading import Loading

        self._reading = Loading(self._to_read, self._address, self._post_reading)
        self._to_read = self._to_read.another_time()
        self._reading.start()
        return True

    @property
    def reads_samples(self) -> bool:
        """Whether the collection is made of the documents that come with the program."""
        from data.collection import SAMPLES

        return self._to_read.paths == (str(SAMPLES),)

    def _post_reading(self, message: Message) -> None:
        self._timeline.post_message(message)

    @property
    def is_reading(self) -> bool:
        """Whether files are being read, or will be once the first screen is drawn."""
        if self._reading is not None:
            return self._reading.is_busy
        return bool(self._to_read.paths) and not self.is_settled

    def reading_ended(self) -> None:
        """Be ready to read again, unless what has ended is other work beside a reading that goes on."""
        if self._reading is not None and not self.follow and not self._reading.is_busy:
            self._reading = None

    def stop_reading(self) -> None:
        """Read no further file."""
        if self._reading is not None:
            self._reading.cancel()

    @property
    def is_stopping(self) -> bool:
        """Whether the user has stopped the reading that still goes on."""
        return self._reading is not None and self._reading.is_busy and self._reading.cancelled

    def on_unmount(self) -> None:
        """Leave no thread reading behind, and keep where the user is."""
        if self._reading is not None:
            self._reading.leave()
        if self._keeping is not None:
            self._keeping.end()
            self.judge.close()

    # colours

    def next_theme(self) -> str:
        """Change to the next set of colours, and return its name."""
        names = [theme.name for theme in THEMES]
        self.theme = names[(names.index(self.theme) + 1) % len(names)]
        self.call_after_refresh(self._draw_all)
        return self.theme

    def _draw_all(self) -> None:
        from tui.screens.keyed import Keyed

        for screen in self.screen_stack:
            if isinstance(screen, Keyed):
                for part in screen.painted():
                    part.forget()
