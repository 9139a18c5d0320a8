"""Groups that are joined though they do not agree, and what the user has merged and split.

These groups lie over those that merging makes: each takes the place of some of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from data.events.comparing.cards import Card, holder
from data.events.comparing.contested_names import contested
from data.events.desk import Desk
from data.events.merging.contradictions import contradicting
from data.events.merging.grouping import Components, Group
from data.events.merging.tellings import Telling
from data.events.names.holders import Holder
from data.events.wishes import Names, wished_groups
from data.model import Mark

# Why groups are one event though their words do not agree.
_OF_ONE_DAY, _OF_OTHER_DAYS = "merged: one thing of one day", "merged: told with another date"


class Overlay(NamedTuple):
    """Groups that take the place of others; ``covered`` are the first members of those.

    ``groups`` are by their own first members.
    """

    groups: Mapping[int, Group]
    covered: frozenset[int]


class Joining:
    """Joins groups step by step.

    Args:
        components: the groups as merging makes them.
        cards: of all documents, by number, in the order of their ids.
    """

    def __init__(self, components: Components, cards: Mapping[int, Card]) -> None:
        self._components = components
        self._cards = cards
        self._groups: list[Group | None] = []
        self._at: dict[int, int] = {}
        self._covered: set[int] = set()

    def overlay(self) -> Overlay:
        """What came of it."""
        groups = {group.members[0]: group for group in self._groups if group is not None}
        return Overlay(groups, frozenset(self._covered))

    def join_contradicting(self, tellings: Mapping[int, Telling]) -> None:
        """Join the groups of one event that date it differently; they are told by their first members."""
        into = contradicting(dict(sorted(tellings.items(), key=lambda item: self._components.order(item[0]))))
        pairs: dict[str, dict[int, int]] = {_OF_ONE_DAY: {}, _OF_OTHER_DAYS: {}}
        for small, large in into.items():
            one, other = tellings[small], tellings[large]
            same = one.start <= other.end and other.start <= one.end
            pairs[_OF_ONE_DAY if same else _OF_OTHER_DAYS][small] = large
        for reason, those in pairs.items():
            self._join_into(
                {self._place(small): self._place(large) for small, large in those.items()}, reason
            )

    def join_pairs(self, pairs: Iterable[tuple[int, int]], reason: str) -> None:
        """Join the group of each pair's first report to the one of its second.

        A group takes part once: in chains of pairs strangers would come together.
        """
        into: dict[int, int] = {}
        for one, other in pairs:
            small, large = self._place(one), self._place(other)
            if small != large and {small, large}.isdisjoint(into) and small not in into.values():
                into[small] = large
        self._join_into(into, reason)

    def contested(self, names: Names) -> Iterator[tuple[int, int]]:
        """Pairs of reports that call the holder of an office by different names."""
        for card in self._cards.values():
            for one, other in card.called:
                yield holder(card.number, one), holder(card.number, other)
        named = {
            card.id: [(holder(card.number, place), Holder(*one)) for place, *one in card.offices]
            for card in self._cards.values()
            if card.offices
        }
        articles = {card.id for card in self._cards.values() if card.article}
        by_id = {card.id: card for card in self._cards.values()} if named.keys() - articles else {}
        yield from contested(named, articles, lambda document: about(by_id[document], names))

    def grant(self, wishes: Sequence[Mark], desk: Desk) -> None:
        """Merge and split as the user has decided."""
        decided = [wish for wish in wishes if wish.kind in ("merge", "split")]
        wanted = {passage.document for wish in decided for passage in wish.passages}
        holders = [held for card in self._cards.values() if card.id in wanted for held in card.holders]
        places = {self._place(held): None for held in holders}
        groups = [group for at in places if (group := self._groups[at]) is not None]
        groups.sort(key=lambda group: self._components.order(group.members[0]))
        members = sorted((held for group in groups for held in group.members), key=self._components.order)
        index = {held: at for at, held in enumerate(members)}
        for at in places:
            self._groups[at] = None
        before = [([index[held] for held in group.members], [*group.reasons]) for group in groups]
        for those, reasons in wished_groups(before, [desk[held] for held in members], decided):
            self._put(Group(tuple(members[at] for at in those), tuple(reasons)))

    def _place(self, held: int) -> int:
        """Where the group of a report is; it is laid over the one that merging has made."""
        if held not in self._at:
            (group,) = self._components.groups_of([held]).values()
            self._covered.add(group.members[0])
            self._put(group)
        return self._at[held]

    def _put(self, group: Group) -> None:
        self._at.update(dict.fromkeys(group.members, len(self._groups)))
        self._groups.append(group)

    def _join_into(self, into: Mapping[int, int], reason: str) -> None:
        """Join groups to others; what goes into one that itself goes into another ends in that one."""
        joined: dict[int, list[int]] = {}
        for small in into:
            large = small
            while large in into:
                large = into[large]
            joined.setdefault(large, [large]).append(small)
        for places in joined.values():
            groups = [group for at in places if (group := self._groups[at]) is not None]
            for at in places:
                self._groups[at] = None
            members = sorted((held for group in groups for held in group.members), key=self._components.order)
            told = (one for group in groups[1:] for one in group.reasons)
            reasons = dict.fromkeys([*groups[0].reasons, reason, *told])
            self._put(Group(tuple(members), tuple(reasons)))


def about(card: Card, names: Names) -> frozenset[str]:
    """The names that a document is about, each the one of its kind."""
    return frozenset(map(names.of_person, card.about))
