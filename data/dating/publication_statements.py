"""Sentences that tell something with its date, and which of them tell the same as a given sentence.

How alike two sentences are does not depend on any date, so it is worked out once, however often dates change.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

# Sentences less alike (cosine of words weighted by rarity), or with fewer words shared, are not compared.
_ALIKE = 0.2
_SHARED = 3
_NAMES = 2
# Documents whose names are less alike (cosine, weighted by rarity) tell of different things.
_ONE_STORY = 0.2
# Words in more sentences than this lead to no candidates: what is told so often is found by its other words.
_FREQUENT = 60
# Candidates are tried from the rarest word on, so many at most.
_CANDIDATES = 240
# A sentence of fewer telling words may stand in two texts by chance.
_TELLING = 6
_LEAD = 3
# Nor do sentences that stand in more documents than this tell a story: they are furniture.
_COPIES = 40

#: A document's id and the number of a sentence in it, from 0; titles have the number -1.
Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Wording:
    """The telling words of a sentence, cut to their beginnings.

    Attributes:
        stems: all of them.
        names: those among them that are names; none where a script has no capitals.
    """

    stems: frozenset[str]
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Statement:
    """Days that a sentence tells.

    Attributes:
        start, end: first and last day.
        inferred: whether the days rest on an inferred publication date.
        planned: whether they were still to come.
        ahead: whether the sentence tells of something still to come, then or later.
    """

    start: int
    end: int
    inferred: bool = False
    planned: bool = False
    ahead: bool = False


@dataclass(frozen=True, slots=True)
class Likeness:
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
    """Sentences of a collection, found by the words they share with another one."""

    def __init__(
        self,
        places: Mapping[Place, Wording],
        sentences: Iterable[frozenset[str]],
        names: Mapping[str, frozenset[str]],
    ) -> None:
        """``sentences`` are the words of all sentences compared, for their rarity; ``names`` by document."""
        self._wordings = [(place, places[place]) for place in sorted(places)]
        counts: Counter[str] = Counter()
        total = 0
        for stems in sentences:
            counts.update(stems)
            total += 1
        self._rarity = {stem: math.log(1 + total / count) ** 2 for stem, count in counts.items()}
        self._by_stem: dict[str, list[int]] = defaultdict(list)
        for at, (_, wording) in enumerate(self._wordings):
            for stem in wording.stems:
                self._by_stem[stem].append(at)
        self._lengths = [self._length(wording.stems) for _, wording in self._wordings]
        self._names = names
        holders = Counter(name for each in names.values() for name in each)
        self._telling = {name: math.log(1 + len(names) / count) for name, count in holders.items()}
        self._same: dict[tuple[str, str], bool] = {}

    def to(self, wording: Wording, own: str) -> list[Likeness]:
        """The sentences of other documents than ``own`` that tell the same, and of ``own`` itself, in order.

        Two sentences that both name people or places must have two names in common, or all that there are.
        """
        length = self._length(wording.stems)
        stems = wording.stems
        found = []
        for at in self._candidates(stems):
            place, other = self._wordings[at]
            shared = stems & other.stems
            if len(shared) < _SHARED:
                continue
            if place[0] != own:
                wanted = min(_NAMES, len(wording.names), len(other.names))
                if wanted and len(shared & (wording.names | other.names)) < wanted:
                    continue
            rarity = math.fsum([self._rarity.get(stem, 0.0) for stem in shared])
            value = rarity / math.sqrt(length * self._lengths[at])
            if value >= _ALIKE and self._may_tell_one_story(own, place[0]):
                found.append(Likeness(place, value, len(shared)))
        return sorted(found, key=lambda one: one.place)

    def _may_tell_one_story(self, one: str, other: str) -> bool:
        """Whether two documents are about the same people and places, told by names that few others have.

        Sentences that papers print every day, on prices and matches, are alike and tell of different days.
        """
        if one == other:
            return True
        known = self._same.get((one, other))
        if known is None:
            mine, theirs = self._names.get(one, frozenset()), self._names.get(other, frozenset())
            weight = math.sqrt(self._weight(mine) * self._weight(theirs))
            known = not weight or self._weight(mine & theirs) >= _ONE_STORY * weight
            self._same[one, other] = known
        return known

    def _weight(self, names: Iterable[str]) -> float:
        return math.fsum([self._telling[name] for name in names])

    def _candidates(self, stems: frozenset[str]) -> set[int]:
        held = sorted((len(holders), stem) for stem in stems if (holders := self._by_stem.get(stem)))
        candidates: set[int] = set()
        for count, stem in held:
            if count > _FREQUENT or len(candidates) > _CANDIDATES:
                break
            candidates.update(self._by_stem[stem])
        return candidates

    def _length(self, stems: frozenset[str]) -> float:
        return math.fsum([self._rarity.get(stem, 1.0) for stem in stems]) or 1.0


def sentences_in_common(stems: Mapping[str, Sequence[frozenset[str]]]) -> dict[str, dict[str, int]]:
    """How many telling sentences a document shares with each near copy; ``stems``: the sentences of each.

    A copy shares one of the first telling sentences: what is shared further down is the background of a long
    story, printed week after week.
    """
    holders: dict[frozenset[str], set[str]] = defaultdict(set)
    leads: dict[str, list[frozenset[str]]] = {}
    for document, sentences in stems.items():
        telling = [sentence for sentence in sentences if len(sentence) >= _TELLING]
        leads[document] = telling[:_LEAD]
        for sentence in telling:
            holders[sentence].add(document)
    common: dict[str, Counter[str]] = {document: Counter() for document in stems}
    for documents in holders.values():
        if not 1 < len(documents) <= _COPIES:
            continue
        for document in documents:
            common[document].update(other for other in documents if other != document)
    return {
        document: {
            other: count
            for other, count in counts.items()
            if any(other in holders[sentence] for sentence in leads[document])
            and any(document in holders[sentence] for sentence in leads[other])
        }
        for document, counts in common.items()
    }
