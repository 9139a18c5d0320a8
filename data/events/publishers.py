"""Which documents are independent of one another: copies of one wire story count once.

Two papers that carry one wire story are one source for that story, and two for all the others.
"""

from __future__ import annotations

import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from data.model import DatedDocument

# Shorter sentences ("He did not elaborate.") are shared by chance.
_SHORTEST = 60
# Copies share at least this part of the shorter one's long sentences, and at least this many.
_SHARED_PART = 0.4
_FEWEST_SHARED = 3
# The carriers of a sentence are compared each with each, but of more than this only with their neighbours.
_MOST_PAIRS = 50


class Source(NamedTuple):
    """Where a document comes from: its publisher, and the story that it may share with others."""

    publisher: str
    story: str


def sources_of(documents: Iterable[DatedDocument]) -> dict[str, Source]:
    """The source of each article by its id; copies of one story share the story."""
    publishers: dict[str, str] = {}
    prints: dict[str, set[int]] = {}
    carriers: dict[int, list[str]] = defaultdict(list)
    for dated in sorted(documents, key=lambda dated: dated.document.id):
        document = dated.document
        if document.kind != "article":
            continue
        publishers[document.id] = _publisher(dated)
        prints[document.id] = set()
        for sentence in dated.sentences:
            if sentence.end_char - sentence.start_char < _SHORTEST:
                continue
            words = document.text[sentence.start_char : sentence.end_char].lower().split()
            mark = zlib.crc32(" ".join(words).encode())
            if mark not in prints[document.id]:
                prints[document.id].add(mark)
                carriers[mark].append(document.id)
    shared: Counter[tuple[str, str]] = Counter()
    for ids in carriers.values():
        if len(ids) > 1:
            shared.update(_pairs(ids))
    root = {document: document for document in publishers}
    for (one, other), count in sorted(shared.items()):
        if count >= _FEWEST_SHARED and count >= _SHARED_PART * min(len(prints[one]), len(prints[other])):
            first, second = sorted((_root(root, one), _root(root, other)))
            root[second] = first
    return {document: Source(name, _root(root, document)) for document, name in publishers.items()}


def independent(documents: Iterable[str], sources: Mapping[str, Source]) -> int:
    """How many independent publishers carry what these documents tell.

    Documents of one publisher count once, and so do publishers that carry one story.
    """
    told = {sources[document] for document in documents if document in sources}
    if len(told) < 2:
        return len(told)
    root = {key: key for source in told for key in _keys(source)}
    for source in told:
        first, second = sorted(_root(root, key) for key in _keys(source))
        root[second] = first
    return len({_root(root, key) for key in root})


def _keys(source: Source) -> tuple[str, str]:
    return f"publisher {source.publisher}", f"story {source.story}"


def _pairs(ids: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Pairs of the documents that carry a sentence; what very many carry is layout, or one wire story."""
    for at, one in enumerate(ids):
        behind = len(ids) if len(ids) <= _MOST_PAIRS else at + 2
        for other in ids[at + 1 : behind]:
            yield one, other


def _publisher(dated: DatedDocument) -> str:
    document = dated.document
    if document.publisher:
        return document.publisher.casefold().strip()
    return f"{document.path}\n{document.title or document.id}"


def _root(parents: dict[str, str], key: str) -> str:
    while parents[key] != key:
        parents[key] = parents[parents[key]]
        key = parents[key]
    return key
