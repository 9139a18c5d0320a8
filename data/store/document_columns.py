"""The columns of a document, and the document read from them again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from data.store.packed import unpack_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.model import Document, Sentence

PUBLISHED = "published_value, published_start, published_end, published_basis, published_evidence"
"""The columns of a publication date."""
DOCUMENT = (
    "d.id, d.path, t.text, d.sha256, d.title, d.publisher, d.byline, d.url, d.language, d.kind,"
    f" t.furniture, t.pages, t.links, d.line, d.span_start, d.span_end, {PUBLISHED}"
)
"""The columns of a document, of the tables document (d) and document_text (t)."""


def path_bytes(path: str) -> bytes:
    """A path as stored: its own bytes, since a file's name need not be text."""
    return path.encode("utf-8", "surrogateescape")


def path_of(stored: bytes) -> str:
    """The path of :func:`path_bytes`."""
    return stored.decode("utf-8", "surrogateescape")


def sentences_of(stored: bytes) -> tuple[Sentence, ...]:
    """The sentences of :func:`data.store.document_rows.found_columns`."""
    import json

    from data.model import Sentence

    return tuple(Sentence(start, end) for start, end in json.loads(unpack_text(stored)))


def document_of(columns: Sequence[Any]) -> Document:
    """The document of the columns :data:`DOCUMENT`."""
    import json

    from data.model import Document, Link, Published
    from data.store.compact import load_all

    (
        document_id, path, text, sha256, title, publisher, byline, url, language, kind,
        furniture, pages, links, line, span_start, span_end, *published,
    ) = columns  # fmt: skip
    return Document(
        id=document_id, path=path_of(path), text=unpack_text(text), sha256=sha256, title=title,
        publisher=publisher,
        byline=byline, url=url, language=language, kind=kind, line=line, published=Published(*published),
        span=None if span_start is None else (span_start, span_end),
        furniture=tuple((start, end) for start, end in json.loads(furniture)),
        pages=tuple(json.loads(pages)),
        links=() if links is None else load_all(Link, unpack_text(links)),
    )  # fmt: skip
