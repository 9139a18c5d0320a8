"""Components of reports that agree, and the groups that merging makes of each by itself."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence, Set
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple, overload

from data.events.comparing.cards import Card, number_of, place_of
from data.events.comparing.parties import Agreement
from data.events.comparing.signs import Signs
from data.events.desk import Desk, Hands, together
from data.events.keeping import Keeper, Shelf
from data.events.kin import Kin
from data.events.merging.merger import Merger
from data.events.merging.outside import Plain, day_of, outline_of_group, placed_of, telling_of

_KIND = "component"
_TOGETHER = 1_000  # reports that are merged together


class Group(NamedTuple):
    """Reports of one event, by their holders in the order of their documents, and why they are one."""

    members: tuple[int, ...]
    reasons: tuple[str, ...] = ()


class Component(NamedTuple):
    """Reports that agree with one another, directly or through others."""

    pairs: array[int]
    groups: tuple[Group, ...]


Pair = tuple[int, int]
"""The holders of two reports, in the order of their documents."""
Part = tuple[Sequence[int], bytes]
"""The holders of reports that agree, directly or through others, and the pairs, as 64 bits a holder."""
Merged = tuple[tuple[int, ...], tuple[str, ...], int | None, Plain, Plain, bytes]
"""A group, with its day, its telling, how it is placed, and the outline of its event.

