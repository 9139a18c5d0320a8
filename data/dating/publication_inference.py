"""Publication dates inferred from what a text says and from the other documents of its collection.

Each clue allows some days and says why; the days on which most clues agree are kept. A document that is dated
so dates others in the next round, until nothing moves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.dating.publication_bounds import own_bounds, together
from data.dating.publication_clues import Clue, agreement
from data.dating.publication_cues import publication_cues
from data.dating.publication_evidence import WEIGHTS, elsewhere_clues, own_clues, undated
from data.dating.publication_lines import date_lines
from data.dating.publication_snippets import lists, opening
from data.dating.publication_statements import Statement, Statements, sentences_in_common
from data.dating.resolution import resolve
from data.days import WEEKDAYS, civil, weekday
from data.edtf import write
from data.model import Published
from data.words import interval_words, published_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from data.dating.publication_bounds import Bounds
    from data.dating.publication_clues import Agreement, Weekdays
    from data.dating.publication_evidence import Undated
    from data.model import Document, Reading

_ROUNDS = 4
# Anchors lighter than this together tie nothing to the calendar.
_ENOUGH = 0.5
# What a day gains that falls on the weekday as on which the text speaks.
_SPOKEN = 1.0
# A date within so many days is used to date other documents.
_EXACT = 2
# Longer stretches are of no use to date a text by: the document counts as undated.
_LONGEST = 62
_YEAR = 366
# Within a fortnight a weekday names one day or two; "recently" is within one.
_FORTNIGHT = 13
_WEEK = 7
# Two titles this alike head the same story; so do so many sentences in common.
_SAME_TITLE = 0.4
_SAME_SENTENCES = 3
# The same story comes out a day apart.
_APART = 1
# Search results quote how a page begins: one of its first sentences.
_OPENINGS = 3
# A day without a year is looked for in so many years behind the last one told.
_YEARS_AHEAD = 5
_REASONS = 3
_SOURCES = 3

_UNKNOWN = Published()


def inferred_dates(readings: Sequence[Reading], known: Mapping[str, Published]) -> dict[str, Published]:
    """Publication dates of the documents that are not in ``known``; unknown ones say what bounds them."""
    if all(reading.document.id in known for reading in readings):
        return {}
    collection = _Collection(readings, known)
    dates: dict[str, Published] = {}
    for _ in range(_ROUNDS):
        before, dates = dates, collection.round(dates)
        if dates == before:
            break
    return dates


class _Collection:
    """The documents of a collection, with what is worked out of them once."""

    def __init__(self, readings: Sequence[Reading], known: Mapping[str, Published]) -> None:
        ordered = sorted(readings, key=lambda reading: reading.document.id)
        captured, saved = _captured(ordered, sure=False), _captured(ordered, sure=True)
        self.known = known
        self.articles = [reading for reading in ordered if reading.document.kind == "article"]
        self.undated = [
            undated(reading, captured.get(reading.document.id), saved.get(reading.document.id))
            for reading in self.articles
            if reading.document.id not in known
        ]
        snippets = [reading for reading in ordered if reading.document.kind == "snippets"]
        self.snippets = [
            reading.document for reading in snippets if _exact(known[reading.document.id]) is not None
        ]
        self.stems = {reading.document.id: _stems(reading) for reading in (*self.articles, *snippets)}
        self.words = [stems for sentences in self.stems.values() for stems in sentences]
        self.titles = {
            reading.document.id: publication_cues(reading.document.language).stems(
                reading.document.title or ""
            )
            for reading in self.articles
        }
        self.copies = sentences_in_common(self.stems)
        self.fixed = [
            statement
            for reading in (*self.articles, *snippets)
            if reading.document.id in known
            for statement in self._told(reading, known[reading.document.id], inferred=False)
        ]

    def round(self, dates: Mapping[str, Published]) -> dict[str, Published]:
        """The dates of all undated documents by what is known so far."""
        published = {**dates, **self.known}
        statements, titles = self._statements(published), self._titles(published)
        exact = [days for date in published.values() if (days := _exact(date)) is not None]
        years = sorted({civil(last).year for _, last in exact})
        return {
            document.reading.document.id: _decide(
                document,
                [
                    *own_clues(document, _years(document, years)),
                    *self._listings(document.reading),
                    *self._same_story(document.reading.document, titles, published),
                    *elsewhere_clues(document, statements),
                ],
                together(own_bounds(document)),
            )
            for document in self.undated
        }

    def _statements(self, published: Mapping[str, Published]) -> Statements:
        found = list(self.fixed)
        for document in self.undated:
            date = published.get(document.reading.document.id, _UNKNOWN)
            usable = _UNKNOWN if _exact(date) is None else date
            found.extend(self._told(document.reading, usable, inferred=True))
        return Statements(found, self.words)

    def _titles(self, published: Mapping[str, Published]) -> Statements:
        found = []
        for reading in self.articles:
            document = reading.document
            date = published.get(document.id, _UNKNOWN)
            if (
                date.start is not None
                and date.end is not None
                and date.is_known
                and date.end - date.start <= _FORTNIGHT
            ):
                stems, inferred = self.titles[document.id], document.id not in self.known
                found.append(Statement(document.id, _name(document), date.start, date.end, stems, inferred))
        return Statements(found, self.titles.values())

    def _told(self, reading: Reading, published: Published, *, inferred: bool) -> Iterator[Statement]:
        """The sentences of a document that tell days, as far as its publication date gives them."""
        document = reading.document
        stems = self.stems[document.id]
        language = document.language or "en"
        anchors = ("explicit",) if published.start is None else ("explicit", "published")
        at = 0
        for told in resolve(document.text, reading.mentions, reading.sentences, published, language=language):
            while at + 1 < len(stems) and reading.sentences[at + 1].start_char <= told.start_char:
                at += 1
            start, end = told.start, told.end
            if told.value == "PAST_REF" and published.start is not None:
                start, end = published.start - _FORTNIGHT, published.start
            if start is None or end is None or end - start > _YEAR or told.anchor.kind not in anchors:
                continue
            rests = inferred and (told.anchor.kind != "explicit" or told.value == "PAST_REF")
            if told.type in ("DATE", "TIME") and at < len(stems):
                yield Statement(document.id, _name(document), start, end, stems[at], rests)

    def _listings(self, reading: Reading) -> Iterator[Clue]:
        document = reading.document
        openings = [opening(document, sentence.start_char) for sentence in reading.sentences[:_OPENINGS]]
        for snippet in self.snippets:
            date = self.known[snippet.id]
            if lists(snippet, document, openings):
                reason = f"search results list it with {published_words(date)}"
                yield Clue(((date.start, date.end),), WEIGHTS["listed"], reason)

    def _same_story(
        self, document: Document, titles: Statements, published: Mapping[str, Published]
    ) -> Iterator[Clue]:
        for told, likeness in titles.alike(self.titles[document.id]):
            if told.source != document.id and likeness >= _SAME_TITLE:
                days = (told.start - _APART, told.end + _APART)
                reason = f"the same story was published on {interval_words(told.start, told.end)}"
                yield Clue((days,), WEIGHTS["same title"] * likeness, reason, "anchor", told.name)
        for other, count in sorted(self.copies[document.id].items()):
            exact = _exact(published.get(other, _UNKNOWN))
            if count >= _SAME_SENTENCES and exact is not None:
                reason = f"it shares {count} sentences with a document of {interval_words(*exact)}"
                days = (exact[0] - _APART, exact[1] + _APART)
                yield Clue((days,), WEIGHTS["same sentences"], reason)


def _decide(document: Undated, clues: Sequence[Clue], bounds: Bounds) -> Published:
    agreed = agreement(clues)
    if agreed is None or agreed.last - agreed.first > _LONGEST or not _is_firm(agreed):
        return _bounded(bounds)
    left = bounds.within(agreed.first, agreed.last)
    if left is None:
        return _bounded(bounds)
    (first, last), spoken = left, ""
    weekdays = document.own.weekdays
    if last - first <= _FORTNIGHT and weekdays.likely():
        first, last, spoken = _by_weekday(weekdays, first, last, clues)
        first, last = bounds.within(first, last) or left
    reasons = _reasons([clue for clue in clues if clue.allows(first) and clue.allows(last)], first, last)
    if spoken:
        reasons.append(f"the text speaks as on a {spoken}")
    return Published(write(first, last), first, last, "inferred", "; ".join(reasons))


def _is_firm(agreed: Agreement) -> bool:
    """Whether enough ties the days to the calendar, and enough of it to just these days."""
    anchors = [clue.weight for clue in agreed.clues if clue.role == "anchor"]
    narrow = [clue.weight for clue in agreed.clues if _width(clue, agreed.first, agreed.last) <= _LONGEST]
    return sum(anchors) >= _ENOUGH and sum(narrow) >= _ENOUGH


def _width(clue: Clue, start: int, end: int) -> int:
    """How many days a clue allows around these."""
    for first, last in clue.days:
        if first is not None and last is not None and first <= start and end <= last:
            return last - first
    return _YEAR


def _by_weekday(weekdays: Weekdays, first: int, last: int, clues: Sequence[Clue]) -> tuple[int, int, str]:
    """The days among and around those agreed on that suit the text's own weekdays, if they are few."""
    best, likely = weekdays.best(), weekdays.likely()
    support = {}
    for day in range(first - _WEEK + 1, last + _WEEK):
        bonus = _SPOKEN if weekday(day) == best else _SPOKEN / 2 if weekday(day) in likely else 0.0
        support[day] = round(sum(clue.weight for clue in clues if clue.allows(day)) + bonus, 6)
    most = max(support.values())
    days = [day for day, weight in support.items() if weight == most]
    if days[-1] - days[0] >= _EXACT:
        return first, last, ""
    return (
        days[0],
        days[-1],
        " or ".join(WEEKDAYS[weekday(day) - 1] for day in days if weekday(day) in likely),
    )


