"""The whole timeline as one JSON object: documents, then events with their passages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TextIO

from data.export import Timeline
from data.export.records import VERSION, Record, document_record, event_record
from data.printable import in_json

SUFFIX = ".json"


def write(timeline: Timeline, out: TextIO) -> None:
    """Write the object piece by piece, one document or event a line, however many there are."""
    out.write(f'{{"dateline": {VERSION},\n"documents": [')
    _write_items(map(document_record, timeline.documents()), out)
    out.write('],\n"events": [')
    _write_items(map(event_record, timeline.events()), out)
    out.write("]}\n")


def _write_items(records: Iterator[Record], out: TextIO) -> None:
    separator = "\n"
    for record in records:
        out.write(separator)
        out.write(in_json(record))
        separator = ",\n"
