"""The days that the sentences of a document tell, as far as its publication date is known by now."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.dating.publication.cues import publication_cues
from data.dating.publication.decision import exact_days
from data.dating.publication.own_words.tellings import years_back
from data.dating.publication.own_words.tense import tense_of
from data.dating.resolving.resolution import resolve

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from data.dating.publication.own_words.evidence import Undated
    from data.dating.publication.told_elsewhere.likeness import Place
    from data.model import Published, Reading

_YEAR = 366
# "Recently" is within a fortnight.
_FORTNIGHT = 13
_DATES = ("DATE", "TIME")


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


class Statements:
    """The days that each sentence of a collection tells, worked out for a document when it is asked for."""

    def __init__(
        self,
        readings: Mapping[str, Reading],
        known: Mapping[str, Published],
        undated: Mapping[str, Undated],
    ) -> None:
        self._readings = readings
        self._known = known
        self._undated = undated
        self._inferred: dict[str, Published] = {}
        self._told: dict[str, Mapping[int, Sequence[Statement]]] = {}

    def learn(self, document: str, published: Published) -> None:
        """Take the date of a document to be this one from now on; one that is not exact dates nothing."""
        self._told.pop(document, None)
        self._inferred.pop(document, None)
        if exact_days(published) is not None:
            self._inferred[document] = published

    def at(self, place: Place) -> Sequence[Statement]:
        """The days that a sentence tells."""
        return self._by_sentence(place[0]).get(place[1], ())

    def looks_back(self, place: Place) -> bool:
        """Whether a sentence tells of a year before its own, too."""
        return place[1] in years_back(self._readings[place[0]])

    def sentences(self, document: str) -> Sequence[int]:
        """The numbers of the sentences that may tell days by what is known by now, in order."""
        if document not in self._known and document not in self._inferred:
            return sorted(self._by_sentence(document))
        reading = self._readings[document]
        starts = [sentence.start_char for sentence in reading.sentences]
        found = {
            bisect_right(starts, mention.start_char) - 1
            for mention in reading.mentions
            if mention.meaning.type in _DATES
        }
        return sorted(found - {-1})

    def _by_sentence(self, document: str) -> Mapping[int, Sequence[Statement]]:
        told = self._told.get(document)
        if told is None:
            told = self._told[document] = self._worked_out(document)
        return told

    def _worked_out(self, document: str) -> Mapping[int, Sequence[Statement]]:
        if document in self._known:
            return _resolved(self._readings[document], self._known[document], inferred=False)
        if document in self._inferred:
            return _resolved(self._readings[document], self._inferred[document], inferred=True)
        return _complete(self._undated[document])


def _resolved(reading: Reading, published: Published, *, inferred: bool) -> Mapping[int, Sequence[Statement]]:
    """The days that a document's sentences tell, as far as its publication date gives them."""
    document, sentences = reading.document, reading.sentences
    cues = publication_cues(document.language)
    language = document.language or "en"
    anchors = ("explicit", "published") if published.is_known else ("explicit",)
    starts = [sentence.start_char for sentence in sentences]
    mentions = {mention.start_char: mention for mention in reading.mentions}
    found: dict[int, list[Statement]] = defaultdict(list)
    for told in resolve(document.text, reading.mentions, sentences, published, language=language):
        start, end = told.start, told.end
        if told.value == "PAST_REF" and published.start is not None and published.is_known:
            start, end = published.start - _FORTNIGHT, published.start
        if start is None or end is None or end - start > _YEAR or told.anchor.kind not in anchors:
            continue
        at = bisect_right(starts, told.start_char) - 1
        if told.type in _DATES and at >= 0:
            rests = inferred and (told.anchor.kind != "explicit" or told.value == "PAST_REF")
            tense = tense_of(document.text, mentions[told.start_char], sentences[at], cues)
            ahead = cues.will.search(document.text, sentences[at].start_char, sentences[at].end_char)
            found[at].append(Statement(start, end, rests, tense == "future", ahead is not None))
    return found


def _complete(document: Undated) -> Mapping[int, Sequence[Statement]]:
    """The days that a document without a date of its own tells in full."""
    starts = [sentence.start_char for sentence in document.reading.sentences]
    found: dict[int, list[Statement]] = defaultdict(list)
    for told in document.told:
        at = bisect_right(starts, told.start_char) - 1
        if at >= 0 and told.end - told.start <= _YEAR:
            found[at].append(Statement(told.start, told.end, planned=told.tense == "future"))
    return found
