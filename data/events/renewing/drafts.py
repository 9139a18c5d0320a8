"""The events of groups from when they are worked out until they are written."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from data.events.desk import Desk, together
from data.events.keeping import Keeper
from data.events.merging.grouping import Group
from data.events.merging.outside import day_of, outline_of_group
from data.events.outline import Draft, Part, filled
from data.model import Event, Passage

# So many are put aside together.
_TOGETHER = 1_000
# Undated events stand behind all others.
_UNDATED = 1 << 62


class Block(NamedTuple):
    """Events of some days as drafts, and the ids of the documents of their passages."""

    drafts: Sequence[Draft]
    documents: Set[str]


class Drafts:
    """Outlines of events, by the first members of their groups, each with its day in the timeline.

    Args:
        keeper: puts them aside.
    """

    def __init__(self, keeper: Keeper) -> None:
        self._keeper = keeper
        self._numbers: dict[int, int] = {}
        self._days = array("q")
        self._aside: list[Sequence[bytes]] = []
        self._last: list[bytes] = []

    def put(self, first: int, day: int | None, outline: bytes) -> None:
        """Take the outline of a group in the place of another that may be there."""
        self._numbers[first] = len(self._days)
        self._days.append(_UNDATED if day is None else day)
        self._last.append(outline)
        if len(self._last) == _TOGETHER:
            self._aside.append(self._keeper.aside(self._last))
            self._last = []

    def work_out(self, desk: Desk, groups: Mapping[int, Group]) -> None:
        """Take the outlines of groups, read from their reports."""
        for first, group in groups.items():
            self.put(first, day_of(desk, *group), outline_of_group(desk, *group))

    def by_days(self, groups: Iterable[int]) -> Iterator[tuple[int, list[tuple[int, bytes]]]]:
        """The outlines of groups by the days at which their events stand in the timeline, undated ones last.

        With each day come those of the day, by the first members of their groups. Search results alone make
        no event.

        Args:
            groups: those that are wanted, by their first members; the outline of each was taken.
        """
        ordered = sorted((self._days[self._numbers[first]], first) for first in groups)
        for day, those in groupby(ordered, key=itemgetter(0)):
            told = [(first, self._outline(self._numbers[first])) for _, first in those]
            yield day, [(first, outline) for first, outline in told if outline]

    def _outline(self, number: int) -> bytes:
        piece, place = divmod(number, _TOGETHER)
        return (self._aside[piece] if piece < len(self._aside) else self._last)[place]


class Coming:
    """The events of groups, put together as they are gone through, by the days at which they stand.

    Args:
        drafts: have the outlines of the groups.
        groups: by their first members.
        parts: of those that are parts or have parts what they are.
        passage_of: gives the passage of a report by its holder.
        packed_of: gives a report by its holder, packed.
        document_of: gives the id of the document whose report a holder names.
    """

    def __init__(
        self,
        drafts: Drafts,
        groups: Mapping[int, Group],
        parts: Mapping[int, Part],
        passage_of: Callable[[int], Passage],
        packed_of: Callable[[int], bytes],
        document_of: Callable[[int], str],
    ) -> None:
        self._drafts = drafts
        self._groups = groups
        self._parts = parts
        self._passage_of = passage_of
        self._packed_of = packed_of
        self._document_of = document_of

    def __iter__(self) -> Iterator[Event]:
        for _, outlines in self._drafts.by_days(self._groups):
            for first, outline in outlines:
                passages = [*map(self._passage_of, self._groups[first].members)]
                yield filled(outline, passages, self._parts.get(first))

    def blocks(self, least: int) -> Iterator[Block]:
        """The events as drafts, those of whole days together, so many at least but for the last."""
        days = (outlines for _, outlines in self._drafts.by_days(self._groups))
        for those in together(days, least, len):
            firsts = [first for outlines in those for first, _ in outlines]
            members = [held for first in firsts for held in self._groups[first].members]
            drafts = [
                Draft(outline, [*map(self._packed_of, self._groups[first].members)], self._parts.get(first))
                for outlines in those for first, outline in outlines
            ]  # fmt: skip
            yield Block(drafts, {*map(self._document_of, members)})
