"""A screen with a list to choose from."""

from __future__ import annotations

from abc import abstractmethod

from textual.app import ComposeResult

from tui.screens.keyed import STYLES
from tui.screens.prompted import Prompted
from tui.screens.scrolled import Scrolled, Scrolling
from tui.state.session import Session
from tui.text.glyphs import Glyphs
from tui.widgets.foot import Foot
from tui.widgets.item_list import Item, ItemList


class Listing(Scrolled, Prompted):
    """The list, what is said of it, and the keys; what is chosen is for the screen to do."""

    CSS_PATH = STYLES / "pages.tcss"
    LABEL_WIDTH = 32

    def __init__(self, session: Session, glyphs: Glyphs) -> None:
        super().__init__()
        self.session = session
        self._list = ItemList(glyphs, self.LABEL_WIDTH)
        self._foot = Foot(self.footer)

    def compose(self) -> ComposeResult:
        """All parts."""
        yield self._list
        yield self._foot
        yield from self.asking_parts

    def on_mount(self) -> None:
        """Show what there is."""
        self.fill()

    def scrolling(self) -> Scrolling:
        """The list."""
        return self._list

    def changed(self) -> None:
        """Draw what changed."""
        self._list.repaint()
        self.tell()

    def tell(self) -> None:
        """What is said, or what the list is of."""
        self._foot.show(self.said or self.told(), whole=bool(self.said))

    @abstractmethod
    def items(self) -> list[Item]:
        """What is in the list now."""

    @abstractmethod
    def told(self) -> str:
        """What is said of the list."""

    def fill(self) -> None:
        """Make the list anew."""
        self._list.show(self.items())
        self.changed()

    def renew(self) -> None:
        """The list of what the collection has now."""
        self.said = ""
        self.fill()

    @property
    def place(self) -> int:
        """The number of the item under the cursor; items are never empty when this is asked."""
        return self._list.chosen
