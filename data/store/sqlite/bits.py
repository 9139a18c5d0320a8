"""Sets of events as whole numbers: the bit of an event's position is one where it is in the set.

Sets are put together by one operation on numbers; a million events take half a megabyte.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import reduce
from itertools import chain
from operator import or_

_DENSE = 64  # where one position in so many is told, a byte for each that there is takes less time


def bits_of(parts: Iterable[list[int]], last: int) -> int:
    """The set of the positions in these lists, in any order, none of which is greater than ``last``."""
    known: list[int] = []
    more = iter(parts)
    for positions in more:
        known += positions
        if len(known) * _DENSE > max(last, 0):
            return _of_many(chain([known], more), last)
    packed = bytearray(last // 8 + 1)
    for position in known:
        packed[position >> 3] |= 1 << (position & 7)
    return int.from_bytes(packed, "little")


def _of_many(parts: Iterable[list[int]], last: int) -> int:
    told = bytearray(last + 1)
    for positions in parts:
        for position in positions:
            told[position] = 1
    return reduce(or_, (int.from_bytes(told[bit::8], "little") << bit for bit in range(8)))


def bits_between(first: int, end: int) -> int:
    """All positions from one on and before another."""
    return (1 << end) - (1 << first) if first < end else 0


def counted_in(bits: int, stretches: Iterable[tuple[int, int]]) -> Iterator[int]:
    """How many positions of a set are in each stretch, its end not included."""
    if not bits:
        yield from (0 for _ in stretches)
        return
    packed = bits.to_bytes(bits.bit_length() // 8 + 1, "little")
    for first, end in stretches:
        part = int.from_bytes(packed[first >> 3 : (end >> 3) + 1], "little") >> (first & 7)
        yield (part & ((1 << max(0, end - first)) - 1)).bit_count()


def those_in(bits: int, positions: Iterable[int], last: int) -> list[int]:
    """Those of some positions, none greater than ``last``, that are in a set, in the order they are given."""
    packed = bits.to_bytes(max(bits.bit_length(), last + 1) // 8 + 1, "little")
    return [position for position in positions if packed[position >> 3] >> (position & 7) & 1]
