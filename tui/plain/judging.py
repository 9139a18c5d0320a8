"""Line by line: what the user says of the event that was opened last, and why it has its date."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, get_args

from data.marks import needs_remaking
from data.model import Passage, Verification
from tui.state.judging import Judge
from tui.state.session import Session
from tui.text.why import why_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.model import Event, Mark

_STATUSES = get_args(Verification)


class PlainJudging(ABC):
    """Answers that change what the collection keeps of the user, each told and taken back by ``u``."""

    _session: Session
    _judge: Judge
    _opened: str | None = None
    """The id of the event that was opened last: nothing is said or read of one that was only listed."""

    @abstractmethod
    def _say(self, words: str, indent: str = "") -> None:
        """Tell the user something."""

    @abstractmethod
    def _source(self, number: str) -> Passage | None:
        """A passage of that event by its number; the first without one, None if there is none."""

    def _event(self) -> Event | None:
        """The event that was opened last, if it is still where the user is."""
        here = self._session.current
        if here is None or here.id != self._opened:
            self._say("Open an event first, by its number.")
            return None
        return self._session.event()

    def _why(self, number: str) -> None:
        event = self._event()
        passage = None if event is None else self._source(number)
        if event is not None and passage is not None:
            for _, pieces in why_text(event, passage, self._session.document(passage.document)):
                self._say("".join(words for words, _ in pieces))

    def _status(self, status: str) -> None:
        event = self._event()
        if event is None:
            return
        if status and status not in _STATUSES:
            self._say(f"A status is one of {', '.join(_STATUSES)}; v alone takes it away.")
            return
        self._done([self._judge.say("verification", [event], status)])

    def _tags(self, tags: str) -> None:
        event = self._event()
        if event is not None:
            self._judge.set_tags(event, tags.split(","))
            self._session.reload()
            self._say(f"Tags: {tags or 'none'}. u takes it back.")

    def _note(self, note: str) -> None:
        event = self._event()
        if event is not None:
            self._done([self._judge.say("note", [event], note)])

    def _undo(self, _argument: str) -> None:
        marks = self._judge.undo()
        if not marks:
            self._say("Nothing is left to take back.")
            return
        if needs_remaking(marks):
            self._say("The events are made anew.")
            self._judge.remake()
        self._session.reload()
        self._say(f"Taken back: {self._judge.words(marks)}.")

    def _done(self, marks: Sequence[Mark]) -> None:
        self._session.reload()
        self._say(f"{self._judge.words(marks)}. u takes it back.")
