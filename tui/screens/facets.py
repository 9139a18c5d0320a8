"""Facets: who, where, publisher, document, modality, status and tags, with counts that follow the filter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.errors import DatelineError
from data.words import counted
from tui.screens.listing import Listing
from tui.state.session import Session
from tui.text.glyphs import Glyphs
from tui.text.shown import shown
from tui.timeline.facets import FIELDS, Facet, facets_of, has, toggled
from tui.widgets.item_list import Item

if TYPE_CHECKING:
    from data.store.protocol import ReadingStore

_Found = list[tuple[str, list[Facet]]]


class FacetsScreen(Listing):
    """A value narrows the filter, or is left out of it; the counts follow at once."""

    PLACE = "facets"
    LABEL_WIDTH = 44

    def __init__(self, session: Session, glyphs: Glyphs) -> None:
        super().__init__(session, glyphs)
        self._found: _Found = []
        self._facets: list[Facet | None] = []
        self._is_counting = True

    def items(self) -> list[Item]:
        """The values under the names of their fields."""
        self._facets = []
        made: list[Item] = []
        for heading, found in self._found:
            if found:
                made.append(Item(heading, is_heading=True))
                self._facets.append(None)
            for facet in found:
                number = f"{'' if facet.exact else '~'}{facet.events:,}"
                is_on = has(self.session.text, facet.term)
                made.append(Item(shown(facet.label), shown(facet.term), number, is_on=is_on))
                self._facets.append(facet)
        return made

    def fill(self) -> None:
        """Ask for the values of what is selected now; those shown stay until the answer has come."""
        selection = self.session.selection

        def ask(store: ReadingStore) -> _Found:
            return [(heading, facets_of(store, selection, field)) for field, heading in FIELDS]

        self._is_counting = not self.session.ask(ask, self._take)
        self.changed()

    def _take(self, found: _Found) -> None:
        self._found, self._is_counting = found, False
        super().fill()

    def told(self) -> str:
        """The filter and what it selects."""
        counting = self._is_counting or self.session.is_counting
        said = "counting ..." if counting else counted(self.session.events, "event")
        return f"{said}  {shown(self.session.text)}"

    def action_choose(self) -> None:
        self._filter("")

    def action_leave_out(self) -> None:
        self._filter("-")

    def _filter(self, sign: str) -> None:
        facet = self._facets[self.place] if self._facets else None
        if facet is None:
            return
        try:
            self.session.filter(toggled(self.session.text, sign + facet.term))
        except DatelineError as error:
            self.say(shown(str(error)))
        else:
            self.fill()
