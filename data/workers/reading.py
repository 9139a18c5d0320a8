"""One file in, its documents out, each with its sentences and time expressions: a pure function."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.model import Document, Reading, Trouble
from data.reading import limits, sentences, stream_bytes, stream_file
from data.reading.continued import Taken
from data.tagging import tag
from data.workers.inside import Facts

if TYPE_CHECKING:
    from collections.abc import Iterator

_TAGGED_KINDS = ("article", "snippets")


def read_one(
    path: str, published: str | None, language: str | None, data: bytes | None = None
) -> Iterator[Facts | Reading | Trouble]:
    """What a file holds, document by document; its facts come last.

    ``data`` is the content where ``path`` cannot be opened again (standard input, a pipe). ``published`` and
    ``language`` are what the user gave for all documents.
    """
    taken = Taken()
    if data is None:
        found = stream_file(path, published=published, language=language, taken=taken)
    else:
        found = stream_bytes(path, data, published=published, language=language, taken=taken)
    letters = 0
    for item in found:
        if isinstance(item, Trouble):
            yield item
            continue
        letters += len(item.text)
        if letters > limits.FILE_LETTERS:
            reason = f"its documents have more than {limits.FILE_LETTERS // 1_000_000:,} million letters"
            yield Trouble(path, item.line, f"{reason}; those from here on were not read", "Split the file.")
            taken.finish()
            break
        yield read_document(item)
    yield Facts(taken.sha256, taken.size, taken.modified)


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
