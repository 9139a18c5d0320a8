"""A screen with a list to choose from."""

from __future__ import annotations

from textual import events
from textual.app import ComposeResult

from tui.actions import Action
from tui.glyphs import Glyphs
from tui.screens.scrolled import Scrolled, Scrolling
from tui.session import Session
from tui.widgets.item_list import Item, ItemList
from tui.widgets.prompt import Prompt
from tui.widgets.status_line import KeyLine, StatusLine


class Listing(Scrolled):
    """The list, what is said of it, and the keys; what is chosen is for the screen to do."""

    LABEL_WIDTH = 32

    def __init__(self, session: Session, glyphs: Glyphs) -> None:
        super().__init__()
        self.session = session
        self._list = ItemList(glyphs, self.LABEL_WIDTH)
        self._status = StatusLine()
        self._prompt = Prompt()
        self._said = ""

    def compose(self) -> ComposeResult:
        """All parts, the prompt hidden."""
        yield self._list
        yield self._status
        yield KeyLine(self.PLACE)
        yield self._prompt

    def on_mount(self) -> None:
        """Show what there is."""
        self.fill()

    def scrolling(self) -> Scrolling:
        """The list."""
        return self._list

    def typed(self, event: events.Key) -> bool:
        return self._prompt.typed(event)

    def pasted(self, text: str) -> None:
        self._prompt.pasted(text)

    def perform(self, action: Action) -> None:
        self._said = ""
        super().perform(action)

    def changed(self) -> None:
        """Draw what changed."""
        self._list.repaint()
        self._status.show(self._said or self.told())

    def say(self, words: str) -> None:
        """Tell the user something until the next key."""
        self._said = words
        self._status.show(words)

    def items(self) -> list[Item]:
        """What is in the list now."""
        raise NotImplementedError

    def told(self) -> str:
        """What is said of the list."""
        raise NotImplementedError

    def fill(self) -> None:
        """Make the list anew."""
        self._list.show(self.items())
        self.changed()

    @property
    def place(self) -> int:
        """The number of the item under the cursor; items are never empty when this is asked."""
        return self._list.chosen
