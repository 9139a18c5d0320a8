"""Writing a timeline into its tables, whole or a stretch of it, inside the caller's transaction."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice

from data.errors import CollectionError
from data.model import Event
from data.order import begin_day
from data.store.compact import dump, dump_all
from data.store.default_view import is_shown
from data.store.sqlite.ordering import Entry
from data.store.sqlite.schema import APART, EVENT_INDEXES, LONG
from data.store.sqlite.tally import Source, Tally

_ROWS = {"event": "position"} | dict.fromkeys(
    ("event_detail", "event_tag", "event_note", "passage", "event_made"), "event"
)
"""The tables of events, and the column that holds the position."""
_WHOLE = ("month", "facet")
_BATCH = 1_000  # events; statements run faster over many rows
_ANY_BUILD = 0  # of what is added by hand: it is never new

_BETWEEN = f" {APART} "
_WORDS = "rowid, title, passage, who, place, source"
_Batch = Sequence[tuple[int, Entry]]


def write_timeline(connection: sqlite3.Connection, ordered: Iterable[Entry]) -> None:
    """Put these events, given in the order of the timeline, in the place of all others.

    An event known before keeps the build it arrived in.
    """
    known = dict(connection.execute("SELECT id, build FROM event"))
    (build,) = connection.execute("SELECT build FROM collection").fetchone()
    tally = Tally()
    any_new = False
    _clear(connection)
    numbered = enumerate(ordered)
    while batch := list(islice(numbered, _BATCH)):
        sources = sources_of(connection, [entry.event for _, entry in batch])
        _write_rows(connection, batch, sources, known, build + 1)
        _write_words(connection, batch, sources)
        for _, entry in batch:
            tally.add(entry.event, sources)
            any_new |= entry.event.id not in known and entry.event.by is None
    tally.write_new(connection)
    for statement in EVENT_INDEXES.values():
        connection.execute(statement)
    connection.execute(
        "UPDATE collection SET current = 1, build = build + ?, first_day = ?, last_day = ?",
        (any_new, tally.first, tally.last),
    )


def rewrite(
    connection: sqlite3.Connection, first: int, before: Sequence[Entry], after: Sequence[Entry]
) -> None:
    """Put entries in the place of those that stand from a position on.

    They are as many as before, unless those before are the last of the timeline. The words of
    ``before`` are those of the documents now, or are the same as those of ``after``.
    """
    sources = sources_of(connection, [entry.event for entry in (*before, *after)])
    builds = _builds(connection, before)
    old, new = list(enumerate(before, first)), list(enumerate(after, first))
    for table, column in _ROWS.items():
        connection.execute(
            f"DELETE FROM {table} WHERE {column} >= ? AND {column} < ?", (first, first + len(before))
        )
    _write_rows(connection, new, sources, builds, _ANY_BUILD)
    if len(old) != len(new) or any(map(_differ, before, after)):
        _drop_words(connection, old, sources)
        _write_words(connection, new, sources)
    tally = Tally()
    for entry in after:
        tally.add(entry.event, sources)
    lately, since = tally.first, tally.last
    for entry in before:
        tally.add(entry.event, sources, -1)
    tally.write_changes(connection)
    _write_ends(connection, (lately, since), (tally.first, tally.last))


def _write_ends(
    connection: sqlite3.Connection, after: tuple[int | None, int | None], both: tuple[int | None, int | None]
) -> None:
    """The first and the last day: asked of the table only where an event that had one may have left it."""
    if after == both:
        connection.execute(
            "UPDATE collection SET first_day = min(coalesce(first_day, ?1), coalesce(?1, first_day)),"
            " last_day = max(coalesce(last_day, ?2), coalesce(?2, last_day))",
            after,
        )
        return
    connection.execute(
        "UPDATE collection SET first_day = (SELECT min(start_day) FROM event),"
        " last_day = (SELECT max(end_day) FROM event)"
    )


def same_words(one: Event, other: Event) -> bool:
    """Whether two events are found by the same words."""
    return not _words_differ(one, other)


def _differ(one: Entry, other: Entry) -> bool:
    return _words_differ(one.event, other.event)


def _words_differ(one: Event, other: Event) -> bool:
    return (one.id, one.title, one.who, one.where, one.passages) != (
        other.id, other.title, other.who, other.where, other.passages,
    )  # fmt: skip


def _builds(connection: sqlite3.Connection, entries: Sequence[Entry]) -> dict[str, int]:
    ids = json.dumps([entry.event.id for entry in entries])
    return dict(
        connection.execute("SELECT id, build FROM event WHERE id IN (SELECT value FROM json_each(?))", (ids,))
    )


def _clear(connection: sqlite3.Connection) -> None:
    for index in EVENT_INDEXES:
        connection.execute(f"DROP INDEX IF EXISTS {index}")
    for table in (*_ROWS, *_WHOLE):
        connection.execute(f"DELETE FROM {table}")
    connection.execute("INSERT INTO event_text (event_text) VALUES ('delete-all')")


def _write_rows(
    connection: sqlite3.Connection,
    batch: _Batch,
    sources: Mapping[str, Source],
    known: Mapping[str, int],
    build: int,
) -> None:
    """The rows of events at their positions; an event that is not known arrived in ``build``."""
    events = [(position, entry.event) for position, entry in batch]
    connection.executemany(
        "INSERT INTO event VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                position, event.id, event.title, begin_day(event.start, event.end), event.start, event.end,
                _is_long(event), event.edtf, event.precision, event.basis, event.kind, event.modality,
                event.importance, event.publishers, len(event.passages), len(event.conflicts),
                event.verification, _ANY_BUILD if event.by is not None else known.get(event.id, build),
                event.main, is_shown(event), event.hidden,
            )
            for position, event in events
        ],
    )  # fmt: skip
    connection.executemany(
        "INSERT INTO event_detail VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                position, event.part_of, json.dumps(event.who), json.dumps(event.where),
                json.dumps(event.reasons), dump_all(event.conflicts), event.by, event.citation,
            )
            for position, event in events
        ],
    )  # fmt: skip
    connection.executemany(
        "INSERT INTO event_tag VALUES (?, ?, ?)",
        [(position, number, tag) for position, event in events for number, tag in enumerate(event.tags)],
    )
    connection.executemany(
        "INSERT INTO event_note VALUES (?, ?)",
        [(position, event.note) for position, event in events if event.note is not None],
    )
    connection.executemany(
        "INSERT INTO event_made VALUES (?, ?)",
        [(position, dump(entry.made)) for position, entry in batch if entry.made is not None],
    )
    _write_passages(connection, events, sources)


def sources_of(connection: sqlite3.Connection, events: Iterable[Event]) -> dict[str, Source]:
    """The documents of events by their ids."""
    wanted = {passage.document for event in events for passage in event.passages}
    return {
        document_id: Source(
            key, publisher, _BETWEEN.join([publisher or "", title or "", path.decode("utf-8", "replace")])
        )
        for document_id, key, publisher, title, path in connection.execute(
            "SELECT id, key, publisher, title, path FROM document"
            " WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(wanted)),),
        )
    }


def _write_passages(
    connection: sqlite3.Connection, events: Iterable[tuple[int, Event]], sources: Mapping[str, Source]
) -> None:
    rows = []
    for position, event in events:
        for number, passage in enumerate(event.passages):
            if passage.document not in sources:
                raise CollectionError(
                    "A passage without its document",
                    passage.document,
                    "Put the document in before its events.",
                )
            expression = None if passage.expression is None else dump(passage.expression)
            rows.append((
                position, number, sources[passage.document].key, passage.start_char, passage.end_char,
                passage.page, passage.line, expression,
            ))  # fmt: skip
    connection.executemany("INSERT INTO passage VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)


def _write_words(connection: sqlite3.Connection, batch: _Batch, sources: Mapping[str, Source]) -> None:
    connection.executemany(
        f"INSERT INTO event_text ({_WORDS}) VALUES (?, ?, ?, ?, ?, ?)",
        [_words(position, entry.event, sources) for position, entry in batch],
    )


def _drop_words(connection: sqlite3.Connection, batch: _Batch, sources: Mapping[str, Source]) -> None:
    """Take words out of the search, which holds no texts of its own and must be told what they were."""
    connection.executemany(
        f"INSERT INTO event_text (event_text, {_WORDS}) VALUES ('delete', ?, ?, ?, ?, ?, ?)",
        [_words(position, entry.event, sources) for position, entry in batch],
    )


def _words(position: int, event: Event, sources: Mapping[str, Source]) -> tuple[int, str, str, str, str, str]:
    told = {sources[passage.document].words: None for passage in event.passages}
    if event.citation is not None:
        told[event.citation] = None
    return (
        position, event.title, _BETWEEN.join([passage.text for passage in event.passages]),
        _BETWEEN.join(event.who), _BETWEEN.join(event.where), f"{APART} {_BETWEEN.join(told)}",
    )  # fmt: skip


def _is_long(event: Event) -> bool:
    if event.start is None or event.end is None:
        return event.start is not event.end
    return event.end - event.start > LONG
