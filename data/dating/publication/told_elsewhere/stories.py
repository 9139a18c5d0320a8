"""Documents that tell the same story: near copies, and texts under titles alike."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING

from data.dating.publication.clues import Clue
from data.dating.publication.cues import publication_cues
from data.dating.publication.decision import exact_days
from data.dating.publication.own_words.tellings import years_back
from data.dating.publication.told_elsewhere.likeness import Alike, cosine
from data.dating.publication.wording import rarity_in
from data.words import interval_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from data.dating.publication.wording import Wordings
    from data.model import Published, Reading

#: How much a clue of each kind is believed, times the likeness of the titles.
WEIGHTS = {
    "same title": 2.0,
    "same days": 0.5,  # of several days rather on one of them than before or after all
    "same sentences": 2.0,
}
# Two titles this alike head the same story, or these if how the texts begin is so alike, too: a story that
# goes on for weeks has many titles alike.
_SAME_TITLE = 0.6
_LIKE_TITLE, _LIKE_LEAD = 0.4, 0.36
# So do so many sentences in common.
_SAME_SENTENCES = 3
# The same story comes out a day apart.
_APART = 1
_FORTNIGHT = 13
# The figures of a story stand in its first sentences.
_LEAD_SENTENCES = 3
_FIGURE = re.compile(r"\d{2,}")
# A sentence of fewer telling words may stand in two texts by chance.
_TELLING = 6
_LEAD = 3
# Nor do sentences that stand in more documents than this tell a story: they are furniture.
_COPIES = 40


class SameStories:
    """Which undated articles tell a story that other articles tell."""

    def __init__(self, articles: Mapping[str, Reading], undated: Collection[str], wordings: Wordings) -> None:
        self._articles = articles
        self._undated = undated
        self._wordings = wordings
        self._headed: dict[str, dict[str, float]] = {document: {} for document in undated}
        self._looked_up: set[str] = set()

    def learn(self, documents: Iterable[str]) -> Iterator[str]:
        """Look for the stories of documents that are dated by now; the undated ones that tell them, too."""
        for document in documents:
            if document in self._looked_up:
                continue
            self._looked_up.add(document)
            yield from self._copies.get(document, ())
            if document not in self._articles:
                continue
            for (own, _), value, _ in self._titles.to(self._title(document)):
                if own != document and value >= _LIKE_TITLE and self._may_be_one(own, document, value):
                    self._headed[own][document] = value
                    yield own

    def sources(self, document: str) -> Iterator[str]:
        """The documents by whose dates a document may be dated."""
        yield from self._headed[document]
        if self._looked_up:
            yield from self._copies.get(document, ())

    def clues(
        self, document: str, published: Mapping[str, Published], names: Mapping[str, str]
    ) -> Iterator[Clue]:
        """Clues to the date of an undated document by those known by now; ``names``: documents in words."""
        for other, likeness in sorted(self._headed[document].items()):
            date = published[other]
            if not date.is_known or date.start is None or date.end is None:
                continue
            if date.end - date.start <= _FORTNIGHT:
                reason = f"the same story was published on {interval_words(date.start, date.end)}"
                days, near = (date.start, date.end), (date.start - _APART, date.end + _APART)
                yield Clue((near,), WEIGHTS["same title"] * likeness, reason, "anchor", names[other])
                if date.start < date.end:
                    yield Clue((days,), WEIGHTS["same days"] * likeness, reason, "support", names[other])
        for other, count in sorted(self._copies.get(document, {}).items()) if self._looked_up else ():
            exact = exact_days(published[other])
            if count >= _SAME_SENTENCES and exact is not None:
                reason = f"it shares {count} sentences with a document of {interval_words(*exact)}"
                days = (exact[0] - _APART, exact[1] + _APART)
                yield Clue((days,), WEIGHTS["same sentences"], reason)

    def _may_be_one(self, one: str, other: str, alike: float) -> bool:
        """Whether documents with titles so alike tell one story, and not that of two years or branches."""
        if alike < _SAME_TITLE and self._leads_alike(one, other) < _LIKE_LEAD:
            return False
        if self._looks_back(one) != self._looks_back(other):
            return False
        mine, theirs = self._figures(one), self._figures(other)
        return not (mine and theirs and mine.isdisjoint(theirs))

    def _looks_back(self, document: str) -> bool:
        """Whether it begins with what was a year ago, too: of what comes every year, another one."""
        return any(at < _LEAD_SENTENCES for at in years_back(self._articles[document]))

    def _leads_alike(self, one: str, other: str) -> float:
        """How alike the sentences are, at best, with which two documents begin."""
        leads = [
            [stems for stems in self._wordings.sentences(each) if len(stems) >= _TELLING][:_LEAD]
            for each in (one, other)
        ]
        rarity = self._wordings.rarity
        return max((cosine(mine, theirs, rarity) for mine, theirs in product(*leads)), default=0.0)

    @cached_property
    def _titles(self) -> Alike:
        rarity = rarity_in([self._title(document) for document in self._articles])
        return Alike((((document, 0), self._title(document)) for document in self._undated), rarity)

    def _title(self, document: str) -> frozenset[str]:
        own = self._articles[document].document
        return publication_cues(own.language).stems(own.title or "")

    def _figures(self, document: str) -> frozenset[str]:
        """The numbers of a document's first sentences that are no dates."""
        reading = self._articles[document]
        if not reading.sentences:
            return frozenset()
        end = reading.sentences[:_LEAD_SENTENCES][-1].end_char
        spans = [
            (mention.start_char, mention.end_char) for mention in reading.mentions if mention.start_char < end
        ]
        return frozenset(
            match[0]
            for match in _FIGURE.finditer(reading.document.text, 0, end)
            if not any(start <= match.start() < stop for start, stop in spans)
        )

    @cached_property
    def _copies(self) -> dict[str, dict[str, int]]:
        return sentences_in_common(self._wordings.all())


def sentences_in_common(stems: Mapping[str, Sequence[frozenset[str]]]) -> dict[str, dict[str, int]]:
    """How many telling sentences a document shares with each near copy; ``stems``: the sentences of each.

    A copy shares one of the first telling sentences: what is shared further down is the background of a long
    story, printed week after week. Documents without a copy are left out.
    """
    holders: dict[frozenset[str], set[str]] = {}
    leads: dict[str, list[frozenset[str]]] = {}
    for document, sentences in stems.items():
        telling = [sentence for sentence in sentences if len(sentence) >= _TELLING]
        leads[document] = telling[:_LEAD]
        for sentence in telling:
            holders.setdefault(sentence, set()).add(document)
    common: dict[str, Counter[str]] = defaultdict(Counter)
    for documents in holders.values():
        if 1 < len(documents) <= _COPIES:
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
