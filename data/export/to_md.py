"""A chronology to read or to paste: Markdown by year, every line with footnotes, the documents at the end."""

from __future__ import annotations

import re
from typing import TextIO

from data.citation import described, sources_of
from data.days import civil
from data.export import Timeline
from data.model import Conflict, Event
from data.printable import printable
from data.words import counted, event_words, year_words

SUFFIX = ".md"
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>|~#])")


def write(timeline: Timeline, out: TextIO) -> None:
    """Write headings by year, events as list items, the documents, and a footnote for every passage."""
    documents = {document.id: document for document in timeline.documents()}
    cited: dict[str, None] = {}
    out.write(f"# {escape(timeline.title)}\n")
    heading, number = None, 0
    notes: list[str] = []
    for event in timeline.events():
        if _heading(event) != heading:
            heading = _heading(event)
            out.write(f"\n## {heading}\n\n")
        marks = []
        cited |= dict.fromkeys(passage.document for passage in event.passages)
        for source in sources_of(event, documents):
            number += 1
            notes.append(f"[^{number}]: {escape(source)}\n")
            marks.append(f"[^{number}]")
        out.write(_item(event, "".join(marks)))
    if cited:
        out.write("\n## Sources\n\n")
    for document in cited:
        out.write(f"- {escape(described(documents[document]))}\n")
    if notes:
        out.write("\n")
    for note in notes:
        out.write(note)


def escape(text: str) -> str:
    """Text from a document as plain words in Markdown: one line, nothing of it is markup."""
    return _SPECIAL.sub(r"\\\1", " ".join(printable(text).split()))


def _heading(event: Event) -> str:
    day = event.start if event.start is not None else event.end
    if day is None:
        return "Undated"
    return (
        year_words(civil(day).year)
        if event.start is not None
        else f"Before {year_words(civil(day).year + 1)}"
    )


def _item(event: Event, marks: str) -> str:
    when = event_words(event)
    remarks = [] if event.modality == "happened" else [str(event.modality)]
    if event.basis == "inferred" and event.edtf is not None:
        remarks.append("date inferred")
    remarks.append(counted(event.publishers, "publisher"))
    lines = [f"- **{escape(when)}** {escape(event.title)} ({', '.join(remarks)}){marks}\n"]
    lines += [f"  - {_conflict(conflict)}\n" for conflict in event.conflicts]
    said = ("status", event.verification), ("tags", ", ".join(event.tags)), ("note", event.note)
    lines += [f"  - {name}: {escape(words)}\n" for name, words in said if words]
    return "".join(lines)


def _conflict(conflict: Conflict) -> str:
    claims = " / ".join(escape(claim.value) for claim in conflict.claims)
    return f"conflict about {conflict.about}: {claims}"
