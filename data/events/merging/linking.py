"""Which reports agree: pairs found in blocks of days and names, and the components that they make up.

What is decided for two reports rests on the two, on how rare their words, names and days are, and on whether
a block they share is too large. So after a change only those pairs are looked at of which one report has
changed, or rests on a rarity that has moved, or is with the other in a block that has become too large.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence, Set
from functools import cache
from itertools import chain, groupby

from data.events.comparing.blocking import LARGEST_BLOCK, Keys, keys, leaders, pairs
from data.events.comparing.cards import Card, holder, number_of, place_of
from data.events.comparing.parties import Agreement
from data.events.comparing.rows import EntryRows, PlainRows, Rows
from data.events.desk import Desk, Hands, own_hands, together
from data.events.intervals import compatible
from data.events.merging.grouping import MergedPart, Pair, Part, by_twos, merged_parts, parts_of
from data.events.merging.outcomes import outcome_of_talks
from data.events.merging.spans import Span, month_of, parted, shared_blocks, year_of
from data.events.merging.two_cities import puts_meeting_in_city
from data.events.report import Report

# So many reports are put into their blocks together.
_TOGETHER = 1_000
# A year with more reports, and more than such a part of all, is gone through month by month: so several can
# share the work on it.
_CROWDED, _PART_OF_ALL = 16_000, 1 / 16
# So many pairs are remembered.
_MOST_SEEN = 200_000
_NOWHERE = Keys((), ())

Claims = list[tuple[int, Report]]


def keys_of(desk: Desk, documents: Sequence[Sequence[int]]) -> tuple[PlainRows, PlainRows, Claims]:
    """The blocks of reports of some documents, their telling words, and by holder those that claim."""
    blocks, telling = Rows(), EntryRows()
    claims = []
    for held in chain.from_iterable(documents):
        found = keys(desk.signs(held), desk.basis.tables)
        blocks.append(found.blocks)
        telling.append(found.telling)
        if _claims(desk[held]):
            claims.append((held, desk[held]))
    return blocks.plain(), telling.plain(), claims


def _claims(report: Report) -> bool:
    """Whether a report may put one meeting elsewhere than others, or tell another outcome of talks."""
    return puts_meeting_in_city(report) or outcome_of_talks(report) is not None


def agreeing_in(desk: Desk, span: Span) -> tuple[bytes, list[MergedPart]]:
    """The pairs that agree of those that share a block of some days, as 64 bits a holder.

    With them comes merged what rests on no other days, as far as that is wanted; its pairs are left out.
    """
    agreements = _agreeing(desk, span)
    joined = array("q", chain.from_iterable(agreements))
    if span.open is None:
        return joined.tobytes(), []
    rest = array("q")
    closed: list[Part] = []
    for holders, own in parts_of(span.holders, joined):
        if span.open.isdisjoint(holders):
            closed.append((holders, own.tobytes()))
        else:
            rest.extend(own)
    return rest.tobytes(), [*zip(closed, merged_parts(desk, closed, agreements), strict=True)]


def _agreeing(desk: Desk, span: Span) -> dict[Pair, Agreement]:
    """How the pairs agree that do, of those that share a block of a span."""
    agreements: dict[Pair, Agreement] = {}
    joins, signs_of = desk.comparison.joins, desk.signs
    telling = dict(zip(span.holders, EntryRows.restored(span.telling), strict=True))

    days_of = cache(desk.days)
    seen: set[Pair] = set()
    # Where much is told in the same words, most blocks are of the same reports as others.
    for block in {tuple(block): None for _, block in shared_blocks(span)}:
        wanted = dict.fromkeys(pairs(block, telling.__getitem__, span.touched))
        fresh = [pair for pair in wanted if pair not in seen]
        if len(seen) > _MOST_SEEN:
            # Most pairs share blocks that are near one another: later ones rarely bring them again.
            seen.clear()
        seen.update(fresh)
        for pair in fresh:
            one, other = pair
            # Of a year most pairs are of days that have nothing in common: their signs need not be read.
            if compatible(days_of(one), days_of(other)):
                agreement = joins(signs_of(one), signs_of(other))
                if agreement is not None:
                    agreements[pair] = agreement
    return agreements


class Linking:
    """Finds the pairs of reports that agree.

    Args:
        cards: of all documents by number, in the order of their ids.
        gone: cards of documents that are no more, by number.
        desk: where all reports are.
        hands: do what needs reports.
    """

    def __init__(self, cards: Mapping[int, Card], gone: Mapping[int, Card], desk: Desk, hands: Hands) -> None:
        self.cards = cards
        self.gone = gone
        self.desk = desk
        self.hands = hands
        self._looked_up: Set[int] = frozenset()
        self._near: Mapping[int, array[int]] = {}

    def place(
        self, touched: Iterable[int]
    ) -> Iterator[tuple[Sequence[int], dict[int, Keys], dict[int, Report]]]:
        """Put reports into their blocks, many at a time.

        With some holders come the blocks of each that was in others before, and those that claim.
        The latest come first: reports are compared from the earliest on, which are still in memory then.
        """
        by_document = {number: [*holders] for number, holders in groupby(sorted(touched), key=number_of)}
        latest_first = sorted(by_document, key=lambda number: -(self.cards[number].written or 0))
        pieces = [*together((by_document[number] for number in latest_first), _TOGETHER, len)]
        found = self.hands(keys_of, self.desk, ((piece, chain.from_iterable(piece)) for piece in pieces))
        for piece, (blocks, telling, claims) in zip(pieces, found, strict=True):
            holders = [*chain.from_iterable(piece)]
            former: dict[int, Keys] = {}
            rows = zip(Rows.restored(blocks), EntryRows.restored(telling), strict=True)
            new = dict(zip(holders, rows, strict=True))
            for some in piece:
                former |= self._put(self.cards[number_of(some[0])], new)
            yield holders, former, dict(claims)

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

    def all_agreeing(
        self, place: Callable[[Iterable[int]], object], moved: Container[int]
    ) -> Iterator[tuple[bytes, list[MergedPart]]]:
        """All pairs that agree, year after year; what rests on one year comes merged.

        Args:
            place: puts reports, by their holders, into their blocks. It is called for those of a year just
                before they are compared: so they are still in memory then.
            moved: the holders of reports of which the days are not those that their documents tell.
        """
        own: dict[int, array[int]] = defaultdict(lambda: array("q"))
        others = array("q")
        for card in self.cards.values():
            for held, (first, last) in zip(card.holders, by_twos(card.days), strict=True):
                year = year_of(first)[0]
                is_of_one = self.hands is own_hands and held not in moved and year == year_of(last)[0]
                (own[year] if is_of_one else others).append(held)
        place(others)
        placed = _by_years((held, self._blocks_of(held)) for held in others)
        return self._found_in(self._placed_spans(own, placed, place))

    def _found_in(self, spans: Iterable[Span]) -> Iterator[tuple[bytes, list[MergedPart]]]:
        return self.hands(agreeing_in, self.desk, ((span, span.holders) for span in spans))

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
        crowded = _PART_OF_ALL * sum(map(len, years.values()))
        for year in sorted(years):
            for span, _ in self._spans_of(year, years[year], crowded, asked_for):
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

    def _placed_spans(
        self,
        own: dict[int, array[int]],
        placed: dict[int, array[int]],
        place: Callable[[Iterable[int]], object],
    ) -> Iterator[Span]:
        """All blocks, year after year: those of reports that are placed, and of a year's own, placed now."""
        crowded = _PART_OF_ALL * sum(map(len, (*own.values(), *placed.values())))
        for year in sorted({*own, *placed}):
            if year in own:
                place(own[year])
            holders = array("q", sorted(chain(own.pop(year, ()), placed.pop(year, ()))))
            for span, several in self._spans_of(year, holders, crowded, self._blocks_of):
                yield span._replace(open=several.intersection(span.holders))

    def _spans_of(
        self, year: int, holders: array[int], crowded: float, blocks_of: Callable[[int], array[int]]
    ) -> Iterator[tuple[Span, set[int]]]:
        """The blocks of a year, or of each of its months, and who is in those of other times too."""
        period_of = year_of if len(holders) <= max(_CROWDED, crowded) else month_of
        periods: dict[int, tuple[array[int], Rows]] = defaultdict(lambda: (array("q"), Rows()))
        several = set[int]()
        for held in holders:
            parts = [*parted(blocks_of(held), period_of)]
            if len(parts) > 1:
                several.add(held)
            for first, row in parts:
                if year_of(first)[0] == year:
                    of_period, blocks = periods[first]
                    of_period.append(held)
                    blocks.append(row)
        for _, (of_period, blocks) in sorted(periods.items()):
            telling = EntryRows(map(self._telling, of_period))
            yield Span(of_period, blocks.plain(), telling.plain(), None, None), several


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
