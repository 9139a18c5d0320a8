"""Publication dates inferred from what a text says and from the other documents of its collection.

Each clue allows some days and says why; the days on which most clues agree are kept. A document that is dated
so dates others in the next round, until nothing moves.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from data.dating.publication_clues import Clue, agreement
from data.dating.publication_cues import publication_cues
from data.dating.publication_lines import date_lines
from data.dating.publication_snippets import lists, opening
from data.dating.publication_statements import Statement, Statements
from data.dating.publication_tellings import account, firm_likeness, names_day, publication_days, year_days
from data.dating.resolution import resolve
from data.days import WEEKDAYS, civil, weekday
from data.edtf import write
from data.model import Published
from data.words import interval_words, published_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from data.dating.publication_clues import Agreement, Days, Weekdays
    from data.dating.publication_tellings import Account, Telling
    from data.model import Document, Mention, Reading

_ROUNDS = 4
# Weights: how much a clue of each kind is believed. A likeness between sentences counts by itself (0 to 1), twice.
_LISTED, _PLACE_LINE, _CAPTURED, _SAME_STORY, _CORRECTED = 10.0, 4.0, 3.0, 2.0, 2.0
_SPOKEN = 1.0
_TOLD_PAST, _DAY_OF_MONTH, _STAMP, _WITHIN = 1.0, 1.0, 1.5, 1.0
_LIKENESS = 2.0
_CLEARLY = 0.3
_INFERRED = 0.7
_PERIOD = 0.5
# Less than this ties nothing to the calendar.
_ENOUGH = 0.7
_MOST_CLUES = 60
# An inferred date this exact is used to date other documents.
_EXACT = 2
# Longer stretches are of no use to date a text by: the document counts as undated.
_LONGEST = 62
_YEAR = 366
_MONTH = 31
# Within a fortnight a weekday names one day or two.
_FORTNIGHT = 13
_WEEK = 7
# Two titles this alike head the same story; so do so many sentences in common.
_SAME_TITLE = 0.4
_SAME_SENTENCES = 3
_SENTENCE_STEMS = 6
# Sentences of one text with so many telling words in common tell the same.
_SAME_WORDS = 4
_REASONS = 3
# A result quotes how a page begins: one of its first sentences.
_OPENING = 3
# The stamp of an embedded post: "— Name (@name) December 6, 2021".
# A post is shown within days as a rule, within a month nearly always.
_POST_DAYS = (3, 30)
_POST = re.compile(r"\(@\w+\)\s*\Z")
# Without a document that is dated, a day of the month is looked for in so many years.
_YEARS_AHEAD = 5


def inferred_dates(readings: Sequence[Reading], known: Mapping[str, Published]) -> dict[str, Published]:
    """Publication dates of the documents that are not in ``known``; unknown ones say what bounds them."""
    undated = [reading for reading in readings if reading.document.id not in known]
    if not undated:
        return {}
    collection = _Collection(readings, known)
    dates: dict[str, Published] = {}
    for _ in range(_ROUNDS):
        statements, titles = collection.statements(dates)
        before = dates
        dates = {
            reading.document.id: collection.infer(reading, statements, titles, before) for reading in undated
        }
        if dates == before:
            break
    return dates


class _Collection:
    """The documents of a collection with what is worked out once."""

    def __init__(self, readings: Sequence[Reading], known: Mapping[str, Published]) -> None:
        self.readings = sorted(readings, key=lambda reading: reading.document.id)
        self.known = known
        self.articles = [reading for reading in self.readings if reading.document.kind == "article"]
        articles = self.articles
        telling = [reading for reading in self.readings if reading.document.kind in ("article", "snippets")]
        self.stems = {reading.document.id: _sentence_stems(reading) for reading in telling}
        self.titles = {
            reading.document.id: publication_cues(reading.document.language).stems(reading.document.title or "")
            for reading in articles
        }
        self.accounts = {
            reading.document.id: account(reading) for reading in articles if reading.document.id not in known
        }
        self.snippets = [
            reading.document
            for reading in self.readings
            if reading.document.kind == "snippets" and _exact(known[reading.document.id])
        ]
        self.copies = _copies(self.stems)
        self.fixed = [
            statement
            for reading in telling
            if reading.document.id in known
            for statement in _statements(reading, known[reading.document.id], self.stems, inferred=False)
        ]
        self.captured = _captured(self.readings)
        self.words = [stems for listed in self.stems.values() for stems in listed]

    def statements(self, dates: Mapping[str, Published]) -> tuple[Statements, Statements]:
        """The dated sentences of the collection, and its dated titles, with what is inferred so far."""
        found = list(self.fixed)
        titles: list[Statement] = []
        for reading in self.articles:
            document = reading.document
            published = self.known.get(document.id) or dates.get(document.id) or Published()
            exact = _exact(published)
            if document.id not in self.known:
                usable = published if exact else Published()
                found.extend(_statements(reading, usable, self.stems, inferred=True))
            if published.start is not None and published.end is not None and published.end - published.start <= _FORTNIGHT:
                inferred = document.id not in self.known
                title = self.titles[document.id]
                titles.append(
                    Statement(document.id, _name(document), published.start, published.end, title, inferred)
                )
        return Statements(found, self.words), Statements(titles, self.titles.values())

    def infer(
        self, reading: Reading, statements: Statements, titles: Statements, dates: Mapping[str, Published]
    ) -> Published:
        """The publication date of one document by what is known so far."""
        document = reading.document
        own = self.accounts[document.id]
        clues = [
            *_bounds(reading, own, self.captured[document.id]),
            *_told_within(reading, own, self._years(reading, own, dates)),
            *_lines(document, self._years(reading, own, dates)),
            *_days_of_month(own, self._years(reading, own, dates)),
            *_stamps(reading, own),
            *self._listings(reading),
            *self._same_story(document, titles, dates),
            *_told_elsewhere(document, own, statements),
        ]
        return _decide(own, agreement(clues), clues)

    def _years(self, reading: Reading, own: Account, dates: Mapping[str, Published]) -> range:
        """The years that a day of a month without a year may be in."""
        past = _told_past(reading, own)
        fine = [start for start, end, _ in past if end - start <= _MONTH]
        told = [civil(start).year for start in fine or [start for start, _, _ in past]]
        others = [
            civil(published.end).year
            for published in (*self.known.values(), *dates.values())
            if published.end is not None and _exact(published)
        ]
        first = max(told, default=min(others, default=0))
        return range(first, max([*others, first + _YEARS_AHEAD]) + 1) if first else range(0)

    def _listings(self, reading: Reading) -> Iterator[Clue]:
        document = reading.document
        openings = [opening(document, sentence.start_char) for sentence in reading.sentences[:_OPENING]]
        for snippet in self.snippets:
            published = self.known[snippet.id]
            if lists(snippet, document, openings):
                reason = f"search results list it with {published_words(published)}"
                yield Clue(((published.start, published.end),), _LISTED, reason)

    def _same_story(self, document: Document, titles: Statements, dates: Mapping[str, Published]) -> Iterator[Clue]:
        for statement, likeness in titles.alike(self.titles[document.id]):
            if statement.source != document.id and likeness >= _SAME_TITLE:
                days = (statement.start - 1, statement.end + 1)
                when = interval_words(statement.start, statement.end)
                yield Clue((days,), _SAME_STORY * likeness, f"{statement.name} tells the same story on {when}")
        for other, count in sorted(self.copies[document.id].items()):
            published = self.known.get(other) or dates.get(other) or Published()
            if count >= _SAME_SENTENCES and _exact(published) and published.start is not None and published.end is not None:
                when = interval_words(published.start, published.end)
                reason = f"{count} sentences stand in a document of {when} too"
                yield Clue(((published.start - 1, published.end + 1),), _SAME_STORY, reason)


def _decide(own: Account, agreed: Agreement | None, clues: Sequence[Clue]) -> Published:
    if agreed is None or sum(clue.weight for clue in agreed.clues if clue.role == "anchor") < _ENOUGH:
        return Published(evidence=_bound_words(clues))
    first, last = agreed.first, agreed.last
    if last - first > _LONGEST:
        return Published(evidence=_bound_words(clues))
    spoken = None
    if last - first <= _FORTNIGHT and own.weekdays.likely():
        first, last, spoken = _by_weekday(own.weekdays, first, last, clues)
    reasons = [clue.reason for clue in agreed.clues if clue.role != "bound" and clue.allows(first)]
    reasons = list(dict.fromkeys(reasons))[:_REASONS]
    if spoken is not None:
        reasons.append(f"the text speaks as on a {spoken}")
    return Published(write(first, last), first, last, "inferred", "; ".join(reasons))


def _by_weekday(
    weekdays: Weekdays, first: int, last: int, clues: Sequence[Clue]
) -> tuple[int, int, str | None]:
    """The days among and around those agreed on that suit the text's own weekdays, if they are few."""
    best, likely = weekdays.best(), weekdays.likely()
    support = {}
    for day in range(first - _WEEK + 1, last + _WEEK):
        bonus = _SPOKEN if weekday(day) == best else _SPOKEN / 2 if weekday(day) in likely else 0.0
        support[day] = round(sum(clue.weight for clue in clues if clue.allows(day)) + bonus, 6)
    most = max(support.values())
    days = [day for day, weight in support.items() if weight == most]
    if days[-1] - days[0] >= _EXACT:
        return first, last, None
    names = " or ".join(WEEKDAYS[weekday(day) - 1] for day in days if weekday(day) in likely)
    return days[0], days[-1], names or None


