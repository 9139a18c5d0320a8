"""Why this date."""

from __future__ import annotations

from data.model import Event, Passage
from tui.screens.page import Page
from tui.session import Session
from tui.why import why_text


class WhyScreen(Page):
    """The reasoning behind a passage's date."""

    PLACE = "why"

    def __init__(self, session: Session, event: Event, passage: Passage) -> None:
        text = why_text(event, passage, session.document(passage.document))
        super().__init__(lambda: text)
