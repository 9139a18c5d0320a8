"""One report: what one passage tells, before it is compared with others."""

from __future__ import annotations

from dataclasses import dataclass

from data.model import EventBasis, EventKind, Modality, Passage, Precision


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A passage with its days, and what happened, to whom and where, as its own document tells it.

    Attributes:
        start, end: first and last day, included; None for an open end, both None for undated.
        who, where: names as the document uses them, first the ones named first.
        sentence: the number of the sentence in its document, from 0.
        words: stems of the words that tell what happened.
        snippet: whether the document is a search result, which supports an event and never makes one.
        reasons: why it is dated or judged so, in words.
        things: the proper words of what was launched or founded, in small letters.
        recalled: whether it takes its day from the passage that dates what it tells again.
        known_visit: whether it is told to be of a visit that another report dates.
        told_by: who is named beside it, in the next clause of its sentence, as the one who tells it.
        other_name: a lone name by which it may call one whom the report before names with an office, and him.
    """

    passage: Passage
    start: int | None
    end: int | None
    precision: Precision | None
    basis: EventBasis
    modality: Modality
    kind: EventKind
    who: tuple[str, ...]
    where: tuple[str, ...]
    title: str
    sentence: int
    words: frozenset[str]
    snippet: bool = False
    known_visit: bool = False
    things: frozenset[str] = frozenset()
    recalled: bool = False
    told_by: str = ""
    other_name: tuple[str, str] | None = None
    reasons: tuple[str, ...] = ()

    @property
    def is_to_the_day(self) -> bool:
        """Whether its days are those of the event: a day, or a stay; not the days it was written on."""
        stated = self.basis == "stated" or self.known_visit or self.start == self.end
        return self.precision == "day" and stated
