"""All that resolution knows at one point of a text: the dates told so far, and the words around."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from data.dating.calendar.naming import comes_back
from data.dating.calendar.spans import Span, day_span, is_exact_to, unit_span
from data.dating.resolving.conventions import shown_order
from data.dating.story.headings import heading
from data.dating.story.looking_back import verb_looks_back
from data.dating.story.so_far import StorySoFar
from data.dating.wording.clauses import is_habitual, joins_clause
from data.dating.wording.cues import past_perfect
from data.dating.wording.games import tells_game
from data.dating.wording.lengths import Bound, lengths_of
from data.dating.wording.places import places_of
from data.dating.wording.quotations import attributions_of
from data.dating.wording.tenses import tense_at
from data.model import Anchor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.dating.wording.cues import Cues, Tense
    from data.dating.wording.tenses import Told
    from data.model import Meaning, Mention, Published, Sentence

# A weekday that ends what began so many days ago is one of the week of writing.
_WEEK = 7
# In news a month that ends what began more days ago than a year has is counted from the day of writing.
_YEAR = 366
# Before the year that sets a scene stand so few words ("Back in 2010"; "the strike of 2010" sets none).
_BEFORE_SCENE = 2
_CLAUSE_ENDS = frozenset(';"”»')


class Context(StorySoFar):
    """All that resolution knows at one point of a text: what was told so far, and the words around."""

    def __init__(
        self, text: str, mentions: Sequence[Mention], sentences: Sequence[Sentence], published: Published,
        cues: Cues, *, narrative: bool, language: str,
    ) -> None:  # fmt: skip
        super().__init__(text, mentions, sentences, published, cues, narrative=narrative, language=language)
        #: The first and last day of a publication date that is an interval, known or only bounded.
        self.published_ends: tuple[Span, ...] = ()
        if published.start is not None and published.end is not None and published.start != published.end:
            self.published_ends = (day_span(published.start), day_span(published.end))
        self.places = places_of(language)
        self._language = language
        self._lengths = lengths_of(language)
        self._attributions = attributions_of(language)

    @property
    def tells_day(self) -> bool:
        """Whether a narrative has told a day last, from which "two days after the battle" counts."""
        return self.narrative and self.reference is not None and self.reference.unit == "day"

    @property
    def follows_undated(self) -> bool:
        """Whether the last date, told no further than the sentence before, is one without days."""
        undated = self.undated_place
        return undated >= self.start_of_sentence_before and undated > next(reversed(self.dated), -1)

    def tells_day_again(self, mention: Mention) -> bool:
        """Whether a comma parts a mention from what told its day: "on 1 May it fell, a day after"."""
        told_here = self.told_days.last_place >= self.sentence[0]
        return told_here and self.text.endswith(", ", self.told_days.last_place, mention.start_char)

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

    def is_told_in(self, tense: Tense, mention: Mention, *, ahead: bool = False) -> bool:
        """Whether this is the tense around a mention, of the words after it first if asked."""
        told = self.tense(mention, ahead=ahead)
        return told is not None and told.tense == tense

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
        day = self.told_days.last
        if day is None:
            return base
        within = base.start <= day.start <= base.end
        if self._flashback.is_in_sentence and not within:
            # "He had been held in 1912; he was freed the next day": not that of another story.
            return base
        if meaning.unit in ("day", "week", "month") and base.is_coarse:
            # "The city sued in 2022; three months later ..." is not counted from the day of another sentence.
            told_here = self.is_dated_here and self.sentence[0] > self.told_days.last_place
            return base if told_here and not within and meaning.unit != "day" else day
        coarse = base.unit in ("week", "fortnight", "month") and meaning.unit in ("day", "week")
        # "Last week's killings" leave no day behind that was told just before them, nor does "this spring".
        told_now = self.told_days.last_place >= self.start_of_sentence_before
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
        told = self.told_days.last_minute
        if told is None or self.told_days.last != base:
            return None
        days, minute = divmod(told + round(minutes), 24 * 60)
        return day_span(base.start + days), f"T{minute // 60:02}:{minute % 60:02}"

    @property
    def day_just_told(self) -> Span | None:
        """The last day that the text has told, if that was in the present sentence or the one before."""
        return self.told_days.last if self.told_days.last_place >= self.start_of_sentence_before else None

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

    def reaches(self, mention: Mention) -> bool:
        """Whether a length of time reaches from now to what is to come ("will close in two weeks")."""
        lengths = self._lengths
        if lengths is None or lengths.counts(self.text, mention.start_char, self.sentence[0]):
            return False
        tense = self.tense(mention)
        ahead = tense is not None and tense.tense == "future" and tense.sure
        return ahead and tense is not None and tense.word.casefold() not in lengths.allowing

    def looks_back_from_then(self, mention: Mention) -> bool:
        """Whether the verb before a mention looks back from the past ("had sat there since dawn")."""
        perfect = past_perfect(self._cues)
        return perfect is not None and verb_looks_back(self.text, mention, perfect)

    def day_of_length(self) -> tuple[Mention, Bound] | None:
        """The mention of the day on which the length of time here begins or ends, if it stands beside it."""
        if self._lengths is None:
            return None
        return self._lengths.day_of(self.text, self.sentence, self._mentions, self._place)

    def ends_length(self) -> bool:
        """Whether the mention before the present one ends a length of time ("in the six months to June")."""
        before = self._mentions[max(0, self._place - 2) : self._place]
        if self._lengths is None or len(before) < 2 or before[0].meaning.type != "DURATION":
            return False
        tied = self._lengths.day_of(self.text, self.sentence, self._mentions, self._place - 2)
        return tied is not None and tied[0] is before[1] and tied[1] == "ends"

    def day_of_heading(self) -> tuple[Span, Anchor] | None:
        """The day alone on a line above the entry of a ticker or log that the present mention begins."""
        above = heading(self.text, self._mentions, self._place)
        day = None if above is None else self.dated.get(above.start_char)
        if day is None or day.unit != "day":
            return None
        return day, Anchor("expression", day.value, "the day that heads its entry")

    def lead_for(
        self, meaning: Meaning, base: Span, anchor: Anchor, days: int, mention: Mention
    ) -> tuple[Span, Anchor] | None:
        """The day of the lead for what is so many days behind a date that is none; None if it would be ahead.

        "The Senate voted on Wednesday. ... Toler was elected five months ago. The next day he quit."
        """
        if (meaning.unit, meaning.time, anchor.kind) != ("day", None, "expression") or self.narrative:
            return None
        published = self.published_span
        if published is None or is_exact_to(self.finest(meaning, base), "day"):
            return None
        lead = self.told_days.of_lead("past", published) if self.is_told_in("past", mention) else None
        return lead if lead is not None and lead[0].start + days <= published.end else None

    def listed(self, mention: Mention) -> Span | None:
        """The days of the name before a mention in a list of months, days or weekdays; None outside lists."""
        before = self.before_in_list(mention)
        return None if before is None else self.dated.get(before.start_char)

    def told_again(self, mention: Mention) -> Span | None:
        """The day of another year that news told before, and names again in the past without its year."""
        published, meaning = self.published_span, mention.meaning
        if self.narrative or published is None or meaning.weekday is not None or meaning.time is not None:
            return None
        again = self.another_year.told_again(meaning, published)
        return again if again is not None and self.is_told_in("past", mention) else None

    def year_beside(self, mention: Mention) -> Span | None:
        """The year before a date and a comma: "eight years ago, on April 19".

        "The year-ago period, the second quarter", names a quarter of that period's year.
        """
        before = self.apposed(mention) or self.year_ago(mention)
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
        before = self.text[start : opening.start_char].lower().split()
        if len(before) > _BEFORE_SCENE:
            return None
        # Behind a semicolon, or what somebody is quoted with, another clause begins.
        if not _CLAUSE_ENDS.isdisjoint(self.text[opening.end_char : mention.start_char]):
            return None
        span = self.dated.get(opening.start_char)
        if span is None or span.unit not in ("year", "season") or span.end >= published.start:
            return None
        if self._cues.verb_second and span.unit == "year" and not self._cues.articles.isdisjoint(before):
            # "Die 2019 gegründete Firma", "het in 2019 opgerichte bedrijf"
            return None
        return span if self.is_told_in("past", mention) else None

    def opened_for(self, meaning: Meaning) -> Span | None:
        """Where the interval began that a date ends; None if it ends none, or is better counted from now.

        "From Sept. 14 to Thursday": a weekday is of the week of writing, however long ago it all began, and
        so is in news a month of the year of writing: "from July 1979 until April".
        """
        opened, published = self.opened, self.published_span
        if meaning.role != "to" or opened is None:
            return None
        by_the_week = meaning.weekday is not None and meaning.month is None
        by_the_month = not self.narrative and meaning.month is not None and meaning.day is None
        longest = _WEEK if by_the_week else _YEAR if by_the_month else None
        if published is not None and longest is not None and published.start - opened.end > longest:
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
    def names_years(self) -> bool:
        """Whether the last date is a year or a quarter, as in a business report's comparisons."""
        return self.reference is not None and self.reference.unit in ("year", "quarter")
