"""Which documents are independent of one another: copies of one wire story count once."""

from __future__ import annotations

import zlib
from collections import Counter, defaultdict
from collections.abc import Iterable

from data.model import DatedDocument

# Shorter sentences ("He did not elaborate.") are shared by chance.
_SHORTEST = 60
# Copies share at least this part of the shorter one's long sentences, and at least this many.
_SHARED_PART = 0.4
_FEWEST_SHARED = 3
# A sentence in more documents than this is layout, not news.
_MOST_COPIES = 50


def independent_sources(documents: Iterable[DatedDocument]) -> dict[str, str]:
    """For each article's id the key of its publisher; publishers of copies of one story share a key."""
    keys: dict[str, str] = {}
    prints: dict[str, set[int]] = {}
    carriers: dict[int, list[str]] = defaultdict(list)
    for dated in sorted(documents, key=lambda dated: dated.document.id):
        document = dated.document
        if document.kind != "article":
            continue
        keys[document.id] = _publisher(dated)
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
        if 1 < len(ids) <= _MOST_COPIES:
            shared.update((one, other) for at, one in enumerate(ids) for other in ids[at + 1 :])
    root = dict.fromkeys(keys.values(), "")
    root = {key: key for key in root}
    for (one, other), count in sorted(shared.items()):
        if count >= _FEWEST_SHARED and count >= _SHARED_PART * min(len(prints[one]), len(prints[other])):
            first, second = sorted((_root(root, keys[one]), _root(root, keys[other])))
            root[second] = first
    return {document: _root(root, key) for document, key in keys.items()}


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
