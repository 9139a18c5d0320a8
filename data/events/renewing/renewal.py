"""Making the events of a collection again: only what rests on something that has changed.

What is kept of a document, a component or a group is worked out again where what it rests on has changed:
the document itself, the rarity of a word, a name or days, the name that stands for another, what others date,
a block that has become too large. The events are the same, whatever was kept.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from itertools import chain
from typing import NamedTuple

from data.events.comparing.cards import Card, number_of, place_of
from data.events.desk import Basis, Desk, Hands, Paper, own_hands
from data.events.keeping import Keeper, Ledger, Shelf, ToldReports
from data.events.making import TOLD_OTHERWISE, identity
from data.events.merging.grouping import Components, Group, Merged
from data.events.merging.joining import Joining, Overlay
from data.events.merging.linking import Linking, keys_at, of_largest_year
from data.events.merging.outcomes import of_two_outcomes
from data.events.merging.outside import placed_of, telling_of
from data.events.merging.tellings import Telling
from data.events.merging.two_cities import put_in_two_cities
from data.events.outline import Part
from data.events.packed_report import pack_report
from data.events.parts import Placed, linked
from data.events.publishers import Source
from data.events.renewing.drafts import Coming, Drafts
from data.events.renewing.survey import Survey
from data.events.report import Report
from data.model import Mark, Passage

Parts = Mapping[int, Part]
"""By its first member for a group that is a part or has parts: the larger event, and its importance."""

# Work on fewer reports is done here before it could be sent.
_MANY = 4_000


class Renewal(NamedTuple):
    """How the events of a collection change.

    Attributes:
        is_whole: whether all events come, and none of those before stays.
        gone: the ids of events that are no more, or come again; none if all are made again.
        come: the new ones, and those that have changed.
        settle: to be called when the collection has the events.
    """

    is_whole: bool
    gone: frozenset[str]
    come: Coming
    settle: Callable[[], None]


def renewed(keeper: Keeper, wishes: Sequence[Mark], hands: Hands = own_hands) -> Renewal:
    """What becomes of the events of a collection.

    Args:
        keeper: gives what its documents report, and keeps what is worked out.
        wishes: the user's merges, splits and names, in order.
        hands: do the work on reports, if there is much of it.
    """
    return _Renewing(keeper, wishes, hands).run()


class _Renewing:
    """One renewal, step by step."""

    def __init__(self, keeper: Keeper, wishes: Sequence[Mark], hands: Hands) -> None:
        self._keeper = keeper
        state = keeper.kept_of("state", [keeper.edition]).get(keeper.edition)
        self._is_whole = state is None
        if state is None:
            keeper.forget()
        keeper.keep("state", {keeper.edition: None})  # what is kept holds together again when all is done
        self._wishes = wishes
        self._survey = survey = Survey(keeper, state or {}, wishes)
        self._told = told = ToldReports(keeper, survey.cards)
        papers = map(_paper, survey.cards.values())
        basis = Basis(survey.names, survey.tables)
        # In a first build the reports of a year are put into blocks, compared and merged.
        together = of_largest_year(survey.cards.values()) if self._is_whole else 0
        self._desk = Desk(basis, papers, told.report, told.packed, survey.dated, together)
        self._hands = hands if len(survey.touched) >= _MANY else own_hands
        self._components = Components(keeper, survey.cards, survey.former)
        self._drafts = Drafts(keeper)
        self._tellings = Ledger(keeper, "telling", is_new=self._is_whole)
        self._placed = Ledger(keeper, "placed", is_new=self._is_whole)

    def run(self) -> Renewal:
        survey = self._survey
        before, after = self._merge()
        self._tell_again(after)
        former, overlay = self._former_overlay(), self._overlay()
        groups = self._concerned(after, former, overlay)
        alive = {first for first in after if first not in overlay.covered} | overlay.groups.keys()
        left = {first for first in before if first not in former.covered}
        left |= former.groups.keys() | (overlay.covered - former.covered)
        left = set(filter(survey.was_there, left))
        parts, moved = self._link(groups, after, left - alive)
        others = self._final(moved - groups.keys(), overlay)
        self._drafts.work_out(self._desk, others)
        groups |= others
        gone = set[str]()
        if not self._is_whole:
            gone.update(map(self._identity, groups))
            gone.update(map(self._former_identity, (left - alive) | (left & groups.keys())))
        numbers = survey.read | survey.restoried | {*map(number_of, survey.touched)}
        numbers.update(number_of(held) for group in after.values() for held in group.members)
        survey.keep(numbers)
        come = Coming(
            self._drafts, groups, parts, self._passage, self._packed, lambda held: survey.card_of(held).id
        )
        return Renewal(self._is_whole, frozenset(gone), come, self._settle)

    def _merge(self) -> tuple[dict[int, Group], dict[int, Group]]:
        """Merge again what has changed: the groups before and after, by their first members."""
        survey = self._survey
        claims = Shelf(self._keeper, "claim", is_new=self._is_whole)

        def claimed(holders: Iterable[int], claiming: Mapping[int, Report]) -> None:
            for held in holders:
                claims.put(held, claiming.get(held))

        linking = Linking(survey.cards, survey.former, self._desk, self._hands, claimed)
        if self._is_whole:
            agreeing = linking.all_agreeing(survey.dated)
        else:
            claims.drop(survey.gone)
            former = linking.place(survey.touched)
            former |= {held: keys_at(survey.former[number_of(held)], place_of(held)) for held in survey.gone}
            further = linking.spread(survey.touched, former)
            linking.place(further)
            survey.touched |= further
            agreeing = linking.agreeing(survey.touched)
        joined = array("q")
        after: dict[int, Group] = {}

        def take(merged: Iterable[Merged]) -> None:
            for members, reasons, day, telling, placed, outline in merged:
                first = members[0]
                after[first] = Group(members, reasons)
                self._drafts.put(first, day, outline)
                for ledger, value in ((self._tellings, telling), (self._placed, placed)):
                    if value is not None or not self._is_whole:
                        ledger.put(first, value)

        for pairs, parts in agreeing:
            joined.frombytes(pairs)
            take(self._components.take(parts))
        claims.close()
        done = {held for group in after.values() for held in group.members}
        changed = survey.touched - done, survey.gone, joined
        before = {} if self._is_whole else self._components.concerned(*changed)
        before = {first: group for first, group in before.items() if survey.was_there(first)}
        self._tellings.drop(before)
        take(self._components.change(*changed, self._desk, self._hands))
        return before, after

    def _tell_again(self, after: Mapping[int, Group]) -> None:
        """Keep what groups are as seen from outside that are as before, but of which a name is another."""
        survey, cards = self._survey, self._survey.cards
        others = survey.renamed | {
            number for number in survey.read & survey.former.keys()
            if cards[number].about != survey.former[number].about
        }  # fmt: skip
        holders = [held for number in others for held in cards[number].holders]
        for first, group in self._components.groups_of(holders).items():
            if first not in after:
                self._tellings.put(first, telling_of(self._desk, group.members))

    def _overlay(self) -> Overlay:
        """The groups that are joined though they do not agree, and those of the user's decisions."""
        joining = Joining(self._components, self._survey.cards)
        joining.join_contradicting({held: Telling(*told) for held, told in self._tellings.all().items()})
        kept = {int(key): report for key, report in self._keeper.kept("claim")}
        claims = {held: kept[held] for held in sorted(kept, key=self._components.order)}
        joining.join_pairs(put_in_two_cities(claims), "merged: told with another place")
        joining.join_pairs(joining.contested(self._survey.names), "merged: told with another name")
        joining.join_pairs(of_two_outcomes(claims, self._written), TOLD_OTHERWISE)
        joining.grant(self._wishes, self._desk)
        overlay = joining.overlay()
        plain = tuple(map(tuple, overlay.groups.values())), tuple(overlay.covered)
        self._keeper.keep("overlay", {"all": plain})
        return overlay

    def _written(self, held: int) -> int | None:
        return self._survey.cards[number_of(held)].written

    def _former_overlay(self) -> Overlay:
        groups, covered = self._keeper.kept_of("overlay", ["all"]).get("all", ((), ()))
        return Overlay({group[0][0]: Group(*group) for group in groups}, frozenset(covered))

    def _concerned(self, after: Mapping[int, Group], former: Overlay, overlay: Overlay) -> dict[int, Group]:
        """The groups of which the events are to be made, by their first members."""
        survey = self._survey
        numbers = survey.renamed | {
            number for number, former in survey.former.items()
            if number in survey.cards and not survey.cards[number].tells_same(former)
        } | survey.restoried  # fmt: skip
        laid = {held for group in overlay.groups.values() for held in group.members}
        merged = {held for group in after.values() for held in group.members}
        concerned = chain(survey.touched, *(survey.cards[number].holders for number in numbers))
        groups = self._final({held for held in concerned if held in laid or held not in merged}, overlay)
        groups.update((first, group) for first, group in after.items() if first not in overlay.covered)
        groups.update(
            (first, group) for first, group in overlay.groups.items() if former.groups.get(first) != group
        )
        groups |= self._final(former.covered - overlay.covered - survey.gone, overlay)
        return groups

    def _final(self, holders: Iterable[int], overlay: Overlay) -> dict[int, Group]:
        """The groups of reports as they are at last, by their first members."""
        laid = {held: group for group in overlay.groups.values() for held in group.members}
        found = {laid[held].members[0]: laid[held] for held in holders if held in laid}
        return found | self._components.groups_of(held for held in holders if held not in laid)

    def _link(
        self, groups: Mapping[int, Group], known: Mapping[int, Group], gone: Set[int]
    ) -> tuple[Parts, set[int]]:
        """Of which events those of groups are parts, and the groups for which that has changed.

        Both by their first members.

        Args:
            groups: those of which the events are to be made.
            known: those that were kept as others may hold them when they were merged.
            gone: the first members of groups that are no more.
        """
        self._placed.drop(gone | (known.keys() - groups.keys()))
        for first, group in groups.items():
            if known.get(first) != group:
                self._placed.put(first, placed_of(self._desk, group.members))
                self._drafts.work_out(self._desk, {first: group})  # now, while its reports are in memory
        every = {held: Placed(*plain) for held, plain in self._placed.all().items()}
        before = self._keeper.kept_of("parts", ["all"]).get("all", {})
        parts = linked(one for _, one in sorted(every.items()))
        self._keeper.keep("parts", {"all": parts})
        moved = {first for first, one in every.items() if parts.get(one.id) != before.get(one.id)}
        return {first: parts[one.id] for first, one in every.items() if one.id in parts}, moved

    def _passage(self, held: int) -> Passage:
        dated = self._survey.dated.get(held)
        return self._told.passage(held) if dated is None else dated.passage

    def _packed(self, held: int) -> bytes:
        dated = self._survey.dated.get(held)
        return self._told.packed(held) if dated is None else pack_report(dated)

    def _identity(self, held: int) -> str:
        card = self._survey.cards[number_of(held)]
        return identity(card.id, card.starts[place_of(held)])

    def _former_identity(self, held: int) -> str:
        card = self._survey.former.get(number_of(held)) or self._survey.cards[number_of(held)]
        return identity(card.id, card.starts[place_of(held)])

    def _settle(self) -> None:
        self._keeper.keep("state", {self._keeper.edition: self._survey.state()})


def _paper(card: Card) -> Paper:
    source = Source(card.publisher, card.story) if card.article else None
    return Paper(card.number, card.id, source, card.written, card.lead, card.about, card.days)
