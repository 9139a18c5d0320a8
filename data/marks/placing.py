"""Where the passages of a mark are now: at their place, or where their text went."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from data.model import Mark, MarkedPassage, Passage


Texts = Callable[[str], str | None]
"""The text of a document by its id; None if there is none."""
Neighbours = Callable[[str], Iterable[str]]
"""The ids of the documents of a file, by its path."""


def placed(mark: Mark, text_of: Texts, documents_at: Neighbours) -> list[MarkedPassage | None]:
    """Where each passage of a mark is now, None for one that is in no document any more.

    A passage is where it was if its text stands there; else where its text stands once, and only once, in
    the documents of that id or file.
    """
    return [_found(passage, text_of, documents_at) for passage in mark.passages]


def moved(mark: Mark, places: Sequence[MarkedPassage | None]) -> Mark:
    """The mark on those of its passages that are still present, where they are now."""
    if mark.kind != "merge":
        return replace(mark, passages=tuple(place for place in places if place is not None))
    groups, first = [], 0
    for size in json.loads(mark.value):
        groups.append([place for place in places[first : first + size] if place is not None])
        first += size
    present = [group for group in groups if group]
    passages = tuple(place for group in present for place in group)
    return replace(mark, passages=passages, value=json.dumps([len(group) for group in present]))


def holds(passage: Passage, wanted: MarkedPassage) -> bool:
    """Whether a passage is the one that was marked: it has the middle of it.

    The bounds of clauses move a little with the rules that find them; the middle stays inside. A mark
    without a text is on no passage.
    """
    if not wanted.text:
        return False
    return passage.document == wanted.document and passage.start_char <= middle(wanted) < passage.end_char


def middle(passage: MarkedPassage) -> int:
    """The offset that decides which passage is meant."""
    return (passage.start_char + passage.end_char) // 2


def _found(passage: MarkedPassage, text_of: Texts, documents_at: Neighbours) -> MarkedPassage | None:
    if not passage.text:
        return passage  # a whole document or an event added by hand, which has no place in a text
    text = text_of(passage.document)
    if text is not None and text[passage.start_char : passage.end_char] == passage.text:
        return passage
    places = [
        place
        for document in _candidates(passage, documents_at)
        for place in _places(document, passage.text, text_of)
    ]
    if len(places) != 1:
        return None
    document, start = places[0]
    return replace(passage, document=document, start_char=start, end_char=start + len(passage.text))


def _candidates(passage: MarkedPassage, documents_at: Neighbours) -> Iterable[str]:
    return dict.fromkeys([passage.document, *(documents_at(passage.path) if passage.path else ())])


def _places(document: str, wanted: str, text_of: Texts) -> Iterator[tuple[str, int]]:
    """The first places of a text in a document; two are as good as many."""
    text = text_of(document) or ""
    first = text.find(wanted)
    if first >= 0:
        yield document, first
        second = text.find(wanted, first + 1)
        if second >= 0:
            yield document, second
