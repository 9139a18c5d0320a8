"""Sentences that tell something with its date, and which of them tell the same as a given sentence."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

# Sentences less alike (cosine of words weighted by rarity), or with fewer words shared, are not compared.
_ALIKE = 0.15
_SHARED = 3
# Words in more sentences than this lead to no candidates: so many, or so many times the root of their number.
_FREQUENT_AT_LEAST = 40
_FREQUENT = 2
# A sentence of fewer telling words may stand in two texts by chance.
_TELLING = 6


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence that tells something at days known.

    Attributes:
        source: the id of the document it stands in, or an entry of a list of search results.
        name: the source in words.
        start, end: first and last day.
        stems: the telling words of the sentence.
        inferred: whether the days rest on an inferred publication date.
    """

    source: str
    name: str
    start: int
    end: int
    stems: frozenset[str]
    inferred: bool = False


class Statements:
    """Statements of a collection, found by the words they share with a sentence."""

    def __init__(self, statements: Iterable[Statement], sentences: Iterable[frozenset[str]]) -> None:
        """``sentences`` are the words of all sentences that are compared, for the rarity of words."""
        self._all = sorted(
            set(statements),
            key=lambda item: (item.source, item.start, item.end, sorted(item.stems), item.inferred),
        )
        counts: Counter[str] = Counter()
        total = 0
        for stems in sentences:
            counts.update(stems)
            total += 1
        self._rarity = {stem: math.log(1 + total / count) ** 2 for stem, count in counts.items()}
        frequent = max(_FREQUENT * math.sqrt(total), _FREQUENT_AT_LEAST)
        self._by_stem: dict[str, list[int]] = defaultdict(list)
        for at, statement in enumerate(self._all):
            for stem in statement.stems:
                if counts[stem] <= frequent:
                    self._by_stem[stem].append(at)
        self._lengths = [self._length(statement.stems) for statement in self._all]

    def alike(self, stems: frozenset[str]) -> Iterator[tuple[Statement, float]]:
        """Statements that tell the same as a sentence with these words, each with its likeness (0 to 1)."""
        candidates = {at for stem in stems for at in self._by_stem.get(stem, ())}
        length = self._length(stems)
        for at in sorted(candidates):
            statement = self._all[at]
            shared = stems & statement.stems
            if len(shared) < _SHARED:
                continue
            likeness = sum(self._rarity.get(stem, 0.0) for stem in sorted(shared)) / math.sqrt(
                length * self._lengths[at]
            )
            if likeness >= _ALIKE:
                yield statement, likeness

    def _length(self, stems: frozenset[str]) -> float:
        return sum(self._rarity.get(stem, 1.0) for stem in sorted(stems)) or 1.0


def sentences_in_common(stems: Mapping[str, Sequence[frozenset[str]]]) -> dict[str, Counter[str]]:
    """How many telling sentences two documents share; ``stems``: the sentences of each, by its id."""
    holders: dict[frozenset[str], set[str]] = defaultdict(set)
    for document, sentences in stems.items():
        for sentence in sentences:
            if len(sentence) >= _TELLING:
                holders[sentence].add(document)
    common: dict[str, Counter[str]] = {document: Counter() for document in stems}
    for documents in holders.values():
        for document in documents:
            common[document].update(other for other in documents if other != document)
    return common
