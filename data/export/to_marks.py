"""What the user said of the events, for a colleague's copy of the same collection: one mark a JSON line.

The first line says what the file is. A mark's passages carry their texts, so that they are found in a copy
whose documents are newer or named otherwise.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import datetime
from typing import Any, TextIO

from data.errors import InputError
from data.export import Timeline
from data.export.records import VERSION
from data.marks import check
from data.model import Mark, MarkedPassage

SUFFIX = ".jsonl"
HEAD = {"dateline": VERSION, "what": "marks"}


def write(timeline: Timeline, out: TextIO) -> None:
    """Write the marks in the order in which they were made, undone ones too."""
    out.write(json.dumps(HEAD) + "\n")
    for mark in timeline.marks():
        line = json.dumps(asdict(mark), ensure_ascii=False)
        out.write(line.encode("utf-8", "backslashreplace").decode("utf-8") + "\n")


def is_marks(first_line: str) -> bool:
    """Whether a file that begins with this line holds marks."""
    try:
        return bool(json.loads(first_line) == HEAD)
    except ValueError:
        return False


def read(lines: Iterable[str]) -> Iterator[Mark]:
    """The marks of a file, its first line left out; raises InputError for a line that is none."""
    for number, line in enumerate(lines, start=2):
        if line.strip():
            try:
                mark = _mark(json.loads(line))
            except (ValueError, TypeError, KeyError) as error:
                raise InputError(
                    "Not a mark", f"line {number}: {error}", "Export the marks again; nothing was taken."
                ) from error
            check(mark)
            yield mark


def _mark(fields: dict[str, Any]) -> Mark:
    passages = tuple(MarkedPassage(**passage) for passage in fields.pop("passages"))
    mark = Mark(**fields, passages=passages)
    texts = [mark.id, mark.at, mark.by, mark.value]
    texts += [text for passage in passages for text in (passage.document, passage.text, passage.path)]
    texts += [text for text in (mark.turned_at, mark.turned_by) if text is not None]
    offsets = [offset for passage in passages for offset in (passage.start_char, passage.end_char)]
    fit = all(isinstance(one, str) for one in texts) and all(isinstance(one, int) for one in offsets)
    if not fit or not isinstance(mark.undone, bool):
        raise ValueError("a field is of the wrong type")
    for moment in (mark.at, mark.turned_at):
        if moment is not None:
            datetime.fromisoformat(moment)
    return mark
