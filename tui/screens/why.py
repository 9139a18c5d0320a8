"""Why this date."""

from __future__ import annotations

from data.model import Event, Passage
from tui.screens.redating import Redating
from tui.state.session import Session
from tui.text.why import why_text


class WhyScreen(Redating):
    """The reasoning behind a passage's date."""

    def __init__(self, session: Session, event: Event, passage: Passage) -> None:
        document = session.document(passage.document)
        super().__init__(document, why_text(event, passage, document))
