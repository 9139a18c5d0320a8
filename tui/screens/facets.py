"""Facets: who, where, publisher, document, modality and status, with counts that follow the filter."""

from __future__ import annotations

from data.errors import DatelineError
from tui.facets import FIELDS, Facet, facets_of, has, toggled
from tui.screens.listing import Listing
from tui.strips import shown
from tui.widgets.item_list import Item
from tui.widgets.top_line import counted


class FacetsScreen(Listing):
    """A value narrows the filter, or is left out of it; the counts follow at once."""

    PLACE = "facets"

    def items(self) -> list[Item]:
        """The values under the names of their fields."""
        self._facets: list[Facet | None] = []
        made: list[Item] = []
        for field, heading in FIELDS:
            found = facets_of(self.session.store, self.session.selection, field)
            if found:
                made.append(Item(heading, is_heading=True))
                self._facets.append(None)
            for facet in found:
                number = f"{'' if facet.exact else '~'}{facet.events:,}"
                is_on = has(self.session.text, facet.term)
                made.append(Item(shown(facet.label), shown(facet.term), number, is_on=is_on))
                self._facets.append(facet)
        return made

    def told(self) -> str:
        """The filter and what it selects."""
        said = counted(self.session.events, "event")
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
