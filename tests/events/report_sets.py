"""Sets of short reports by several publishers on one event, with what a careful reader finds contradicted.

They stand in ``report_sets/``, a file a set, marked before they were read by the program: what cannot both be
right (``hard``), what only seems so (``apparent``), each with its subject and words of two of its claims.
All else in them is no contradiction: tolls of other days, another scope, another event, rounding. Some also
mark on which ``days`` words tell something, and words of two passages that tell one event (``together``) or
two (``apart``).
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from data.dating import date_readings
from data.events import make_events
from data.model import Conflict, DatedDocument, Event
from data.reading import read_file
from data.workers import read_document

SETS = sorted(Path(__file__).with_name("report_sets").glob("*.toml"))


class Marked(NamedTuple):
    """A contradiction that a reader marked: what it is about, and words of two of its claims."""

    about: str
    one: str
    other: str


class Scored(NamedTuple):
    """What of a set was found as it is marked, what was missed, and hard ones that nobody marked.

    ``misdated`` are words that are told on other days than marked, ``parted`` those of one event that are
    told in two, ``confused`` those of two events that are told in one; each as marked.
    """

    found: Sequence[Marked]
    missed: Sequence[Marked]
    invented: Sequence[Conflict]
    misdated: Sequence[str]
    parted: Sequence[tuple[str, str]]
    confused: Sequence[tuple[str, str]]


def documents(path: Path, folder: Path) -> list[DatedDocument]:
    """The reports of a set, read and dated as the program does it; ``folder`` is for a file of them."""
    told = tomllib.loads(path.read_text(encoding="utf-8"))["report"]
    records = [{"id": f"{path.stem}-{at}", **one} for at, one in enumerate(told)]
    file = folder / f"{path.stem}.jsonl"
    file.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    return list(date_readings([read_document(one) for one in read_file(str(file)).documents], {}))


def marked(path: Path, severity: str) -> list[Marked]:
    """What is marked in a set as ``hard`` or ``apparent``."""
    return [Marked(*one) for one in tomllib.loads(path.read_text(encoding="utf-8")).get(severity, ())]


def score(path: Path, folder: Path) -> Scored:
    """What the program finds in a set beside what is marked."""
    events: Sequence[Event] = make_events(documents(path, folder))
    shown = [conflict for event in events for conflict in event.conflicts]
    wanted = [(one, severity) for severity in ("hard", "apparent") for one in marked(path, severity)]
    found = [one for one, severity in wanted if any(_is(conflict, one, severity) for conflict in shown)]
    known = [one for one, _ in wanted]
    told = tomllib.loads(path.read_text(encoding="utf-8"))

    def holding(words: str) -> list[Event]:
        return [event for event in events if any(words in passage.text for passage in event.passages)]

    def days_of(words: str) -> set[str | None]:
        return {event.edtf for event in holding(words)}

    def in_one(one: str, other: str) -> bool:
        return any(event in holding(other) for event in holding(one))

    return Scored(
        found=found,
        missed=[one for one, _ in wanted if one not in found],
        invented=[
            conflict
            for conflict in shown
            if conflict.severity == "hard" and not any(_is(conflict, one, "hard") for one in known)
        ],
        misdated=[
            words
            for words, day in told.get("days", ())
            if day not in {event.edtf for event in holding(words)}
        ],
        parted=[(one, other) for one, other in told.get("together", ()) if not in_one(one, other)],
        confused=[(one, other) for one, other in told.get("apart", ()) if in_one(one, other)],
    )


def _is(conflict: Conflict, one: Marked, severity: str) -> bool:
    """Whether a conflict has two claims with the words of a marked one."""
    if (conflict.about, conflict.severity) != (one.about, severity):
        return False
    values = [claim.value.lower() for claim in conflict.claims]
    return any(
        one.one.lower() in value and one.other.lower() in other
        for at, value in enumerate(values)
        for place, other in enumerate(values)
        if at != place
    )
