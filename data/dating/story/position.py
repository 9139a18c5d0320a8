"""Where resolution is in a text: the present mention, its sentence, and the mentions beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.dating.calendar.naming import names_day, span_in
from data.dating.story.chronicle import first_named
from data.dating.story.neighbours import before_in_list, day_behind, follows_last_year, is_bare
from data.dating.wording.quotations import is_day_of_saying, saying_of, sayings_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.dating.calendar.spans import Span
    from data.model import Meaning, Mention, Sentence

# A year so near the beginning of its sentence moves a narrative on ("In 1942 the army ...").
_LEADING = 20
# What comes back has so many times of day: it opens and closes.
_CLOCKS = 2
# Between it and them stand a comma and a short word or two.
_BETWEEN_CLOCKS = re.compile(r",?\s(?:[^\s.,:;()]{1,7}\s){0,2}")
# "From a year earlier" stands at most so many characters behind the month that it compares.
_COMPARED = 60
# A word such as "from", with its spaces, is no longer.
_WORD = 6
# Between "two years ago" and a date in that year stands a short word ("in May").
_OF_YEAR = re.compile(r"\s(?:\w{1,2}\s)?")
# Between a year and a date in it stand a comma and at most two short words.
_APPOSED = re.compile(r",\s(?:\w{1,3}\s)?(?:\w{1,3}\s)?")


class Position:
    """Where resolution is in a text, whose mentions it goes through in order."""

    def __init__(
        self, text: str, mentions: Sequence[Mention], sentences: Sequence[Sentence], language: str
    ) -> None:
        self.text = text
        #: The number of the sentence that the present mention is in, counted from 0.
        self.sentence_number = 0
        #: The sentence before it, if both are of one paragraph.
        self.sentence_before: Sentence | None = None
        self.sentence_before_that: Sentence | None = None
        self._mentions = mentions
        self._sentences = sentences
        self._sayings = sayings_of(language)
        self._place = 0
        #: The date that opens the sentence, while only bare ones follow: "In 2010, in March and in July".
        self._opening: Mention | None = None

    def arrive(self, place: int, mention: Mention) -> None:
        """Go on to a mention, the place-th of the text."""
        sentences, number = self._sentences, self.sentence_number
        self._place = place
        while number + 1 < len(sentences) and sentences[number + 1].start_char <= mention.start_char:
            number += 1
        if number != self.sentence_number:
            self.sentence_number = number
            last = sentences[number - 1]
            parted = "\n\n" in self.text[last.end_char : self.sentence[0]]
            self.sentence_before = None if parted else last
            self.sentence_before_that = None
            if number > 1 and not parted:
                earlier = sentences[number - 2]
                apart = "\n\n" in self.text[earlier.end_char : last.start_char]
                self.sentence_before_that = None if apart else earlier
        before = self._before
        if before is None or before.start_char < self.sentence[0]:
            self._opening = None if is_bare(mention) or mention.meaning.role is not None else mention
        elif before is not self._opening and not is_bare(before):
            self._opening = None

    def opening_since(self, number: int) -> tuple[int, int] | None:
        """The first sentence of the present paragraph, if that begins behind a sentence of a number."""
        for here in range(self.sentence_number, number, -1):
            first = self._sentences[here]
            if "\n\n" in self.text[self._sentences[here - 1].end_char : first.start_char]:
                return first.start_char, first.end_char
        return None

    @property
    def sentence(self) -> tuple[int, int]:
        """The range of the sentence that the present mention is in."""
        if not self._sentences:
            return 0, len(self.text)
        sentence = self._sentences[self.sentence_number]
        return sentence.start_char, sentence.end_char

    @property
    def start_of_sentence_before(self) -> int:
        """Where the sentence before the present one begins, in its paragraph or not; 0 in the first."""
        return self._sentences[self.sentence_number - 1].start_char if self.sentence_number else 0

    @property
    def _before(self) -> Mention | None:
        return self._mentions[self._place - 1] if self._place else None

    @property
    def of_every_day(self) -> bool:
        """Whether the present mention is of what comes back beside it: "every night from 1 a.m."."""
        here = self._place
        if self._mentions[here].meaning.role in ("since", "until"):
            return False
        return self._comes_back(range(here - 1, here - 1 - _CLOCKS, -1)) or self._comes_back(
            range(here + 1, here + 1 + _CLOCKS)
        )

    def _comes_back(self, places: range) -> bool:
        """Whether what comes back stands at one of some places, clocks and short words between."""
        near = self._mentions[self._place]
        for place in places:
            if not 0 <= place < len(self._mentions):
                return False
            mention = self._mentions[place]
            first, second = (mention, near) if places.step < 0 else (near, mention)
            if not _BETWEEN_CLOCKS.fullmatch(self.text, first.end_char, second.start_char):
                return False
            if mention.meaning.type == "SET":
                return True
            if mention.meaning.type != "TIME" or names_day(mention.meaning):
                return False
            near = mention
        return False

    @property
    def follows_a_vague_past(self) -> bool:
        """Whether the mention before the present one tells of a past without any date ("weeks ago")."""
        before = self._before
        return before is not None and before.meaning.reference == "PAST_REF"

    def _is_at(self, mention: Mention) -> bool:
        """Whether a mention is the present one, and not another that is asked for on its behalf."""
        return self._mentions[self._place] is mention

    def opens_sentence(self, mention: Mention) -> bool:
        """Whether a mention stands near the beginning of its sentence, where it moves a narrative on."""
        return mention.start_char - self.sentence[0] <= _LEADING

    def named_ahead(self) -> Span | None:
        """The first date after the present mention that names its year."""
        return first_named(self._mentions[self._place + 1 :])

    def saying(self, mention: Mention) -> Mention | None:
        """The mention that tells when a quoted "today" or "last year" was said; None outside quotations."""
        if mention.meaning.base == "expression" or not self._is_at(mention):
            return None
        return saying_of(
            self.text, self._mentions, self._place, self.sentence, self.sentence_before, self._sayings
        )

    def before_in_list(self, mention: Mention) -> Mention | None:
        """The name before a mention in a list of months, days or weekdays; None outside lists."""
        return before_in_list(self.text, self._mentions, self._place) if self._is_at(mention) else None

    def apposed(self, mention: Mention) -> Mention | None:
        """What stands directly before a mention and a comma: "eight years ago, on April 19"."""
        before = self._before if self._is_at(mention) else None
        if before is None or not _APPOSED.fullmatch(self.text, before.end_char, mention.start_char):
            return None
        return before

    def year_ago(self, mention: Mention) -> Mention | None:
        """The year of which a date is that stands behind it: "five years ago in March"."""
        before = self._before if self._is_at(mention) else None
        if before is None or not _OF_YEAR.fullmatch(self.text, before.end_char, mention.start_char):
            return None
        meaning = before.meaning
        counted = (meaning.base, meaning.unit, meaning.exact) == ("published", "year", None)
        behind = meaning.relation == "previous" or (meaning.count or 0) < 0
        return before if counted and behind and meaning.type == "DATE" else None

    def follows_bare_month(self, mention: Mention, *, directly: bool = False) -> bool:
        """Whether the mention before one is a month of no year, a few words before it, or a single one."""
        before = self._before if self._is_at(mention) else None
        reach = _WORD if directly else _COMPARED
        if before is None or mention.start_char - before.end_char > reach:
            return False
        meaning = before.meaning
        named = meaning.month is not None and meaning.day is None and meaning.role is None
        return named and meaning.relation == "bare"

    def told_behind(self, mention: Mention) -> Span | None:
        """The days of a date with its year that stands behind a mention and a comma: "later, in 1997,"."""
        after = self._mentions[self._place + 1 : self._place + 2]
        if not after or not self._is_at(mention) or after[0].meaning.type != "DATE":
            return None
        if not _APPOSED.fullmatch(self.text, mention.end_char, after[0].start_char):
            return None
        meaning = after[0].meaning
        return None if meaning.year is None or meaning.era is not None else span_in(meaning, meaning.year)

    def closing(self, mention: Mention) -> Meaning | None:
        """What the next mention means if it ends the interval that the present one opens."""
        after = self._mentions[self._place + 1 : self._place + 2]
        if mention.meaning.role != "from" or not self._is_at(mention) or not after:
            return None
        return after[0].meaning if after[0].meaning.role == "to" else None

    def tells_saying(self, mention: Mention) -> bool:
        """Whether a mention only tells when something was said ("it fell at 6, police said Friday")."""
        return is_day_of_saying(self.text, mention.start_char, self.sentence[0], self._sayings)

    def day_behind(self) -> Mention | None:
        """The mention of a day close behind a time of day in its sentence."""
        return day_behind(self.text, self._mentions, self._place, self.sentence[1])

    @property
    def follows_last_year(self) -> bool:
        """Whether the mention before the present one, in its sentence, is "last year"."""
        return follows_last_year(self._mentions, self._place, self.sentence[0])
