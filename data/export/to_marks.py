"""What the user said of the events, for a colleague's copy of the same collection: one mark a JSON line.

The first line says what the file is. A mark's passages carry their texts, so that they are found in a copy
whose documents are newer or named otherwise.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import MISSING, asdict, fields
from datetime import datetime
from typing import TextIO, TypeVar

from data.errors import InputError
from data.export import Timeline
from data.export.records import VERSION
from data.marks import check
from data.model import Mark, MarkedPassage, Trouble
from data.printable import in_json, shortened

Made = TypeVar("Made", Mark, MarkedPassage)

SUFFIX = ".jsonl"
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")  # marks sort by it, and are told with its day
_ID = re.compile(r"[\w.:-]+")
HEAD = {"dateline": VERSION, "what": "marks"}


def write(timeline: Timeline, out: TextIO) -> None:
    """Write the marks in the order in which they were made, undone ones too."""
    out.write(json.dumps(HEAD) + "\n")
    for mark in timeline.marks():
        out.write(in_json(asdict(mark)) + "\n")


def is_marks(first_line: str) -> bool:
    """Whether a file that begins with this line holds marks; raises InputError for those of the future."""
    try:
        head = json.loads(first_line)
    except ValueError:
        return False
    if not isinstance(head, dict) or head.get("what") != HEAD["what"]:
        return False
    if head != HEAD:
        raise InputError(
            "These marks are of another dateline",
            f"their version is {head.get('dateline')}, this dateline knows {VERSION}",
            "Install the same dateline in both places, and export them again.",
        )
    return True


def read(path: str, data: bytes) -> Iterator[Mark | Trouble]:
    """The marks of a file's bytes, each line that is none as a trouble, by its number from 1.

    The first line, which says what the file is, is passed over.
    """
    # Texts have signs of their own that end a line elsewhere, such as U+2028.
    for number, line in enumerate(data.split(b"\n")[1:], start=2):
        if line.strip():
            try:
                mark = _mark(json.loads(line.decode("utf-8")))
                check(mark)
                if mark.kind == "merge" and sum(json.loads(mark.value)) != len(mark.passages):
                    raise ValueError("its value counts other passages than it has")
            except InputError as error:
                yield Trouble(path, number, f"it is no mark ({error.reason})", error.hint)
            except (ValueError, TypeError, RecursionError) as error:
                hint = "Mend the line, or export the marks again."
                yield Trouble(path, number, f"it is no mark ({shortened(str(error), 200)})", hint)
            else:
                yield mark


def _mark(given: object) -> Mark:
    if not isinstance(given, dict) or not isinstance(given.get("passages"), list):
        raise ValueError("it has no list of passages")
    passages = tuple(_made(MarkedPassage, passage) for passage in given["passages"])
    mark = _made(Mark, {**given, "passages": passages})
    texts = [mark.id, mark.at, mark.by, mark.value]
    texts += [text for passage in passages for text in (passage.document, passage.text, passage.path)]
    texts += [text for text in (mark.turned_at, mark.turned_by) if text is not None]
    offsets = [offset for passage in passages for offset in (passage.start_char, passage.end_char)]
    fit = all(isinstance(one, str) for one in texts) and all(isinstance(one, int) for one in offsets)
    if not fit or any(isinstance(one, bool) for one in offsets) or not isinstance(mark.undone, bool):
        raise ValueError("a field is of the wrong type")
    if not _ID.fullmatch(mark.id):
        raise ValueError("its id has other signs than letters and figures")
    for moment in (mark.at, mark.turned_at):
        if moment is not None:
            if not _MOMENT.match(moment):
                raise ValueError(f"{shortened(moment, 60)!r} is no moment such as 2024-09-30T08:00:00Z")
            datetime.fromisoformat(moment)
    return mark


def _made(kind: type[Made], given: object) -> Made:
    """A word of the model from its fields by name; raises ValueError for others than it has."""
    known = {one.name: one for one in fields(kind)}
    wanted = {name for name, one in known.items() if one.default is MISSING}
    if not isinstance(given, dict):
        raise ValueError(f"{given!r} has no fields")
    for names, what in ((given.keys() - known, "there is no field"), (wanted - given.keys(), "it lacks")):
        for name in sorted(map(str, names)):
            raise ValueError(f"{what} {name!r}")
    return kind(**given)
