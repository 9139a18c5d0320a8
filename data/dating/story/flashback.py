"""Where a narrative looks back for a while, and what it then goes on from.

"Maison, who had lost an eye in June 1800, slept. The next day he attacked": the day behind that of his sleep.
What a clause about a noun looks back to is left with its sentence; what a paragraph looks back to, with the
next paragraph, if the story had come to a time of day before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from data.dating.calendar.naming import names_day
from data.dating.story.looking_back import verb_looks_back
from data.dating.wording.clauses import REACH, relative_clause

if TYPE_CHECKING:
    import re

    from data.dating.calendar.spans import Span
    from data.dating.story.told_days import ToldDay
    from data.dating.wording.cues import Cues
    from data.model import Mention

# A paragraph looks back if its first verb does, so many characters behind its beginning at most.
_OPENING = 80
# What is counted so goes on from a day.
_BY_THE_DAY = ("minute", "hour", "day")


class Story(NamedTuple):
    """Where a narrative stands: its last date, what bare dates run on from, and its last days."""

    reference: Span | None
    fine: Span | None
    days: tuple[ToldDay | None, ToldDay | None]
    tells_clock: bool


class Flashback:
    """The story that a narrative left to look back, while it does."""

    def __init__(self, cues: Cues, perfect: re.Pattern[str] | None, sayings: re.Pattern[str] | None) -> None:
        self._cues, self._perfect, self._sayings = cues, perfect, sayings
        self._by_sentence: Story | None = None
        self._only_days = False
        self._end = 0
        self._by_paragraph: Story | None = None

    def tell(self, span: Span, mention: Mention, text: str, sentence: int, story: Story) -> None:
        """Take up a date of a sentence that begins at an offset, with the story before that date."""
        kept, self._by_sentence = self._by_sentence, None
        if self._perfect is None or story.reference is None:
            return
        before = story if kept is None else kept
        if before.reference is None or span.end >= before.reference.start:
            return
        back = verb_looks_back(text, mention, self._perfect)
        clause = relative_clause(text, mention.start_char, sentence, self._cues, self._sayings)
        if clause is not None and (back or mention.meaning.year is not None):
            self._by_sentence, self._only_days = before, False
            self._end = mention.end_char
        elif back and span.unit != "day":
            self._by_sentence, self._only_days = before, True

    @property
    def is_in_sentence(self) -> bool:
        """Whether a date of the present sentence has looked back."""
        return self._by_sentence is not None

    def goes_on(self, mention: Mention, story: Story) -> Story:
        """The story that the first date of another sentence goes on from."""
        kept, self._by_sentence = self._by_sentence, None
        if kept is None or (self._only_days and not _is_by_the_day(mention)):
            return story
        return kept

    def leaves_clause(self, mention: Mention, text: str, sentence: int, story: Story) -> Story:
        """The story that a date behind another of its sentence, which begins at an offset, goes on from.

        "The ship, which had been hit on 3 June, came up at 3 a.m.": a comma ends the clause about it.
        """
        kept = self._by_sentence
        if kept is None or self._only_days or not _is_by_the_day(mention):
            return story
        if text.find(",", self._end, min(mention.start_char, self._end + REACH)) < 0:
            return story
        if relative_clause(text, mention.start_char, sentence, self._cues, self._sayings) is not None:
            return story
        self._by_sentence = None
        return kept

    def goes_on_in_paragraph(
        self, opening: tuple[int, int], mention: Mention, text: str, story: Story
    ) -> Story:
        """The story that the first date of another paragraph goes on from, whose first sentence is given."""
        start, end = opening
        first = min(end, mention.start_char, start + _OPENING)
        if self._perfect is not None and self._perfect.search(text, start, first):
            if self._by_paragraph is None and story.tells_clock:
                self._by_paragraph = story
            return story
        kept, self._by_paragraph = self._by_paragraph, None
        if kept is None or kept.reference is None or not _is_by_the_day(mention):
            return story
        went_back = story.reference is not None and story.reference.end < kept.reference.start
        return kept if went_back else story


def _is_by_the_day(mention: Mention) -> bool:
    """Whether a mention goes on from a day: "at noon", "the next day", "on the 29th"."""
    meaning = mention.meaning
    if meaning.type not in ("DATE", "TIME"):
        return False
    number = meaning.day is not None and meaning.month is None and meaning.weekday is None
    clock = meaning.time is not None and not names_day(meaning)
    return number or clock or meaning.unit in _BY_THE_DAY
