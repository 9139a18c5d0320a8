"""What can be done with a source that is in view."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tui.doing.outside import Outside
from tui.text.shown import shown

if TYPE_CHECKING:
    from data.model import Document, Passage
    from tui.screens.document import DocumentScreen
    from tui.screens.events import EventScreen


class Citing(Outside):
    """Citing, quoting, opening the original and telling why a passage has its date."""

    screen: DocumentScreen | EventScreen

    def action_cite(self) -> None:
        from data.citation import cite_document

        cited = shown(self._given())
        if not cited and (source := self._source()) is not None:
            cited = cite_document(*source)
        if cited:
            self.copy(cited)
            self.screen.say(f"copied: {cited}")

    def action_quote(self) -> None:
        if (source := self._source()) is not None:
            from data.citation import quote
            from tui.screens.quotation import QuotationScreen

            quoted = quote(*source)
            self.copy(quoted)
            self.screen.app.push_screen(QuotationScreen(quoted))

    def action_original(self) -> None:
        from tui.outside.originals import address_in, original_of

        if (given := address_in(self._given())) is not None:
            self.open_original(given)
            return
        source = self._source()
        if source is None:
            return
        original = original_of(*source, Path.cwd())
        if original is None:
            self.screen.say(f"{shown(source[0].path)} is not where it was read, and it has no address.")
            return
        self.open_original(original)

    def action_why(self) -> None:
        meant = self.screen.meant()
        if meant is None:
            self.screen.say(self.screen.no_source())
        else:
            from tui.screens.why import WhyScreen

            self.screen.app.push_screen(WhyScreen(self.screen.session, *meant))

    def action_compare(self) -> None:
        meant = self.screen.meant()
        if meant is None:
            self.screen.say(self.screen.no_source())
            return
        event, passage = meant
        if len({one.document for one in event.passages}) < 2:
            self.screen.say("Only one document tells of this event.")
            return
        from tui.screens.compare import CompareScreen

        number = event.passages.index(passage)
        self.screen.app.push_screen(CompareScreen(self.screen.session, self.screen.glyphs, event, number))

    def _given(self) -> str:
        """The source that the user gave an event that no document tells; "" for any other."""
        event = self.screen.session.event()
        by_hand = event is not None and self.screen.in_view() is None
        return event.citation or "" if event is not None and by_hand else ""

    def _source(self) -> tuple[Document, Passage] | None:
        passage = self.screen.in_view()
        if passage is None:
            self.screen.say(self.screen.no_source())
            return None
        document = self.screen.session.document(passage.document)
        if document is None:
            self.screen.say("This document is no longer in the collection.")
            return None
        return document, passage
