"""Clues to a document's publication date: what its own words and the other documents say about it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from data.dating.publication.clues import Clue
from data.dating.publication.own_words.tellings import (
    account,
    complete_dates,
    names_day,
    publication_days,
    year_days,
    years_back,
)
from data.dating.publication.stated.lines import doubtful_days
from data.dating.publication.wording import paragraph_of_post
from data.dating.resolving.resolution import resolve
from data.days import civil
from data.model import Published
from data.words import interval_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from data.dating.publication.clues import Days
    from data.dating.publication.own_words.tellings import Account, Telling
    from data.dating.publication.own_words.tense import Tense
    from data.dating.publication.stated.date_line import DateLine
    from data.dating.publication.wording import Wordings
    from data.model import Mention, Reading

#: How much a clue of each kind is believed; clues that agree are added up.
WEIGHTS = {
    "listed": 10.0,  # search results give the page this date
    "place line": 4.0,  # "NEW DELHI, Dec 6 (Agency) —"
    "in doubt": 6.0,  # "Published 03/04/2021": one day or the other
    "captured": 3.0,  # published no later than the page was saved
    "corrected": 2.0,  # a correction follows within days
    "post": 1.5,  # once for the days behind an embedded post, once more for the weeks
    "told as past": 1.0,
    "told as past, a year": 0.5,  # "2030" may be a goal
    "day of month": 1.0,
    "weekday of month": 1.0,
    "told within": 1.0,  # "next week" and "Sept. 3" in one text
}
_LATEST_PAST = 5
_MONTH = 31
_WEEK, _FORTNIGHT = 6, 13
# A text tells of something within so many days before; farther back it is background.
_SOON = 200
# A correction follows within so many days.
_CORRECTED_WITHIN = 14
# A post is shown within days as a rule, within a month nearly always.
_POST_DAYS = (3, 30)
# A sentence tells the same as another one of its text, or as a paragraph from the sentence on that tells a
# day, with so many telling words in common.
_SAME_WORDS, _SAME_WORDS_OF_PARAGRAPH = 4, 6


@dataclass(frozen=True, slots=True)
class Told:
    """A complete date that a text tells.

    Attributes:
        start, end: first and last day.
        start_char: where it stands.
        tense: whether it is told as past or as to come.
        sure: whether the words leave no doubt of that.
    """

    start: int
    end: int
    start_char: int
    tense: Tense
    sure: bool


@dataclass(frozen=True)
class Undated:
    """A document to be dated, with what is worked out of it once.

    Attributes:
        reading: the document as read.
        told: the complete dates that it tells.
        lines: the lines that state dates.
        captured: the latest day that stands beside it on its page, as a rule the day of capture.
        saved: the latest day on which its page says to have been saved.
        wordings: the telling words of the documents of its collection.
    """

    reading: Reading
    told: tuple[Told, ...]
    lines: tuple[DateLine, ...]
    captured: int | None
    saved: int | None
    wordings: Wordings

    @cached_property
    def own(self) -> Account:
        """What it says in relation to its own publication."""
        return account(self.reading)

    @cached_property
    def years_back(self) -> frozenset[int]:
        """The numbers of its sentences that tell of a year before, too."""
        return years_back(self.reading)

    def stems(self, sentence: int) -> frozenset[str]:
        """The telling words of one of its sentences."""
        return self.wordings.sentences(self.reading.document.id)[sentence]

    def stems_from(self, sentence: int) -> frozenset[str]:
        """The telling words of a sentence and of those behind it in its paragraph."""
        text, sentences = self.reading.document.text, self.reading.sentences
        after = sentence + 1
        while (
            after < len(sentences)
            and "\n" not in text[sentences[after - 1].end_char : sentences[after].start_char]
        ):
            after += 1
        return frozenset().union(*map(self.stems, range(sentence, after)))

    def words(self, telling: Telling) -> str:
        """An expression as written."""
        return self.reading.document.text[telling.mention.start_char : telling.mention.end_char]

    @cached_property
    def doubt(self) -> tuple[tuple[int, int], str] | None:
        """The two days between which a line of its head leaves open when it was published, and that line."""
        return doubtful_days(self.reading.document)

    @property
    def past(self) -> list[Told]:
        """The complete dates told as past."""
        return [told for told in self.told if told.tense == "past"]

    def first_year_days(self) -> list[int]:
        """The first days of the dates told as past; those exact to the month, if there are any."""
        fine = [told.start for told in self.past if told.end - told.start <= _MONTH]
        return fine or [told.start for told in self.past]


def undated(
    reading: Reading,
    lines: Sequence[DateLine],
    captured: int | None,
    saved: int | None,
    wordings: Wordings,
) -> Undated:
    """What a document without a stated date says of it; the arguments are as in :class:`Undated`."""
    document = reading.document
    dates = complete_dates(reading)
    complete = {mention.start_char: (tense, sure) for mention, tense, sure in dates}
    expressions = resolve(
        document.text, [mention for mention, _, _ in dates], reading.sentences, Published(),
        language=document.language or "en",
    ) if dates else ()  # fmt: skip
    stated = [(line.start_char, line.start_char + len(line.text)) for line in lines]
    told = tuple(
        Told(expression.start, expression.end, expression.start_char, *complete[expression.start_char])
        for expression in expressions
        if expression.start is not None
        and expression.end is not None
        and not expression.readings
        and not any(start <= expression.start_char < end for start, end in stated)
    )
    return Undated(reading, told, tuple(lines), captured, saved, wordings)


def own_anchors(document: Undated) -> Iterator[Clue]:
    """Clues from the text itself that tie it to the calendar."""
    if document.doubt is not None:
        (first, last), line = document.doubt
        yield Clue(((first, first), (last, last)), WEIGHTS["in doubt"], f"it says “{line}”")
    yield from _posts(document)
    yield from _weekdays_of_month(document)


def own_supports(document: Undated, years: range) -> Iterator[Clue]:
    """Clues from the text itself that bound or agree; ``years``: those a day without a year may be in."""
    yield from _bounds(document)
    yield from _yearless_lines(document, years)
    yield from _days_of_month(document, years)
    yield from _told_within(document, years)


def _bounds(document: Undated) -> Iterator[Clue]:
    for start, end in sorted({(told.start, told.end) for told in document.past})[-_LATEST_PAST:]:
        weight = WEIGHTS["told as past" if end - start <= _MONTH else "told as past, a year"]
        yield Clue(((start, None),), weight, f"it tells of {interval_words(start, end)} as past", "bound")
    if document.captured is not None:
        reason = f"its page was captured on {interval_words(document.captured, document.captured)}"
        yield Clue(((None, document.captured),), WEIGHTS["captured"], reason, "bound")


def _posts(document: Undated) -> Iterator[Clue]:
    text = document.reading.document.text
    for told in document.told:
        if told.start == told.end and paragraph_of_post(text, told.start_char) is not None:
            reason = f"it shows a post of {interval_words(told.start, told.end)}"
            for near in _POST_DAYS:
                yield Clue(((told.start, told.start + near),), WEIGHTS["post"], reason)


def _yearless_lines(document: Undated, years: range) -> Iterator[Clue]:
    for line in document.lines:
        if line.date.year is not None or line.kind == "captured":
            continue
        found = [line.date.number(year) for year in years if line.date.fits(year)]
        if found and line.kind == "corrected":
            days = tuple((day - _CORRECTED_WITHIN, day) for day in found)
            yield Clue(days, WEIGHTS["corrected"], f"it says “{line.text}”", "support")
        elif found:
            # An agency's story is out on the day it was written, or after midnight.
            days = tuple((day, day + 1) for day in found)
            yield Clue(days, WEIGHTS["place line"], f"it begins “{line.text}”", "support")


def _days_of_month(document: Undated, years: range) -> Iterator[Clue]:
    seen = set()
    for telling in document.own.tellings:
        meaning = telling.mention.meaning
        key = (meaning.month, meaning.day, telling.tense)
        if names_day(meaning) and key not in seen:
            seen.add(key)
            days = tuple(found for year in years if (found := year_days(telling, year)) is not None)
            if days:
                reason = f"it leaves out the year of “{document.words(telling)}”"
                yield Clue(days, WEIGHTS["day of month"], reason, "support")


def _weekdays_of_month(document: Undated) -> Iterator[Clue]:
    """A day of the month on a weekday ("Monday, May 14") falls so in one year of five or six.

    It is of the year behind the latest day or month that the text surely tells as past, if it falls so then.
    """
    sure = [one.start for one in document.past if one.sure and one.end - one.start <= _MONTH]
    latest = max(sure, default=None)
    if latest is None or not any(map(_names_weekday, document.reading.mentions)):
        return
    for telling in document.own.tellings:
        if not _names_weekday(telling.mention):
            continue
        year = civil(latest).year
        days = [near for each in (year, year + 1) if (near := year_days(telling, each)) is not None]
        for first, last in days:
            day = first if telling.tense == "past" else last
            if day is not None and 0 <= day - latest <= _SOON:
                within = (day, day + _WEEK) if telling.tense == "past" else (day - _FORTNIGHT, day)
                reason = f"“{document.words(telling)}” falls so in {civil(day).year}"
                yield Clue((within,), WEIGHTS["weekday of month"], reason)


def _names_weekday(mention: Mention) -> bool:
    return mention.meaning.weekday is not None and names_day(mention.meaning)


def _told_within(document: Undated, years: range) -> Iterator[Clue]:
    named = [telling for telling in document.own.tellings if names_day(telling.mention.meaning)]
    others = [telling for telling in document.own.tellings if not names_day(telling.mention.meaning)]
    telling_of: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for at, day in enumerate(named):
        for stem in document.stems(day.sentence):
            telling_of[stem].append((at, _SAME_WORDS))
        for stem in document.stems_from(day.sentence):
            telling_of[stem].append((at, _SAME_WORDS_OF_PARAGRAPH))
    for telling in others:
        shared = Counter(one for stem in document.stems(telling.sentence) for one in telling_of.get(stem, ()))
        for at in sorted({at for (at, wanted), words in shared.items() if words >= wanted}):
            day = named[at]
            if telling.tense != day.tense:
                continue
            found = tuple(_within(telling, day, years))
            if found:
                reason = f"“{document.words(telling)}” is told as “{document.words(day)}”"
                yield Clue(found, WEIGHTS["told within"], reason, "support")


def _within(telling: Telling, day: Telling, years: range) -> Iterator[Days]:
    """The days of publication if an expression means the day of a month that another one names."""
    for year in years:
        near = year_days(day, year)
        at = None if near is None else near[0] if day.tense == "past" else near[1]
        if at is not None and (days := publication_days(telling, at, at)) is not None:
            yield days
