"""A story of another year that news goes back to: the bare dates just behind its date are of that year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.dating.calendar.naming import span_in
from data.days import civil

if TYPE_CHECKING:
    from data.dating.calendar.spans import Span
    from data.model import Meaning, Mention

# A date so many days before publication is not of the year that bare months are of.
_ANOTHER_YEAR = 300
_LIMITS = ("since", "until")
# What may be told again is one of the last so many days, and none that "on Feb. 14" said so soon after it is.
_LAST, _RECENT = 6, 60


class AnotherYear:
    """Where the last date of such a story stands: in which sentence, counted from 0, and where it ends."""

    def __init__(self) -> None:
        self._sentence: int | None = None
        self._end = 0
        #: The days named with their years, long before publication.
        self._days: list[Span] = []

    def tell(self, span: Span, mention: Mention, sentence: int, published: Span) -> None:
        """Take up a day or month: one long past begins or carries on a story, another exact one ends it."""
        exact = mention.meaning.relation == "complete" and mention.meaning.type == "DATE"
        if mention.meaning.role in _LIMITS:
            # "It has not met since March 1997, and meets on March 31": no story of that year is told.
            return
        if published.start - span.end > _ANOTHER_YEAR and exact and span.unit == "day":
            self._days = [*self._days[-_LAST + 1 :], span]
        if published.start - span.end > _ANOTHER_YEAR and (exact or self.goes_on(sentence)):
            self._sentence, self._end = sentence, mention.end_char
        elif exact:
            self._sentence = None

    def told_again(self, meaning: Meaning, published: Span) -> Span | None:
        """The day of another year that a day of a month, or a feast, names again without its year.

        "He was shot on Feb. 14, 2018. ... He said he had chosen Valentine's Day".
        """
        named = meaning.holiday is not None or (meaning.day is not None and meaning.month is not None)
        if not self._days or not named:
            return None
        this_year = span_in(meaning, civil(published.start).year)
        if this_year is not None and 0 <= published.start - this_year.end <= _RECENT:
            return None
        found = (day for day in reversed(self._days) if span_in(meaning, civil(day.start).year) == day)
        return next(found, None)

    def goes_on(self, sentence: int) -> bool:
        """Whether the story's last date is in a sentence or in the one before it."""
        return self._sentence is not None and sentence - self._sentence <= 1

    def is_dated_in(self, sentence: int) -> bool:
        """Whether the story's last date is in that very sentence."""
        return sentence == self._sentence

    def is_in_paragraph(self, text: str, place: int) -> bool:
        """Whether no paragraph ends between the story's last date and an offset behind it."""
        return "\n\n" not in text[self._end : place]
