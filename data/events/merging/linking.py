"""Which reports agree: pairs found in blocks of days and names, and the components that they make up.

What is decided for two reports rests on the two, on how rare their words, names and days are, and on whether
a block they share is too large. So after a change only those pairs are looked at of which one report has
changed, or rests on a rarity that has moved, or is with the other in a block that has become too large.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Set
from hashlib import blake2b
from itertools import groupby, repeat
from operator import itemgetter

from data.events.comparing.agreement import Comparison
from data.events.comparing.blocking import LARGEST_BLOCK, Keys, keys, pairs
from data.events.comparing.cards import Card, number_of, place_of
from data.events.comparing.rows import Rows
from data.events.renewing.keeping import Reports

Pair = tuple[int, int]

# Blocks of so many days are gone through at a time.
_DAYS = 366
# So many pairs are remembered.
_MOST_SEEN = 200_000
# Rows of more are parted before they are sorted, which takes ten times their memory.
_MOST_ROWS = 1 << 18
_NOWHERE = Keys((), ())


class Linking:
    """Finds the pairs of reports that agree.

    Args:
        cards: of all documents by number, in the order of their ids.
        gone: cards of documents that are no more, by number.
        reports: the reports by their holders.
        comparison: compares any two.
    """

    def __init__(
        self, cards: Mapping[int, Card], gone: Mapping[int, Card], reports: Reports, comparison: Comparison
    ) -> None:
        self.cards = cards
        self.gone = gone
        self.reports = reports
        self.comparison = comparison

    def place(self, number: int, moved: Set[int]) -> dict[int, Keys]:
        """Put reports of a document into their blocks; by holder, where each was before."""
        card, former = self.cards[number], {}
        blocks, telling = Rows(), Rows()
        for held in card.holders:
            row = keys_at(card, place_of(held))
            if held in moved:
                former[held] = row
                row = keys(self.reports.signs(held), self.comparison.tables)
            blocks.append(row.blocks)
            telling.append(row.telling)
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
        found: set[int] = set()
        for key, block in self._blocks(wanted):
            stayed = [held for held in block if held not in concerned]
            if len(block) <= LARGEST_BLOCK and len(stayed) + len(before.get(key, ())) <= LARGEST_BLOCK:
                continue
            then = sorted([*stayed, *before.get(key, ())], key=self._order)
            pairs_before = set(
                pairs(then, lambda held: former[held].telling if held in former else self._telling(held))
            )
            for pair in pairs_before.symmetric_difference(pairs(block, self._telling)):
                if concerned.isdisjoint(pair):
                    found.add(pair[0])
        return found

    def agreeing(self, touched: Set[int]) -> array[int]:
        """The pairs that agree and of which one is touched, one after another."""
        everything = len(touched) == sum(len(card.digests) for card in self.cards.values())
        wanted = None if everything else {key for held in touched for key in self._blocks_of(held)}
        joined = array("q")
        joins = self.comparison.joins
        signs_of = self.reports.signs
        seen: set[Pair] = set()
        crowds: set[bytes] = set()
        for _, block in self._blocks(wanted):
            if len(block) > LARGEST_BLOCK:
                # Where much is told in the same words, many blocks are of the same reports.
                crowd = blake2b(array("q", block)).digest()
                if crowd in crowds:
                    continue
                crowds.add(crowd)
            wanted_pairs = dict.fromkeys(pairs(block, self._telling, None if everything else touched))
            fresh = [pair for pair in wanted_pairs if pair not in seen]
            if len(seen) > _MOST_SEEN:
                # Most pairs share blocks of one day or of one year: later ones rarely bring them again.
                seen.clear()
            seen.update(fresh)
            for one, other in fresh:
                if joins(signs_of(one), signs_of(other)) is not None:
                    joined.append(one)
                    joined.append(other)
        return joined

    def _order(self, held: int) -> tuple[str, int]:
        number = number_of(held)
        card = self.cards.get(number) or self.gone[number]
        return card.id, place_of(held)

    def _blocks_of(self, held: int) -> array[int]:
        return self.cards[number_of(held)].blocks[place_of(held)]

    def _telling(self, held: int) -> array[int]:
        return self.cards[number_of(held)].telling[place_of(held)]

    def _blocks(self, wanted: set[int] | None) -> Iterator[tuple[int, list[int]]]:
        """The blocks, or the wanted ones, of several reports with all that are in them, by day."""
        spans: dict[int, tuple[array[int], array[int]]] = defaultdict(lambda: (array("q"), array("q")))
        for card in self.cards.values():
            if wanted is not None and wanted.isdisjoint(card.blocks.numbers):
                continue
            for held, found in zip(card.holders, card.blocks, strict=True):
                if wanted is not None:
                    found = array("q", filter(wanted.__contains__, found))
                while found:
                    span = (found[0] >> 32) // _DAYS
                    count = bisect_left(found, (span + 1) * _DAYS << 32)
                    keys_of_span, holders = spans[span]
                    keys_of_span.extend(found[:count])
                    holders.extend(repeat(held, count))
                    found = found[count:]
        for span in sorted(spans):
            yield from _shared(*spans.pop(span))


def _shared(keys_of_span: array[int], holders: array[int]) -> Iterator[tuple[int, list[int]]]:
    """The keys that several rows have, in order, each with its holders in theirs."""
    if not keys_of_span:
        return
    first, last = min(keys_of_span), max(keys_of_span)
    if len(keys_of_span) > _MOST_ROWS and first < last:
        middle = (first + last) // 2
        lower, upper = (array("q"), array("q")), (array("q"), array("q"))
        for key, held in zip(keys_of_span, holders, strict=True):
            of_key, of_held = lower if key <= middle else upper
            of_key.append(key)
            of_held.append(held)
        yield from _shared(*lower)
        yield from _shared(*upper)
        return
    counts = Counter(keys_of_span)
    rows = zip(keys_of_span, holders, strict=True)
    shared = sorted([row for row in rows if counts[row[0]] > 1], key=itemgetter(0))
    for key, those in groupby(shared, key=itemgetter(0)):
        yield key, [held for _, held in those]


def keys_at(card: Card, place: int) -> Keys:
    """The blocks of the report at a place of a document; none if it was not put into any yet."""
    if place >= len(card.blocks):
        return _NOWHERE
    return Keys(tuple(card.blocks[place]), tuple(card.telling[place]))
