"""A first look at all documents: their cards, names, tables, and which reports are to be looked at again."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Any

from data.events.comparing.cards import Card, card, holder, number_of, place_of
from data.events.comparing.tables import Tables, of_name
from data.events.keeping import Keeper, Ledger
from data.events.names.canonical import canonical_names
from data.events.publishers import stories, stories_again
from data.events.report import Report
from data.events.told_again.dated_by_others import Recalling, dated_by_others
from data.events.wishes import Names
from data.model import Mark

_KEPT_TOGETHER = 500


class Survey:
    """What is known of all documents, and what has changed since it was kept.

    Args:
        keeper: gives what the documents report, and keeps what is worked out.
        state: what :meth:`state` gave when all was kept; empty where nothing is.
        wishes: the user's decisions, in order.

    Attributes:
        cards: of all documents by number, in the order of their ids.
        former: by number, cards of documents that are no more, and former ones of those that were read again.
        names: the one name of each name.
        dated: the reports that others date, by holder.
        tables: how rare words, names and days are.
        touched: holders of reports that are new, or tell or rest on something else than before.
        gone: holders of reports that are no more.
        read: numbers of documents that are new or were read again.
        renamed: numbers of documents of which a name is another.
        restoried: numbers of documents that are copies of another story than before.
    """

    def __init__(self, keeper: Keeper, state: Mapping[str, Any], wishes: Sequence[Mark]) -> None:
        self._keeper = keeper
        self._state = state
        self._kept = Ledger(keeper, "card", is_new=not state)
        self._next: int = state.get("next", 1)
        self._dates_move = not state
        self.former: dict[int, Card] = {}
        self.touched: set[int] = set()
        self.gone: set[int] = set()
        self.read: set[int] = set()
        self.renamed: set[int] = set()
        self.cards = self._cards()
        self.canonical: Mapping[str, str] = {}
        self.names = self._names(wishes)
        self.dated = self._dated_by_others()
        self.tables = self._tables()
        self.restoried = self._stories()

    def state(self) -> dict[str, Any]:
        """What is to be kept of the whole when everything else is."""
        return {
            "next": self._next, "counts": dict(self.tables.counts), "reports": self.tables.reports,
            "canonical": dict(self.canonical), "names": self.names.canonical, "joined": self.names.joined,
        }  # fmt: skip

    def keep(self, numbers: Iterable[int]) -> None:
        """Keep the cards of these documents, and none of those that are no more."""
        self._kept.drop(number for number in self.former if number not in self.cards)
        for number in numbers:
            self._kept.put(number, self.cards[number].plain())
        self._kept.close()

    def card_of(self, held: int) -> Card:
        """The card of the document to which a report belongs, or once belonged."""
        number = number_of(held)
        return self.cards[number] if number in self.cards else self.former[number]

    def was_there(self, held: int) -> bool:
        """Whether a report, or one in its place, was there when all was kept."""
        former = self.former.get(number_of(held))
        if former is not None:
            return place_of(held) < len(former.digests)
        return number_of(held) not in self.read

    def _cards(self) -> dict[int, Card]:
        plain = self._kept.all()
        # Each goes as its card comes: both of all documents would take half as much memory again.
        restored = (Card.restored(plain.pop(number)) for number in [*plain])
        kept = {one.id: one for one in restored}
        stamps = self._keeper.stamps()
        cards: dict[int, Card] = {}
        rows: dict[str, object] = {}
        for document in sorted(stamps):
            known = kept.pop(document, None)
            if known is None or known.stamp != stamps[document]:
                known, rows[document] = self._read(document, stamps[document], known)
                if len(rows) == _KEPT_TOGETHER:
                    self._keeper.keep("recalling", rows)
                    rows.clear()
            cards[known.number] = known
        for document, known in kept.items():
            self.former[known.number] = known
            self.gone.update(known.holders)
            self._dates_move |= known.recalls
            rows[document] = None
        self._keeper.keep("recalling", rows)
        return cards

    def _read(
        self, document: str, stamp: str, known: Card | None
    ) -> tuple[Card, list[tuple[Any, ...]] | None]:
        """The card of a document that is new or was read again, and those of its reports that recall."""
        note, reports = self._keeper.told(document)
        number = self._next if known is None else known.number
        self._next += known is None
        recalled = [(holder(number, place), reports[place], named) for place, named in note.recalled]
        found = card(document, number, stamp, note)
        holders = found.holders
        self.read.add(number)
        if known is None:
            self.touched.update(holders)
            self._dates_move |= found.recalls
            return found, recalled or None
        found.carry(known)
        self.former[number] = known
        same = [one == other for one, other in zip(known.digests, found.digests, strict=False)]
        self.touched.update(
            holders[len(same) :], (held for held, is_same in zip(holders, same, strict=False) if not is_same)
        )
        self.gone.update([*known.holders][len(same) :])
        if found.recalls or known.recalls:
            rows = self._keeper.kept_of("recalling", [document]).get(document, [])
            others = known.written != found.written or known.names != found.names
            self._dates_move |= others or [*rows] != recalled
        return found, recalled or None

    def _names(self, wishes: Sequence[Mark]) -> Names:
        named = (one.names for one in self.cards.values())
        if not self._state:
            self.canonical = canonical_names(named)
            return Names(self.canonical, wishes)
        same = all(
            (self.cards[number].names if number in self.cards else ()) == former.names
            for number, former in self.former.items()
        ) and not any(self.cards[number].names for number in self.read - self.former.keys())
        self.canonical = self._state["canonical"] if same else canonical_names(named)
        names, before = Names(self.canonical, wishes), Names(self._state["names"], ())
        before.joined = self._state["joined"]
        moved = {
            name
            for name in {*names.canonical, *before.canonical, *names.joined, *before.joined}
            if names.of_person(name) != before.of_person(name)
            or names.of_place(name) != before.of_place(name)
        }
        self._dates_move |= bool(moved)
        touched = self._resting_on({of_name(name) for name in moved})
        self.touched |= touched
        self.renamed.update(map(number_of, touched))
        return names

    def _dated_by_others(self) -> dict[int, Report]:
        before = {held: report for _, row in self._keeper.kept("dated") for held, report in row}
        if not self._dates_move:
            return before
        rows = dict(self._keeper.kept("recalling"))
        recalled = [one for one in self.cards.values() if one.recalls]
        after = dated_by_others(
            [Recalling(*row) for one in recalled for row in rows[one.id]],
            {one.id: one.names for one in recalled},
            {one.id: one.written for one in recalled},
            self.names,
        )
        moved = {held for held in before.keys() | after.keys() if before.get(held) != after.get(held)}
        self.touched |= moved - self.gone
        kept: dict[str, list[tuple[int, Report]] | None] = {self.card_of(held).id: None for held in moved}
        by_document = defaultdict(list)
        for held in after:
            by_document[self.card_of(held).id].append((held, after[held]))
        self._keeper.keep("dated", {document: by_document.get(document) for document in kept})
        return after

    def _tables(self) -> Tables:
        counts = Counter[int](self._state.get("counts", {}))
        total: int = self._state.get("reports", 0)
        before = Tables(dict(counts), total, self._state.get("names", {}))
        read = [self.cards[number] for number in self.read]
        for one in self.former.values():
            total -= len(one.digests)
            counts.subtract(one.entries.numbers)
        for one in read:
            total += len(one.digests)
            counts.update(one.entries.numbers)
        tables = Tables(
            {entry: count for entry, count in counts.items() if count}, total, self.names.canonical
        )
        if self._state and tables.total != before.total:
            self.touched.update(held for one in self.cards.values() for held in one.holders)
        elif self._state:
            concerned = [*self.former.values(), *read]
            entries = {entry for one in concerned for entry in one.entries.numbers}
            moved = {entry for entry in entries if tables.level(entry) != before.level(entry)}
            for name in {self.names.of_person(name) for one in concerned for name in one.names}:
                if tables.level_of_name(name) != before.level_of_name(name):
                    moved.update(map(of_name, tables.spellings(name)))
            self.touched |= self._resting_on(moved)
        return tables

    def _resting_on(self, entries: Set[int]) -> set[int]:
        """The holders of the reports that have one of these entries."""
        return {
            held
            for one in self.cards.values()
            if entries and not entries.isdisjoint(one.entries.numbers)
            for held, row in zip(one.holders, one.entries, strict=True)
            if not entries.isdisjoint(row)
        }

    def _stories(self) -> set[int]:
        """Tell which documents are copies of one story, and those of which that has changed."""
        printed = {
            number: None if number not in self.cards else self.cards[number].prints
            for number in (*self.former, *self.read)
        }
        if self._state and all(
            number in self.former and self.former[number].prints == prints
            for number, prints in printed.items()
        ):
            return set()
        articles = {one.id: one.prints for one in self.cards.values() if one.article}
        again = self._state and self._stories_before(printed)
        found = stories_again(articles, *again) if again else stories(articles)
        moved = set()
        for one in self.cards.values():
            story = found.get(one.id, "")
            if one.story != story:
                one.story = story
                moved.add(one.number)
        return moved

    def _stories_before(
        self, printed: Mapping[int, array[int] | None]
    ) -> tuple[dict[str, str], set[str], set[int]]:
        """The former story of each article, the ids of what has changed, and which sentences come or go.

        ``printed``: what stands for the sentences of those documents, by number; None for one that is gone.
        """
        before = {one.id: one.story for one in (*self.cards.values(), *self.former.values()) if one.story}
        moved = set[int]()
        for number, prints in printed.items():
            former = self.former[number].prints if number in self.former else ()
            moved |= {*former} ^ {*(prints or ())}
        return before, {(self.cards.get(number) or self.former[number]).id for number in printed}, moved
