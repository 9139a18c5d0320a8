"""The telling words of the documents of a collection, and how rare they are: what sentences are compared by.

Everything is worked out when it is first asked for, since most documents are dated without being compared.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING

from data.dating.publication.cues import publication_cues

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from data.model import Reading

# Documents whose names are less alike (cosine, weighted by rarity) tell of different things.
_ONE_STORY = 0.2
_NAMES = 2
# The stamp of an embedded post: "— Name (@name) December 6, 2021".
_POST = re.compile(r"\(@\w+\)\s*\Z")
_POST_REACH = 60
_LINK = re.compile(r"(?:https?://|pic\.|www\.)\S+|@\w+")
_LONGEST_POST = 400


class Wordings:
    """The telling words, cut to their beginnings, of each sentence of a collection's documents."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        self._readings = {reading.document.id: reading for reading in readings}
        self._sentences: dict[str, Sequence[frozenset[str]]] = {}
        self._names: dict[str, frozenset[str]] = {}
        self._weights: dict[str, float] = {}
        self._one_story: dict[tuple[str, str], bool] = {}

    def sentences(self, document: str) -> Sequence[frozenset[str]]:
        """The telling words of each sentence of a document."""
        found = self._sentences.get(document)
        if found is None:
            reading = self._readings[document]
            stems, text = publication_cues(reading.document.language).stems, reading.document.text
            found = [stems(text[sentence.start_char : sentence.end_char]) for sentence in reading.sentences]
            self._sentences[document] = found
        return found

    def all(self) -> dict[str, Sequence[frozenset[str]]]:
        """The telling words of each sentence of every document, by the document's id."""
        return {document: self.sentences(document) for document in self._readings}

    def names(self, document: str) -> frozenset[str]:
        """The names in a document, cut alike; none where a script has no capitals."""
        found = self._names.get(document)
        if found is None:
            own = self._readings[document].document
            written = publication_cues(own.language).names(f"{own.title or ''}\n{own.text}")
            told = map(written.__and__, self.sentences(document))
            found = self._names[document] = frozenset().union(*told)
        return found

    def told_at(self, document: str, sentence: int) -> frozenset[str]:
        """The telling words that tell the days of a sentence: its own; a post's day is told by all of it."""
        reading = self._readings[document]
        own, text = reading.sentences[sentence], reading.document.text
        first = bisect_left(reading.mentions, own.start_char, key=attrgetter("start_char"))
        for at in range(first, len(reading.mentions)):
            mention = reading.mentions[at]
            if mention.start_char >= own.end_char:
                break
            post = paragraph_of_post(text, mention.start_char)
            if post is not None:
                return publication_cues(reading.document.language).stems(post)
        return self.sentences(document)[sentence]

    def may_tell_the_same(self, one: str, words: frozenset[str], other: str, others: frozenset[str]) -> bool:
        """Whether sentences of two documents, alike as they are, may tell the same.

        Those of one document may. If both name people or places, they must have two names in common, or all
        that there are, and the documents must be about the same.
        """
        if one == other:
            return True
        mine, theirs = words & self.names(one), others & self.names(other)
        wanted = min(_NAMES, len(mine), len(theirs))
        if wanted and len(words & others & (mine | theirs)) < wanted:
            return False
        return self.may_tell_one_story(one, other)

    @cached_property
    def rarity(self) -> Rarity:
        """How much a word weighs that two sentences share."""
        return rarity_in(list(chain.from_iterable(self.all().values())))

    def may_tell_one_story(self, one: str, other: str) -> bool:
        """Whether two documents are about the same people and places, told by names that few others have.

        Sentences that papers print every day, on prices and matches, are alike and tell of different days.
        """
        if one == other:
            return True
        key = (one, other) if one < other else (other, one)
        known = self._one_story.get(key)
        if known is None:
            mine, theirs = self.names(one), self.names(other)
            whole = math.sqrt(self._weight(one) * self._weight(other))
            shared = math.fsum([self._rarity_of_names[name] for name in mine & theirs])
            known = self._one_story[key] = not whole or shared >= _ONE_STORY * whole
        return known

    @cached_property
    def _rarity_of_names(self) -> dict[str, float]:
        held = Counter(chain.from_iterable(map(self._words, self._readings)))
        weights = {count: math.log(1 + len(self._readings) / count) for count in set(held.values())}
        return {word: weights[count] for word, count in held.items()}

    def _weight(self, document: str) -> float:
        weight = self._weights.get(document)
        if weight is None:
            rarity = self._rarity_of_names
            weight = self._weights[document] = math.fsum(map(rarity.__getitem__, self.names(document)))
        return weight

    def _words(self, document: str) -> frozenset[str]:
        return frozenset().union(*self.sentences(document))


class Rarity(dict[str, float]):
    """How much each word weighs; one that no sentence has weighs 1."""

    def __missing__(self, word: str) -> float:
        return 1.0


def rarity_in(sentences: Sequence[frozenset[str]]) -> Rarity:
    """How much each word weighs, by the number of sentences that have it."""
    counts = Counter(chain.from_iterable(sentences))
    weights = {count: math.log(1 + len(sentences) / count) ** 2 for count in set(counts.values())}
    return Rarity((word, weights[count]) for word, count in counts.items())


def paragraph_of_post(text: str, stamp: int) -> str | None:
    """The paragraph of an embedded post whose date stands at ``stamp``; None if the date is no post's."""
    if not _POST.search(text, max(0, stamp - _POST_REACH), stamp):
        return None
    longest = max(0, stamp - _LONGEST_POST)
    return _LINK.sub(" ", text[max(text.rfind("\n\n", longest, stamp), longest) : stamp])
