"""Taking what can be read out of a damaged file: whole documents, files, marks, views, states."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.passing import Passing, passed, untold
from data.store.connection import Connection
from data.store.packed import PACKED, pack_text
from data.store.sqlite import open_store
from data.store.sqlite.beside import SIDE_FILES
from data.store.sqlite.checking_documents import is_whole
from data.store.sqlite.header import restored
from data.store.sqlite.opening import connect
from data.store.sqlite.relisting import listed, relisted
from data.store.tables.arriving import delete

# Tables by the number of a row, and the column that holds it; the documents come first.
_NUMBERED = {"document": "key", "document_text": "document", "document_reading": "document",
             "document_dating": "document"}  # fmt: skip
# Tables by other keys, and the key's columns.
_KEYED = {"file": "location", "mark": "id", "mark_passage": "mark, number", "view": "name",
          "state": "user, key"}  # fmt: skip
# Indexes that hold all columns of their table, whose rows they can give where the table's pages cannot.
_AGAIN = {"mark": ("mark_again", "at, id"), "mark_passage": ("mark_passage_again", "number, mark")}
_MOST = 1 << 20  # documents looked for where the file does not say how many there are


@dataclass(frozen=True, slots=True)
class Salvaged:
    """How many documents and marks were taken over."""

    documents: int
    marks: int


def salvage(damaged: Path, into: Path, passing: Passing = untold) -> Salvaged:
    """Take what can be read of a damaged collection into a new file, whose events are still to be made.

    No file is taken for read: the next build reads all again, and finds what was lost. Only an intact
    document counts, and marks without all their passages are kept with those that are left. ``passing`` is
    told how far it is.
    """
    remove(into)
    open_store(into, writing=True).close()
    with ExitStack() as stack:
        readable = stack.enter_context(restored(damaged))
        old = stack.enter_context(closing(_tolerant(readable)))
        known = listed(old)
        by_table = dict.fromkeys((*_NUMBERED, *_KEYED), old)
        lost = [table for table in by_table if table not in known]
        copy = stack.enter_context(relisted(readable, known, into)) if lost else None
        if copy is not None:
            by_table |= dict.fromkeys(lost, stack.enter_context(closing(_tolerant(copy))))
        return _saved(by_table, into, passing)


def _saved(by_table: Mapping[str, sqlite3.Connection], into: Path, passing: Passing) -> Salvaged:
    """Take the rows of each table from a connection."""
    with open_store(into, writing=True) as store:
        with store.transaction() as new:
            last = _last_document(by_table)
            for table, key in _NUMBERED.items():
                rows = _numbered(by_table[table], table, key, last)
                _put(by_table[table], new, table, passed(rows, f"saving {table.replace('_', ' ')}", passing))
            for table, key in _KEYED.items():
                _put(by_table[table], new, table, _keyed(by_table[table], table, key))
            _drop_broken(new)
            new.execute("DELETE FROM mark_passage WHERE mark NOT IN (SELECT id FROM mark)")
            new.execute("UPDATE file SET settings = 'again ' || settings")
            new.execute("UPDATE collection SET current = 0, documents = (SELECT count(*) FROM document)")
        return Salvaged(store.totals().documents, len(store.marks()))


def remove(path: Path) -> None:
    """Delete a collection's file and what is beside it."""
    for file in (path, *(path.with_name(path.name + side) for side in SIDE_FILES)):
        file.unlink(missing_ok=True)


def exchange(damaged: Path, new: Path, kept: Path) -> None:
    """Put a new file in the place of a damaged one, which stays under another name."""
    for side in ("", *SIDE_FILES):
        with suppress(FileNotFoundError):
            damaged.with_name(damaged.name + side).rename(kept.with_name(kept.name + side))
    new.rename(damaged)


def _tolerant(path: Path) -> sqlite3.Connection:
    """A connection that opens a file even if its end is missing."""
    connection = connect(path, "mode=ro")
    connection.execute("PRAGMA writable_schema = ON")
    connection.execute("PRAGMA cell_size_check = ON")
    return connection