def _reasons(clues: Sequence[Clue], first: int, last: int) -> list[str]:
    """The best reasons, what ties before what only agrees, each with the documents that give it."""

    def worse(clue: Clue) -> tuple[bool, bool, float, str, str]:
        wide = _width(clue, first, last) > _LONGEST
        return clue.role != "anchor", wide, -clue.weight, clue.reason, clue.source or ""

    sources: dict[str, list[str]] = {}
    for clue in sorted(clues, key=worse):
        if clue.role != "bound":
            named = sources.setdefault(clue.reason, [])
            if clue.source is not None and clue.source not in named:
                named.append(clue.source)
    return [
        f"{reason} ({', '.join(names[:_SOURCES])})" if names else reason
        for reason, names in list(sources.items())[:_REASONS]
    ]


def _bounded(bounds: Bounds) -> Published:
    """What is known of a date that nothing ties: a stretch of days between close bounds, else the bounds."""
    first, last = bounds.first, bounds.last
    value, reasons = write(first, last), "; ".join(bounds.reasons)
    if first is not None and last is not None and last - first <= _LONGEST:
        return Published(value, first, last, "inferred", reasons)
    nothing = "nothing in the text or in other documents dates it"
    return Published(value, first, last, "unknown", f"{nothing}; {reasons}" if reasons else nothing)


