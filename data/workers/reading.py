"""One file in, its documents out, each with its sentences and time expressions: a pure function."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.model import Document, Reading, Trouble
from data.reading import limits, sentences, stream_bytes, stream_file
from data.reading.continued import Taken
from data.tagging import tag
from data.workers.inside import Facts

if TYPE_CHECKING:
    from collections.abc import Iterator

_IN_NUMBERS = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}")
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
    doubts: list[str] = []
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
        reading = read_document(item)
        doubts += _doubts(reading)
        yield reading
    if doubts:
        yield _doubtful(path, doubts)
    yield Facts(taken.sha256, taken.size, taken.modified)


def _doubts(reading: Reading) -> list[str]:
    """The dates written in numbers of which no order is beyond doubt."""
    texts = (
        reading.document.text[one.start_char : one.end_char] for one in reading.mentions if one.meaning.doubt
    )
    return [text for text in texts if _IN_NUMBERS.fullmatch(text)]


def _doubtful(path: str, doubts: list[str]) -> Trouble:
    what = "a date leaves" if len(doubts) == 1 else f"{len(doubts):,} dates leave"
    reason = f"{what} open which number is the month ({doubts[0]})"
    return Trouble(path, None, reason, "They are kept as doubts.", lost=False)


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
