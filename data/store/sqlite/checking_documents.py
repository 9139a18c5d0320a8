"""Whether documents are whole, and what was found in them can be read."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from data.errors import CollectionError
from data.model import Expression, Link, Mention
from data.passing import Passing, passed
from data.store.compact import load_all
from data.store.faults import Fault
from data.store.packed import unpack, unpack_text

# What a document says of itself.
_SAID = " || ".join(
    f"coalesce(d.{column}, '')"
    for column in (
        "title", "publisher", "byline", "url", "language", "kind", "published_value", "published_evidence"
    )
)  # fmt: skip


def faults_of_documents(connection: sqlite3.Connection, passing: Passing) -> Iterator[Fault]:
    """Documents without their text, or with another; what was found in them that cannot be read."""
    broken: list[str] = []
    unread: list[str] = []
    undated: list[str] = []
    (total,) = connection.execute("SELECT count(*) FROM document").fetchone()
    rows = connection.execute(
        f"SELECT d.id, {_SAID}, d.sha256, d.length, d.line, d.span_start, d.span_end, t.text, t.furniture,"
        " t.pages, t.links, r.sentences, r.mentions,"
        " e.expressions FROM document d LEFT JOIN document_text t ON t.document = d.key"
        " LEFT JOIN document_reading r ON r.document = d.key"
        " LEFT JOIN document_dating e ON e.document = d.key"
    )
    for row in passed(rows, "looking at documents", passing, total):
        document_id, said, sha256, length, line, start, end, *text, sentences, mentions, expressions = row
        are_numbers = all(one is None or isinstance(one, int) for one in (line, start, end))
        if not (are_numbers and _holds(said.encode) and is_whole(text, sha256, length)):
            broken.append(document_id)
        elif not (_holds(partial(_list_in, sentences)) and _holds(partial(_words_in, Mention, mentions))):
            unread.append(document_id)
        elif expressions is not None and not _holds(partial(_words_in, Expression, expressions)):
            undated.append(document_id)
    if broken:
        yield Fault(f"{len(broken)} documents are not whole", "file", tuple(broken))
    if unread:
        yield Fault(f"of {len(unread)} documents it is lost what was found in them", "reading", tuple(unread))
    if undated:
        yield Fault(f"of {len(undated)} documents the dates are lost", "events", tuple(undated))


def is_whole(parts: Sequence[object], sha256: str, length: int) -> bool:
    """Whether a document's text, furniture, pages and links are those that were read."""
    text, furniture, pages, links = parts
    if not (isinstance(text, bytes) and _is_list(furniture) and _is_list(pages)):
        return False
    if links is not None and not (isinstance(links, bytes) and _holds(partial(_words_in, Link, links))):
        return False
    try:
        whole = unpack(text)
    except CollectionError:
        return False
    return hashlib.sha256(whole).hexdigest() == sha256 and len(unpack_text(text)) == length


def _list_in(stored: bytes) -> object:
    return json.loads(unpack_text(stored))


def _words_in(kind: type, stored: bytes) -> object:
    return load_all(kind, unpack_text(stored))


def _is_list(stored: object) -> bool:
    return isinstance(stored, str) and _holds(partial(json.loads, stored))


def _holds(read: Callable[[], object]) -> bool:
    try:
        read()
    except (CollectionError, ValueError, TypeError, KeyError, AttributeError):
        return False
    return True
