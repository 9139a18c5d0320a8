"""Which reports agree: pairs found in blocks of days and names, and the components that they make up.

What is decided for two reports rests on the two, on how rare their words, names and days are, and on whether
a block they share is too large. So after a change only those pairs are looked at of which one report has
changed, or rests on a rarity that has moved, or is with the other in a block that has become too large.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict, deque
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence, Set
from functools import cache
from itertools import chain, groupby

from data.events.comparing.blocking import LARGEST_BLOCK, Keys, leaders
from data.events.comparing.cards import Card, holder, number_of, place_of
from data.events.comparing.rows import EntryRows, Rows
from data.events.desk import Desk, Hands, own_hands, together
from data.events.merging.agreeing import InBlocks, agreeing_in, keys_of, placed_in
from data.events.merging.grouping import MergedPart, by_twos
from data.events.merging.spans import Placed, Span, month_of, parted, shared_blocks, spans_of, year_of
from data.events.report import Report

# So many reports are put into their blocks together.
_TOGETHER = 1_000
# A year with more reports, and more than such a part of all, is gone through month by month: so several can
# share the work on it.
_CROWDED, _PART_OF_ALL = 16_000, 1 / 16
_NOWHERE = Keys((), ())
_EMPTY = Span((), Rows().plain(), EntryRows().plain(), None, None)


class Linking:
    """Finds the pairs of reports that agree.

    Args:
        cards: of all documents by number, in the order of their ids.
        gone: cards of documents that are no more, by number.
        desk: where all reports are.
        hands: do what needs reports.
        claimed: is told the holders of reports that were put into their blocks, and by holder those of them
            that claim.
    """

    def __init__(
        self,
        cards: Mapping[int, Card],
        gone: Mapping[int, Card],
        desk: Desk,
        hands: Hands,
        claimed: Callable[[Sequence[int], Mapping[int, Report]], object],
    ) -> None:
        self.cards = cards
        self.gone = gone
        self.desk = desk
        self.hands = hands
        self.claimed = claimed
        self._looked_up: Set[int] = frozenset()
        self._near: Mapping[int, array[int]] = {}

    def place(self, touched: Iterable[int]) -> dict[int, Keys]:
        """Put reports into their blocks, many at a time; the blocks of each that was in others before.

        The latest come first: reports are compared from the earliest on, which are still in memory then.
        """
        by_document = {number: [*holders] for number, holders in groupby(sorted(touched), key=number_of)}
        latest_first = sorted(by_document, key=lambda number: -(self.cards[number].written or 0))
        pieces = [*together((by_document[number] for number in latest_first), _TOGETHER, len)]
        found = self.hands(keys_of, self.desk, ((piece, chain.from_iterable(piece)) for piece in pieces))
        former: dict[int, Keys] = {}
        for piece, placed in zip(pieces, found, strict=True):
            former |= self._put_all([*chain.from_iterable(piece)], placed)
        return former

    def _put_all(self, holders: Sequence[int], placed: InBlocks) -> dict[int, Keys]:
        """Put reports, side by side with those of their document, into these blocks."""
        new = {held: (blocks, telling) for held, blocks, telling in placed_in(placed, holders)}
        former: dict[int, Keys] = {}
        for number in dict.fromkeys(map(number_of, holders)):
            former |= self._put(self.cards[number], new)
        self.claimed(holders, dict(placed[2]))
        return former

    def _put(self, card: Card, new: Mapping[int, tuple[array[int], array[int]]]) -> dict[int, Keys]:
        """Put those of a document's reports into their blocks that have new ones; where they were before."""
        former, blocks, telling = {}, Rows(), EntryRows()
        self._looked_up = frozenset()
        for place, held in enumerate(card.holders):
            if held in new and place < len(card.blocks):
                former[held] = keys_at(card, place)
            of_blocks, of_telling = new[held] if held in new else keys_at(card, place)
            blocks.append(of_blocks)
            telling.append(of_telling)
        card.blocks, card.telling = blocks, telling
        return former

    def spread(self, touched: Set[int], former: Mapping[int, Keys]) -> set[int]:
        """Those that a block which has become too large, or is no longer, compares with others.

        Args:
            touched: the holders of reports that are new or changed, put into their blocks.
            former: where these, and those that are gone, were before.
        """
        before: dict[int, list[int]] = defaultdict(list)
        for held, place in former.items():
            for key in place.blocks:
                before[key].append(held)
        concerned = touched | former.keys()
        wanted = {*before, *(key for held in touched for key in self._blocks_of(held))}

        telling = cache(self._telling)

        def told_before(held: int) -> Iterable[int]:
            return former[held].telling if held in former else telling(held)

        found: set[int] = set()
        blocks = (block for span in self._spans(wanted, None) for block in shared_blocks(span))
        for key, block in blocks:
            left = before.get(key, ())
            if len(block) + len(left) <= LARGEST_BLOCK:
                continue
            stayed = [held for held in block if held not in concerned]
            count = len(stayed) + len(left)
            if max(len(block), count) <= LARGEST_BLOCK:
                continue
            words = None
            if min(len(block), count) > LARGEST_BLOCK:
                # Of a word that none of those tells who come or go, the leaders are as before.
                words = {word for held in left for word in former[held].telling}
                words.update(word for held in block if held in touched for word in telling(held))
            then = sorted([*stayed, *left], key=self._order)
            moved = leaders(then, told_before, words) ^ leaders(block, telling, words)
            found.update(held for _, held in moved)
        return found - concerned

    def agreeing(self, touched: Set[int]) -> Iterator[tuple[bytes, list[MergedPart]]]:
        """The pairs that agree and of which one is touched, year after year, as 64 bits a holder."""
        everything = len(touched) == sum(len(card.digests) for card in self.cards.values())
        wanted = None if everything else {key for held in touched for key in self._blocks_of(held)}
        return self._found_in(self._spans(wanted, None if everything else touched))

    def all_agreeing(self, moved: Container[int]) -> Iterator[tuple[bytes, list[MergedPart]]]:
        """All pairs that agree, year after year; what rests on one year comes merged.

        The reports of a year are put into their blocks where they are compared: so they are read once.

        Args:
            moved: the holders of reports of which the days are not those that their documents tell.
        """
        own: dict[int, array[int]] = defaultdict(lambda: array("q"))
        others = array("q")
        for card in self.cards.values():
            for held, (first, last) in zip(card.holders, by_twos(card.days), strict=True):
                year = year_of(first)[0]
                is_of_one = held not in moved and year == year_of(last)[0]
                (own[year] if is_of_one else others).append(held)
        crowded = _crowded(own.values(), others)
        if self.hands is not own_hands:
            # Several share the work on such a year, when it is known who is in the blocks of which month.
            for year in [year for year in own if len(own[year]) > crowded]:
                others.extend(own.pop(year))
        self.place(others)
        placed = _by_years((held, self._blocks_of(held)) for held in others)
        return self._found_in(self._placed_spans(own, placed))

    def _found_in(self, spans: Iterable[Span]) -> Iterator[tuple[bytes, list[MergedPart]]]:
        sent: deque[Sequence[int]] = deque()

        def portions() -> Iterator[tuple[Span, Iterable[int]]]:
            for span in spans:
                sent.append(span.unplaced)
                yield span, chain(span.holders, span.unplaced)

        for pairs, merged, placed in self.hands(agreeing_in, self.desk, portions()):
            unplaced = sent.popleft()
            if unplaced:
                self._put_all(unplaced, placed)
            yield pairs, merged

    def _order(self, held: int) -> tuple[str, int]:
        number = number_of(held)
        card = self.cards.get(number) or self.gone[number]
        return card.id, place_of(held)

    def _blocks_of(self, held: int) -> array[int]:
        return self.cards[number_of(held)].blocks[place_of(held)]

    def _telling(self, held: int) -> array[int]:
        return self.cards[number_of(held)].telling[place_of(held)]

    def _spans(self, wanted: set[int] | None, touched: Set[int] | None) -> Iterator[Span]:
        """The blocks, or the wanted ones, year after year, with the reports that are in them."""

        def asked_for(held: int) -> array[int]:
            row = self._blocks_of(held)
            return row if wanted is None else array("q", filter(wanted.__contains__, row))

        years = self._years(wanted)
        crowded = _crowded(years.values())
        for year in sorted(years):
            period_of = month_of if len(years[year]) > crowded else year_of
            for span, _ in spans_of(year, self._placed(years[year], asked_for), period_of):
                yield span._replace(touched=touched)

    def _years(self, wanted: set[int] | None) -> Mapping[int, array[int]]:
        """By the first days of years who is in any block of a year, or at least all in the wanted ones."""
        if wanted is None:
            return _by_years(
                (holder(card.number, place), row)
                for card in self.cards.values()
                for place, row in enumerate(card.blocks)
            )
        if not wanted <= self._looked_up:  # else not all cards need be gone through again
            self._looked_up = wanted
            self._near = _by_years(
                (holder(card.number, place), row)
                for card in self.cards.values()
                for place, row in card.blocks.among(wanted)
            )
        return self._near

    def _placed_spans(self, own: dict[int, array[int]], placed: dict[int, array[int]]) -> Iterator[Span]:
        """All blocks, year after year: those of reports that are placed, and who is to be put into them."""
        crowded = _crowded([*own.values(), *placed.values()])
        for year in sorted({*own, *placed}):
            unplaced, holders = own.pop(year, array("q")), placed.pop(year, array("q"))
            is_crowded = len(unplaced) + len(holders) > crowded
            if is_crowded and unplaced:
                self.place(unplaced)
                holders, unplaced = array("q", sorted(chain(unplaced, holders))), array("q")
            one_by_one = self._placed(holders, self._blocks_of)
            spans = [*spans_of(year, one_by_one, month_of if is_crowded else year_of)]
            for span, several in spans or [(_EMPTY, set[int]())]:
                is_open = several.intersection(span.holders)
                yield span._replace(open=is_open, unplaced=unplaced, year=year)

    def _placed(self, holders: Iterable[int], blocks_of: Callable[[int], array[int]]) -> Iterator[Placed]:
        return ((held, blocks_of(held), self._telling(held)) for held in holders)


def _crowded(years: Iterable[Sequence[int]], *others: Sequence[int]) -> float:
    """How many reports a year has at most that are gone through together.

    Args:
        years: the reports of each year.
        others: further ones.
    """
    return max(_CROWDED, _PART_OF_ALL * sum(map(len, (*years, *others))))


def of_largest_year(cards: Iterable[Card]) -> int:
    """How many reports begin in the year in which most do."""
    return max(Counter(year_of(first) for card in cards for first in card.days[::2]).values(), default=0)


def _by_years(rows: Iterable[tuple[int, array[int]]]) -> dict[int, array[int]]:
    """Holders, each given with its blocks, by the first days of the years of which they are in blocks."""
    years: dict[int, array[int]] = defaultdict(lambda: array("q"))
    for held, row in rows:
        for first, _ in parted(row, year_of):
            years[first].append(held)
    return years


def keys_at(card: Card, place: int) -> Keys:
    """The blocks of the report at a place of a document; none if it was not put into any yet."""
    if place >= len(card.blocks):
        return _NOWHERE
    return Keys(tuple(card.blocks[place]), tuple(card.telling[place]))
