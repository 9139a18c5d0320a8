"""The sentences of undated documents that are compared with those elsewhere that tell days."""

from __future__ import annotations

from bisect import insort
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from data.dating.publication.cues import publication_cues
from data.dating.publication.own_words.tellings import telling_sentences
from data.dating.publication.own_words.tense import sentence_tense
from data.dating.publication.told_elsewhere.likeness import Alike, Likeness

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from data.dating.publication.own_words.evidence import Undated
    from data.dating.publication.own_words.tense import Tense
    from data.dating.publication.told_elsewhere.likeness import Place
    from data.dating.publication.told_elsewhere.statements import Statements
    from data.dating.publication.wording import Wordings
    from data.model import Reading

#: "The meeting came on the heels of ...": the day of the meeting is told so many sentences before at most.
SENTENCES_BEFORE = 2
_LEAD_SENTENCES = 3


@dataclass(frozen=True, slots=True)
class Compared:
    """A sentence of a document to be dated, with those that tell the same.

    Attributes:
        tense: whether it tells of the past or of what is to come; None if it may be either.
        follows: where it says that something came close upon something else ("on the heels of"), if it does.
        alike: sentences that tell days.
    """

    tense: Tense | None
    follows: int | None
    alike: list[Likeness]


#: A sentence for which none was found.
NOT_COMPARED = Compared(None, None, [])


class Neighbours:
    """The sentences of the undated documents that are compared, with those elsewhere that tell the same."""

    def __init__(self, undated: Mapping[str, Undated], wordings: Wordings, statements: Statements) -> None:
        self._undated = undated
        self._wordings = wordings
        self._statements = statements
        self._near: dict[str, dict[int, Compared]] = {document: {} for document in undated}
        self._looked_up: set[Place] = set()

    def learn(self, documents: Iterable[str]) -> Iterator[str]:
        """Look for what tells the same as the sentences of documents that tell days by now.

        Yields the undated documents that have such sentences.
        """
        for document in documents:
            for at in self._statements.sentences(document):
                if (document, at) not in self._looked_up:
                    self._looked_up.add((document, at))
                    yield from self._look_up(document, at)

    def sources(self, document: str) -> Iterator[str]:
        """The documents by whose sentences a document may be dated."""
        return (one.place[0] for compared in self._near[document].values() for one in compared.alike)

    def near(self, document: str) -> Mapping[int, Compared]:
        """The sentences of an undated document for which others were found, by number."""
        return self._near[document]

    def _look_up(self, document: str, at: int) -> Iterator[str]:
        stems = self._wordings.told_at(document, at)
        for (own, sentence), value, shared in self._chosen.to(stems):
            if (own, sentence) == (document, at) or not self._wordings.may_tell_the_same(
                own, self._undated[own].stems(sentence), document, stems
            ):
                continue
            compared = self._near[own].get(sentence)
            if compared is None:
                compared = self._near[own][sentence] = _compared(self._undated[own], sentence)
            insort(compared.alike, Likeness((document, at), value, shared))
            yield own

    @cached_property
    def _chosen(self) -> Alike:
        """The sentences that are compared: of each document its lead, and what tells or follows days."""
        chosen = (
            ((name, at), document.stems(at))
            for name, document in self._undated.items()
            for at in sorted(_chosen_sentences(document.reading))
        )
        return Alike(chosen, self._wordings.rarity)


def _chosen_sentences(reading: Reading) -> set[int]:
    """The first sentences, those that tell days by the publication date, and what follows upon others."""
    text, sentences = reading.document.text, reading.sentences
    tellings, weekdays = telling_sentences(reading)
    chosen = tellings.union(range(min(_LEAD_SENTENCES, len(sentences))))
    aftermath = publication_cues(reading.document.language).aftermath
    near = {at + step for at in weekdays for step in range(1, SENTENCES_BEFORE + 1)}
    for at in near - chosen:
        if at < len(sentences) and aftermath.search(text, sentences[at].start_char, sentences[at].end_char):
            chosen.add(at)
    return chosen


def _compared(document: Undated, at: int) -> Compared:
    cues = publication_cues(document.reading.document.language)
    text, sentence = document.reading.document.text, document.reading.sentences[at]
    cue = cues.aftermath.search(text, sentence.start_char, sentence.end_char)
    return Compared(sentence_tense(text, sentence, cues), None if cue is None else cue.start(), [])
