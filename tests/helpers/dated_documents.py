"""Documents written by hand, their dates marked in the text: ``{on Monday=2024-07-08}``."""

from __future__ import annotations

import re
from collections.abc import Callable
from hashlib import sha256
from typing import Any

from data import edtf
from data.model import DatedDocument, Document, DocumentKind, Event, Expression, Published, Sentence

#: Makes a dated document from marked text, as :func:`dated_document` does.
Writer = Callable[..., DatedDocument]
#: What a document tells besides.
FILLER = "The weather stayed calm along the coast all week. Ferries kept to their timetable."

_MARK = re.compile(r"\{([^=}]+)=([^}]*)\}")
# TIMEX3 writes X where nothing is told of a figure: a weekend of some week; a date of which nothing is known.
_SOME_WEEKEND, _SOME_DATE = "XXXX-WXX-WE", "XXXX"
# What the word before a mark's days says of its expression.
_KINDS: dict[str, dict[str, str]] = {
    **{role: {"role": role} for role in ("since", "until", "before", "after", "from", "to")},
    "fiscal": {"precision": "fiscal-year"},
    "holiday": {"rule": "holiday"},
    "weekend": {"value": _SOME_WEEKEND},
}
_SENTENCE = re.compile(r"\S.*?(?:[.!?][”\"]?(?=\s|$)|$)", re.DOTALL | re.MULTILINE)


def dated_document(
    marked: str,
    *,
    document_id: str = "a",
    published: str | None = "2024-07-08",
    publisher: str | None = None,
    kind: DocumentKind = "article",
    furniture: tuple[tuple[int, int], ...] = (),
    language: str = "en",
) -> DatedDocument:
    """A document from text with marked dates.

    Marks are EDTF; ``since:2019``, ``until:2019``, ``before:2019``, ``after:2019`` for open ones,
    ``from:2019`` and ``to:2021`` for the ends of a range, ``fiscal:2023`` for a fiscal year,
    ``holiday:2023-12-25`` for a feast, ``weekend:2024-05-04/2024-05-05``; nothing for undated, ``P1Y`` for a
    length.
    """
    expressions: list[Expression] = []
    text = ""
    at = 0
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        word, _, value = match[2].rpartition(":")
        length = value.startswith("P")
        told = "" if length else value.partition("T")[0]
        reading = edtf.parse(told) if told else edtf.Reading(None, None, None)
        facts: dict[str, Any] = {
            "start_char": len(text),
            "end_char": len(text) + len(match[1]),
            "text": match[1],
            "type": "DURATION" if length else "DATE",
            "value": value or _SOME_DATE,
            "rule": "test",
            "start": reading.start,
            "end": reading.end,
            "precision": reading.precision,
        }
        expressions.append(Expression(**facts | (_KINDS[word] if word else {})))
        text += match[1]
        at = match.end()
    text += marked[at:]
    day = edtf.parse(published) if published else edtf.Reading(None, None, None)
    document = Document(
        id=document_id,
        path=f"{document_id}.txt",
        text=text,
        sha256=sha256(text.encode()).hexdigest(),
        publisher=publisher,
        language=language,
        kind=kind,
        published=Published(published, day.start, day.end, "given" if published else "unknown"),
        span=(0, len(text)),
        line=1,
        furniture=furniture,
    )
    sentences = tuple(Sentence(match.start(), match.end()) for match in _SENTENCE.finditer(text))
    return DatedDocument(document, sentences, tuple(expressions))


def events_with(events: list[Event], word: str) -> list[Event]:
    """The events of which a passage holds a word."""
    return [event for event in events if any(word in passage.text for passage in event.passages)]
