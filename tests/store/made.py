"""Small documents and events, made by hand, for tests of stores."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from data import edtf
from data.model import Document, Event, Expression, Meaning, Mention, Passage, Published, Reading, Sentence
from data.store.lists import FileRecord
from data.store.protocol import Store

SEPARATOR = " "


def document(document_id: str, *sentences: str, **changes: Any) -> Document:
    text = SEPARATOR.join(sentences)
    given: dict[str, Any] = {
        "id": document_id,
        "path": f"{document_id}.txt",
        "text": text,
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "title": f"On {document_id}",
        "publisher": "Harbour Times",
        "published": Published("2024-07-09", 739076, 739076, "stated", "under the headline"),
        "span": (0, len(text)),
        "line": 1,
        "furniture": ((0, 0),),
    }
    return Document(**given | changes)


def reading(document: Document) -> Reading:
    """A document's sentences, each beginning with a mention."""
    sentences, start = [], 0
    for line in document.text.split(". "):
        sentences.append(Sentence(start, min(start + len(line) + 1, len(document.text))))
        start += len(line) + 2
    mentions = tuple(
        Mention(s.start_char, s.start_char + 1, Meaning(weekday=2, count=-1.5, unit="week"), "rule")
        for s in sentences
    )
    return Reading(document, tuple(sentences), mentions)


def file(location: str, **changes: Any) -> FileRecord:
    given: dict[str, Any] = {"path": location, "location": location, "size": 3, "modified": 5, "sha256": "ab"}
    return FileRecord(**given | changes)


def put(store: Store, *documents: Document) -> None:
    """Store each document as a file of its own."""
    for each in documents:
        store.replace_file(file(f"/in/{each.path}", path=each.path), [reading(each)])


def passage(document: Document, sentence: str, expression: Expression | None = None) -> Passage:
    start = document.text.index(sentence)
    return Passage(
        document=document.id,
        start_char=start,
        end_char=start + len(sentence),
        text=sentence,
        page=2,
        line=7,
        expression=expression,
    )


def event(event_id: str, when: str | None, passages: Sequence[Passage], **changes: Any) -> Event:
    """An event on an EDTF date, undated with None."""
    date = edtf.Reading(None, None, None) if when is None else edtf.parse(when)
    given: dict[str, Any] = {
        "id": event_id,
        "title": f"Event {event_id}",
        "start": date.start,
        "end": date.end,
        "edtf": when,
        "precision": date.precision,
        "basis": "stated",
        "passages": tuple(passages),
    }
    return Event(**given | changes)


def day(text: str) -> int:
    start = edtf.parse(text).start
    assert start is not None
    return start
