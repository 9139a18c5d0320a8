"""All that resolution knows at one point of a text: the dates told so far, and the words around."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from data.dating.another_year import AnotherYear
from data.dating.chronicle import first_named, years_on_the_way
from data.dating.conventions import shown_order
from data.dating.games import tells_game
from data.dating.lengths import Bound, lengths_of
from data.dating.naming import names_nothing
from data.dating.neighbours import before_in_list, day_behind, follows_last_year, is_bare
from data.dating.places import places_of
from data.dating.quarters import Quarters
from data.dating.quotations import day_of_saying, is_day_of_saying, opens_with_quotation, sayings_of
from data.dating.spans import Span, day_span, published_span
from data.dating.tenses import joins_clause, relative_clause, tense_at
from data.dating.told_days import NIGHT, ToldDay, ToldDays, is_night

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.dating.cues import Cues
    from data.dating.tenses import Told
    from data.model import Anchor, Meaning, Mention, Published, Sentence

_WEEK = 7
# A year so near the beginning of its sentence moves a narrative on ("In 1942 the army ...").
_LEADING = 20
# Between a year and a date in it stand a comma and at most a short word.
_APPOSED = re.compile(r",\s(?:\w{1,4}\s)?(?:\w{1,4}\s)?")
# A headline and a date line may stand before the lead.
_LEAD_SENTENCES = 3


class Context:
    """All that resolution knows at one point of a text: publication date, running date, the words around."""

    def __init__(
        self, text: str, mentions: Sequence[Mention], sentences: Sequence[Sentence], published: Published,
        cues: Cues, *, narrative: bool, language: str = "en",
    ) -> None:  # fmt: skip
        self.text = text
        self.narrative = narrative
        #: The last date of the text that others can be counted from.
        self.reference: Span | None = None
        #: The date before "since 1918", from which the next sentence goes on.
        self._goes_on_from: Span | None = None
        self._days = ToldDays()
        #: What a narrative's bare months and days run on from: not every year that is mentioned counts.
        self.fine: Span | None = None
        #: The very day that "three weeks later" reaches, though its value is only a week.
        self.exact: Span | None = None
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
        self._sayings = sayings_of(language)
        self._lengths = lengths_of(language)
        self.quarters = Quarters()
        self.another_year = AnotherYear()
        self._mentions = mentions
        self._sentences = sentences
        self._cues = cues
        #: The number of the sentence that the present mention is in, counted from 0.
        self.sentence_number = 0
        self._place = 0
        #: The date that opens the sentence, while only bare ones follow: "In 2010, in March and in July".
        self._opening: Mention | None = None

    @property
    def tells_day(self) -> bool:
        """Whether a narrative has told a day last, from which "two days after the battle" counts."""
        return self.narrative and self.reference is not None and self.reference.unit == "day"

    def arrive(self, place: int, mention: Mention) -> None:
        """Go on to a mention, the place-th of the text."""
        sentences, number = self._sentences, self.sentence_number
        self._place = place
        while number + 1 < len(sentences) and sentences[number + 1].start_char <= mention.start_char:
            number += 1
        if number != self.sentence_number and self._goes_on_from is not None:
            self.reference, self._goes_on_from = self._goes_on_from, None
        self.sentence_number = number
        before = self._mentions[place - 1] if place else None
        if before is None or before.start_char < self.sentence[0]:
            self._opening = None if is_bare(mention) or mention.meaning.role is not None else mention
        elif before is not self._opening and not is_bare(before):
            self._opening = None

    @property
    def sentence(self) -> tuple[int, int]:
        """The range of the sentence that the present mention is in."""
        if not self._sentences:
            return 0, len(self.text)
        sentence = self._sentences[self.sentence_number]
        return sentence.start_char, sentence.end_char

    def opens_sentence(self, mention: Mention) -> bool:
        """Whether a mention stands near the beginning of its sentence, where it moves a narrative on."""
        return mention.start_char - self.sentence[0] <= _LEADING

    def named_ahead(self) -> Span | None:
        """The first date after the present mention that names its year."""
        return first_named(self._mentions[self._place + 1 :])

    @property
    def last_skips(self) -> bool:
        """Whether "last June" said in July is the June before the one that has just ended."""
        return self._cues.last_skips

    def tense(self, mention: Mention, *, ahead: bool = False) -> Told | None:
        """The tense around a mention, of the words after it first if asked, and the word that shows it."""
        return tense_at(
            self.text, mention.start_char, mention.end_char, self.sentence, self._cues, ahead=ahead
        )

    def looks_ahead(self, mention: Mention) -> bool:
        """Whether what is at a mention lies ahead of the day of writing: "he will return in July"."""
        tense = self.tense(mention)
        return tense is not None and tense.tense == "future" and tense.word.casefold() in self._cues.from_now

    def finest(self, meaning: Meaning, base: Span) -> Span:
        """The last day instead of the last year or month, for what is counted in days from an expression."""
        day = self._days.last
        if day is None:
            return base
        if meaning.unit in ("day", "week", "month") and base.is_coarse:
            return day
        within = base.start <= day.start <= base.end
        coarse = base.unit in ("week", "fortnight", "month") and meaning.unit in ("day", "week")
        return day if within and coarse else base

    def saying(self, mention: Mention) -> Mention | None:
        """The mention that tells when a quoted "today" or "last year" was said; None outside quotations."""
        if mention.meaning.base == "expression" or self._mentions[self._place] is not mention:
            return None
        start, end = self.sentence
        before = self._sentences[self.sentence_number - 1] if self.sentence_number else None
        said = day_of_saying(self.text, self._mentions, self._place, (start, end), self._sayings)
        goes_on = before is not None and opens_with_quotation(self.text, start)
        if (
            said is None
            and before is not None
            and goes_on
            and "\n\n" not in self.text[before.end_char : start]
        ):
            # "He said on Monday ... "Tomorrow ...": the speaker goes on, and so after "it ended on Monday".
            for range_ in ((before.start_char, end), (before.start_char, before.end_char)):
                said = day_of_saying(self.text, self._mentions, self._place, range_, self._sayings)
                if said is None or said.meaning.weekday is not None or said.meaning.day is not None:
                    break
        return said

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
            return None if self._is_last_night(found[0], time, mention) else found
        # A sentence that begins with figures is an entry of a ticker ("12:15 The minister speaks").
        entry = mention.start_char == start and self.text[start].isdigit()
        if self.published_span is None or not self.sentence_number or entry:
            return None
        tense, before = self.tense(mention), self._sentences[self.sentence_number - 1]
        if tense is None:
            return None
        found = None
        if "\n\n" not in self.text[before.end_char : start]:
            found = self._days.before(before.start_char, tense.tense, self.published_span, time)
        return found or self._days.of_lead(tense.tense, self.published_span)

    def _is_last_night(self, day: Span, time: str, mention: Mention) -> bool:
        """Whether a night told in the past cannot be that of a day, which is the day of writing."""
        if time != NIGHT or self.published_span is None or day.start != self.published_span.start:
            return False
        tense = self.tense(mention)
        return tense is not None and tense.tense == "past"

    def listed(self, mention: Mention) -> Span | None:
        """The days of the name before a mention in a list of months, days or weekdays; None outside lists."""
        if self._mentions[self._place] is not mention:
            return None
        before = before_in_list(self.text, self._mentions, self._place)
        return None if before is None else self.dated.get(before.start_char)

    def year_beside(self, mention: Mention) -> Span | None:
        """The year that stands directly before a date and a comma: "eight years ago, on April 19"."""
        if self._mentions[self._place] is not mention or not self._place:
            return None
        before = self._mentions[self._place - 1]
        year = self.dated.get(before.start_char)
        apposed = _APPOSED.fullmatch(self.text, before.end_char, mention.start_char) is not None
        return year if apposed and year is not None and year.unit == "year" else None

    def scene(self, mention: Mention) -> Span | None:
        """The past year or season with which news opens the sentence: "In 2010 it opened a plant in May"."""
        start, published = self.sentence[0], self.published_span
        if self.narrative or published is None or self._mentions[self._place] is not mention:
            return None
        opening = self._opening
        if opening is None or opening is mention or not self.opens_sentence(opening) or joins_clause(
            self.text, mention.start_char, start, self._cues
        ):  # fmt: skip
            return None
        span = self.dated.get(opening.start_char)
        if span is None or span.unit not in ("year", "season") or span.end >= published.start:
            return None
        tense = self.tense(mention)
        return span if tense is not None and tense.tense == "past" else None

    def closing(self, mention: Mention) -> Meaning | None:
        """What the next mention means if it ends the interval that the present one opens."""
        after = self._mentions[self._place + 1 : self._place + 2]
        if mention.meaning.role != "from" or self._mentions[self._place] is not mention or not after:
            return None
        return after[0].meaning if after[0].meaning.role == "to" else None

    def day_behind(self) -> Mention | None:
        """The mention of a day close behind a time of day in its sentence."""
        return day_behind(self.text, self._mentions, self._place, self.sentence[1])

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

    @property
    def month_before(self) -> Span | None:
        """The month that is the last date before the present mention, if its sentence names it."""
        reference = self.reference
        if reference is None or reference.unit != "month":
            return None
        return reference if next(reversed(self.dated), -1) >= self.sentence[0] else None

    @property
    def names_years(self) -> bool:
        """Whether the last date is a year or a quarter, as in a business report's comparisons."""
        return self.reference is not None and self.reference.unit in ("year", "quarter")

    @property
    def follows_last_year(self) -> bool:
        """Whether the mention before the present one, in its sentence, is "last year"."""
        return follows_last_year(self._mentions, self._place, self.sentence[0])

    def remember(self, span: Span, mention: Mention) -> None:
        """Let later expressions be counted from this one."""
        self.dated[mention.start_char] = span
        self.opened = span if mention.meaning.role == "from" else None
        if mention.meaning.relation != "complete" and names_nothing(mention.meaning):
            return
        if mention.meaning.role == "since" and not self.narrative:
            # "The first title since 1918.": the next sentence goes on from the day told before.
            self._goes_on_from = self._goes_on_from or self.reference
        else:
            self._goes_on_from = None
        self.reference = span
        if span.unit in ("day", "month") and self.published_span is not None:
            self.another_year.tell(span, mention, self.sentence_number, self.published_span)
        moves_on = self.opens_sentence(mention) or not span.is_coarse
        if self.fine is None or (moves_on and not self._is_aside(mention)):
            self.fine = span
        day = span if span.unit == "day" else self.exact
        self.exact = None
        if day is not None:
            self._tell_day(day, mention)
        if span.unit == "quarter" and mention.meaning.relation in ("bare", "complete", "current"):
            self.quarters.tell(span, mention.start_char)

    def _tell_day(self, day: Span, mention: Mention) -> None:
        """Let the times of day that follow belong to a day."""
        meaning, place = mention.meaning, mention.start_char
        limits = meaning.role in ("since", "until")
        aside = limits or is_day_of_saying(self.text, place, self.sentence[0], self._sayings)
        clause = relative_clause(self.text, place, self.sentence[0], self._cues, self._sayings)
        # A date line names its year.
        leads = self.sentence_number < _LEAD_SENTENCES and meaning.year is None and not limits
        told = ToldDay(day, place, night=is_night(meaning.time), clause=clause)
        self._days.tell(told, aside=aside, leads=leads)

    def _is_aside(self, mention: Mention) -> bool:
        """Whether a date names its year and is not of those that the narrative goes through."""
        return bool(self.years) and mention.meaning.year is not None and mention.start_char not in self.years
