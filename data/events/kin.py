"""What belongs together because each belongs with the next: copies of one story, reports of one event."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

Member = TypeVar("Member", int, str)


class Kin(Generic[Member]):
    """Members of which some are joined: all that are, directly or through others, are known by the least."""

    def __init__(self, members: Iterable[Member]) -> None:
        self._above: dict[Member, Member] = {one: one for one in members}

    def join(self, one: Member, other: Member) -> None:
        """Say that two belong together, and so whatever belongs with either."""
        first, second = sorted((self.least(one), self.least(other)))
        self._above[second] = first

    def least(self, one: Member) -> Member:
        """The least of those that a member belongs with; itself if it is joined with none."""
        above = self._above
        while above[one] != one:
            above[one] = above[above[one]]
            one = above[one]
        return one
