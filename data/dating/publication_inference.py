"""Publication dates inferred from what a text says and from the other documents of its collection.

Each clue allows some days and says why; the days on which most clues agree are kept. A document that is dated
so dates others in the next round, until nothing moves.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from data.dating.publication_bounds import own_bounds, together
from data.dating.publication_clues import Clue
from data.dating.publication_cues import publication_cues
from data.dating.publication_decision import decided, exact_days
from data.dating.publication_evidence import WEIGHTS, own_clues, paragraph_of_post, undated
from data.dating.publication_lines import date_lines
from data.dating.publication_neighbours import compared, neighbour_clues
from data.dating.publication_snippets import listings
from data.dating.publication_statements import Alike, Statement, Wording, sentences_in_common
from data.dating.publication_tellings import tense_of
from data.dating.resolution import resolve
from data.days import civil
from data.model import Published
from data.words import interval_words, published_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from data.dating.publication_evidence import Undated
    from data.dating.publication_lines import DateLine
    from data.dating.publication_statements import Likeness, Place
    from data.model import Document, Reading

_ROUNDS = 4
_YEAR = 366
# Within a fortnight a weekday names one day or two; "recently" is within one.
_FORTNIGHT = 13
# Two titles this alike head the same story; so do so many sentences in common.
_SAME_TITLE = 0.4
_SAME_SENTENCES = 3
# The same story comes out a day apart.
_APART = 1
# The figures of a story stand in its first sentences.
_LEAD_SENTENCES = 3
# A day without a year is looked for in so many years behind the last one told.
_YEARS_AHEAD = 5
_TITLE = -1
_FIGURE = re.compile(r"\d{2,}")

_UNKNOWN = Published()


def inferred_dates(
    readings: Sequence[Reading], known: Mapping[str, Published], lines: Mapping[str, Sequence[DateLine]]
) -> dict[str, Published]:
    """Publication dates of the documents that are not in ``known``; unknown ones say what bounds them.

    ``lines``: of those documents the lines that state dates, by id.
    """
    if all(reading.document.id in known for reading in readings):
        return {}
    collection = _Collection(readings, known, lines)
    dates: dict[str, Published] = {}
    changed = frozenset(known)
    for _ in range(_ROUNDS):
        found = collection.round(dates, changed)
        changed = frozenset(document for document, date in found.items() if dates.get(document) != date)
        dates |= found
        if not changed:
            break
    return dates


class _Collection:
    """The documents of a collection, with what is worked out of them once."""

    def __init__(
        self,
        readings: Sequence[Reading],
        known: Mapping[str, Published],
        lines: Mapping[str, Sequence[DateLine]],
    ) -> None:
        ordered = sorted(readings, key=lambda reading: reading.document.id)
        captured, saved = _captured(ordered, lines)
        articles = [reading for reading in ordered if reading.document.kind == "article"]
        snippets = [reading for reading in ordered if reading.document.kind == "snippets"]
        self.known = known
        self.names = {reading.document.id: _name(reading.document) for reading in ordered}
        wordings = {reading.document.id: _wordings(reading) for reading in (*articles, *snippets)}
        self.undated = [
            undated(reading, lines[name], captured.get(name), saved.get(name), wordings[name])
            for reading in articles
            if (name := reading.document.id) not in known
        ]
        places: dict[Place, Wording] = {}
        for reading in (*articles, *snippets):
            places |= _places(reading, wordings[reading.document.id])
        names = {
            document: frozenset[str]().union(*[one.names for one in each])
            for document, each in wordings.items()
        }
        alike = Alike(places, (one.stems for each in wordings.values() for one in each), names)
        self.near = {document.reading.document.id: compared(document, alike) for document in self.undated}
        titles = {(reading.document.id, _TITLE): _title(reading.document) for reading in articles}
        alike = Alike(titles, (title.stems for title in titles.values()), {})
        figures = {reading.document.id: _figures(reading) for reading in articles}
        self.headed_alike = {
            (own := document.reading.document.id): [
                near for near in alike.to(titles[own, _TITLE], own) if _may_be_one(own, near, figures)
            ]
            for document in self.undated
        }
        self.copies = sentences_in_common(
            {document: [one.stems for one in each] for document, each in wordings.items()}
        )
        self.listed = listings(
            [one.document for one in snippets if exact_days(known[one.document.id]) is not None],
            [document.reading for document in self.undated],
        )
        self.years = sorted(
            {civil(days[1]).year for date in known.values() if (days := exact_days(date)) is not None}
        )
        self.sources = {
            document.reading.document.id: self._sources(document.reading.document.id)
            for document in self.undated
        }
        self.statements: dict[Place, list[Statement]] = {}
        for reading in (*articles, *snippets):
            if reading.document.id in known:
                self._state(reading, known[reading.document.id], inferred=False)
        for document in self.undated:
            self._state_complete(document)

    def round(self, dates: Mapping[str, Published], changed: frozenset[str]) -> dict[str, Published]:
        """The dates of the undated documents whose sources changed, by what is known so far."""
        published = {**dates, **self.known}
        for document in self.undated:
            own = document.reading.document.id
            if own in changed and exact_days(published[own]) is not None:
                self._state(document.reading, published[own], inferred=True)
            elif own in changed:
                self._state_complete(document)
        return {
            own: decided(
                document,
                [
                    *own_clues(document, _years(document, self.years)),
                    *self._listings(own),
                    *self._same_story(own, published),
                    *neighbour_clues(document, self.near[own], self.statements, self.names),
                ],
                together(own_bounds(document)),
            )
            for document in self.undated
            if (own := document.reading.document.id) not in dates or not changed.isdisjoint(self.sources[own])
        }

    def _sources(self, document: str) -> frozenset[str]:
        near = [likeness.place[0] for found in self.near[document].values() for likeness in found.alike]
        headed = [likeness.place[0] for likeness in self.headed_alike[document]]
        return frozenset((*near, *headed, *self.copies[document]))

    def _state(self, reading: Reading, published: Published, *, inferred: bool) -> None:
        """Keep the days that a document's sentences tell, as far as its publication date gives them."""
        document, sentences = reading.document, reading.sentences
        cues = publication_cues(document.language)
        language = document.language or "en"
        anchors = ("explicit", "published") if published.is_known else ("explicit",)
        starts = [sentence.start_char for sentence in sentences]
        mentions = {mention.start_char: mention for mention in reading.mentions}
        self._forget(reading)
        for told in resolve(document.text, reading.mentions, sentences, published, language=language):
            start, end = told.start, told.end
            if told.value == "PAST_REF" and published.start is not None and published.is_known:
                start, end = published.start - _FORTNIGHT, published.start
            if start is None or end is None or end - start > _YEAR or told.anchor.kind not in anchors:
                continue
            at = bisect_right(starts, told.start_char) - 1
            if told.type in ("DATE", "TIME") and at >= 0:
                rests = inferred and (told.anchor.kind != "explicit" or told.value == "PAST_REF")
                tense = tense_of(document.text, mentions[told.start_char], sentences[at], cues)
                ahead = cues.will.search(document.text, sentences[at].start_char, sentences[at].end_char)
                statement = Statement(start, end, rests, tense == "future", ahead is not None)
                self.statements.setdefault((document.id, at), []).append(statement)

    def _state_complete(self, document: Undated) -> None:
        """Keep the days that a document without a date of its own tells in full."""
        self._forget(document.reading)
        starts = [sentence.start_char for sentence in document.reading.sentences]
        for told in document.told:
            at = bisect_right(starts, told.start_char) - 1
            if at >= 0 and told.end - told.start <= _YEAR:
                statement = Statement(told.start, told.end, planned=told.tense == "future")
                self.statements.setdefault((document.reading.document.id, at), []).append(statement)

    def _forget(self, reading: Reading) -> None:
        for at in range(len(reading.sentences)):
            self.statements.pop((reading.document.id, at), None)

    def _listings(self, document: str) -> Iterator[Clue]:
        for snippet in self.listed.get(document, ()):
            date = self.known[snippet]
            reason = f"search results list it with {published_words(date)}"
            yield Clue(((date.start, date.end),), WEIGHTS["listed"], reason)

    def _same_story(self, document: str, published: Mapping[str, Published]) -> Iterator[Clue]:
        for near in self.headed_alike[document]:
            date = published.get(near.place[0], _UNKNOWN)
            if not date.is_known or date.start is None or date.end is None:
                continue
            if date.end - date.start <= _FORTNIGHT:
                days = (date.start - _APART, date.end + _APART)
                reason = f"the same story was published on {interval_words(date.start, date.end)}"
                weight = WEIGHTS["same title"] * near.value
                yield Clue((days,), weight, reason, "anchor", self.names[near.place[0]])
        for other, count in sorted(self.copies[document].items()):
            exact = exact_days(published.get(other, _UNKNOWN))
            if count >= _SAME_SENTENCES and exact is not None:
                reason = f"it shares {count} sentences with a document of {interval_words(*exact)}"
                days = (exact[0] - _APART, exact[1] + _APART)
                yield Clue((days,), WEIGHTS["same sentences"], reason)


