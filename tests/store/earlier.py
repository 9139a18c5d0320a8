"""Collections of earlier versions, made and filled by statements of their time."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from data.model import Claim, Conflict, Event, Expression
from data.store.compact import dump_all
from data.store.sqlite import schema
from tests.store.made import document, event, passage

TOLD = ["The ferry sank on Monday.", "Twelve people died.", "The mayor came.", "It rained.", "Ships wait."]
PORT = document("port", *TOLD, publisher="Harbour Times")
SANK, DIED, MAYOR, RAIN, SHIPS = (passage(PORT, sentence) for sentence in TOLD)
DOUBTFUL = Expression(
    start_char=0, end_char=5, text="Ships", type="DATE", value="2024", rule="year",
    readings=((1, 1), (2, 2)),
)  # fmt: skip
CONFLICT = Conflict("figure", "hard", (Claim("12", (0,)), Claim("10", (1,))))
EVENTS = [
    event(
        "sinking", "2024-07-08", [SANK, DIED], who=("Aurora Lines", "Jörg Ødegård"), where=("Bergen",),
        tags=("a", "b"), note="call", verification="disputed", conflicts=(CONFLICT,),
    ),
    event("inferred", "2024-07-09", [MAYOR], basis="inferred", who=("Aurora Lines",)),
    event("state", "2024-08", [RAIN], kind="state"),
    event("undated", None, [SHIPS]),
]  # fmt: skip


@contextmanager
def plain(path: Path) -> Iterator[sqlite3.Connection]:
    """A collection's file as SQLite alone opens it; what is done to it is kept."""
    with closing(sqlite3.connect(path)) as raw, raw:
        yield raw


def statements(version: str) -> str:
    """What makes the tables of an earlier version."""
    return Path(__file__).with_name(f"{version}.sql").read_text(encoding="utf-8")


def fill(raw: sqlite3.Connection) -> None:
    """Put the document and the events into tables of a version before 4."""
    published = PORT.published
    raw.execute(
        "INSERT INTO document VALUES"
        " (1, ?, ?, ?, 0, 1, 'article', ?, ?, NULL, NULL, NULL, ?, ?, 0, ?, ?, ?, ?, ?, ?)",
        (
            PORT.id, b"/in/port.txt", b"port.txt", PORT.title, PORT.publisher, PORT.sha256, len(PORT.text),
            len(PORT.text), published.value, published.start, published.end, published.basis,
            published.evidence,
        ),
    )  # fmt: skip
    raw.execute("INSERT INTO document_text VALUES (1, '[[0,0]]', '[]', ?)", (PORT.text,))
    for position, each in enumerate(EVENTS):
        _insert(raw, position, each)
    raw.execute(
        "UPDATE collection SET build = 1, first_day = ?, last_day = ?", (EVENTS[0].start, EVENTS[2].end)
    )


def _insert(raw: sqlite3.Connection, position: int, each: Event) -> None:
    raw.execute(
        "INSERT INTO event (position, id, title, begin_day, start_day, end_day, long, edtf, precision, basis,"
        " kind, modality, importance, publishers, passages, conflicts, verification, build)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            position, each.id, each.title, each.start, each.start, each.end, 0, each.edtf, each.precision,
            each.basis, each.kind, each.modality, each.importance, each.publishers, len(each.passages),
            len(each.conflicts), each.verification, 1,
        ),
    )  # fmt: skip
    raw.execute(
        "INSERT INTO event_detail (event, who, place, reasons, conflicts) VALUES (?, ?, ?, '[]', ?)",
        (position, json.dumps(each.who), json.dumps(each.where), dump_all(each.conflicts)),
    )
    raw.executemany(
        "INSERT INTO event_tag VALUES (?, ?, ?)", [(position, n, tag) for n, tag in enumerate(each.tags)]
    )
    if each.note is not None:
        raw.execute("INSERT INTO event_note VALUES (?, ?)", (position, each.note))
    for number, told in enumerate(each.passages):
        raw.execute(
            "INSERT INTO passage VALUES (?, ?, 1, ?, ?, 2, 7, NULL)",
            (position, number, told.start_char, told.end_char),
        )
    between = f" {schema.APART} "
    raw.execute(
        "INSERT INTO event_text (rowid, title, passage, who, place, source) VALUES (?, ?, ?, ?, ?, ?)",
        (
            position, each.title, between.join(p.text for p in each.passages), between.join(each.who),
            between.join(each.where), between.join(["", "Harbour Times", "On port", "port.txt"]),
        ),
    )  # fmt: skip