def _bound_words(clues: Iterable[Clue]) -> str:
    starts = [clue.days[0][0] for clue in clues if clue.role == "bound" and clue.days[0][0] is not None]
    if not starts:
        return "nothing in the text or in other documents dates it"
    return f"not before {interval_words(max(starts), max(starts))}, the latest date that it tells as past"


def _told_past(reading: Reading, own: Account) -> list[tuple[int, int, Mention]]:
    """The complete dates told as past: first day, last day, mention."""
    past = [mention for mention, tense in own.complete if tense == "past"]
    expressions = resolve(reading.document.text, past, reading.sentences, Published(), language=_language(reading))
    return [
        (expression.start, expression.end, mention)
        for mention, expression in zip(past, expressions, strict=True)
        if expression.start is not None and expression.end is not None
    ]


def _bounds(reading: Reading, own: Account, captured: Sequence[int]) -> Iterator[Clue]:
    latest = sorted({(start, end - start <= _MONTH) for start, end, _ in _told_past(reading, own)})[-5:]
    for day, fine in latest:
        weight = _TOLD_PAST if fine else _TOLD_PAST * _PERIOD
        yield Clue(((day, None),), weight, "tells of a date as past", "bound")
    if captured:
        yield Clue(((None, max(captured)),), _CAPTURED, "the page was captured later", "bound")