See :mod:`data.events.merging.outside`.
"""
MergedPart = tuple[Part, list[Merged]]
"""A part with the groups that merging makes of it."""


def merged_parts(
    desk: Desk, parts: Sequence[Part], known: Mapping[Pair, Agreement] = MappingProxyType({})
) -> list[list[Merged]]:
    """The groups that merging makes of each of several parts; it is ``known`` how some of the pairs agree."""
    return [
        [
            (
                *group,
                day_of(desk, *group),
                telling_of(desk, group.members),
                placed_of(desk, group.members),
                outline_of_group(desk, *group),
            )
            for group in _groups_of(desk, *part, known)
        ]
        for part in parts
    ]


def _groups_of(
    desk: Desk, holders: Sequence[int], pairs: bytes, known: Mapping[Pair, Agreement]
) -> Iterator[Group]:
    """The groups that merging makes of reports of which these pairs agree."""
    if not pairs:
        yield from (Group((held,)) for held in holders)
        return
    ordered = sorted(holders, key=desk.order)
    place = {held: at for at, held in enumerate(ordered)}
    signs = _SignsOf(ordered, desk)
    agreements: dict[tuple[int, int], Agreement] = {}
    for pair in by_twos(array("q", pairs)):
        first, second = sorted(map(place.__getitem__, pair))
        if (first, second) not in agreements:
            agreement = known.get(pair) or desk.comparison.agreement(signs[first], signs[second])
            if agreement is not None:
                agreements[first, second] = agreement
    for members, reasons in Merger(signs, desk.comparison).groups(agreements):
        yield Group(tuple(ordered[at] for at in members), tuple(dict.fromkeys(reasons)))


class Components:
    """The components of a collection.

    Args:
        keeper: keeps them.
        cards: of all documents, by number; they say to which component each report belongs.
        gone: cards of documents that are no more, and former ones of those that have changed, by number.
    """

    def __init__(self, keeper: Keeper, cards: Mapping[int, Card], gone: Mapping[int, Card]) -> None:
        self._keeper = keeper
        self._cards = cards
        self._gone = gone
        self._known: dict[int, Component] = {}

    def groups_of(self, holders: Iterable[int]) -> dict[int, Group]:
        """The groups of reports, by the first holder of each group."""
        return self._groups(holders, self._component)

    def all(self) -> Iterator[Group]:
        """All groups as they are kept; a report of no component is one by itself."""
        for card in self._cards.values():
            for held, component in zip(card.holders, card.components, strict=True):
                if not component:
                    yield Group((held,))
        for _, plain in self._keeper.kept(_KIND):
            yield from _restored(plain).groups

    def concerned(self, touched: Set[int], gone: Set[int], joined: array[int]) -> dict[int, Group]:
        """The groups that :meth:`change` takes apart, by their first members."""
        holders = {*touched, *gone, *joined}
        found = {held: Group((held,)) for held in holders if not self._component(held)}
        for component in self._load({self._component(held) for held in holders} - {0}):
            found.update((group.members[0], group) for group in component.groups)
        return found

    def change(
        self, touched: Set[int], gone: Set[int], joined: array[int], desk: Desk, hands: Hands
    ) -> Iterator[Merged]:
        """Merge again what is touched; the groups that come of it.

        Args:
            touched: the holders of reports that are new or changed.
            gone: holders of reports that are no more.
            joined: the pairs that agree of which one is touched, one after another.
            desk: where all reports are.
            hands: do what needs reports.
        """
        members = {*touched, *joined}
        dirty = {self._component(held) for held in members | gone} - {0}
        pairs = array("q", joined)
        changed = touched | gone
        for former in self._load(dirty):
            for group in former.groups:
                members.update(group.members)
            for pair in by_twos(former.pairs):
                if changed.isdisjoint(pair):
                    pairs.extend(pair)
        self._keeper.keep(_KIND, dict.fromkeys(map(str, dirty)))
        self._known.clear()
        yield from self._merged(parts_of(members - gone, pairs), desk, hands)

    def _merged(
        self, parts: Sequence[tuple[list[int], array[int]]], desk: Desk, hands: Hands
    ) -> Iterator[Merged]:
        # The latest come first: they were compared last, and are still in memory.
        latest_first = sorted(parts, key=lambda part: -self._day(part[0][0]))
        plain = ((holders, pairs.tobytes()) for holders, pairs in latest_first)
        pieces = [*together(plain, _TOGETHER, lambda part: len(part[0]))]
        needing = ((piece, [held for holders, _ in piece for held in holders]) for piece in pieces)
        found = zip(pieces, hands(merged_parts, desk, needing), strict=True)
        return self.take(chain.from_iterable(zip(*both, strict=True) for both in found))

    def take(self, parts: Iterable[MergedPart]) -> Iterator[Merged]:
        """Keep parts that were merged, each of which is a component or a report by itself; their groups."""
        shelf = Shelf(self._keeper, _KIND)
        for (holders, pairs), groups in parts:
            number = holders[0] if pairs else 0
            for held in holders:
                self._cards[number_of(held)].components[place_of(held)] = number
            if number:
                shelf.put(number, (pairs, tuple(one[:2] for one in groups)))
            yield from groups
        shelf.close()

    def _groups(self, holders: Iterable[int], component_of: Callable[[int], int]) -> dict[int, Group]:
        found: dict[int, Group] = {}
        wanted: dict[int, set[int]] = defaultdict(set)
        for held in holders:
            component = component_of(held)
            if component:
                wanted[component].add(held)
            else:
                found[held] = Group((held,))
        for those, loaded in zip(wanted.values(), self._load(wanted), strict=True):
            for group in loaded.groups:
                if not those.isdisjoint(group.members):
                    found[group.members[0]] = group
        return found

    def _load(self, numbers: Iterable[int]) -> list[Component]:
        wanted = [*numbers]
        missing = [str(number) for number in wanted if number not in self._known]
        for key, plain in self._keeper.kept_of(_KIND, missing).items():
            self._known[int(key)] = _restored(plain)
        return [self._known[number] for number in wanted]

    def order(self, held: int) -> tuple[str, int]:
        """What sorts reports by document, then by place."""
        card = self._cards.get(number_of(held)) or self._gone[number_of(held)]
        return card.id, place_of(held)

    def _day(self, held: int) -> int:
        return self._cards[number_of(held)].days[2 * place_of(held)]

    def _component(self, held: int) -> int:
        for cards in (self._cards, self._gone):
            card = cards.get(number_of(held))
            if card is not None and place_of(held) < len(card.components):
                return card.components[place_of(held)]
        return 0


class _SignsOf(Sequence[Signs]):
    """The signs of reports, each looked up when it is asked for: a component may be a whole book."""

    def __init__(self, holders: Sequence[int], desk: Desk) -> None:
        self._holders = holders
        self._desk = desk

    def __len__(self) -> int:
        return len(self._holders)

    @overload
    def __getitem__(self, at: int) -> Signs: ...
    @overload
    def __getitem__(self, at: slice) -> _SignsOf: ...
    def __getitem__(self, at: int | slice) -> Signs | _SignsOf:
        if isinstance(at, slice):
            return _SignsOf(self._holders[at], self._desk)
        return self._desk.signs(self._holders[at])


def _restored(plain: tuple[bytes, tuple[tuple[tuple[int, ...], tuple[str, ...]], ...]]) -> Component:
    return Component(array("q", plain[0]), tuple(Group(*group) for group in plain[1]))


def by_twos(numbers: array[int]) -> Iterator[tuple[int, int]]:
    """The numbers in pairs, as they lie side by side."""
    each = iter(numbers)
    return zip(each, each, strict=True)


def parts_of(members: Collection[int], pairs: array[int]) -> list[tuple[list[int], array[int]]]:
    """The members parted so that no pair goes from one part into another, each part with its pairs."""
    kin = Kin(members)
    for one, other in by_twos(pairs):
        kin.join(one, other)
    parts: dict[int, tuple[list[int], array[int]]] = defaultdict(lambda: ([], array("q")))
    for held in sorted(members):
        parts[kin.least(held)][0].append(held)
    for one, other in by_twos(pairs):
        parts[kin.least(one)][1].extend((one, other))
    return [*parts.values()]
