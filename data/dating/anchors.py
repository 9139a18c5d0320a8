"""What an expression is counted from: the publication date or an earlier expression, and why."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from data.dating.chronicle import first_named, years_on_the_way
from data.dating.conventions import shown_order
from data.dating.cues import tense_at
from data.dating.lengths import Bound, lengths_of
from data.dating.naming import names_nothing
from data.dating.neighbours import before_in_list, day_behind, follows_last_year
from data.dating.places import places_of
from data.dating.quarters import Quarters
from data.dating.quotations import day_of_saying, is_day_of_saying, opens_with_quotation, sayings_of
from data.dating.spans import Span, day_span, published_span
from data.dating.told_days import NIGHT, ToldDays
from data.days import civil
from data.model import Anchor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.dating.cues import Cues, Told
    from data.model import Meaning, Mention, Published, Sentence

_WEEK = 7
# A year so near the beginning of its sentence moves a narrative on ("In 1942 the army ...").
_LEADING = 20
# A headline and a date line may stand before the lead.
_LEAD_SENTENCES = 3
# A date so many days before publication is not of the year that bare months are of.
_ANOTHER_YEAR = 300
_COARSE = ("year", "decade", "century", "millennium")


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
        self.places = places_of(language)
        self._sayings = sayings_of(language)
        self._lengths = lengths_of(language)
        self.quarters = Quarters()
        #: The last sentence that tells a story of another year, and where its date ends.
        self._told: int | None = None
        self._told_at = 0
        self._mentions = mentions
        self._sentences = sentences
        self._cues = cues
        self._sentence = 0
        self._place = 0

    def _is_aside(self, mention: Mention) -> bool:
        """Whether a date names its year and is not of those that the narrative goes through."""
        return bool(self.years) and mention.meaning.year is not None and mention.start_char not in self.years

    @property
    def tells_day(self) -> bool:
        """Whether a narrative has told a day last, from which "two days after the battle" counts."""
        return self.narrative and self.reference is not None and self.reference.unit == "day"

    def arrive(self, place: int, mention: Mention) -> None:
        """Go on to a mention, the place-th of the text."""
        sentences = self._sentences
        self._place = place
        while (
            self._sentence + 1 < len(sentences)
            and sentences[self._sentence + 1].start_char <= mention.start_char
        ):
            self._sentence += 1

    @property
    def sentence(self) -> tuple[int, int]:
        """The range of the sentence that the present mention is in."""
        if not self._sentences:
            return 0, len(self.text)
        sentence = self._sentences[self._sentence]
        return sentence.start_char, sentence.end_char

    @property
    def last_skips(self) -> bool:
        """Whether "last June" said in July is the June before the one that has just ended."""
        return self._cues.last_skips

    def tense(self, mention: Mention, *, ahead: bool = False) -> Told | None:
        """The tense around a mention, of the words after it first if asked, and the word that shows it."""
        return tense_at(
            self.text, mention.start_char, mention.end_char, self.sentence, self._cues, ahead=ahead
        )

    def anchor(self, base: str, mention: Mention) -> tuple[Span, Anchor] | None:
        """The anchor that words ask for ("published", "expression" or "any"); None if there is none."""
        published, reference = self.published_span, self.reference
        if base == "published" and published is not None and not self._runs_on(mention):
            return published, Anchor("published", published.value, f"published {published.value}")
        if base == "any" and published is not None and (told := self._told_before(mention)) is not None:
            return told, Anchor("expression", told.value, f"goes on from {told.value} just before it")
        if base == "any" and self.narrative and self.fine is not None:
            reference = self.fine
        if base == "any" and published is not None and reference is not None and self._went_on(mention):
            return reference, Anchor("expression", reference.value, f"went on from {reference.value}")
        if published is None and not self._can_count_from(reference, base, mention):
            return None
        if reference is not None and (base == "expression" or self.narrative or published is None):
            shown = self.text[mention.start_char : mention.end_char] if base == "expression" else ""
            why = (
                f"'{shown}' follows {reference.value}"
                if shown
                else f"the text runs on from {reference.value}"
            )
            return reference, Anchor("expression", reference.value, why)
        if self.narrative and (ahead := first_named(self._mentions[self._place + 1 :])) is not None:
            return ahead, Anchor("expression", ahead.value, "the first date after it that names its year")
        if published is not None:
            return published, Anchor("published", published.value, f"published {published.value}")
        return None

    def _can_count_from(self, reference: Span | None, base: str, mention: Mention) -> bool:
        """Whether a date may stand in for an unknown publication date; in news none may for "last week".

        A weekday needs a day to be counted from: the year named last would give one of its first days.
        """
        if base == "expression":
            return True
        if not self.narrative and (reference is None or base == "published"):
            return False
        if reference is None:
            return base != "published"
        if not self.narrative and reference.unit in _COARSE:
            return False  # a year that news mentions is not the year of its "June"
        meaning = mention.meaning
        by_the_week = meaning.weekday is not None or meaning.weekend or meaning.unit in ("week", "weekend")
        return reference.unit == "day" or not by_the_week

    def _told_before(self, mention: Mention) -> Span | None:
        """The date of another year that a bare month follows in the next sentence; None if there is none.

        "He entered the flat on 3 March 2015. On 5 March he was seen": even news tells such steps in order.
        """
        meaning = mention.meaning
        if self.narrative or self._told is None or meaning.month is None or meaning.weekday is not None:
            return None
        fine = self.fine
        if fine is None or (fine.unit not in _COARSE and meaning.month < civil(fine.start).month):
            # Steps go forward: an earlier month is of the year of writing.
            return None
        follows = self._sentence - self._told <= 1
        leads = mention.start_char - self.sentence[0] <= _LEADING
        # "In October 1981, days after he was shot on Oct. 6": of the same sentence only what lies as near.
        beside = self._sentence == self._told and self._lies_near(meaning)
        if not (follows and (leads or beside)) or "\n\n" in self.text[self._told_at : mention.start_char]:
            return None
        tense = self.tense(mention)
        return fine if tense is None or tense.tense == "past" else None

    def _went_on(self, mention: Mention) -> bool:
        """Whether a day ahead of its anchor is told in the past: "through three days" of Slavic languages."""
        meaning = mention.meaning
        if meaning.relation != "offset" or meaning.count is None or meaning.count <= 0:
            return False
        tense = self.tense(mention)
        return tense is not None and tense.tense == "past"

    def _lies_near(self, meaning: Meaning) -> bool:
        """Whether a bare date is of the month of the last date exact to it, or of the next."""
        if self.fine is None or self.fine.unit not in ("day", "month") or meaning.month is None:
            return False
        return meaning.month - civil(self.fine.start).month in (0, 1)

    def _runs_on(self, mention: Mention) -> bool:
        """Whether a word that counts from now ("two years ago") is one of a narrative's own time."""
        return self.narrative and self.reference is not None and mention.meaning.unit != "day"

    def finest(self, meaning: Meaning, base: Span) -> Span:
        """The last day instead of the last year or month, for what is counted in days from an expression."""
        day = self._days.last
        if day is None:
            return base
        if meaning.unit in ("day", "week", "month") and base.unit in _COARSE:
            return day
        within = base.start <= day.start <= base.end
        coarse = base.unit in ("week", "fortnight", "month") and meaning.unit in ("day", "week")
        return day if within and coarse else base

    def saying(self, mention: Mention) -> Mention | None:
        """The mention that tells when a quoted "today" or "last year" was said; None outside quotations."""
        if mention.meaning.base == "expression" or self._mentions[self._place] is not mention:
            return None
        start, end = self.sentence
        before = self._sentences[self._sentence - 1] if self._sentence else None
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
        if (found := self._days.since(start, time)) is not None:
            return found
        # A sentence that begins with figures is an entry of a ticker ("12:15 The minister speaks").
        entry = mention.start_char == start and self.text[start].isdigit()
        if self.published_span is None or not self._sentence or entry:
            return None
        tense, before = self.tense(mention), self._sentences[self._sentence - 1]
        if tense is None:
            return None
        found = None
        if "\n\n" not in self.text[before.end_char : start]:
            found = self._days.before(before.start_char, tense.tense, self.published_span, time)
        return found or self._days.of_lead(tense.tense, self.published_span)

    def listed(self, mention: Mention) -> Span | None:
        """The days of the name before a mention in a list of months, days or weekdays; None outside lists."""
        if self._mentions[self._place] is not mention:
            return None
        before = before_in_list(self.text, self._mentions, self._place)
        return None if before is None else self.dated.get(before.start_char)

    def day_behind(self) -> Mention | None:
        """The mention of a day close behind a time of day in its sentence."""
        return day_behind(self._mentions, self._place, self.sentence[1])

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
        self.reference = span
        leads = mention.start_char - self.sentence[0] <= _LEADING
        goes_on = self._told is not None and self._sentence - self._told <= 1
        if span.unit in ("day", "month") and self.published_span is not None:
            away = self.published_span.start - span.end
            exact = mention.meaning.relation == "complete" and mention.meaning.type == "DATE"
            if away > _ANOTHER_YEAR and (exact or goes_on):
                self._told, self._told_at = self._sentence, mention.end_char
            elif exact:
                self._told = None
        if self.fine is None or (not self._is_aside(mention) and (leads or span.unit not in _COARSE)):
            self.fine = span
        day = span if span.unit == "day" else self.exact
        self.exact = None
        if day is not None:
            aside = mention.meaning.role in ("since", "until") or is_day_of_saying(
                self.text, mention.start_char, self.sentence[0], self._sayings
            )
            # A date line names its year.
            leads = self._sentence < _LEAD_SENTENCES and mention.meaning.year is None
            night = mention.meaning.time == NIGHT
            self._days.tell(day, mention.start_char, aside=aside, night=night, leads=leads)
        if span.unit == "quarter" and mention.meaning.relation in ("bare", "complete", "current"):
            self.quarters.tell(span, mention.start_char)
