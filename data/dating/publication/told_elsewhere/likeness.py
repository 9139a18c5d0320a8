"""Which sentences tell the same, by the words they share.

How alike two sentences are does not depend on any date, so it is worked out once, however often dates change.
"""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from data.dating.publication.wording import Rarity

# Sentences less alike (cosine of words weighted by rarity), or with fewer words shared, are not compared.
_ALIKE = 0.2
_SHARED = 3
# Words in more sentences than this lead to none: what is told so often is found by its other words, of which
# it must share two.
_FREQUENT = 60

#: A document's id and the number of a sentence in it, from 0.
Place = tuple[str, int]


class Likeness(NamedTuple):
    """A sentence that tells the same as another one.

    Attributes:
        place: where it stands.
        value: the cosine of their words, weighted by rarity (0 to 1).
        shared: how many telling words they share.
    """

    place: Place
    value: float
    shared: int


class Alike:
    """Sentences that are found by the words they share with another one."""

    def __init__(self, sentences: Iterable[tuple[Place, frozenset[str]]], rarity: Rarity) -> None:
        """``rarity``: how much each word weighs."""
        self._rarity = rarity
        self._held = [(place, stems, self._length(stems)) for place, stems in sentences]
        by_stem: dict[str, list[int]] = defaultdict(list)
        for at, (_, stems, _) in enumerate(self._held):
            for stem in stems:
                by_stem[stem].append(at)
        self._by_stem = {stem: held for stem, held in by_stem.items() if len(held) <= _FREQUENT}

    def to(self, stems: frozenset[str]) -> list[Likeness]:
        """The sentences that tell the same as one of these words."""
        once: set[int] = set()
        again: set[int] = set()
        for held in filter(None, map(self._by_stem.get, stems)):
            again |= once.intersection(held)
            once.update(held)
        length = 0.0
        found = []
        for at in sorted(again):
            place, other, its_length = self._held[at]
            shared = stems & other
            if len(shared) < _SHARED:
                continue
            length = length or self._length(stems)
            weight = math.fsum(map(self._rarity.__getitem__, shared))
            value = weight / math.sqrt(length * its_length)
            if value >= _ALIKE:
                found.append(Likeness(place, value, len(shared)))
        return found

    def _length(self, stems: frozenset[str]) -> float:
        return math.fsum(map(self._rarity.__getitem__, stems)) or 1.0


def cosine(one: frozenset[str], other: frozenset[str], rarity: Rarity) -> float:
    """How alike two sentences are by their words (0 to 1)."""
    weights = [math.fsum(map(rarity.__getitem__, each)) for each in (one & other, one, other)]
    return weights[0] / math.sqrt(weights[1] * weights[2]) if weights[0] else 0.0