def _put(old: sqlite3.Connection, new: Connection, table: str, rows: Iterator[Any]) -> None:
    """Insert rows by the names of their columns, those that the table has now."""
    present = [name for _, name, *_ in new.execute(f"PRAGMA table_info({table})")]
    there = [name for _, name, *_ in old.execute(f"PRAGMA table_info({table})")]
    common = [name for name in present if name in there]
    at = [there.index(name) for name in common]
    holes = ", ".join("?" * len(common))
    packed = [name in PACKED.get(table, ()) for name in common]
    for row in rows:
        # What an earlier dateline wrote is not packed yet.
        values = [
            pack_text(row[place]) if pack and isinstance(row[place], str) else row[place]
            for place, pack in zip(at, packed, strict=True)
        ]
        with suppress(sqlite3.IntegrityError):  # garbage where a value must be, or a key twice
            new.execute(f"INSERT INTO {table} ({', '.join(common)}) VALUES ({holes})", values)


def _last_document(by_table: Mapping[str, sqlite3.Connection]) -> int:
    """The largest key of a document, as far as the file can still say it."""
    for table, statement in (
        ("document", "SELECT seq FROM sqlite_sequence WHERE name = 'document'"),
        *((table, f"SELECT max({key}) FROM {table}") for table, key in _NUMBERED.items()),
    ):
        with suppress(sqlite3.DatabaseError):
            found = by_table[table].execute(statement).fetchone()
            if found is not None and isinstance(found[0], int) and found[0] < _MOST:
                return found[0]
    return _MOST


def _numbered(old: sqlite3.Connection, table: str, key: str, last_key: int) -> Iterator[Any]:
    """The rows of a table that can be read, by halving the stretches that cannot be read as wholes."""
    stretches = [(1, last_key)] if _begins(old, table) else []
    while stretches:
        first, last = stretches.pop()
        read = first - 1
        try:
            for row in old.execute(
                f"SELECT {key}, * FROM {table} WHERE {key} BETWEEN ? AND ? ORDER BY {key}", (first, last)
            ):
                read = row[0]
                yield row[1:]
        except sqlite3.DatabaseError:
            # What came before the damage is in; what is behind it is looked for in halves.
            first = read + 1
            if first < last:
                middle = first + (last - first) // 2
                stretches += [(middle + 1, last), (first, middle)]


def _begins(old: sqlite3.Connection, table: str) -> bool:
    """Whether the page that leads to a table's rows is in the file: if not, none of a million can be read."""
    try:
        (size,) = old.execute("PRAGMA page_size").fetchone()
        *_, place = old.execute("PRAGMA database_list").fetchone()
    except sqlite3.DatabaseError:
        return False
    root = listed(old).get(table)
    return root is not None and root * size <= Path(place).stat().st_size


def _keyed(old: sqlite3.Connection, table: str, key: str) -> Iterator[Any]:
    """The rows of a table that can be read from its beginning and from its end, and so from its copy.

    A row comes again where it was read before the damage.
    """
    ways = [(f"{table} NOT INDEXED", key)]
    if table in _AGAIN:
        index, columns = _AGAIN[table]
        ways.append((f"{table} INDEXED BY {index}", columns))
    for rows, columns in ways:
        for order in ("ASC", "DESC"):
            ordered = ", ".join(f"{column} {order}" for column in columns.split(", "))
            try:
                yield from old.execute(f"SELECT * FROM {rows} ORDER BY {ordered}")
            except sqlite3.DatabaseError:
                continue
            return


def _drop_broken(new: Connection) -> None:
    """Take out the documents that are not whole."""
    broken = [
        key
        for key, sha256, length, *text in new.execute(
            "SELECT d.key, d.sha256, d.length, t.text, t.furniture, t.pages, t.links FROM document d"
            " LEFT JOIN document_text t ON t.document = d.key"
        )
        if not is_whole(text, sha256, length)
    ]
    delete(new, broken)
    for table, key in _NUMBERED.items():
        if table != "document":
            new.execute(f"DELETE FROM {table} WHERE {key} NOT IN (SELECT key FROM document)")
