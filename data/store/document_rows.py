"""A document as its tables hold it: made before it is written, wherever that is, and read from them again."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from data.store.compact import dump_all, load_all
from data.store.packed import pack, pack_text, unpack_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.model import DatedDocument, Document, Expression, Published, Reading, Sentence

PUBLISHED = "published_value, published_start, published_end, published_basis, published_evidence"
"""The columns of a publication date."""
DOCUMENT = (
    "d.id, d.path, t.text, d.sha256, d.title, d.publisher, d.byline, d.url, d.language, d.kind,"
    f" t.furniture, t.pages, t.links, d.line, d.span_start, d.span_end, {PUBLISHED}"
)
"""The columns of a document, of the tables document (d) and document_text (t)."""


class DocumentRows(NamedTuple):
    """The columns of a document in all tables, in plain values that go from process to process.

    Attributes:
        id, path, line, kind, sha256: as in the document.
        described: its title, publisher, byline, URL, language.
        extent: the length of its text, and where its span starts and ends.
        published: its publication date, as dated if it is, else as read.
        text: its furniture, pages, links and text.
        found: its publication date as read, its sentences, its mentions.
        expressions: those with their days; None if it is not dated.
        reported: the stamp of what it reports, and that; None if that is not worked out.
    """

    id: str
    path: str
    line: int | None
    kind: str
    sha256: str
    described: tuple[str | None, ...]
    extent: tuple[int | None, ...]
    published: tuple[object, ...]
    text: tuple[object, ...]
    found: tuple[str, bytes, bytes]
    expressions: bytes | None = None
    reported: tuple[str, bytes] | None = None

    @property
    def known_by(self) -> tuple[object, ...]:
        """What events take from the document: its id, digest, publisher, title and path."""
        title, publisher, *_ = self.described
        return self.id, self.sha256, publisher, title, path_bytes(self.path)


def rows_of(
    reading: Reading, dated: DatedDocument | None = None, reported: bytes | None = None
) -> DocumentRows:
    """The rows of a document as it was read, and as it was dated and reports if it was worked out."""
    document = reading.document
    text = document.text.encode("utf-8", "surrogatepass")
    return DocumentRows(
        id=document.id, path=document.path, line=document.line, kind=document.kind, sha256=document.sha256,
        described=(
            document.title, document.publisher, document.byline, document.url, document.language,
        ),
        extent=(len(document.text), *(document.span or (None, None))),
        published=published_columns((document if dated is None else dated.document).published),
        text=(
            json.dumps(document.furniture),
            json.dumps(document.pages),
            pack_text(dump_all(document.links)) if document.links else None,
            pack(text),
        ),
        found=found_columns(reading),
        expressions=None if dated is None else packed_expressions(dated.expressions),
        reported=None if reported is None else reported_columns(reported, text),
    )  # fmt: skip


def found_columns(reading: Reading) -> tuple[str, bytes, bytes]:
    """What was found in a document: its publication date, its sentences, its mentions."""
    sentences = [(sentence.start_char, sentence.end_char) for sentence in reading.sentences]
    return (
        json.dumps(published_columns(reading.document.published)),
        pack_text(json.dumps(sentences, separators=(",", ":"))),
        pack_text(dump_all(reading.mentions)),
    )


def packed_expressions(expressions: Sequence[Expression]) -> bytes:
    """Expressions with their days."""
    return pack_text(dump_all(expressions))


def reported_columns(reported: bytes, text: bytes) -> tuple[str, bytes]:
    """A stamp for what a document reports, and that, packed: it tells what the text says."""
    from hashlib import blake2b

    return blake2b(reported, digest_size=8).hexdigest(), pack(reported, text)


def published_columns(published: Published) -> tuple[Any, ...]:
    """A publication date."""
    return (published.value, published.start, published.end, published.basis, published.evidence)


def path_bytes(path: str) -> bytes:
    """A path as stored: its own bytes, since a file's name need not be text."""
    return path.encode("utf-8", "surrogateescape")


def path_of(stored: bytes) -> str:
    """The path of :func:`path_bytes`."""
    return stored.decode("utf-8", "surrogateescape")


def sentences_of(stored: bytes) -> tuple[Sentence, ...]:
    """The sentences of :func:`found_columns`."""
    from data.model import Sentence

    return tuple(Sentence(start, end) for start, end in json.loads(unpack_text(stored)))


def document_of(columns: Sequence[Any]) -> Document:
    """The document of the columns :data:`DOCUMENT`."""
    from data.model import Document, Link, Published

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