def _years(document: Undated, years: Sequence[int]) -> range:
    """The years in which a day of a month without a year may be."""
    told = [civil(day).year for day in document.first_year_days()]
    first = max(told) if told else min(years, default=0)
    return range(first, max([*years, first + _YEARS_AHEAD]) + 1) if first else range(0)


def _captured(readings: Iterable[Reading], *, sure: bool) -> dict[str, int]:
    """The latest day that the furniture in and behind each article carries, by document id.

    ``sure``: only what says itself that it is the day of capture.
    """
    days: dict[str, int] = {}
    path, article = "", ""
    for reading in sorted(readings, key=lambda reading: (reading.document.path, reading.document.line or 0)):
        document = reading.document
        if document.kind == "article":
            path, article = document.path, document.id
        elif document.kind != "furniture" or document.path != path:
            article = ""
        for line in date_lines(document) if article else ():
            if line.kind == "captured" and line.date.year is not None and (line.sure or not sure):
                days[article] = max(line.date.number(), days.get(article, line.date.number()))
    return days


def _stems(reading: Reading) -> list[frozenset[str]]:
    cues = publication_cues(reading.document.language)
    text = reading.document.text
    return [cues.stems(text[sentence.start_char : sentence.end_char]) for sentence in reading.sentences]


def _exact(published: Published) -> tuple[int, int] | None:
    """First and last day of a date that is exact enough to date others by."""
    if published.start is None or published.end is None or not published.is_known:
        return None
    if published.end - published.start >= _EXACT:
        return None
    return published.start, published.end


def _name(document: Document) -> str:
    if document.publisher:
        return document.publisher
    return f"“{document.title}”" if document.title else document.path
