"""A story of another year that news goes back to: the bare dates just behind its date are of that year."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.dating.calendar.spans import Span
    from data.model import Mention

# A date so many days before publication is not of the year that bare months are of.
_ANOTHER_YEAR = 300
_LIMITS = ("since", "until")


class AnotherYear:
    """Where the last date of such a story stands: in which sentence, counted from 0, and where it ends."""

    def __init__(self) -> None:
        self._sentence: int | None = None
        self._end = 0

    def tell(self, span: Span, mention: Mention, sentence: int, published: Span) -> None:
        """Take up a day or month: one long past begins or carries on a story, another exact one ends it."""
        exact = mention.meaning.relation == "complete" and mention.meaning.type == "DATE"
        if mention.meaning.role in _LIMITS:
            # "It has not met since March 1997, and meets on March 31": no story of that year is told.
            return
        if published.start - span.end > _ANOTHER_YEAR and (exact or self.goes_on(sentence)):
            self._sentence, self._end = sentence, mention.end_char
        elif exact:
            self._sentence = None

    def goes_on(self, sentence: int) -> bool:
        """Whether the story's last date is in a sentence or in the one before it."""
        return self._sentence is not None and sentence - self._sentence <= 1

    def is_dated_in(self, sentence: int) -> bool:
        """Whether the story's last date is in that very sentence."""
        return sentence == self._sentence

    def is_in_paragraph(self, text: str, place: int) -> bool:
        """Whether no paragraph ends between the story's last date and an offset behind it."""
        return "\n\n" not in text[self._end : place]
