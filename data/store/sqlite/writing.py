"""Writing a whole timeline into its tables, inside the caller's transaction."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import islice

from data import days
from data.errors import CollectionError
from data.model import Event
from data.order import begin_day
from data.store.compact import dump, dump_all
from data.store.sqlite.schema import APART, EVENT_INDEXES, LONG

_TABLES = ("event", "event_detail", "event_tag", "event_note", "passage", "month")
_BATCH = 1_000  # events; statements run faster over many rows

_BETWEEN = f" {APART} "
_Batch = Sequence[tuple[int, Event]]


def write_timeline(connection: sqlite3.Connection, ordered: Iterable[Event]) -> None:
    """Put these events, given in the order of the timeline, in the place of all others.

    An event known before keeps the build it arrived in.
    """
    known = dict(connection.execute("SELECT id, build FROM event"))
    (build,) = connection.execute("SELECT build FROM collection").fetchone()
    tally = _Tally()
    _clear(connection)
    numbered = enumerate(ordered)
    while batch := list(islice(numbered, _BATCH)):
        sources = _sources(connection, batch)
        _write_events(connection, batch, known, build + 1)
        _write_passages(connection, batch, sources)
        _write_words(connection, batch, sources)
        for position, event in batch:
            tally.add(position, event, is_new=event.id not in known)
    connection.executemany(
        "INSERT INTO month VALUES (?, ?, ?, ?)", [(start, *counts) for start, counts in tally.months.items()]
    )
    for statement in EVENT_INDEXES.values():
        connection.execute(statement)
    connection.execute(
        "UPDATE collection SET current = 1, build = build + ?, first_day = ?, last_day = ?",
        (tally.any_new, tally.first, tally.last),
    )


@dataclass(slots=True)
class _Tally:
    """What is summed up while events go by: months as position, count and conflicts by their first day."""

    months: dict[int, list[int]] = field(default_factory=dict)
    first: int | None = None
    last: int | None = None
    any_new: bool = False

    def add(self, position: int, event: Event, *, is_new: bool) -> None:
        self.any_new |= is_new
        if event.start is not None and (self.first is None or event.start < self.first):
            self.first = event.start
        if event.end is not None and (self.last is None or event.end > self.last):
            self.last = event.end
        begins = begin_day(event.start, event.end)
        if begins is not None:
            year, month, _ = days.civil(begins)
            counts = self.months.setdefault(days.ordinal(year, month), [position, 0, 0])
            counts[1] += 1
            counts[2] += bool(event.conflicts)


def _clear(connection: sqlite3.Connection) -> None:
    for index in EVENT_INDEXES:
        connection.execute(f"DROP INDEX {index}")
    for table in _TABLES:
        connection.execute(f"DELETE FROM {table}")
    connection.execute("INSERT INTO event_text (event_text) VALUES ('delete-all')")


def _write_events(connection: sqlite3.Connection, batch: _Batch, known: dict[str, int], build: int) -> None:
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
        "INSERT INTO event_tag VALUES (?, ?, ?)",
        [(position, number, tag) for position, event in batch for number, tag in enumerate(event.tags)],
    )
    connection.executemany(
        "INSERT INTO event_note VALUES (?, ?)",
        [(position, event.note) for position, event in batch if event.note is not None],
    )


def _sources(connection: sqlite3.Connection, batch: _Batch) -> dict[str, tuple[int, str]]:
    """For the ids of a batch's documents their keys and the words by which a source is found."""
    wanted = {passage.document for _, event in batch for passage in event.passages}
    return {
        document_id: (key, _BETWEEN.join([publisher or "", title or "", path.decode("utf-8", "replace")]))
        for document_id, key, publisher, title, path in connection.execute(
            "SELECT id, key, publisher, title, path FROM document"
            " WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(wanted)),),
        )
    }


def _write_passages(
    connection: sqlite3.Connection, batch: _Batch, sources: dict[str, tuple[int, str]]
) -> None:
    rows = []
    for position, event in batch:
        for number, passage in enumerate(event.passages):
            if passage.document not in sources:
                raise CollectionError(
                    "A passage without its document",
                    passage.document,
                    "Put the document in before its events.",
                )
            key, _ = sources[passage.document]
            expression = None if passage.expression is None else dump(passage.expression)
            rows.append((
                position, number, key, passage.start_char, passage.end_char, passage.page, passage.line,
                expression,
            ))  # fmt: skip
    connection.executemany("INSERT INTO passage VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)


def _write_words(connection: sqlite3.Connection, batch: _Batch, sources: dict[str, tuple[int, str]]) -> None:
    connection.executemany(
        "INSERT INTO event_text (rowid, title, passage, who, place, source) VALUES (?, ?, ?, ?, ?, ?)",
        [
            (
                position, event.title, _BETWEEN.join([passage.text for passage in event.passages]),
                _BETWEEN.join(event.who), _BETWEEN.join(event.where),
                _BETWEEN.join(["", *{sources[passage.document][1]: None for passage in event.passages}]),
            )
            for position, event in batch
        ],
    )  # fmt: skip


def _is_long(event: Event) -> bool:
    if event.start is None or event.end is None:
        return event.start is not event.end
    return event.end - event.start > LONG
