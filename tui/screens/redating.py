"""Giving a document another publication date; what moves is shown before it is agreed to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from data import edtf
from data.citation import name_of
from data.errors import DatelineError
from data.model import Document
from tui.keys.question import Question
from tui.screens.keyed import Keyed
from tui.screens.page import AskingPage
from tui.state import query_words
from tui.text.shown import Paragraph, shown
from tui.text.why import moves_text

if TYPE_CHECKING:
    from data.building.moves import Move
    from data.store.protocol import ReadingStore, Store


class Redating(AskingPage):
    """A page about a document's date, and under a prompt what another date moves."""

    PLACE = "why"

    def __init__(self, document: Document | None, text: list[Paragraph], *, asking: bool = False) -> None:
        """With ``asking`` the prompt is open from the beginning."""
        self._asks_first = asking
        self._document = document
        self._preview: Callable[[ReadingStore], Sequence[Move]] | None = None
        source = "" if document is None else name_of(document)
        super().__init__(text, source)

    def on_mount(self) -> None:
        """Ask at once if that is wanted."""
        super().on_mount()
        if self._asks_first:
            self.call_after_refresh(self.action_redate)

    def action_redate(self) -> None:
        document = self._document
        if document is None:
            return

        def change(text: str) -> str:
            date = self._edtf(text)
            self._preview = partial(_moves, document_id=document.id, date=date)
            self.run_worker(self._work_out, thread=True, exclusive=True)
            return "Enter gives the document this date; Esc leaves all as it is; Down and PgDn show the rest."

        def accept(text: str) -> None:
            date = self._edtf(text)
            self.app.pop_screen()
            self.dateline.change_collection(partial(_apply, document_id=document.id, date=date))
            below = self.app.screen
            if isinstance(below, Keyed):
                below.say("The dates are worked out again ...")

        def abandon() -> None:
            self.show()

        hint = "the document's date, in words or EDTF; empty: by its own words again"
        self.ask(
            Question("published:", hint, accept, change, abandon, patience=_patience),
            ("" if document.published.basis == "unknown" else document.published.value) or "",
            offered=True,
        )

    def _edtf(self, text: str) -> str | None:
        if not text.strip():
            return None
        reading = query_words.read_date(text, self.dateline.today)
        return edtf.write(reading.start, reading.end, reading.precision)

    def _work_out(self) -> None:
        """Ask what would move, in a thread: among many documents that takes a while."""
        preview = self._preview
        if preview is None:
            return
        try:
            told = moves_text(self.dateline.ask_collection(preview))
        except DatelineError as error:
            told = [("", ((shown(str(error)), "error"),))]
        self.app.call_from_thread(self._show_preview, preview, told)

    def _show_preview(self, preview: object, text: list[Paragraph]) -> None:
        if preview is self._preview and self.is_asking:
            self.show(text)


def _patience(text: str) -> float:
    """What moves takes a while to work out, whatever date is typed."""
    return max(0.4, query_words.patience_with_date(text))


def _moves(store: ReadingStore, *, document_id: str, date: str | None) -> Sequence[Move]:
    from data.building.moves import moves

    return moves(store, document_id, date)


def _apply(store: Store, *, document_id: str, date: str | None) -> None:
    from data.building.moves import apply

    apply(store, document_id, date)
