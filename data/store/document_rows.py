"""A document as its tables hold it, made before it is written, wherever that is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

from data.store.compact import dump_all
from data.store.document_columns import path_bytes
from data.store.packed import pack, pack_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from data.model import DatedDocument, Expression, Published, Reading


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
    """A publication date as columns: value, first day, last day, basis, evidence."""
    return (published.value, published.start, published.end, published.basis, published.evidence)
