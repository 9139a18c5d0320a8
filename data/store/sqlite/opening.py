"""Opening a collection's file: whose it is, of which version; its tables are made or brought up to date."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path

from data.errors import CollectionError
from data.store.sqlite import schema

WAIT = 5.0
"""Seconds to wait for another program's transaction before giving up."""

# The screen keeps two readers open, and the system caches the file as well: four times as much would save a
# page of what a word finds 0.5 ms.
_READER_CACHE = 1_000  # KiB
_WRITER_CACHE = 64_000  # KiB: an index of a million ids is filled without going to the disk for each
# Of a new collection: what is kept of a document fills half of the system's own 4 KiB, or a little more than
# one. A collection that is there keeps the pages it was made with.
_PAGE = 8_192  # bytes
_KEPT_JOURNAL = 64 * 1024 * 1024  # bytes


def file_at(path: Path) -> tuple[int, int] | None:
    """Which file a path leads to; None if to none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def opened(path: Path, *, writing: bool) -> sqlite3.Connection:
    """A connection to a collection's file, whose tables are those of today; raises CollectionError."""
    try:
        is_folder, is_file, is_there = path.is_dir(), path.is_file(), path.exists()
    except OSError as error:
        raise CollectionError(
            "The collection cannot be opened",
            f"{path}: {error.strerror}",
            "Check its name and its folder.",
        ) from error
    if is_folder:
        raise CollectionError("Not a collection", f"{path} is a folder", "Give the path of a file in it.")
    if is_there and not is_file:  # from a pipe SQLite would read until somebody writes into it
        raise CollectionError(
            "Not a collection", f"{path} is a device or a pipe", "Give the path of a file, or of a new one."
        )
    if writing and is_there and path.stat().st_nlink > 1:
        # What was written last lies in a file beside each name, which who opens the other one does not see.
        raise CollectionError(
            "The collection has a second name",
            f"{path}: it is a hard link, and to write under both names damages it",
            "Copy it, and give the path of the copy.",
        )
    if not writing and not is_there:
        raise CollectionError("No such collection", str(path), "Build it first, or check the spelling.")
    connection = connect(path, "mode=rwc" if writing else "mode=ro")
    if not writing and _is_older(connection):
        connection.close()
        with suppress(CollectionError, sqlite3.Error):  # told below, if it is still of its old version
            opened(path, writing=True).close()
        connection = connect(path, "mode=ro")
    try:
        if not writing and not _answers(connection):
            connection.close()
            # Without the right to make the journal beside it, the file can be read if nobody writes.
            connection = connect(path, "immutable=1")
        _settle(connection, path, writing=writing)
    except BaseException:
        connection.close()
        raise
    return connection


def connect(path: Path, mode: str) -> sqlite3.Connection:
    """A connection to a file, in a mode of SQLite's URIs, whatever the file is."""
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?{mode}",
        uri=True,
        timeout=WAIT,
        isolation_level=None,
        cached_statements=256,
    )


def _answers(connection: sqlite3.Connection) -> bool:
    try:
        connection.execute("SELECT 1 FROM sqlite_schema").fetchone()
    except sqlite3.OperationalError as error:
        return not error.sqlite_errorname.startswith(("SQLITE_CANTOPEN", "SQLITE_READONLY"))
    return True


def _is_older(connection: sqlite3.Connection) -> bool:
    """Whether it is a collection of an earlier version; what cannot be asked is told elsewhere."""
    try:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
    except sqlite3.Error:
        return False
    return bool(application == schema.APPLICATION_ID and 0 < version < schema.VERSION)


def _settle(connection: sqlite3.Connection, path: Path, *, writing: bool) -> None:
    """Check whose file it is and of which version, make or migrate its tables, and set the engine up."""
    version = _version(connection, path)
    if not writing:
        _refuse_other(version, path)
        connection.execute("PRAGMA query_only = 1")
        connection.execute(f"PRAGMA cache_size = -{_READER_CACHE}")
    else:
        from data.store.sqlite import migrations

        connection.execute(f"PRAGMA page_size = {_PAGE}")
        connection.execute("PRAGMA journal_mode = WAL")
        # A power cut may take the last transactions back, never half of one; building again restores them.
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA cache_size = -{_WRITER_CACHE}")
        connection.execute(f"PRAGMA journal_size_limit = {_KEPT_JOURNAL}")
        if version != schema.VERSION:
            connection.execute("BEGIN IMMEDIATE")
            version = _version(connection, path)
            if version == 0:
                schema.create(connection)
            else:
                _refuse_other(migrations.migrate(connection, version, str(path)), path)
            connection.execute("COMMIT")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.create_function("lowered", 1, str.lower, deterministic=True)


def _version(connection: sqlite3.Connection, path: Path) -> int:
    """The schema's version, 0 for an empty file; refuses the files of others and of the future."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if application == 0 and tables == 0:
        return 0
    if application != schema.APPLICATION_ID:
        raise CollectionError(
            "Not a collection", f"{path} is a database of another program",
            "Give the path of a collection, or of a new one.",
        )  # fmt: skip
    if version > schema.VERSION:
        raise CollectionError(
            "The collection is newer than this dateline",
            f"{path} has version {version}, this dateline knows {schema.VERSION}",
            "Install the newest dateline.",
        )
    return int(version)


def _refuse_other(version: int, path: Path) -> None:
    if version == 0:
        raise CollectionError("The collection is empty", str(path), "Build it first.")
    if version < schema.VERSION:
        raise CollectionError(
            "The collection was made by an earlier dateline",
            f"{path} has version {version}, this dateline knows {schema.VERSION}",
            "Make it and its folder writable, and open it again to bring it up to date.",
        )
