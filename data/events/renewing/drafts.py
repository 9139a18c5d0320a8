"""The events of groups from when they are worked out until they are written."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence

from data.events.desk import Desk
from data.events.keeping import Keeper
from data.events.merging.grouping import Group
from data.events.merging.outside import day_of, outline_of_group
from data.events.outline import Part, filled
from data.model import Event, Passage

# So many are put aside together.
_TOGETHER = 1_000
# Undated events stand behind all others.
_UNDATED = 1 << 62


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

    def events(
        self, groups: Mapping[int, Group], parts: Mapping[int, Part], passage_of: Callable[[int], Passage]
    ) -> Iterator[Event]:
        """The events of groups by the days at which they stand in the timeline, undated ones last.

        Args:
            groups: those that are wanted, by their first members; the outline of each was taken.
            parts: of those that are parts or have parts what they are.
            passage_of: gives the passage of a report by its holder.
        """
        for first in sorted(groups, key=lambda first: (self._days[self._numbers[first]], first)):
            outline = self._outline(self._numbers[first])
            if outline:
                yield filled(outline, [*map(passage_of, groups[first].members)], parts.get(first))

    def _outline(self, number: int) -> bytes:
        piece, place = divmod(number, _TOGETHER)
        return (self._aside[piece] if piece < len(self._aside) else self._last)[place]
