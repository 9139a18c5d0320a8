"""One event a JSON line, with its passages: for streams and line tools."""

from __future__ import annotations

from typing import TextIO

from data.export import Timeline
from data.export.records import event_record
from data.printable import in_json

SUFFIX = ".jsonl"


def write(timeline: Timeline, out: TextIO) -> None:
    """Write the events, each as in the JSON export."""
    for event in timeline.events():
        out.write(in_json(event_record(event)) + "\n")
