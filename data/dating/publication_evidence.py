"""Clues to a document's publication date: what its own words and the other documents say about it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.dating.publication_clues import Clue
from data.dating.publication_lines import date_lines
from data.dating.publication_tellings import account, firm_likeness, names_day, publication_days, year_days
from data.dating.resolution import resolve
from data.model import Published
from data.words import interval_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.dating.publication_clues import Days
    from data.dating.publication_lines import DateLine
    from data.dating.publication_statements import Statement, Statements
    from data.dating.publication_tellings import Account, Telling, Tense
    from data.model import Reading

#: How much a clue of each kind is believed; clues that agree are added up.
WEIGHTS = {
    "listed": 10.0,  # search results give the page this date
    "place line": 4.0,  # "NEW DELHI, Dec 6 (Agency) —"
    "captured": 3.0,  # published no later than the page was saved
    "corrected": 2.0,  # a correction follows within days
    "same title": 2.0,  # times the likeness of the titles
    "same sentences": 2.0,
    "post": 1.5,  # once for the days behind an embedded post, once more for the weeks
    "told as past": 1.0,
    "told as past, a year": 0.5,  # "2030" may be a goal
    "day of month": 1.0,
    "told within": 1.0,  # "next week" and "Sept. 3" in one text
    "told elsewhere": 2.0,  # times the likeness of the sentences
}
# A sentence dated by an inferred publication date counts less.
_INFERRED = 0.7
# Sentences less alike than this count less, and only where a chance agreement is rare.
CLEARLY_ALIKE = 0.3
_MOST_CLUES = 60
_LATEST_PAST = 5
_MONTH = 31
# A correction follows within so many days.
_CORRECTED_WITHIN = 14
# A post is shown within days as a rule, within a month nearly always.
_POST_DAYS = (3, 30)
# The stamp of an embedded post: "— Name (@name) December 6, 2021".
_POST = re.compile(r"\(@\w+\)\s*\Z")
_POST_REACH = 60
# Sentences of one text with so many telling words in common tell the same.
_SAME_WORDS = 4


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


@dataclass(frozen=True, slots=True)
class Undated:
    """A document to be dated, with what is worked out of it once.

    Attributes:
        reading: the document as read.
        own: what it says in relation to its own publication.
        told: the complete dates that it tells.
        lines: the lines that state dates.
        captured: the latest day that stands beside it on its page, as a rule the day of capture.
        saved: the latest day on which its page says to have been saved.
    """

    reading: Reading
    own: Account
    told: tuple[Told, ...]
    lines: tuple[DateLine, ...]
    captured: int | None
    saved: int | None

    def words(self, telling: Telling) -> str:
        """An expression as written."""
        return self.reading.document.text[telling.mention.start_char : telling.mention.end_char]

    @property
    def past(self) -> list[Told]:
        """The complete dates told as past."""
        return [told for told in self.told if told.tense == "past"]

    def first_year_days(self) -> list[int]:
        """The first days of the dates told as past; those exact to the month, if there are any."""
        fine = [told.start for told in self.past if told.end - told.start <= _MONTH]
        return fine or [told.start for told in self.past]


def undated(reading: Reading, captured: int | None, saved: int | None) -> Undated:
    """What a document without a stated date says of it; ``captured`` and ``saved`` as in :class:`Undated`."""
    own = account(reading)
    document = reading.document
    complete = {mention.start_char: (tense, sure) for mention, tense, sure in own.complete}
    expressions = resolve(
        document.text, [mention for mention, _, _ in own.complete], reading.sentences, Published(),
        language=document.language or "en",
    )  # fmt: skip
    told = tuple(
        Told(expression.start, expression.end, expression.start_char, *complete[expression.start_char])
        for expression in expressions
        if expression.start is not None and expression.end is not None
    )
    return Undated(reading, own, told, tuple(date_lines(document)), captured, saved)


def own_clues(document: Undated, years: range) -> Iterator[Clue]:
    """Clues from the text itself; ``years`` are those that a day without a year may be in."""
    yield from _bounds(document)
    yield from _posts(document)
    yield from _yearless_lines(document, years)
    yield from _days_of_month(document, years)
    yield from _told_within(document, years)


def elsewhere_clues(document: Undated, statements: Statements) -> list[Clue]:
    """Clues from sentences that tell the same with a date, the heaviest ones."""
    best: dict[tuple[str, str, Days], tuple[float, bool, str, Statement]] = {}
    own_id = document.reading.document.id
    alike: dict[frozenset[str], list[tuple[Statement, float]]] = {}
    for telling in document.own.tellings:
        said = document.words(telling)
        if telling.stems not in alike:
            alike[telling.stems] = list(statements.alike(telling.stems))
        for statement, likeness in alike[telling.stems]:
            if statement.source == own_id and statement.inferred:
                continue
            firm = likeness >= firm_likeness(telling, statement.start, statement.end)
            if not firm and likeness < CLEARLY_ALIKE:
                continue
            days = publication_days(telling, statement.start, statement.end)
            if days is None:
                continue
            weight = (
                likeness * min(1.0, likeness / CLEARLY_ALIKE) * (_INFERRED if statement.inferred else 1.0)
            )
            key = (said.casefold() + telling.tense, statement.source, days)
            if key not in best or weight > best[key][0]:
                best[key] = (weight, firm, said, statement)
    clues = [
        Clue(
            (days,),
            WEIGHTS["told elsewhere"] * weight,
            f"“{said}” is told as {interval_words(statement.start, statement.end)}",
            "anchor" if firm else "support",
            "itself" if statement.source == own_id else statement.name,
        )
        for (_, _, days), (weight, firm, said, statement) in best.items()
    ]
    return sorted(clues, key=lambda clue: (-clue.weight, clue.reason, clue.source or ""))[:_MOST_CLUES]


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
        before = text[max(0, told.start_char - _POST_REACH) : told.start_char]
        if told.start == told.end and _POST.search(before):
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
            days = tuple((day, day) for day in found)
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


def _told_within(document: Undated, years: range) -> Iterator[Clue]:
    named = [telling for telling in document.own.tellings if names_day(telling.mention.meaning)]
    others = [telling for telling in document.own.tellings if not names_day(telling.mention.meaning)]
    for telling in others:
        for day in named:
            if telling.tense != day.tense or len(telling.stems & day.stems) < _SAME_WORDS:
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