def _captured(readings: Iterable[Reading]) -> dict[str, list[int]]:
    """The days of capture that the furniture in and behind each article carries, by document id."""
    days: dict[str, list[int]] = defaultdict(list)
    article = ""
    for reading in sorted(readings, key=lambda reading: (reading.document.path, reading.document.line or 0)):
        document = reading.document
        if document.kind not in ("article", "furniture"):
            article = ""
            continue
        article = f"{document.path}\0{document.id}" if document.kind == "article" else article
        if article.startswith(f"{document.path}\0"):
            days[article.partition("\0")[2]] += [
                line.date.number()
                for line in date_lines(document)
                if line.kind == "captured" and line.date.year is not None
            ]
    return days


def _lines(document: Document, years: range) -> Iterator[Clue]:
    for line in date_lines(document):
        if line.date.year is not None or line.kind == "captured":
            continue
        found = [line.date.number(year) for year in years if line.date.fits(year)]
        if not found:
            continue
        if line.kind == "corrected":
            days: tuple[Days, ...] = tuple((day - 14, day) for day in found)
            yield Clue(days, _CORRECTED, f"it was corrected: “{line.text}”", "support")
        else:
            yield Clue(tuple((day, day) for day in found), _PLACE_LINE, f"its head says “{line.text}”", "support")


def _days_of_month(own: Account, years: range) -> Iterator[Clue]:
    seen = set()
    for telling in own.tellings:
        meaning = telling.mention.meaning
        key = (meaning.month, meaning.day, telling.tense)
        if not names_day(meaning) or key in seen:
            continue
        seen.add(key)
        days = tuple(found for year in years if (found := year_days(telling, year)) is not None)
        if days:
            reason = "it names a day of a month without the year, so one near by"
            yield Clue(days, _DAY_OF_MONTH, reason, "support")


def _stamps(reading: Reading, own: Account) -> Iterator[Clue]:
    for start, end, mention in _told_past(reading, own):
        if start == end and _POST.search(reading.document.text[: mention.start_char][-60:]):
            for near in _POST_DAYS:
                yield Clue(((start, start + near),), _STAMP, f"it shows a post of {interval_words(start, end)}")


