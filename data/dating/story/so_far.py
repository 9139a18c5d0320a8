"""The dates that a text has told so far, and how one more is taken up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.dating.calendar.naming import is_yesterday, names_day, names_nothing
from data.dating.calendar.spans import Span, published_span, quarter_ended, unit_span
from data.dating.story.another_year import AnotherYear
from data.dating.story.behind import Behind
from data.dating.story.chronicle import years_on_the_way
from data.dating.story.flashback import Flashback, Story
from data.dating.story.position import Position
from data.dating.story.quarters import Quarters
from data.dating.story.told_days import MIDNIGHT, NIGHT, ToldDay, ToldDays, part_of_day
from data.dating.wording.clauses import clause_start, compares, relative_clause
from data.dating.wording.cues import past_perfect
from data.dating.wording.quotations import is_day_of_saying
from data.model import Anchor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.dating.wording.cues import Cues
    from data.model import Meaning, Mention, Published, Sentence

# What shops count as a quarter may begin so many days beside one of the calendar.
_WEEK = 7
# What "the week before" may be beside, if a day of writing was told after it.
_PERIODS = ("week", "month", "year")
# A month is reported at most so many days after its end.
_A_REPORT = 62
# "Wednesday's close" is that of a noun.
_OWNED = ("'s", "’s")
# A number with its unit, and the word before its date ("$7.2 million in").
_NUMBER = re.compile(r"[$€£]?\d[\d.,]*%?(?:\s\w+){0,2}\s$")
# A headline and a date line may stand before the lead.
_LEAD_SENTENCES = 3


class StorySoFar(Position):
    """A point of a text with the dates told before it, from which others are counted."""

    def __init__(
        self, text: str, mentions: Sequence[Mention], sentences: Sequence[Sentence], published: Published,
        cues: Cues, *, narrative: bool, language: str,
    ) -> None:  # fmt: skip
        super().__init__(text, mentions, sentences, language)
        self.narrative = narrative
        self.published_span = published_span(published)
        #: The last date of the text that others can be counted from.
        self.reference: Span | None = None
        #: What a narrative's bare months and days run on from: not every year that is mentioned counts.
        self.fine: Span | None = None
        #: The last past month that was named without its year, which a report compares with others.
        self.month_told: Span | None = None
        #: The very day that "three weeks later" reaches, though its value is only a week.
        self.exact: Span | None = None
        #: The time by the clock that "20 minutes later" reaches, though its value is only a day.
        self.clock: str | None = None
        #: Where an interval began that the next mention may end ("from April to March").
        self.opened: Span | None = None
        #: The years of the dates that a narrative goes through, by where they start.
        perfect = past_perfect(cues) if narrative else None
        self.years = years_on_the_way(text, mentions, perfect) if narrative else {}
        #: The days of every date so far, by where it begins.
        self.dated: dict[int, Span] = {}
        #: Where the last date begins whose days nothing tells; -1 without one.
        self.undated_place = -1
        #: The days told so far, of which times of day may be.
        self.told_days = ToldDays()
        self.behind = Behind()
        self.quarters = Quarters()
        self.another_year = AnotherYear()
        self._tells_yesterday = False
        self._cues = cues
        self._flashback = Flashback(cues, perfect, self._sayings)

    def arrive(self, place: int, mention: Mention) -> None:
        """Go on to a mention, the place-th of the text, in a story that has looked back to where it was."""
        before = self.sentence_number
        super().arrive(place, mention)
        if not self.narrative:
            return
        flashback, parted = self._flashback, self.sentence_number != before
        if flashback.is_in_sentence and parted:
            self._story = flashback.goes_on(mention, self._story)
        elif flashback.is_in_sentence:
            self._story = flashback.leaves_clause(mention, self.text, self.sentence[0], self._story)
        opening = self.opening_since(before) if parted else None
        if opening is not None:
            self._story = flashback.goes_on_in_paragraph(opening, mention, self.text, self._story)

    @property
    def _story(self) -> Story:
        """Where the narrative stands."""
        return Story(self.reference, self.fine, self.told_days.story, self.told_days.tells_clock)

    @_story.setter
    def _story(self, story: Story) -> None:
        self.reference, self.fine, self.told_days.story = story.reference, story.fine, story.days

    @property
    def is_dated_here(self) -> bool:
        """Whether the sentence of the present mention has named a date before it."""
        return next(reversed(self.dated), -1) >= self.sentence[0]

    def remember(self, span: Span, mention: Mention) -> None:
        """Let later expressions be counted from this one."""
        before = next(reversed(self.dated), -1)
        self.dated[mention.start_char] = span
        self.opened = span if mention.meaning.role == "from" else None
        back = self.reference is not None and span.end < self.reference.start
        if self.narrative and (back or self._flashback.is_in_sentence):
            self._flashback.tell(span, mention, self.text, self.sentence[0], self._story)
        if mention.meaning.relation != "complete" and names_nothing(mention.meaning):
            return
        compared = self._is_compared(mention) or self._is_beside_number(span, before, mention)
        if not compared:
            self.reference = span
            self.behind.tell(span, self.published_span)
        if not self.is_measured_from(mention):
            self._tell_month(span, mention)
        if span.unit in ("day", "month", "season") and self.published_span is not None:
            self.another_year.tell(span, mention, self.sentence_number, self.published_span)
        moves_on = self.opens_sentence(mention) or not span.is_coarse
        if self.fine is None or (moves_on and not self._is_aside(mention)):
            self.fine = span
        self._tells_yesterday |= is_yesterday(mention.meaning)
        day = span if span.unit == "day" else self.exact
        if day is not None:
            self._tell_day(day, mention, compared=compared)
        self.exact = self.clock = None
        told = mention.meaning.relation in ("bare", "complete", "current")
        # "It earned a dime last quarter": a report may begin so.
        begins = mention.meaning.unit == "quarter" and not compared and self.quarters.tells_none
        if span.unit == "quarter" and (told or begins):
            self.quarters.tell(span, mention.start_char, self.sentence_number, self.published_span)

    def _tell_month(self, span: Span, mention: Mention) -> None:
        """Let "the same month last year" be counted from a month that has passed."""
        published = self.published_span
        if span.unit == "month" and published is not None and span.end < published.start:
            self.month_told = span if mention.meaning.relation == "bare" else self.month_told

    def is_measured_from(self, mention: Mention) -> bool:
        """Whether a change is measured from a mention ("rose 4% from a year ago")."""
        measured = self._cues.measured
        if not measured:
            return False
        if self.text.endswith(measured, self.sentence[0], mention.start_char):
            return True
        # "In June from May".
        from_words = tuple(words[words.rstrip().rfind(" ") :] for words in measured)
        behind = self.text.endswith(from_words, self.sentence[0], mention.start_char)
        return behind and self.follows_bare_month(mention, directly=True)

    @property
    def half_before(self) -> Span | None:
        """The half year that is the last date, in the sentence of the present mention or the one before."""
        reference = self.reference
        if reference is None or reference.unit != "half":
            return None
        told = next(reversed(self.dated), -1)
        return reference if told >= self.start_of_sentence_before else None

    @property
    def follows_year(self) -> bool:
        """Whether the last date is a year that the sentence of the present mention names."""
        return self.reference is not None and self.reference.unit == "year" and self.is_dated_here

    @property
    def lead_day(self) -> Span | None:
        """The only day that the lead names, shortly before publication."""
        led = None if self.published_span is None else self.told_days.of_lead("past", self.published_span)
        return None if led is None else led[0]

    def compares_quarter(self, mention: Mention) -> bool:
        """Whether a sentence compares its quarter with a mention ("in the third quarter, against $7")."""
        place = next(reversed(self.dated), -1)
        if place < self.sentence[0] or self.dated[place].unit != "quarter":
            return False
        between = self.text[place : mention.start_char]
        return any(words in between for words in self._cues.comparing)

    def compares_undated(self, mention: Mention) -> bool:
        """Whether a sentence of news without a date compares with a mention ("from $8 the year before")."""
        if self.narrative or self.is_dated_here:
            return False
        before = self.text[self.sentence[0] : mention.start_char]
        return any(words in before for words in self._cues.comparing)

    def compares_far_from_dates(self, meaning: Meaning) -> bool:
        """Whether news looks back ("a week earlier") in a sentence that names no date it could count from."""
        behind = meaning.base == "expression" and (meaning.count or 0) < 0
        return behind and not self.narrative and not self.is_dated_here

    def is_limit(self, word: str) -> bool:
        """Whether a word only ends what goes on until then ("by", "until")."""
        return word.casefold() in self._cues.future.limits

    def only_helps(self, word: str) -> bool:
        """Whether a verb of the past is only part of one, or says what something was ("had", "was")."""
        return word.casefold() in self._cues.past.helping

    def period_told(self, meaning: Meaning, day: Span) -> tuple[Span, Anchor] | None:
        """The week, month or year told just before a day of writing, which only says when it was told.

        "Claims rose last week, the office said Thursday. The week before, they had fallen".
        """
        published = self.published_span
        if self.narrative or published is None or meaning.base != "expression" or day.unit != "day":
            return None
        if meaning.unit not in _PERIODS or not 0 <= published.end - day.start < _WEEK:
            return None
        for place in reversed(self.dated):
            if place < self.start_of_sentence_before:
                return self._month_reported(meaning, day)
            span = self.dated[place]
            if span.unit == meaning.unit:
                beside = Anchor("expression", span.value, f"beside {span.value}, told before it")
                return (span, beside) if span.end < day.start else None
        return None

    def _month_reported(self, meaning: Meaning, day: Span) -> tuple[Span, Anchor] | None:
        """The month that a report told last, for "the month before" in a sentence far from any date."""
        month = self.month_told
        if month is None or meaning.unit != "month" or not 0 < day.start - month.end <= _A_REPORT:
            return None
        return month, Anchor("expression", month.value, f"beside {month.value}, told before it")

    def remember_quarter(self, span: Span, mention: Mention) -> None:
        """Let a report speak of the quarter that three months, or so many weeks, are."""
        quarter = quarter_ended(span.end)
        if abs(quarter.start - span.start) <= _WEEK:
            quarter = unit_span("quarter", (span.start + span.end) // 2)
            self.quarters.tell(quarter, mention.start_char, self.sentence_number, self.published_span)

    def _tell_day(self, day: Span, mention: Mention, *, compared: bool) -> None:
        """Let times of day that follow belong to a day, and others count from it if it is not compared."""
        meaning, place = mention.meaning, mention.start_char
        limits = meaning.role in ("since", "until")
        owned = self.text.startswith(_OWNED, mention.end_char)
        said = is_day_of_saying(self.text, place, self.sentence[0], self._sayings)
        aside = limits or owned or said
        clause = relative_clause(self.text, place, self.sentence[0], self._cues, self._sayings)
        # A date line names its year, and "two days before" goes back from what the lead names.
        other = limits or meaning.year is not None or meaning.base == "expression" or clause is not None
        beside = self._stands_beside(mention)
        leads = self.sentence_number < _LEAD_SENTENCES and not other
        overnight = meaning.time == NIGHT and meaning.relation == "bare" and not names_day(meaning)
        # Midnight ends its day: what the clock shows behind it is of the next.
        overnight |= meaning.time == MIDNIGHT and not limits
        time = meaning.time or self.clock
        part = part_of_day(time or "", meaning.mod if names_day(meaning) else None)
        told = ToldDay(day, place, time=time, overnight=overnight, clause=clause, said=said, part=part)
        self.told_days.tell(
            told, aside=aside or beside, leads=leads, beside=beside or owned, compared=compared
        )

    def _stands_beside(self, mention: Mention) -> bool:
        """Whether a day is only compared with ("7.94% Monday"), or that of a paper about yesterday."""
        if self._tells_yesterday and mention.meaning.base == "published" and mention.meaning.count == 0:
            return True
        return compares(self.text, mention.start_char, self.sentence[0], self._cues)

    def _is_compared(self, mention: Mention) -> bool:
        """Whether news only looks back to a date: "fell to the lowest since March" goes on from the fall.

        "Since Saturday, when the rebels came" tells of it.
        """
        if self.narrative or self.reference is None:
            return False
        if self.is_measured_from(mention):
            return True
        if mention.meaning.role != "since" and not self._is_in_since_clause(mention):
            return False
        return not self.text.startswith(self._cues.telling, mention.end_char)

    def _is_beside_number(self, span: Span, place: int, mention: Mention) -> bool:
        """Whether a number of a date is only compared with: "to 87 in May from 91 in April".

        ``place`` is where the last date before it stands, -1 without one.
        """
        if place < 0 or self.narrative or span.start >= self.dated[place].start or place < self.sentence[0]:
            return False
        between = self.text[place : mention.start_char]
        from_words = (words[words.rstrip().rfind(" ") :] for words in self._cues.measured)
        words = {*from_words, *(f" {word} " for word in self._cues.past.versus)}
        ends = (at + len(word) for word in words if (at := between.rfind(word)) >= 0)
        return any(_NUMBER.match(between, end) for end in ends)

    def _is_in_since_clause(self, mention: Mention) -> bool:
        """Whether a day behind another of its sentence stands in a clause of what was since then.

        "It fell on Tuesday, its worst day since the market reopened on 17 September 2001" is about Tuesday.
        """
        before = next((at for at in reversed(self.dated) if at < mention.start_char), -1)
        if before < self.sentence[0] or mention.meaning.relation != "complete":
            return False
        start = clause_start(",", self.text, mention.start_char, self.sentence[0])
        return not self._cues.past.directly.isdisjoint(self.text[start : mention.start_char].split())

    def _is_aside(self, mention: Mention) -> bool:
        """Whether a date names its year and is not of those that the narrative goes through."""
        return bool(self.years) and mention.meaning.year is not None and mention.start_char not in self.years
