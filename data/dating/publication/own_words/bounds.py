"""Bounds of a publication date: what was over when a text was written, and what was still to come.

A bound is only taken from words that leave no doubt: it is never traded against other evidence.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from data.words import interval_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from data.dating.publication.own_words.evidence import Undated


@dataclass(frozen=True, slots=True)
class Bound:
    """A first or last day on which a document can have been published, with words for the reader."""

    first: int | None
    last: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class Bounds:
    """All bounds of a document together; both ends None if nothing bounds it, or bounds contradict."""

    first: int | None = None
    last: int | None = None
    reasons: tuple[str, ...] = ()

    def within(self, first: int, last: int) -> tuple[int, int] | None:
        """What the bounds leave of a stretch of days; None if nothing."""
        start = first if self.first is None else max(first, self.first)
        end = last if self.last is None else min(last, self.last)
        return (start, end) if start <= end else None


def together(bounds: Iterable[Bound]) -> Bounds:
    """The latest beginning and the earliest end, each with its reason."""
    told = list(bounds)
    firsts = [(bound.first, bound.reason) for bound in told if bound.first is not None]
    lasts = [(bound.last, bound.reason) for bound in told if bound.last is not None]
    first, since = max(firsts, default=(None, ""))
    last, until = min(lasts, default=(None, ""))
    if first is not None and last is not None and first > last:
        return Bounds()
    return Bounds(first, last, tuple(dict.fromkeys(reason for reason in (since, until) if reason)))


def own_bounds(document: Undated) -> Iterator[Bound]:
    """Bounds that the text itself gives: complete dates told as past or to come, the day of its capture."""
    for told in document.told:
        if told.sure:
            past = told.tense == "past"
            words = f"it tells of {interval_words(told.start, told.end)} as {'past' if past else 'to come'}"
            yield Bound(told.start, None, words) if past else Bound(None, told.end, words)
    if document.doubt is not None:
        (first, last), line = document.doubt
        yield Bound(first, last, f"it says “{line}”")
    if document.saved is not None:
        day = interval_words(document.saved, document.saved)
        yield Bound(None, document.saved, f"its page was saved on {day}")
