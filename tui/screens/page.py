"""A screen of lines to read, made when it opens."""

from __future__ import annotations

from collections.abc import Callable

from textual import events
from textual.app import ComposeResult

from tui.screens.keyed import STYLES
from tui.screens.prompted import Prompted
from tui.screens.scrolled import Scrolled, Scrolling
from tui.text.shown import Paragraph
from tui.widgets.foot import Foot
from tui.widgets.reader import Reader


class Page(Scrolled):
    """Paragraphs, and the keys."""

    CSS_PATH = STYLES / "pages.tcss"

    def __init__(self, read: Callable[[], list[Paragraph]]) -> None:
        super().__init__()
        self._reader = Reader(read)
        self._foot = Foot(self.footer)

    def compose(self) -> ComposeResult:
        """The text and the foot, which has the keys alone if nothing else is said."""
        yield self._reader
        yield self._foot

    def scrolling(self) -> Scrolling:
        """The text."""
        return self._reader

    def changed(self) -> None:
        """Draw what was scrolled."""
        self._reader.repaint()


class AskingPage(Page, Prompted):
    """A page with a prompt, and above the keys what it is about."""

    def __init__(self, text: list[Paragraph], about: str) -> None:
        self._told = self._text = text
        self._about = about
        super().__init__(lambda: self._text)

    def compose(self) -> ComposeResult:
        """The text, the foot, and what asks in its place."""
        yield from super().compose()
        yield from self.asking_parts

    def on_mount(self) -> None:
        """Say what it is about."""
        self._foot.show(self._about)

    def typed(self, event: events.Key) -> bool:
        """Take a key for the prompt; what moves up and down moves the text, for there is one line to type."""
        scrolls = {
            "down": self.action_down,
            "up": self.action_up,
            "pagedown": self.action_page_down,
            "pageup": self.action_page_up,
        }
        if self.is_asking and event.key in scrolls:
            scrolls[event.key]()
            self.changed()
            return True
        return super().typed(event)

    def show(self, text: list[Paragraph] | None = None) -> None:
        """Show another text, or again the one that the page was made with."""
        self._text = self._told if text is None else text
        self.action_first()
        self.changed()
