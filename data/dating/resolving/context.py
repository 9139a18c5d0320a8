"""All that resolution knows at one point of a text: the dates told so far, and the words around."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from data.dating.calendar.naming import comes_back, is_yesterday, names_day, names_nothing
from data.dating.calendar.spans import Span, day_span, is_exact_to, published_span, quarter_ended, unit_span
from data.dating.resolving.conventions import shown_order
from data.dating.story.another_year import AnotherYear
from data.dating.story.behind import Behind
from data.dating.story.chronicle import years_on_the_way
from data.dating.story.position import Position
from data.dating.story.quarters import Quarters
from data.dating.story.told_days import MIDNIGHT, NIGHT, ToldDay, ToldDays
from data.dating.wording.games import tells_game
from data.dating.wording.lengths import Bound, lengths_of
from data.dating.wording.places import places_of
from data.dating.wording.quotations import attributions_of, is_day_of_saying
from data.dating.wording.tenses import (
    clause_start,
    compares,
    is_habitual,
    joins_clause,
    relative_clause,
    tense_at,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.dating.wording.cues import Cues
    from data.dating.wording.tenses import Told
    from data.model import Anchor, Meaning, Mention, Published, Sentence

_WEEK = 7
# "Wednesday's close" is that of a noun.
_OWNED = ("'s", "’s")
# Before the year that sets a scene stand so few words ("Back in 2010"; "the strike of 2010" sets none).
_BEFORE_SCENE = 2
# A headline and a date line may stand before the lead.
_LEAD_SENTENCES = 3


class Context(Position):
    """All that resolution knows at one point of a text: publication date, running date, the words around."""

    def __init__(
        self, text: str, mentions: Sequence[Mention], sentences: Sequence[Sentence], published: Published,
        cues: Cues, *, narrative: bool, language: str = "en",
    ) -> None:  # fmt: skip
        super().__init__(text, mentions, sentences, language)
        self.narrative = narrative
        #: The last date of the text that others can be counted from.
        self.reference: Span | None = None
        self.behind = Behind()
        self._days = ToldDays()
        self._tells_yesterday = False
        #: What a narrative's bare months and days run on from: not every year that is mentioned counts.
        self.fine: Span | None = None
        #: The very day that "three weeks later" reaches, though its value is only a week.
        self.exact: Span | None = None
        #: The time by the clock that "20 minutes later" reaches, though its value is only a day.
        self.clock: str | None = None
        #: Where an interval began that the next mention may end ("from April to March").
        self.opened: Span | None = None
        #: The years of the dates that a narrative goes through, by where they start.
        self.years = years_on_the_way(text, mentions) if narrative else {}
        self.published_span = published_span(published)
        #: The first and last day of a publication date that is an interval, known or only bounded.
        self.published_ends: tuple[Span, ...] = ()
        if published.start is not None and published.end is not None and published.start != published.end:
            self.published_ends = (day_span(published.start), day_span(published.end))
        #: The days of every date so far, by where it begins.
        self.dated: dict[int, Span] = {}
        self._language = language
        self.places = places_of(language)
        self._lengths = lengths_of(language)
        self.quarters = Quarters()
        self.another_year = AnotherYear()
        self._cues = cues
        self._attributions = attributions_of(language)

    @property
    def tells_day(self) -> bool:
        """Whether a narrative has told a day last, from which "two days after the battle" counts."""
        return self.narrative and self.reference is not None and self.reference.unit == "day"

    @property
    def last_skips(self) -> bool:
        """Whether "last June" said in July is the June before the one that has just ended."""
        return self._cues.last_skips

    @property
    def next_skips(self) -> bool:
        """Whether "next Thursday" said on a Wednesday is that of the next week."""
        return self._cues.next_skips

    def tense(self, mention: Mention, *, ahead: bool = False) -> Told | None:
        """The tense around a mention, and the word that shows it.

        Of the words after it first if asked, or if they tell of it: "before Friday, when figures come out".
        """
        ahead = ahead or self.text.startswith(self._cues.telling, mention.end_char)
        return tense_at(
            self.text, mention.start_char, mention.end_char, self.sentence, self._cues, self._attributions,
            ahead=ahead,
        )  # fmt: skip

    def is_habitual(self, mention: Mention) -> bool:
        """Whether what a mention names comes back every year or week: "is usually held in June"."""
        start = self.sentence[0]
        return comes_back(mention.meaning) and is_habitual(self.text, mention.start_char, start, self._cues)

    def looks_ahead(self, mention: Mention) -> bool:
        """Whether what is at a mention lies ahead of the day of writing: "he will return in July"."""
        tense = self.tense(mention)
        return (
            tense is not None
            and tense.tense == "future"
            and tense.word.casefold() in self._cues.future.from_now
        )

    def finest(self, meaning: Meaning, base: Span) -> Span:
        """The last day instead of what is longer, for what is counted in days from an expression."""
        day = self._days.last
        if day is None:
            return base
        within = base.start <= day.start <= base.end
        if meaning.unit in ("day", "week", "month") and base.is_coarse:
            # "The city sued in 2022; three months later ..." is not counted from the day of another sentence.
            told_here = next(reversed(self.dated), -1) >= self.sentence[0] > self._days.last_place
            return base if told_here and not within and meaning.unit != "day" else day
        coarse = base.unit in ("week", "fortnight", "month") and meaning.unit in ("day", "week")
        # "Last week's killings" leave no day behind that was told just before them, nor does "this spring".
        told_now = self._days.last_place >= self.start_of_sentence_before
        stays = not self.narrative and meaning.unit == "day" and not is_exact_to(base, "day") and told_now
        # "Shares fell on Monday. The week before had been worse. The day before": before Monday.
        looked_back = (
            meaning.relation == "previous"
            and meaning.unit == "day"
            and not is_exact_to(base, "day")
            and base.end < day.start
        )
        return day if (within and coarse) or stays or looked_back else base

    def minutes_away(self, base: Span, minutes: float) -> tuple[Span, str] | None:
        """The day and clock so many minutes from the clock that was told last, if it was of a day."""
        told = self._days.last_minute
        if told is None or self._days.last != base:
            return None
        days, minute = divmod(told + round(minutes), 24 * 60)
        return day_span(base.start + days), f"T{minute // 60:02}:{minute % 60:02}"

    @cached_property
    def shown_order(self) -> tuple[bool, str] | None:
        """Whether the text writes the month first in dates of digits, with a date that shows it."""
        return shown_order(self.text, self._mentions)

    @cached_property
    def tells_game(self) -> bool:
        """Whether the text reports a game, whose quarters and halves are none of the calendar."""
        return tells_game(self.text, self._language)

    def looks_back(self, mention: Mention) -> bool:
        """Whether a length of time ends now: "for the first time in 41 years"."""
        lengths = self._lengths
        return lengths is not None and lengths.looks_back(self.text, mention.start_char, self.sentence[0])

    def day_of_length(self) -> tuple[Mention, Bound] | None:
        """The mention of the day on which the length of time here begins or ends, if it stands beside it."""
        if self._lengths is None:
            return None
        return self._lengths.day_of(self.text, self.sentence, self._mentions, self._place)

    def day_beside(self, mention: Mention) -> tuple[Span, Anchor] | None:
        """The day of a time of day: named before it in its sentence or the one before, or in the lead."""
        start = self.sentence[0]
        if mention.meaning.base != "any":
            return None
        time = mention.meaning.time or ""
        if (found := self._days.since(start, time, self.text, mention.start_char)) is not None:
            return None if self._is_still_ahead(found[0], time, mention) else found
        # A sentence that begins with figures is an entry of a ticker ("12:15 The minister speaks").
        entry = mention.start_char == start and self.text[start].isdigit()
        if self.published_span is None or not self.sentence_number or entry:
            return None
        tense, before = self.tense(mention), self.sentence_before
        if tense is None:
            return None
        if before is not None:
            told = tense.tense, self.published_span, time
            found = self._days.before(before.start_char, *told)
            that = self.sentence_before_that
            if found is None and that is not None and self._days.told_place < before.start_char:
                found = self._days.before(that.start_char, *told, quiet=True)
            if found is not None and not self._is_still_ahead(found[0], time, mention):
                return found
        return self._days.of_lead(tense.tense, self.published_span)

    def _is_still_ahead(self, day: Span, time: str, mention: Mention) -> bool:
        """Whether a night told in the past, or its midnight, cannot be that of a day, the day of writing."""
        ends_day = time in (NIGHT, MIDNIGHT)
        if not ends_day or self.published_span is None or day.start != self.published_span.start:
            return False
        tense = self.tense(mention)
        return tense is not None and tense.tense == "past"

    def listed(self, mention: Mention) -> Span | None:
        """The days of the name before a mention in a list of months, days or weekdays; None outside lists."""
        before = self.before_in_list(mention)
        return None if before is None else self.dated.get(before.start_char)

    def year_beside(self, mention: Mention) -> Span | None:
        """The year before a date and a comma: "eight years ago, on April 19".

        "The year-ago period, the second quarter", names a quarter of that period's year.
        """
        before = self.apposed(mention)
        if before is None or joins_clause(self.text, mention.start_char, self.sentence[0], self._cues):
            # "Lost money last year, and in February it sold a ship"
            return None
        span = self.dated.get(before.start_char)
        if span is None:
            return None
        if span.unit == "quarter" and mention.meaning.quarter is not None and before.meaning.quarter is None:
            return unit_span("year", span.start)
        return span if span.unit == "year" else None

    def scene(self, mention: Mention) -> Span | None:
        """The past year or season with which news opens the sentence: "In 2010 it opened a plant in May"."""
        start, published = self.sentence[0], self.published_span
        if self.narrative or published is None or not self._is_at(mention):
            return None
        opening = self._opening
        if opening is None or opening is mention or not self.opens_sentence(opening) or joins_clause(
            self.text, mention.start_char, start, self._cues
        ):  # fmt: skip
            return None
        if len(self.text[start : opening.start_char].split()) > _BEFORE_SCENE:
            return None
        if ";" in self.text[opening.end_char : mention.start_char]:
            return None
        span = self.dated.get(opening.start_char)
        if span is None or span.unit not in ("year", "season") or span.end >= published.start:
            return None
        tense = self.tense(mention)
        return span if tense is not None and tense.tense == "past" else None

    def opened_for(self, meaning: Meaning) -> Span | None:
        """Where the interval began that a date ends; None if it ends none, or is better counted from now.

        "From Sept. 14 to Thursday": a weekday is of the week of writing, however long ago it all began.
        """
        opened, published = self.opened, self.published_span
        if meaning.role != "to" or opened is None:
            return None
        by_the_week = meaning.weekday is not None and meaning.month is None
        if by_the_week and published is not None and published.start - opened.end > _WEEK:
            return None
        return opened

    def quarter_near(self, mention: Mention) -> Span | None:
        """The quarter that a report told shortly before a mention."""
        return self.quarters.near(mention.start_char, self.sentence_number)

    @property
    def last_quarter(self) -> Span | None:
        """The quarter that a report told last, else the last that had ended when it was published."""
        return self.quarters.last(self.sentence_number, self.published_span)

    @property
    def month_before(self) -> Span | None:
        """The month that is the last date before the present mention, if its sentence names it."""
        reference = self.reference
        if reference is None or reference.unit != "month":
            return None
        return reference if self.is_dated_here else None

    @property
    def is_dated_here(self) -> bool:
        """Whether the sentence of the present mention has named a date before it."""
        return next(reversed(self.dated), -1) >= self.sentence[0]

    @property
    def names_years(self) -> bool:
        """Whether the last date is a year or a quarter, as in a business report's comparisons."""
        return self.reference is not None and self.reference.unit in ("year", "quarter")

    def remember(self, span: Span, mention: Mention) -> None:
        """Let later expressions be counted from this one."""
        self.dated[mention.start_char] = span
        self.opened = span if mention.meaning.role == "from" else None
        if mention.meaning.relation != "complete" and names_nothing(mention.meaning):
            return
        compared = self._is_compared(mention)
        if not compared:
            self.reference = span
            self.behind.tell(span, self.published_span)
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
        if span.unit == "quarter" and mention.meaning.relation in ("bare", "complete", "current"):
            self.quarters.tell(span, mention.start_char, self.sentence_number, self.published_span)

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
        aside = limits or owned or is_day_of_saying(self.text, place, self.sentence[0], self._sayings)
        clause = relative_clause(self.text, place, self.sentence[0], self._cues, self._sayings)
        # A date line names its year, and "two days before" goes back from what the lead names.
        other = limits or meaning.year is not None or meaning.base == "expression" or clause is not None
        beside = self._stands_beside(mention)
        leads = self.sentence_number < _LEAD_SENTENCES and not other
        overnight = meaning.time == NIGHT and meaning.relation == "bare" and not names_day(meaning)
        # Midnight ends its day: what the clock shows behind it is of the next.
        overnight |= meaning.time == MIDNIGHT and not limits
        told = ToldDay(day, place, time=meaning.time or self.clock, overnight=overnight, clause=clause)
        self._days.tell(told, aside=aside or beside, leads=leads, beside=beside or owned, compared=compared)

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
        if mention.meaning.role != "since" and not self._is_in_since_clause(mention):
            return False
        return not self.text.startswith(self._cues.telling, mention.end_char)

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
