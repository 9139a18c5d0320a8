"""The documents with their publication dates: those without one first, for nothing in them can be dated.

A search result of which the timeline tells nothing comes last: it hardly matters when that was published.
"""

from __future__ import annotations

from data.citation import source_name
from data.store.lists import DocumentRow
from data.words import counted, published_words
from tui.screens.listing import Listing
from tui.screens.redating import Redating
from tui.text.shown import shown
from tui.text.why import document_text
from tui.widgets.item_list import Item

_ARTICLES = ("article", "snippets")
_FIRST = {"unknown": 0, "inferred": 1}


class DocumentsScreen(Listing):
    """Each with its date and what that rests on; one is opened, or given another date."""

    PLACE = "documents"
    LABEL_WIDTH = 28

    def items(self) -> list[Item]:
        """The documents: dates unknown, inferred, stated; the widest intervals first."""
        rows = [row for row in self.session.store.documents() if row.kind in _ARTICLES]
        self._rows = sorted(rows, key=_doubt)
        return [
            Item(
                published_words(row.published),
                "  ".join(filter(None, (shown(row.title or ""), _source(row)))),
                f"{row.passages:,}",
            )
            for row in self._rows
        ]

    def told(self) -> str:
        """How many there are, and how many are without a date."""
        unknown = sum(row.published.basis == "unknown" for row in self._rows)
        without = f", {unknown:,} without a date" if unknown else ", each with a date"
        return f"{counted(len(self._rows), 'document')}{without}; at the right the passages in events"

    def action_choose(self) -> None:
        if (row := self._row()) is None:
            return
        from tui.screens.document import DocumentScreen

        found = self.session.store.events_of(row.id)
        at = row.id, found[0].id if found else None
        self.app.push_screen(DocumentScreen(self.session, self.dateline.glyphs, at))

    def action_redate(self) -> None:
        row = self._row()
        document = None if row is None else self.session.document(row.id)
        if document is not None:
            self.app.push_screen(Redating(document, document_text(document), asking=True))

    def _row(self) -> DocumentRow | None:
        return self._rows[self.place] if self._rows else None


def _doubt(row: DocumentRow) -> tuple[bool, int, int, str, str]:
    """The least sure first of those that tell of events."""
    published = row.published
    first, last = published.start, published.end
    width = 0 if first is None or last is None else last - first
    return not row.passages, _FIRST.get(published.basis, 2), -width, row.path, row.id


def _source(row: DocumentRow) -> str:
    return source_name(row.publisher, None, row.path, row.byline)
