"""One event a JSON line, with its passages: for streams and line tools."""

from __future__ import annotations

import json
from typing import TextIO

from data.export import Timeline
from data.export.records import event_record

SUFFIX = ".jsonl"


def write(timeline: Timeline, out: TextIO) -> None:
    """Write the events, each as in the JSON export."""
    for event in timeline.events():
        line = json.dumps(event_record(event), ensure_ascii=False)
        out.write(line.encode("utf-8", "backslashreplace").decode("utf-8") + "\n")
