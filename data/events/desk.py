"""Where work on reports is done: the reports by their holders, and what is known of their documents.

Much of the making of events needs only some of the reports. Such work is a function of a desk and a plain
value; it gives plain values or words of :mod:`data.model` (see ``data.workers.packing``). So it can be done
here, or on a desk of its own in another process, which is given a :class:`Sheet` of what it needs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple, Protocol, Self, TypeVar

from data.events.comparing.agreement import Comparison
from data.events.comparing.cards import number_of, place_of
from data.events.comparing.signs import Signs, read_signs
from data.events.comparing.tables import Tables
from data.events.cues import cues
from data.events.gazetteer import gazetteer
from data.events.intervals import FARTHEST, Interval
from data.events.names.canonical import place_name
from data.events.packed_report import unpack_report
from data.events.publishers import Source
from data.events.report import Report
from data.events.told_again.dated_by_others import renamed
from data.events.wishes import Names
from data.events.words import stem

# So many reports are in memory at a time, 3 KB each: as many as are gone through together, within these.
_FEWEST_HELD, _MOST_HELD = 24_576, 65_536

Value = TypeVar("Value")
Result = TypeVar("Result")
Item = TypeVar("Item")


class Basis(NamedTuple):
    """What work on any report rests on: the one name of each name, and how rare words, names and days are."""

    names: Names
    tables: Tables


class Paper(NamedTuple):
    """What is known of a document.

    Attributes:
        number, id: the number by which its reports are held, and its id.
        source: where it comes from; None if it is no article.
        written: the last day on which it may have been published; None if that is unknown.
        lead: where the passage of its main event begins; None if it has none.
        about: the names that it is about, as it uses them.
        days: the first and the last day of each of its reports, side by side, as on its card.
    """

    number: int
    id: str
    source: Source | None
    written: int | None
    lead: int | None
    about: frozenset[str]
    days: Sequence[int]


class Sheet(NamedTuple):
    """Reports by their holders, packed, those that others date, and what is known of their documents."""

    papers: Sequence[Paper]
    packed: Mapping[int, bytes]
    dated: Mapping[int, Report]


class Desk:
    """Reports as names and other reports have them; few are in memory.

    Args:
        basis: what work on any report rests on.
        papers: of all documents whose reports are asked for.
        told: gives a report, by its holder, as its document tells it.
        packed: gives the same as bytes; only for :meth:`sheet`.
        dated: the reports that others date, by holder.
        together: how many reports are gone through again and again before others are.
    """

    def __init__(
        self,
        basis: Basis,
        papers: Iterable[Paper],
        told: Callable[[int], Report],
        packed: Callable[[int], bytes],
        dated: Mapping[int, Report],
        together: int = 0,
    ) -> None:
        self.basis = basis
        self.meetings = frozenset(map(stem, cues(None).words["meetings"]))
        """Stems of the words for a meeting, which happens in one place."""
        self.comparison = Comparison(basis.tables, self.meetings)
        self._papers = known_papers = {paper.number: paper for paper in papers}
        known = self._papers.values()
        self.published = {one.id: one.written for one in known}
        self.leads = {one.id: one.lead for one in known}
        self.sources = {one.id: one.source for one in known if one.source is not None}
        self._packed = packed
        self._dated = dated

        most = min(max(together, _FEWEST_HELD), _MOST_HELD)

        # These know nothing of the desk: else it would stay in memory until somebody looks for garbage.
        @cache
        def words_about(number: int) -> frozenset[str]:
            return _words_of_names(known_papers[number].about)

        @lru_cache(most)
        def given(held: int) -> Report:
            return dated.get(held) or renamed(told(held), basis.names)

        @lru_cache(most)
        def signs(held: int) -> Signs:
            return read_signs(given(held), basis.tables.words, words_about(number_of(held)))

        self._given: Callable[[int], Report] = given
        #: Gives a report, by its holder, with what it is compared by.
        self.signs: Callable[[int], Signs] = signs

    @classmethod
    def of(cls, basis: Basis, sheet: Sheet) -> Self:
        """A desk with the reports of a sheet."""
        packed = sheet.packed.__getitem__
        return cls(basis, sheet.papers, lambda held: unpack_report(packed(held)), packed, sheet.dated)

    def __getitem__(self, held: int) -> Report:
        return self._given(held)

    def days(self, held: int) -> Interval:
        """The first and the last day of a report; it is read only where they are not on its card."""
        if held not in self._dated:
            at = 2 * place_of(held)
            first, last = self._papers[number_of(held)].days[at : at + 2]
            if first > -FARTHEST and last < FARTHEST:
                return first, last
        report = self[held]
        return report.start, report.end

    def about(self, number: int) -> frozenset[str]:
        """The names that a document is about, each the one of its kind."""
        return frozenset(map(self.basis.names.of_person, self._papers[number].about))

    def order(self, held: int) -> tuple[str, int]:
        """What sorts reports by document, then by place."""
        return self._papers[number_of(held)].id, held

    def sheet(self, holders: Iterable[int]) -> Sheet:
        """What work on some reports needs."""
        wanted = [*holders]
        return Sheet(
            papers=[self._papers[number] for number in {*map(number_of, wanted)}],
            packed={held: self._packed(held) for held in wanted if held not in self._dated},
            dated={held: self._dated[held] for held in wanted if held in self._dated},
        )


def _words_of_names(names: Iterable[str]) -> frozenset[str]:
    """The words of the names of people and bodies that a document is about, as it alone tells them."""
    atlas = gazetteer()
    return frozenset(word for name in names if place_name(name) not in atlas.places for word in name.split())


Portion = tuple[Value, Iterable[int]]
"""What work is done on, and the holders of the reports that it needs."""


class Hands(Protocol):
    """Does work, wherever it is done."""

    def __call__(
        self, work: Callable[[Desk, Value], Result], desk: Desk, portions: Iterable[Portion[Value]]
    ) -> Iterator[Result]:
        """What comes of each portion of work, in the order of the portions."""


def own_hands(
    work: Callable[[Desk, Value], Result], desk: Desk, portions: Iterable[Portion[Value]]
) -> Iterator[Result]:
    """Does work in this process, one portion after another as results are asked for."""
    return (work(desk, value) for value, _ in portions)


def together(items: Iterable[Item], least: int, size: Callable[[Item], int]) -> Iterator[list[Item]]:
    """Items in lists, each of so much at least by a measure of size, but the last.

    >>> [*together(["ab", "c", "de", "f"], 3, len)]
    [['ab', 'c'], ['de', 'f']]
    """
    found: list[Item] = []
    sum_of = 0
    for item in items:
        found.append(item)
        sum_of += size(item)
        if sum_of >= least:
            yield found
            found, sum_of = [], 0
    if found:
        yield found