def _may_be_one(own: str, near: Likeness, figures: Mapping[str, frozenset[str]]) -> bool:
    """Whether two documents with titles alike tell one story, and not that of two years or two branches."""
    other = near.place[0]
    if other == own or near.value < _SAME_TITLE:
        return False
    return not (figures[own] and figures[other] and figures[own].isdisjoint(figures[other]))


def _years(document: Undated, years: Sequence[int]) -> range:
    """The years in which a day of a month without a year may be."""
    told = [civil(day).year for day in document.first_year_days()]
    first = max(told) if told else min(years, default=0)
    return range(first, max([*years, first + _YEARS_AHEAD]) + 1) if first else range(0)


def _captured(
    readings: Iterable[Reading], lines: Mapping[str, Sequence[DateLine]]
) -> tuple[dict[str, int], dict[str, int]]:
    """The latest day that the furniture in and behind each article without a date carries, by document id.

    Once of all such days, once of those only that say themselves to be the day of capture.
    """
    days: dict[str, int] = {}
    sure: dict[str, int] = {}
    path, article = "", ""
    for reading in sorted(readings, key=lambda reading: (reading.document.path, reading.document.line or 0)):
        document = reading.document
        if document.kind == "article":
            path, article = document.path, document.id if document.id in lines else ""
        elif document.kind != "furniture" or document.path != path:
            article = ""
        if not article:
            continue
        for line in lines[article] if document.id == article else date_lines(document):
            if line.kind == "captured" and line.date.year is not None:
                day = line.date.number()
                days[article] = max(day, days.get(article, day))
                if line.sure:
                    sure[article] = max(day, sure.get(article, day))
    return days, sure


