"""Publication dates inferred from what a text says and from the other documents of its collection.

Each clue allows some days and says why; the days on which most clues agree are kept. A document that is dated
so dates others in the next round, until nothing moves. Only what can tie a document to the calendar is looked
for at first: a document that nothing ties is left with its bounds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.dating.publication.clues import Clue
from data.dating.publication.decision import bounded, decided, exact_days
from data.dating.publication.own_words.bounds import own_bounds, together
from data.dating.publication.own_words.evidence import WEIGHTS, own_anchors, own_supports, undated
from data.dating.publication.stated.captures import captured
from data.dating.publication.stated.snippets import listings
from data.dating.publication.told_elsewhere.comparison import Neighbours
from data.dating.publication.told_elsewhere.neighbours import neighbour_clues
from data.dating.publication.told_elsewhere.quoted import quoted_bounds
from data.dating.publication.told_elsewhere.statements import Statements
from data.dating.publication.told_elsewhere.stories import SameStories
from data.dating.publication.told_elsewhere.told_whole import ToldWhole
from data.dating.publication.wording import Wordings
from data.days import civil
from data.model import TELLING, Published
from data.words import published_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from data.dating.publication.own_words.evidence import Undated
    from data.dating.publication.stated.date_line import DateLine
    from data.model import Document, Reading

_ROUNDS = 4
# A day without a year is looked for in so many years behind the last one told.
_YEARS_AHEAD = 5
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
    moved = collection.date(collection.told)
    for _ in range(_ROUNDS - 1):
        if not moved:
            break
        moved = collection.date(moved)
    return collection.dates | collection.left()


class _Collection:
    """The documents of a collection, with what is worked out of them once, and the dates found so far."""

    def __init__(
        self,
        readings: Sequence[Reading],
        known: Mapping[str, Published],
        lines: Mapping[str, Sequence[DateLine]],
    ) -> None:
        ordered = sorted(readings, key=lambda reading: reading.document.id)
        told = {one.document.id: one for one in ordered if one.document.kind in TELLING}
        articles = {name: reading for name, reading in told.items() if reading.document.kind == "article"}
        wordings = self._wordings = Wordings(told.values())
        days, sure = captured(ordered, lines)
        self._known = known
        self._undated: dict[str, Undated] = {
            name: undated(reading, lines[name], days.get(name), sure.get(name), wordings)
            for name, reading in articles.items()
            if name not in known
        }
        self._names = {name: _name(reading.document) for name, reading in told.items()}
        self._years = sorted(
            {civil(found[1]).year for date in known.values() if (found := exact_days(date)) is not None}
        )
        self._listed = listings(
            [one.document for name, one in told.items() if name not in articles and exact_days(known[name])],
            [document.reading for document in self._undated.values()],
        )
        self._statements = Statements(told, known, self._undated)
        self._neighbours = Neighbours(self._undated, wordings, self._statements)
        self._stories = SameStories(articles, self._undated, wordings)
        self._readings = told
        self.told: Collection[str] = told.keys()
        self.dates: dict[str, Published] = {}

    def date(self, moved: Collection[str]) -> list[str]:
        """Date the documents for which there is something to learn from those that ``moved``, at first all.

        Returns the documents whose dates moved.
        """
        published = {**dict.fromkeys(self._undated, _UNKNOWN), **self._known, **self.dates}
        told = set(self._neighbours.learn(moved))
        told.update(self._stories.learn(name for name in moved if published[name].is_known))
        if self.dates:
            changed = frozenset(moved)
            concerned = {
                name: document
                for name, document in self._undated.items()
                if name in told or not changed.isdisjoint(self._sources(name))
            }
        else:
            concerned = self._undated
        found = {name: self._dated(document, published) for name, document in concerned.items()}
        moved = [name for name, date in found.items() if _differ(self.dates.get(name, _UNKNOWN), date)]
        self.dates |= found
        for name in moved:
            self._statements.learn(name, found[name])
        return moved

    def left(self) -> dict[str, Published]:
        """The documents that nothing has tied, by what they quote and what others tell whole."""
        left = {name: self._undated[name] for name, date in self.dates.items() if not date.is_known}
        quoted = quoted_bounds(
            [document.reading for document in left.values()],
            self._readings.values(),
            self._statements,
            self._names,
        )
        bounds = {
            name: together([*own_bounds(document), *quoted.get(name, ())]) for name, document in left.items()
        }
        bounded_ones = {
            name: (left[name], bound.first) for name, bound in bounds.items() if bound.first is not None
        }
        told_whole = ToldWhole(self._wordings, self._statements, self._names)
        clues = told_whole.ties(bounded_ones)
        dates = {name: decided(left[name], clues.get(name, ()), bound) for name, bound in bounds.items()}
        weeks = {
            name: (left[name], date.start, date.end)
            for name, date in dates.items()
            if name in clues and date.start is not None and date.end is not None
        }
        for name, news in told_whole.latest(weeks).items():
            dates[name] = decided(left[name], [*clues[name], *news], bounds[name])
        return dates

    def _sources(self, document: str) -> Iterator[str]:
        yield from self._neighbours.sources(document)
        yield from self._stories.sources(document)

    def _dated(self, document: Undated, published: Mapping[str, Published]) -> Published:
        """The date of a document by what is known so far."""
        own = document.reading.document.id
        clues = [
            *own_anchors(document),
            *self._listings(own),
            *self._stories.clues(own, published, self._names),
            *neighbour_clues(document, self._neighbours.near(own), self._statements, self._names),
        ]
        bounds = together(own_bounds(document))
        if not any(clue.role == "anchor" for clue in clues):
            return bounded(bounds)
        return decided(document, [*clues, *own_supports(document, _years(document, self._years))], bounds)

    def _listings(self, document: str) -> Iterator[Clue]:
        for snippet in self._listed.get(document, ()):
            date = self._known[snippet]
            reason = f"search results list it with {published_words(date)}"
            yield Clue(((date.start, date.end),), WEIGHTS["listed"], reason)


def _differ(one: Published, other: Published) -> bool:
    """Whether a date, as far as it dates other documents, is another one."""
    ends = (one.start, one.end) if one.is_known else None
    return ends != ((other.start, other.end) if other.is_known else None)


def _years(document: Undated, years: Sequence[int]) -> range:
    """The years in which a day of a month without a year may be."""
    told = [civil(day).year for day in document.first_year_days()]
    first = max(told) if told else min(years, default=0)
    return range(first, max([*years, first + _YEARS_AHEAD]) + 1) if first else range(0)


def _name(document: Document) -> str:
    if document.publisher:
        return document.publisher
    return f"“{document.title}”" if document.title else document.path