def _told_elsewhere(document: Document, own: Account, statements: Statements) -> list[Clue]:
    """Clues from sentences that tell the same with a date."""
    best: dict[tuple[str, str, Days], tuple[float, bool, Telling, Statement]] = {}
    text = document.text
    for telling in own.tellings:
        said = text[telling.mention.start_char : telling.mention.end_char]
        for statement, likeness in statements.alike(telling.stems):
            if statement.source == document.id and statement.inferred:
                continue
            firm = likeness >= firm_likeness(telling, statement.start, statement.end)
            if not firm and likeness < _CLEARLY:
                continue
            days = publication_days(telling, statement.start, statement.end)
            if days is None:
                continue
            weight = likeness * min(1.0, likeness / _CLEARLY) * (_INFERRED if statement.inferred else 1.0)
            key = (said.casefold() + telling.tense, statement.source, days)
            if key not in best or weight > best[key][0]:
                best[key] = (weight, firm, telling, statement)
    clues = [
        Clue(
            (days,),
            _LIKENESS * weight,
            f"“{text[telling.mention.start_char : telling.mention.end_char]}” is told as "
            f"{interval_words(statement.start, statement.end)} by {statement.name}",
            "anchor" if firm else "support",
        )
        for (_, _, days), (weight, firm, telling, statement) in best.items()
    ]
    return sorted(clues, key=lambda clue: (-clue.weight, clue.reason))[:_MOST_CLUES]


def _told_within(reading: Reading, own: Account, years: range) -> Iterator[Clue]:
    """Clues from "next week" and "Sept. 3" in sentences of one text that tell the same."""
    named = [telling for telling in own.tellings if names_day(telling.mention.meaning)]
    others = [telling for telling in own.tellings if not names_day(telling.mention.meaning)]
    text = reading.document.text
    for telling in others:
        for day in named:
            if telling.tense != day.tense or len(telling.stems & day.stems) < _SAME_WORDS:
                continue
            found: list[Days] = []
            for year in years:
                near = year_days(day, year)
                if near is None:
                    continue
                at = near[0] if day.tense == "past" else near[1]
                if at is not None and (days := publication_days(telling, at, at)) is not None:
                    found.append(days)
            if found:
                said = text[telling.mention.start_char : telling.mention.end_char]
                named_as = text[day.mention.start_char : day.mention.end_char]
                yield Clue(tuple(found), _WITHIN, f"“{said}” is told as {named_as} too", "support")


def _statements(
    reading: Reading, published: Published, stems: Mapping[str, list[frozenset[str]]], *, inferred: bool
) -> Iterator[Statement]:
    """The sentences of a document that tell days, by its publication date as far as that is known."""
    document = reading.document
    expressions = resolve(
        document.text, reading.mentions, reading.sentences, published, language=_language(reading)
    )
    own = stems[document.id]
    anchors = ("explicit",) if published.start is None else ("explicit", "published")
    at = 0
    for expression in expressions:
        while at + 1 < len(reading.sentences) and reading.sentences[at + 1].start_char <= expression.start_char:
            at += 1
        if expression.value == "PAST_REF" and _exact(published) and published.start is not None and own:
            start, end = published.start - _FORTNIGHT, published.start
            yield Statement(document.id, _name(document), start, end, own[at], inferred)
        if expression.start is None or expression.end is None or expression.type not in ("DATE", "TIME"):
            continue
        rests = inferred and expression.anchor.kind != "explicit"
        if expression.anchor.kind not in anchors:
            continue
        if expression.end - expression.start <= _YEAR and own:
            yield Statement(document.id, _name(document), expression.start, expression.end, own[at], rests)


def _copies(stems: Mapping[str, list[frozenset[str]]]) -> dict[str, Counter[str]]:
    """How many telling sentences each two documents have in common."""
    holders: dict[frozenset[str], set[str]] = defaultdict(set)
    for document, sentences in stems.items():
        for sentence in sentences:
            if len(sentence) >= _SENTENCE_STEMS:
                holders[sentence].add(document)
    copies: dict[str, Counter[str]] = {document: Counter() for document in stems}
    for documents in holders.values():
        for document in documents:
            copies[document].update(other for other in documents if other != document)
    return copies


def _sentence_stems(reading: Reading) -> list[frozenset[str]]:
    cues = publication_cues(reading.document.language)
    text = reading.document.text
    return [cues.stems(text[sentence.start_char : sentence.end_char]) for sentence in reading.sentences]


def _exact(published: Published) -> bool:
    if published.start is None or published.end is None:
        return False
    return published.end - published.start < _EXACT


def _language(reading: Reading) -> str:
    return reading.document.language or "en"


def _name(document: Document) -> str:
    return document.publisher or f"“{document.title}”" if document.title else document.path
