"""Which documents are independent of one another: copies of one wire story count once.

Two papers that carry one wire story are one source for that story, and two for all the others.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Set
from itertools import chain
from typing import NamedTuple

from data.events.kin import Kin
from data.model import DatedDocument, Document

# Shorter sentences ("He did not elaborate.") are shared by chance.
_SHORTEST = 50
# By so many words its beginning and its end are known: who edits a copy seldom touches both.
_OF_AN_END = 8
# Copies share at least this part of the shorter one's beginnings and ends, and at least this many.
_SHARED_PART = 0.4
_FEWEST_SHARED = 5
# A few sentences cut out of a story are nearly all in it.
_NEARLY_ALL, _FEWEST_OF_ALL = 0.8, 3
_WORD = re.compile(r"\w+")
# The carriers of the same words are compared each with each, but of more than this only with their
# neighbours: what very many carry is layout, or one wire story.
_MOST_PAIRS = 50


class Source(NamedTuple):
    """Where a document comes from: its publisher, and the story that it may share with others."""

    publisher: str
    story: str


def prints(dated: DatedDocument) -> tuple[int, ...]:
    """Numbers of 32 bits that stand for the first and for the last words of an article's long sentences.

    Marks and capitals do not count.
    """
    text = dated.document.text
    found: dict[int, None] = {}
    for one in dated.sentences:
        if one.end_char - one.start_char >= _SHORTEST:
            words = _WORD.findall(text[one.start_char : one.end_char].lower())
            for end, told in (("<", words[:_OF_AN_END]), (">", words[-_OF_AN_END:])):
                found[zlib.crc32(f"{end}{' '.join(told)}".encode("utf-8", "surrogatepass"))] = None
    return tuple(found)


def publisher_of(document: Document) -> str:
    """By what the publisher of a document is known; one that is unsaid is nobody else's."""
    if document.publisher:
        return document.publisher.casefold().strip()
    return f"{document.path}\n{document.title or document.id}"


def stories(printed: Mapping[str, Collection[int]]) -> dict[str, str]:
    """The story of each article by its id: copies of one story share it.

    ``printed``: what stands for the long sentences of each article, by its id, as :func:`prints` gives it.
    """
    kin = Kin(printed)
    _join_copies(kin, printed, printed.keys(), {document: document for document in printed})
    return {document: kin.least(document) for document in printed}


def stories_again(
    printed: Mapping[str, Collection[int]], before: Mapping[str, str], changed: Set[str], moved: Set[int]
) -> dict[str, str]:
    """The same as :func:`stories` gives, worked out only where something has changed.

    Args:
        printed: as there.
        before: the story of each article as it was before, also of those that are no more.
        changed: the ids of articles that are new, were read again or are no more.
        moved: what stands for a sentence that one of these has now and had not, or had and has no more.
    """
    concerned = {one for one, marks in printed.items() if not moved.isdisjoint(marks)} | changed
    apart = {before[document] for document in concerned if document in before}
    again = {one for one in printed if one in concerned or before.get(one) in apart}
    known = {one: one if one in again else before.get(one, one) for one in printed}
    kin = Kin(known.values())
    _join_copies(kin, printed, again, known)
    return {document: kin.least(one) for document, one in known.items()}


def _join_copies(
    kin: Kin[str], printed: Mapping[str, Collection[int]], again: Set[str], known: Mapping[str, str]
) -> None:
    """Join the articles that are copies of one another, of which one is to be looked at again.

    ``known``: for each article one whose copy it is anyway, among the members of the kin.
    """
    looked = {mark for document in again for mark in printed[document]}
    carried = Counter(filter(looked.__contains__, chain.from_iterable(printed.values())))
    shared = {mark for mark, count in carried.items() if count > 1}
    behind: dict[int, list[str]] = defaultdict(list)
    looked_at: dict[int, list[str]] = defaultdict(list)  # of those behind who are to be looked at again
    for document in sorted(printed, reverse=True):
        is_again = document in again
        told: list[str] = []
        for mark in shared.intersection(printed[document]):
            others = behind[mark]
            if carried[mark] > _MOST_PAIRS:
                told += others[-1:] if is_again else filter(again.__contains__, others[-1:])
            else:
                told += others if is_again else looked_at[mark]
            others.append(document)
            if is_again:
                looked_at[mark].append(document)
        for other, count in Counter(told).items() if told else ():
            if count >= _FEWEST_OF_ALL and _are_copies(
                count, min(len(printed[document]), len(printed[other]))
            ):
                kin.join(known[document], known[other])


def _are_copies(shared: int, shorter: int) -> bool:
    """Whether articles are copies that share so many beginnings and ends, of so many of the shorter one."""
    if shared >= _FEWEST_OF_ALL and shared >= _NEARLY_ALL * shorter:
        return True
    return shared >= _FEWEST_SHARED and shared >= _SHARED_PART * shorter


def independent(documents: Iterable[str], sources: Mapping[str, Source]) -> int:
    """How many independent publishers carry what these documents tell.

    Documents of one publisher count once, and so do publishers that carry one story.
    """
    told = {sources[document] for document in documents if document in sources}
    if len(told) < 2:
        return len(told)
    keys = [_keys(source) for source in told]
    kin = Kin(key for each in keys for key in each)
    for publisher, story in keys:
        kin.join(publisher, story)
    return len({kin.least(publisher) for publisher, _ in keys})


def _keys(source: Source) -> tuple[str, str]:
    return f"publisher {source.publisher}", f"story {source.story}"
