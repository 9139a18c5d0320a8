"""Where a document links to: one address is opened, or copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.words import counted
from tui.doing.outside import Outside
from tui.screens.listing import Listing
from tui.text.shown import shown
from tui.widgets.item_list import Item

if TYPE_CHECKING:
    from data.model import Document, Link, Passage
    from tui.state.session import Session
    from tui.text.glyphs import Glyphs


class LinksScreen(Listing):
    """The links of the passage, then those of the rest of its document, in the order of the text."""

    PLACE = "links"

    def __init__(self, session: Session, glyphs: Glyphs, document: Document, passage: Passage) -> None:
        super().__init__(session, glyphs)
        self._document = document
        self._passage = passage
        self._links: list[Link | None] = []
        self._outside = Outside(self)

    def items(self) -> list[Item]:
        """The words of each link and its address, under headings."""
        start, end = self._passage.start_char, self._passage.end_char
        inside: list[Link] = []
        others: list[Link] = []
        for link in self._document.links:
            (inside if link.start_char < end and start < link.end_char else others).append(link)
        self._links = []
        items: list[Item] = []
        for heading, links in (("in the passage", inside), ("elsewhere in the document", others)):
            if links:
                self._links += (None, *links)
                items.append(Item(heading, is_heading=True))
                items.extend(Item(self._words(link), shown(link.address)) for link in links)
        return items

    def told(self) -> str:
        """The whole address, which the list may cut."""
        link = self._link()
        return shown(link.address) if link is not None else counted(len(self._document.links), "link")

    def action_choose(self) -> None:
        from tui.outside.originals import Original

        if (link := self._link()) is not None:
            self._outside.open_original(Original(link.address))

    def action_copy_address(self) -> None:
        if (link := self._link()) is not None:
            self._outside.copy(link.address)
            self.say(f"copied: {shown(link.address)}")

    def _link(self) -> Link | None:
        return self._links[self.place] if self._links else None

    def _words(self, link: Link) -> str:
        return shown(" ".join(self._document.text[link.start_char : link.end_char].split()))
