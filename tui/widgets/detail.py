"""One event in full: when, where, who, and every source with its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.strip import Strip

from data.words import counted, event_words
from tui.state.session import Session
from tui.text.glyphs import Glyphs
from tui.text.shown import shown
from tui.widgets.painted import Painted
from tui.widgets.strips import Piece, fit, line, wrapped

if TYPE_CHECKING:
    from data.model import Event, Passage

# Below this height who, where and counts share a line and none is blank, to keep the passage in sight.
_SHORT = 14
_MORE = " more below "
_MODALITIES = {
    "planned": "planned",
    "denied": "did not happen, the sources say",
    "conditional": "depends on something",
    "uncertain": "the sources are not sure",
}


class Detail(Painted):
    """The event under the cursor; the source that is meant is kept in sight.

    It is shown once it follows a session: the first screen need not wait for a whole event.
    """

    MOVES = True

    def __init__(self, session: Session, glyphs: Glyphs) -> None:
        super().__init__()
        self._session = session
        self._is_shown = False
        self._glyphs = glyphs
        self._top = 0

    def follow(self, session: Session) -> None:
        """Show the event under the cursor of a session."""
        self._session, self._is_shown = session, True

    def paint(self) -> list[Strip]:
        """The visible lines, behind a rule that parts them from the list."""
        width, height = self.size
        text, faint = self.look("text"), self.look("faint")
        beside = self.screen.has_class("-wide")
        room = width - 2 if beside else width - 1
        rows = height if beside else height - 1
        lines, begin, end = self._lines(room)
        if end > self._top + rows or begin < self._top:
            self._top = begin
        if self._session.source == 0:
            self._top = 0
        self._top = max(0, min(self._top, len(lines) - rows))
        shown = lines[self._top : self._top + rows]
        shown += [Strip.blank(room, text)] * (rows - len(shown))
        if not beside:
            more = _MORE if len(lines) > self._top + rows else ""
            ruled = self._glyphs.rule * (width - len(more))
            rule = line([(ruled[:-1], faint), (more, faint), (ruled[-1:], faint)], width, text)
            return [rule, *(Strip.join([line([], 1, text), one]) for one in shown)]
        return self._beside(shown)

    def _beside(self, lines: list[Strip]) -> list[Strip]:
        """Lines behind the bar that parts them from the list."""
        bar = line([(self._glyphs.bar + " ", self.look("faint"))], 2, self.look("text"))
        return [Strip.join([bar, one]) for one in lines]

    def blank_line(self) -> Strip:
        """A line with nothing behind the rule."""
        return self._beside([line([], self.size.width - 2, self.look("text"))])[0]

    def _lines(self, width: int) -> tuple[list[Strip], int, int]:
        """All lines, and where the meant source begins and ends among them."""
        event = self._session.event() if self._is_shown else None
        if event is None:
            return [], 0, 0
        made = self._head(event, width)
        begin = end = 0
        for number, passage in enumerate(event.passages):
            if number == self._session.source:
                begin = len(made)
            made += self._source(passage, number, len(event.passages), width)
            if number == self._session.source:
                end = len(made)
        return made, begin, end

    def _head(self, event: Event, width: int) -> list[Strip]:
        text, faint = self.look("text"), self.look("faint")

        def paragraph(*pieces: Piece, indent: str = "") -> list[Strip]:
            return wrapped(pieces, width, text, indent=indent)

        when = event_words(event)
        made = paragraph((when, self.look("date")), (_place(event), text))
        if since := self._since():
            made += paragraph((since, faint))
        made += paragraph((shown(event.title), self.look("strong")))
        if event.modality != "happened":
            made += paragraph((_MODALITIES[event.modality], self.look("planned")))
        if event.basis == "inferred":
            undated = event.start is None and event.end is None
            why = "" if undated else ": it is taken from the document's own"
            made += paragraph((f"no source says the day{why}", faint))
        counts = (
            f"{counted(event.publishers, 'publisher')}, {counted(len(event.passages), 'passage')}"
            if event.passages
            else "told by no document"
        )
        who, where = shown(", ".join(event.who)), shown(", ".join(event.where))
        if self.size.height < _SHORT:
            said = " · ".join(part for part in (counts, who, where) if part)
            made.append(line([(fit(said, width), faint)], width, text))
        else:
            if who:
                made += paragraph(("who    ", faint), (who, text), indent=" " * 7)
            if where:
                made += paragraph(("where  ", faint), (where, text), indent=" " * 7)
            agreed = "" if event.conflicts or not event.passages else ", no conflict"
            made += paragraph((counts + agreed, faint))
        for name, told in _judged(event):
            made += paragraph((f"{name:<7}", faint), (shown(told), self.look("strong")), indent=" " * 7)
        for conflict in event.conflicts:
            claims = " · ".join(
                f"{shown(claim.value)} ({', '.join(str(one + 1) for one in claim.passages)})"
                for claim in conflict.claims
            )
            verb = "disagree" if conflict.severity == "hard" else "differ"
            said = f"{self._glyphs.conflict} the sources {verb} on the {conflict.about}: "
            made += paragraph((said, self.look("conflict")), (claims, text), indent="  ")
        if self.size.height >= _SHORT:
            made.append(line([], width, text))
        return made

    def _since(self) -> str:
        """How long after the mark it was, or after the event before where there is room to say so."""
        session = self._session
        here = session.current
        other = None if here is None else session.mark_before(here, session.row)
        if here is None or other is None or not (session.marks or self.size.height >= _SHORT):
            return ""
        from tui.text.elapsed import elapsed

        said = elapsed(here, other)
        what = "the mark" if other.id in session.marks else "the event before"
        joined = "as" if said.startswith("the same") else "than"
        return f"{said} {joined} {what}" if said else ""

    def _source(self, passage: Passage, number: int, total: int, width: int) -> list[Strip]:
        from data.citation import cite_document
        from tui.text.why import reason_words

        text, faint = self.look("text"), self.look("faint")
        meant = number == self._session.source
        document = self._session.document(passage.document)
        cited = "source unknown" if document is None else cite_document(document, passage)
        sign = self._glyphs.cursor if meant else " "
        made = wrapped(
            [
                (f"{sign} {number + 1}/{total} ", self.look("key")),
                (cited, self.look("key" if meant else "faint")),
            ],
            width,
            text,
            indent="  ",
        )
        said = passage.expression
        pieces: list[Piece] = [("  ", text)]
        if said is None:
            pieces.append((_quote(passage.text), text))
        else:
            start, end = said.start_char - passage.start_char, said.end_char - passage.start_char
            inside = 0 <= start < end <= len(passage.text)
            begin, stop = (start, end) if inside else (0, 0)
            pieces += [
                (_quote(passage.text[:begin]), text),
                (_quote(passage.text[begin:stop]), self.look("expression")),
                (_quote(passage.text[stop:]), text),
            ]
        made += wrapped(pieces, width, text, indent="  ")
        if said is not None:
            made += wrapped([("  " + reason_words(said), faint)], width, text, indent="  ")
        if self.size.height >= _SHORT and number + 1 < total:
            made.append(line([], width, text))
        return made


def _judged(event: Event) -> list[tuple[str, str]]:
    """What users said of the event, and the source of one that was added by hand."""
    told = (
        ("status", event.verification or ""),
        ("tags", ", ".join(event.tags)),
        ("note", event.note or ""),
        ("added", "" if event.by is None else f"by hand, by {event.by}"),
        ("source", event.citation or ""),
    )
    return [(name, words) for name, words in told if words]


def _place(event: Event) -> str:
    return "" if not event.where else "  " + shown(event.where[0])


def _quote(text: str) -> str:
    """A passage's words on one line, runs of line ends and spaces as one space."""
    made = shown(text)
    while "  " in made:
        made = made.replace("  ", " ")
    return made
