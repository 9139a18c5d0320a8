"""A source document, opened at a passage."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.strip import Strip

from data.citation import cite_document, name_of
from data.model import Document, Event, Passage
from data.words import event_words, published_words
from tui.keys.question import Question
from tui.screens.keyed import STYLES
from tui.screens.prompted import Prompted
from tui.screens.scrolled import Scrolled, Scrolling
from tui.state.session import Session
from tui.text.glyphs import Glyphs
from tui.text.shown import shown
from tui.text.why import expression_words
from tui.widgets.document_text import DocumentText
from tui.widgets.foot import Foot
from tui.widgets.painted import Painted
from tui.widgets.strips import fit, line

_NOTHING_TOLD = "No event is told in this document."


class DocumentHead(Painted):
    """Two lines: the document, and the event that its marked passage reports."""

    def __init__(self) -> None:
        super().__init__()
        self._first = self._second = ""

    def show(self, document: Document, event: Event | None) -> None:
        """Name a document and an event."""
        source = name_of(document)
        title = shown(document.title or "")
        self._first = ", ".join(
            part
            for part in (source, "" if title == source else title, published_words(document.published))
            if part
        )
        self._second = ""
        if event is not None:
            when = event_words(event)
            self._second = f"{when}  {shown(event.title)}"
        self.repaint()

    def paint(self) -> list[Strip]:
        """The document on the first line, on the second the event that it was opened for."""
        width, text = self.size.width, self.look("text")
        return [
            line([(fit(f" {self._first}", width), self.look("strong"))], width, text),
            line([(fit(f" {self._second}", width), self.look("date"))], width, text),
        ]


class DocumentScreen(Scrolled, Prompted):
    """The whole text; the event's sources, the document's passages and its expressions can be walked."""

    CSS_PATH = STYLES / "document.tcss"
    PLACE = "document"
    DOING = ("citing:Citing",)

    def __init__(self, session: Session, glyphs: Glyphs, at: tuple[str, str | None] | None = None) -> None:
        """With ``at``, ids of a document and an event, open there instead of at the source that is meant.

        A document in which no event is told has None in its place: it opens at its beginning.
        """
        super().__init__()
        self.session = session
        self._at = at
        self.glyphs = glyphs
        self._head = DocumentHead()
        self._text = DocumentText(glyphs)
        self._foot = Foot(self.footer)
        self._passages: list[tuple[Passage, Event]] = []
        self._passages_of: str | None = None
        self._words = ""
        self.passage: Passage | None = None
        self._event: Event | None = None

    def compose(self) -> ComposeResult:
        """Head, text, keys, and what asks in their place."""
        yield self._head
        yield self._text
        yield self._foot
        yield from self.asking_parts

    def on_mount(self) -> None:
        """Begin at the source that was meant; how far down that is shows once the text is laid out."""
        if self._at is None:
            self._show_source()
        else:
            self._show_event(*self._at)
        self.call_after_refresh(self.changed)

    def scrolling(self) -> Scrolling:
        """The text."""
        return self._text

    def meant(self) -> tuple[Event, Passage] | None:
        """The event and the passage in view."""
        if self.passage is None or self._event is None:
            return None
        return self._event, self.passage

    def in_view(self) -> Passage | None:
        """The passage in view, also where no event is told."""
        return self.passage

    def no_source(self) -> str:
        """Why no event's source is in view."""
        return _NOTHING_TOLD

    def changed(self) -> None:
        """Draw what changed."""
        for part in (self._head, self._text):
            part.repaint()
        self.tell()

    def _show_source(self) -> None:
        passage, event = self.session.passage(), self.session.event()
        if passage is not None and event is not None:
            self._show(passage, event)

    def _show_event(self, document_id: str, event_id: str | None) -> None:
        if event_id is None:
            self._show(Passage(document=document_id, start_char=0, end_char=0, text=""), None)
            return
        event = self.session.store.event(event_id)
        passage = None if event is None else next(
            (one for one in event.passages if one.document == document_id), None
        )  # fmt: skip
        if event is not None and passage is not None:
            self._show(passage, event)

    def _show(self, passage: Passage, event: Event | None) -> None:
        document = self.session.document(passage.document)
        if document is None:
            self.said = "This document is no longer in the collection."
            return
        self.passage, self._event = passage, event
        self._head.show(document, event)
        self._text.show(document, self.session.store.expressions(document.id), passage)

    def tell(self) -> None:
        """What is said, or which source this is; and how far down the text."""
        passage, event = self.passage, self._event
        if passage is None:
            self._foot.show(self.said, whole=True)
            return
        if self.said:
            left = self.said
        elif event is None:
            left = _NOTHING_TOLD
        elif passage in event.passages:
            left = f"source {event.passages.index(passage) + 1} of {len(event.passages)} of this event"
        else:
            left = ""
        document = self.session.document(passage.document)
        place = "" if document is None else cite_document(document, passage).rpartition(", ")[2]
        if document is not None and not self.said:
            addresses = document.addresses_in(passage.start_char, passage.end_char)
            left = "  ".join(part for part in (left, *map(shown, addresses)) if part)
        self._foot.show(left, f"{place}  {self._text.share}%", whole=bool(self.said))

    def action_search(self) -> None:
        def accept(text: str) -> None:
            self._words = text.strip()
            if self._words and not self._text.find(self._words):
                self.say(f"Not in this document: {shown(self._words)}")
            self.changed()

        hint = f"words to find in this document; {self.key('search')} and Enter again go to the next place"
        self.ask(Question("search:", hint, accept), self._words, offered=True)

    def action_links(self) -> None:
        """Open the list of this document's links."""
        document = None if self.passage is None else self.session.document(self.passage.document)
        if document is None or self.passage is None or not document.links:
            self.say("This document has no links.")
            return
        from tui.screens.links import LinksScreen

        self.app.push_screen(LinksScreen(self.session, self.glyphs, document, self.passage))

    def action_next_source(self) -> None:
        self._walk_sources(1, "The last source of this event.")

    def action_previous_source(self) -> None:
        self._walk_sources(-1, "The first source of this event.")

    def _walk_sources(self, step: int, end: str) -> None:
        if self._event is None:
            self.said = _NOTHING_TOLD
        elif not self.session.walk_sources(step):
            self.said = end
        else:
            self._show_source()

    def action_next_passage(self) -> None:
        self._walk_passages(1, "No later passage in this document.")

    def action_previous_passage(self) -> None:
        self._walk_passages(-1, "No earlier passage in this document.")

    def _walk_passages(self, step: int, end: str) -> None:
        """Go to the next passage of this document, whatever event it reports."""
        here = self.passage
        if here is None:
            return
        passages = self._all_passages(here.document)
        place = here.start_char, here.end_char
        if step > 0:
            found = next((one for one in passages if _range(one[0]) > place), None)
        else:
            found = next((one for one in reversed(passages) if _range(one[0]) < place), None)
        if found is None:
            self.said = end
        else:
            self._show(*found)

    def action_next_expression(self) -> None:
        self._walk_expressions(1, "No later time expression in this document.")

    def action_previous_expression(self) -> None:
        self._walk_expressions(-1, "No earlier time expression in this document.")

    def _walk_expressions(self, step: int, end: str) -> None:
        """Go to the next expression, from the one that is pointed at or else from the passage."""
        if self.passage is None:
            return
        said = self._text.said
        place = self.passage.start_char if said is None else said.start_char
        found = (one for one in self._text.expressions[::step] if (one.start_char - place) * step > 0)
        expression = next(found, None)
        if expression is None:
            self.said = end
        else:
            self._text.show_expression(expression)
            self.said = expression_words(expression)

    def _all_passages(self, document_id: str) -> list[tuple[Passage, Event]]:
        """Every passage of a document with its event, in the order of the text."""
        if self._passages_of != document_id:
            store = self.session.store
            events = (store.event(row.id) for row in store.events_of(document_id))
            self._passages = sorted(
                (
                    (passage, event)
                    for event in events
                    if event is not None
                    for passage in event.passages
                    if passage.document == document_id
                ),
                key=lambda one: _range(one[0]),
            )
            self._passages_of = document_id
        return self._passages


def _range(passage: Passage) -> tuple[int, int]:
    return passage.start_char, passage.end_char
