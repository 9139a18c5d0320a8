"""A timeline for a web page: the JSON that TimelineJS (Northwestern University Knight Lab) reads.

Source of the fields: https://timeline.knightlab.com/docs/json-format.html. Undated events are left out.
"""

from __future__ import annotations

import json
from html import escape
from typing import Any, TextIO

from data.citation import sources_of
from data.clock import begin, is_part_of_day
from data.days import civil
from data.export import Timeline
from data.model import Document, Event, Precision
from data.printable import printable
from data.words import event_words

SUFFIX = ".json"
_DAY = 86_400  # seconds
_FIELDS: dict[Precision | None, int] = {"year": 1, "decade": 1, "century": 1, "month": 2}
"""How many of year, month and day are given, by precision; all three where nothing is said here."""


def write(timeline: Timeline, out: TextIO) -> None:
    """Write one object, an event a line; its texts are HTML there, so what is no markup is escaped."""
    documents = {document.id: document for document in timeline.documents()}
    out.write('{"events": [')
    separator = "\n"
    for event in timeline.events():
        slide = _slide(event, documents)
        if slide is not None:
            line = json.dumps(slide, ensure_ascii=False)
            out.write(separator + line.encode("utf-8", "backslashreplace").decode("utf-8"))
            separator = ",\n"
    out.write("]}\n")


def _slide(event: Event, documents: dict[str, Document]) -> dict[str, Any] | None:
    first = event.start if event.start is not None else event.end
    if first is None:
        return None
    slide: dict[str, Any] = {
        "unique_id": event.id,
        "start_date": _date(first, event.precision) | _time(event.clock),
        "display_date": event_words(event),
        "text": {"headline": _html(event.title), "text": _text(event, documents)},
    }
    if event.start is not None and event.end is not None:
        last = _date(event.end, event.precision)
        if event.end != event.start and last != slide["start_date"]:
            slide["end_date"] = last
    return slide


def _date(day: int, precision: Precision | None) -> dict[str, int]:
    fields = dict(zip(("year", "month", "day"), civil(day), strict=True))
    return {name: fields[name] for name in list(fields)[: _FIELDS.get(precision, 3)]}


def _time(clock: str | None) -> dict[str, int]:
    """Hour and minute of a time that was told by the clock, as in the place it was told of."""
    if clock is None or is_part_of_day(clock) or begin(clock) == _DAY:
        return {}
    return {"hour": begin(clock) // 3600, "minute": begin(clock) // 60 % 60}


def _text(event: Event, documents: dict[str, Document]) -> str:
    remarks = [] if event.modality == "happened" else [f"<p><em>{event.modality}</em></p>"]
    remarks += [f"<p>{_html(source)}</p>" for source in sources_of(event, documents)]
    if event.note:
        remarks.append(f"<p>{_html(event.note)}</p>")
    return "".join(remarks)


def _html(text: str) -> str:
    return escape(" ".join(printable(text).split()))
