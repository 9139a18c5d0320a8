"""Writing a whole timeline into its tables, inside the caller's transaction."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

from data import days
from data.errors import CollectionError
from data.model import Event, Passage
from data.store.compact import dump, dump_all
from data.store.protocol import begin_day, timeline_order
from data.store.sqlite.schema import EVENT_INDEXES, LONG

_TABLES = ("event", "event_detail", "event_tag", "event_note", "passage", "month")
_BATCH = 1_000  # events; statements run faster over many rows

# A private character that the tokenizer takes for a word: no phrase reaches from one passage into the next.
_APART = " \ue000 "


def write_timeline(connection: sqlite3.Connection, events: Sequence[Event]) -> None:
    """Put these events in the place of all others. An event known before keeps the build it arrived in."""
    known = dict(connection.execute("SELECT id, build FROM event"))
    documents = dict(connection.execute("SELECT id, key FROM document"))
    (build,) = connection.execute("SELECT build FROM collection").fetchone()
    if any(event.id not in known for event in events):
        build += 1
    _clear(connection)
    ordered = sorted(events, key=timeline_order)
    for first in range(0, len(ordered), _BATCH):
        batch = list(enumerate(ordered[first : first + _BATCH], first))
        _write_batch(connection, batch, known, build)
        connection.executemany(
            "INSERT INTO passage VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (position, number, *_passage_columns(passage, documents))
                for position, event in batch
                for number, passage in enumerate(event.passages)
            ],
        )
    _write_months(connection, ordered)
    for statement in EVENT_INDEXES.values():
        connection.execute(statement)
    connection.execute(
        "UPDATE collection SET current = 1, build = ?, first_day = ?, last_day = ?",
        (
            build,
            min((event.start for event in ordered if event.start is not None), default=None),
            max((event.end for event in ordered if event.end is not None), default=None),
        ),
    )


def _clear(connection: sqlite3.Connection) -> None:
    for index in EVENT_INDEXES:
        connection.execute(f"DROP INDEX {index}")
    for table in _TABLES:
        connection.execute(f"DELETE FROM {table}")
    connection.execute("INSERT INTO event_text (event_text) VALUES ('delete-all')")


def _write_batch(
    connection: sqlite3.Connection, batch: Sequence[tuple[int, Event]], known: dict[str, int], build: int
) -> None:
    connection.executemany(
        "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                position, event.id, event.title, begin_day(event.start, event.end), event.start, event.end,
                _is_long(event), event.edtf, event.precision, event.basis, event.kind, event.modality,
                event.importance, event.publishers, len(event.passages), len(event.conflicts),
                event.verification, known.get(event.id, build),
            )
            for position, event in batch
        ],
    )  # fmt: skip
    connection.executemany(
        "INSERT INTO event_detail VALUES (?, ?, ?, ?, ?, ?)",
        [
            (
                position, event.part_of, json.dumps(event.who), json.dumps(event.where),
                json.dumps(event.reasons), dump_all(event.conflicts),
            )
            for position, event in batch
        ],
    )  # fmt: skip
    connection.executemany(
        "INSERT INTO event_text (rowid, title, passage, who, place) VALUES (?, ?, ?, ?, ?)",
        [
            (
                position, event.title, _APART.join([passage.text for passage in event.passages]),
                _APART.join(event.who), _APART.join(event.where),
            )
            for position, event in batch
        ],
    )  # fmt: skip
    connection.executemany(
        "INSERT INTO event_tag VALUES (?, ?, ?)",
        [(position, number, tag) for position, event in batch for number, tag in enumerate(event.tags)],
    )
    connection.executemany(
        "INSERT INTO event_note VALUES (?, ?)",
        [(position, event.note) for position, event in batch if event.note is not None],
    )


def _passage_columns(passage: Passage, documents: dict[str, int]) -> tuple[object, ...]:
    key = documents.get(passage.document)
    if key is None:
        raise CollectionError(
            "A passage without its document", passage.document, "Put the document in before its events."
        )
    expression = None if passage.expression is None else dump(passage.expression)
    return key, passage.start_char, passage.end_char, passage.page, passage.line, expression


def _write_months(connection: sqlite3.Connection, ordered: Sequence[Event]) -> None:
    months: dict[int, list[int]] = {}
    for position, event in enumerate(ordered):
        begins = begin_day(event.start, event.end)
        if begins is None:
            break
        year, month, _ = days.civil(begins)
        counts = months.setdefault(days.ordinal(year, month), [position, 0, 0])
        counts[1] += 1
        counts[2] += bool(event.conflicts)
    connection.executemany(
        "INSERT INTO month VALUES (?, ?, ?, ?)", [(start, *counts) for start, counts in months.items()]
    )


def _is_long(event: Event) -> bool:
    if event.start is None or event.end is None:
        return event.start is not event.end
    return event.end - event.start > LONG
