"""One file in, its documents out, each with its sentences and time expressions: a pure function."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.model import Document, Reading, Trouble
from data.reading import read_bytes, read_file, sentences
from data.tagging import tag
from data.workers.inside import Facts

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAGGED_KINDS = ("article", "snippets")


def read_one(
    path: str, published: str | None, language: str | None, data: bytes | None = None
) -> Iterator[Facts | Reading | Trouble]:
    """What a file holds, document by document; its facts come first.

    ``data`` is the content where ``path`` cannot be opened again (standard input, a pipe). ``published`` and
    ``language`` are what the user gave for all documents.
    """
    if data is None:
        found = read_file(path, published=published, language=language)
    else:
        found = read_bytes(path, data, published=published, language=language)
    yield Facts(found.sha256, found.size, found.modified)
    yield from found.troubles
    for document in found.documents:
        yield read_document(document)


def read_document(document: Document) -> Reading:
    """The sentences and time expressions of a document; furniture and error pages have none."""
    if document.kind not in _TAGGED_KINDS:
        return Reading(document, (), ())
    language = document.language or "en"
    return Reading(
        document,
        sentences(document.text, language, furniture=document.furniture),
        tag(document.text, language=language, furniture=document.furniture),
    )
