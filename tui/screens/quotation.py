"""What was copied, in full: where a terminal takes no clipboard sequence it can still be selected."""

from __future__ import annotations

from tui.screens.page import Page
from tui.text.shown import Paragraph


class QuotationScreen(Page):
    """A quotation with its citation."""

    PLACE = "quotation"

    def __init__(self, quoted: str) -> None:
        text: list[Paragraph] = [
            ("", (("Copied to the clipboard, if the terminal allows it:", "faint"),)),
            ("", ()),
            ("", ((quoted, "text"),)),
        ]
        super().__init__(lambda: text)
