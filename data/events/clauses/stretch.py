"""A stretch of a document's text, mostly a sentence, with what its clauses are told apart by."""

from __future__ import annotations

from dataclasses import dataclass

from data.events.clauses.focus import UNKNOWN, Focus
from data.events.cues import Cues
from data.events.hints import ANY


@dataclass(frozen=True, slots=True)
class Stretch:
    """The range ``text[start:end]`` of a document's text.

    Attributes:
        text: the whole text.
        start: where the stretch begins in it.
        end: where it ends.
        cues: the words of its language.
        focus: the day that its document is about.
        hints: those of its words.
    """

    text: str
    start: int
    end: int
    cues: Cues
    focus: Focus = UNKNOWN
    hints: int = ANY

    @property
    def words(self) -> str:
        """The stretch itself."""
        return self.text[self.start : self.end]
