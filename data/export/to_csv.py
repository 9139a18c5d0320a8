"""A chronology sheet: one event a row, its first passage quoted, all its sources named.

Columns follow what newsrooms keep in a chronology (date, end, time of day, timing as worded, what, who,
where, sources, quote, status, note), and the files or addresses of the sources. The file is UTF-8 with a
byte order mark, which spreadsheets need to see it is.
"""

from __future__ import annotations

import csv
from typing import TextIO

from data.citation import citations
from data.clock import clock_words
from data.days import iso
from data.edtf import is_about
from data.export import Timeline
from data.model import Document, Event
from data.words import interval_words

SUFFIX = ".csv"
COLUMNS = (
    "id", "start", "end", "edtf", "date", "time", "precision", "basis", "timing", "title", "who", "where",
    "kind", "modality", "publishers", "sources", "quote", "conflicts", "verification", "tags", "note",
    "files",
)  # fmt: skip
_LIST = "; "
# A cell that begins so is run as a formula by spreadsheets (OWASP, CSV injection).
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(timeline: Timeline, out: TextIO) -> None:
    """Write the sheet; rows end in CR LF as RFC 4180 has it."""
    documents = {document.id: document for document in timeline.documents()}
    sheet = csv.writer(out)
    out.write("\ufeff")
    sheet.writerow(COLUMNS)
    for event in timeline.events():
        sheet.writerow([_cell(value) for value in _row(event, documents)])


def _row(event: Event, documents: dict[str, Document]) -> tuple[object, ...]:
    first = event.passages[0] if event.passages else None
    return (
        event.id,
        iso(event.start),
        iso(event.end),
        event.edtf,
        interval_words(event.start, event.end, event.precision, about=is_about(event.edtf or "")),
        None if event.clock is None else clock_words(event.clock),
        event.precision,
        event.basis,
        first.expression.text if first and first.expression else None,
        event.title,
        _LIST.join(event.who),
        _LIST.join(event.where),
        event.kind,
        event.modality,
        event.publishers,
        _LIST.join(citations(event, documents)),
        " ".join(first.text.split()) if first else None,
        _LIST.join(
            f"{conflict.about}: {' / '.join(claim.value for claim in conflict.claims)}"
            for conflict in event.conflicts
        ),
        event.verification,
        _LIST.join(event.tags),
        event.note,
        _LIST.join(dict.fromkeys(_found_at(documents[passage.document]) for passage in event.passages)),
    )


def _found_at(document: Document) -> str:
    return document.url or document.path


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    text = text.replace("\0", "\u2400").encode("utf-8", "replace").decode("utf-8")
    return f"'{text}" if text.startswith(_FORMULA) else text
