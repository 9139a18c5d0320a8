"""Mending what is wrong in a collection's tables, its file being sound."""

from __future__ import annotations

import json
from collections.abc import Sequence

from data.model import Reading
from data.store.document_columns import path_of
from data.store.document_rows import found_columns
from data.store.sqlite.frequent_words import forget_frequent
from data.store.sqlite.store import SqliteStore
from data.store.tables.arriving import delete, documents_changed


def remake_indexes(store: SqliteStore) -> list[str]:
    """Make the indexes of all tables anew from their rows; what marks said otherwise there, in words."""
    with store.transaction() as connection:
        unlike = [
            f"a mark of {by!r}, {kind} of {at}, stood there as {value!r} and as {copy!r}: the first is kept"
            for by, kind, at, value, copy in connection.execute(
                "SELECT m.by, m.kind, m.at, m.value, c.value FROM mark m NOT INDEXED"
                " JOIN (SELECT id, value FROM mark INDEXED BY mark_again) c ON c.id = m.id"
                " WHERE c.value <> m.value"
            )
        ]
        connection.execute("REINDEX")
    return unlike


def give_up(store: SqliteStore, documents: Sequence[str]) -> list[str]:
    """Take documents out and forget that their files were read; the paths of these files."""
    chosen = "(SELECT value FROM json_each(?))"
    listed = (json.dumps(list(documents)),)
    with store.transaction() as connection:
        rows = connection.execute(f"SELECT key, location, path FROM document WHERE id IN {chosen}", listed)
        found = rows.fetchall()
        connection.executemany(
            "UPDATE file SET settings = 'again ' || settings WHERE location = ?", [row[1:2] for row in found]
        )
        delete(connection, [key for key, _, _ in found])
        documents_changed(connection, -len(found))
    return sorted({path_of(path) for _, _, path in found})


def keep_reading(store: SqliteStore, reading: Reading) -> None:
    """Keep what was found in a document in the place of what was kept of it."""
    with store.transaction() as connection:
        connection.execute(
            "INSERT OR REPLACE INTO document_reading SELECT key, ?, ?, ? FROM document WHERE id = ?",
            (*found_columns(reading), reading.document.id),
        )
        connection.execute(
            "DELETE FROM document_report WHERE document = (SELECT key FROM document WHERE id = ?)",
            (reading.document.id,),
        )
        connection.execute("UPDATE collection SET current = 0")


def clear_derived(store: SqliteStore) -> None:
    """Forget what was worked out, whatever is wrong with it: dates, reports and what is made of them, words.

    The events are to be made anew.
    """
    with store.transaction() as connection:
        (statement,) = connection.execute(
            "SELECT sql FROM sqlite_schema WHERE name = 'event_text'"
        ).fetchone()
        connection.execute("DROP TABLE event_text")
        connection.execute(statement)
        forget_frequent(connection)
        for table in ("document_dating", "document_report", "kept"):
            connection.execute(f"DELETE FROM {table}")
        connection.execute("UPDATE event SET digest = NULL")
        connection.execute("UPDATE collection SET current = 0, documents = (SELECT count(*) FROM document)")
