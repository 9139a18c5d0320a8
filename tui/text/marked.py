"""Which parts of a line of a document are marked, and how: plain ranges, no screen."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Layer:
    """Ranges of a text that share a look: sorted, none overlapping another of the same layer."""

    look: str
    ranges: Sequence[Range]

    def within(self, start: int, end: int) -> list[Range]:
        """The parts of the ranges that lie between two offsets."""
        place = bisect_left(self.ranges, (start, start))
        if place and self.ranges[place - 1][1] > start:
            place -= 1
        found: list[Range] = []
        while place < len(self.ranges) and self.ranges[place][0] < end:
            left, right = max(self.ranges[place][0], start), min(self.ranges[place][1], end)
            if left < right:
                found.append((left, right))
            place += 1
        return found


def marked(start: int, end: int, layers: Sequence[Layer]) -> list[tuple[int, int, str]]:
    """The stretches of a line with their looks; later layers cover earlier ones, "text" is unmarked."""
    parts: list[tuple[int, int, str]] = []
    cuts = {start, end}
    covers = [(layer.look, layer.within(start, end)) for layer in layers]
    for _, ranges in covers:
        for left, right in ranges:
            cuts |= {left, right}
    places = sorted(cuts)
    for left, right in pairwise(places):
        look = "text"
        for name, ranges in covers:
            if any(one <= left and right <= other for one, other in ranges):
                look = name
        if parts and parts[-1][2] == look:
            parts[-1] = (parts[-1][0], right, look)
        else:
            parts.append((left, right, look))
    return parts


def disjoint(ranges: Sequence[Range]) -> list[Range]:
    """Ranges sorted, those that overlap or touch joined, empty ones left out."""
    joined: list[Range] = []
    for start, end in sorted(ranges):
        if start >= end:
            continue
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], end))
        else:
            joined.append((start, end))
    return joined