def _wordings(reading: Reading) -> list[Wording]:
    cues = publication_cues(reading.document.language)
    text = reading.document.text
    names = cues.names(f"{reading.document.title or ''}\n{text}")
    found = []
    for sentence in reading.sentences:
        stems = cues.stems(text[sentence.start_char : sentence.end_char])
        found.append(Wording(stems, stems & names))
    return found


def _places(reading: Reading, wordings: Sequence[Wording]) -> dict[Place, Wording]:
    """The sentences that tell days, with their words; a post's day is told by all of the post."""
    document = reading.document
    starts = [sentence.start_char for sentence in reading.sentences]
    places: dict[Place, Wording] = {}
    for mention in reading.mentions:
        at = bisect_right(starts, mention.start_char) - 1
        if at >= 0 and mention.meaning.type in ("DATE", "TIME"):
            place = document.id, at
            post = paragraph_of_post(document.text, mention.start_char)
            if post is not None:
                cues = publication_cues(document.language)
                stems = cues.stems(post)
                places[place] = Wording(stems, stems & cues.names(document.text))
            else:
                places.setdefault(place, wordings[at])
    return places


def _title(document: Document) -> Wording:
    return Wording(publication_cues(document.language).stems(document.title or ""), frozenset())


def _figures(reading: Reading) -> frozenset[str]:
    """The numbers of a document's first sentences that are no dates."""
    if not reading.sentences:
        return frozenset()
    end = reading.sentences[:_LEAD_SENTENCES][-1].end_char
    spans = [
        (mention.start_char, mention.end_char) for mention in reading.mentions if mention.start_char < end
    ]
    return frozenset(
        match[0]
        for match in _FIGURE.finditer(reading.document.text, 0, end)
        if not any(start <= match.start() < stop for start, stop in spans)
    )


def _name(document: Document) -> str:
    if document.publisher:
        return document.publisher
    return f"“{document.title}”" if document.title else document.path
