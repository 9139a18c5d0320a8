"""The day that a sentence without one is of, as its document goes on.

That is the day the document is about, but for a passage of background that goes on, for what a market did,
and for what is told behind a later day: news opens with what happened and goes on to what was said of it
since ("signed on Wednesday ... He told shareholders on Thursday ... He added that").
"""

from __future__ import annotations

from collections.abc import Sequence

from data.events.clauses.focus import Focus, focus, session
from data.events.clauses.reported_period import reported_period, tells_figure
from data.events.clauses.stretch import Stretch
from data.events.cues import Cues
from data.events.facts import Fact, Line
from data.events.hints import SESSION
from data.events.reporting.background import background, goes_on, is_aside, points_back
from data.events.reporting.entries import Entries
from data.model import DatedDocument


class RunningDay:
    """Walks the sentences of a document in order.

    ``focus`` is the day the document is about.
    """

    def __init__(self, dated: DatedDocument, cues: Cues) -> None:
        self.focus: Focus = focus(dated)
        self._session = session(dated, self.focus)
        self._period = reported_period(dated, self.focus, cues)
        self._entries = Entries(dated)
        self._text = dated.document.text
        self._cues = cues
        self._past: Focus | None = None
        self._later: Focus | None = None
        # What the sentence before told last, and whether it told nothing else.
        self._just: Focus | None = None
        self._only = False
        self._of_just = False
        self._before = (0, 0)
        self._number = -1

    def of(self, line: Line) -> Focus:
        """The day of what a sentence tells without one; asked once for each, in their order."""
        sentence = Stretch(self._text, line.start, line.end, self._cues, self.focus, line.hints)
        follows = not line.expressions and self._number == line.number - 1
        about = self.focus
        if (entry := self._entries.of(line.start, about)) is not None:
            return entry
        if self._past and follows and goes_on(sentence, self._before, self._past):
            about = self._past
        elif self._past and not (follows and is_aside(sentence, self._before)):
            self._past = None
        self._of_just = (
            self._just is not None
            and follows
            and about is self.focus
            and points_back(sentence, self._just, only=self._only)
        )
        if self._of_just and self._just is not None:
            return self._just
        if self._period is not None and about is self.focus and tells_figure(sentence):
            return self._period
        # A scene of many days holds no session of them ("In May it won orders. Its shares rose to $9").
        in_scene = about is self._past and about.precision == "day"
        if about is not self._session and not in_scene and self._is_of_session(line):
            about = self._session
        return self._later if self._later is not None and about is self.focus else about

    def follow(self, line: Line, told: Sequence[Fact]) -> None:
        """Go on behind a sentence that tells something."""
        self._past = background(told, self.focus, self._past, self._text, self._cues)
        self._number, self._before = line.number, (line.start, line.end)
        if not self._of_just:
            self._just, self._only = _told_last(told, self.focus), len(told) == 1
        dated = [
            one for one in told if one.basis == "stated" and one.precision == "day" and one.start == one.end
        ]
        if not dated or self.focus.start is None:
            return
        first = dated[0]
        if first.start == self.focus.start:
            self._later = None
        elif self._is_later(first) and not self._is_of_session(line):
            self._later = Focus(first.start, first.end, "day", "the day told before it", self.focus.written)

    def _is_later(self, told: Fact) -> bool:
        """Whether what is told was between the day the document is about and that of its writing."""
        if told.start is None or self.focus.start is None or self.focus.is_ahead(told.start):
            return False
        dating = told.clause.dating
        return told.start > self.focus.start and dating is not None and not dating.attributive

    def _is_of_session(self, line: Line) -> bool:
        """Whether a sentence tells what a market did."""
        if not line.hints & SESSION:
            return False
        return self._cues.session.search(self._text[line.start : line.end].lower()) is not None


def _told_last(told: Sequence[Fact], focus: Focus) -> Focus | None:
    """The days of what a sentence tells last, if it says when and that it happened."""
    one = told[-1] if told else None
    if one is None or one.basis != "stated" or (one.modality, one.kind) != ("happened", "event"):
        return None
    if one.start is None or one.end is None or focus.is_ahead(one.end):
        return None
    return Focus(one.start, one.end, one.precision, "it points back to the sentence before", focus.written)
