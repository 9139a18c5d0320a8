"""Sentences that a long document has again and again, such as a heading on each of a thousand pages."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from data.reading.texts.sentences import sentences

if TYPE_CHECKING:
    from data.model import Document


def without_repetitions(document: Document, most: int) -> tuple[Document, int]:
    """A document in which a sentence that stood there ``most`` times before is furniture.

    Returned is also how many sentences are so now; with none, the document is the one that was given.
    """
    text = document.text
    times: Counter[str] = Counter()
    count = 0
    ranges: list[tuple[int, int]] = []
    before_repeats = False
    for one in sentences(text, document.language, furniture=document.furniture):
        written = text[one.start_char : one.end_char]
        times[written] += 1
        repeats = times[written] > most
        if repeats:
            count += 1
            # One range for those that follow one another: a document may have a hundred thousand.
            start = ranges.pop()[0] if before_repeats else one.start_char
            ranges.append((start, one.end_char))
        before_repeats = repeats
    if not ranges:
        return document, 0
    return replace(document, furniture=tuple(sorted((*document.furniture, *ranges)))), count
