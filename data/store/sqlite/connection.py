"""Opening a collection's file, transactions, and SQLite's refusals in plain words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import Any, Self

from data.errors import CollectionError
from data.store.connection import Connection, Engine, Rows
from data.store.sqlite import schema
from data.store.sqlite.turns import Turn

WAIT = 5.0
"""Seconds to wait for another program's transaction before giving up."""

_READER_CACHE = 4_000  # KiB: the screen keeps two readers open, and the system caches the file as well
_WRITER_CACHE = 64_000  # KiB: an index of a million ids is filled without going to the disk for each
# Of a new collection: what is kept of a document fills half of the system's own 4 KiB, or a little more than
# one. A collection that is there keeps the pages it was made with.
_PAGE = 8_192  # bytes
_KEPT_JOURNAL = 64 * 1024 * 1024  # bytes

# By the beginning of SQLite's name of the error: title, what it means, what to do.
_REFUSALS = (
    ("SQLITE_BUSY", "The collection is in use", "another program is writing to it",
     "Try again when it has finished."),
    ("SQLITE_LOCKED", "The collection is in use", "another program is writing to it",
     "Try again when it has finished."),
    ("SQLITE_FULL", "The disk is full", "nothing of the last step was written",
     "Free some space, and try again."),
    ("SQLITE_IOERR", "The disk cannot be read or written", "the system reports an error",
     "Check the disk and its free space."),
    ("SQLITE_NOTADB", "Not a collection", "it is no file of dateline",
     "Give the path of a collection, or of a new one."),
    ("SQLITE_CORRUPT", "The collection is damaged", "its file is not as it was written",
     "Save what can be read of it with: dateline check"),
    ("SQLITE_READONLY", "The collection cannot be written", "the file or its folder is read-only",
     "Choose another place for it with -c."),
    ("SQLITE_CANTOPEN", "The collection cannot be opened", "the file or its folder does not let it",
     "Check that the folder exists and that you may use it."),
    ("SQLITE_PERM", "The collection cannot be opened", "you have no right to it", "Check its permissions."),
)  # fmt: skip


@contextmanager
def telling(path: Path) -> Iterator[None]:
    """Turn SQLite's errors into a title, a reason and a hint."""
    try:
        yield
    except sqlite3.Error as error:
        name = getattr(error, "sqlite_errorname", None) or ""
        for beginning, title, meaning, hint in _REFUSALS:
            if name.startswith(beginning):
                raise CollectionError(title, f"{path}: {meaning}", hint) from error
        raise CollectionError(
            "The collection refused", f"{path}: {error}", "Build it again; if that does not help, report it."
        ) from error


class Connected(Engine):
    """A collection's file, open. Base of the classes that know its tables."""

    def __init__(self, path: Path, *, writing: bool) -> None:
        self.path = path
        self.writing = writing
        self._turn_to_build = Turn(path)
        with telling(path):
            self._connection: sqlite3.Connection = _open(path, writing=writing)
        self._file = _file_at(path)

    def close(self) -> None:
        """Give the collection back; may be called twice."""
        with suppress(sqlite3.Error):  # what is committed is safe; closing has nothing to add
            self._connection.close()
        self._turn_to_build.close()

    @contextmanager
    def building(self) -> Iterator[None]:
        """Let no other program build between the steps of a block."""
        self._turn_to_build.take()
        try:
            yield
        finally:
            self._turn_to_build.give_back()

    def _query(self, statement: str, parameters: Sequence[object] = ()) -> list[Any]:
        with telling(self.path):
            return self._connection.execute(statement, parameters).fetchall()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """All or nothing: whatever ends the block early takes everything in it back."""
        with self.building(), self._writing() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with telling(self.path):
            self._refuse_another_file()
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise

    def _refuse_another_file(self) -> None:
        """Whatever is written into a file that is not there any more is lost."""
        now = _file_at(self.path)
        if now == self._file:
            return
        what, hint = "another file has come in its place", "Try again: that one is opened then."
        if now is None:
            what, hint = "its file was removed or renamed", "Bring it back, or build it again."
        raise CollectionError("The collection is gone", f"{self.path}: {what}", hint)

    @contextmanager
    def _keeping(self) -> Iterator[Connection]:
        # What is committed is on the disk when the block ends: what the user typed no build restores.
        self._connection.execute("PRAGMA synchronous = FULL")
        try:
            with self._writing() as connection:
                yield connection
        finally:
            self._connection.execute("PRAGMA synchronous = NORMAL")

    def _marking(self) -> AbstractContextManager[Connection]:
        return self._keeping()

    def _tidy(self) -> None:
        self._query("PRAGMA wal_checkpoint(PASSIVE)")  # never waits for a reader

    def _ask(self, statement: str, parameters: Sequence[object] = ()) -> Rows:
        return self._connection.execute(statement, parameters)

    def _open_another_file(self) -> bool:
        """Open the file that has come in the place of this one; False if none has, or none of ours."""
        now = _file_at(self.path)
        if now in (None, self._file):
            return False
        try:
            opened = _open(self.path, writing=self.writing)
        except (CollectionError, sqlite3.Error):  # the file that was there can still be looked at
            return False
        self._connection.close()
        self._connection, self._file = opened, now
        return True

    def _note_written(self, connection: Connection) -> None:
        connection.execute("UPDATE collection SET written = written + 1")

    def _hold_timeline(self, connection: Connection) -> None:
        """One program writes at a time."""

    def _hold_marks(self, connection: Connection) -> None:
        """One program writes at a time."""

    def _reader(self) -> Self:
        return type(self)(self.path, writing=False)

    def _insert(self, connection: Connection, table: str, rows: Iterable[Sequence[object]]) -> None:
        rows = list(rows)
        if rows:
            connection.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows)

    def _listed(self, values: Iterable[object]) -> object:
        import json  # the first page lists nothing

        return json.dumps(list(values))

    def _among(self, column: str, kind: type = int) -> str:  # noqa: ARG002 - a value is what it is
        return f"{column} IN (SELECT value FROM json_each(?))"

    @contextmanager
    def _state(self) -> Iterator[None]:
        """One committed state for several questions, whatever is written meanwhile."""
        inside = self._connection.in_transaction
        with telling(self.path):
            if not inside:
                self._connection.execute("BEGIN")
            try:
                yield
            finally:
                if not inside and self._connection.in_transaction:
                    self._connection.execute("COMMIT")


def _file_at(path: Path) -> tuple[int, int] | None:
    """Which file a path leads to; None if to none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _open(path: Path, *, writing: bool) -> sqlite3.Connection:
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
    if not writing and not is_there:
        raise CollectionError("No such collection", str(path), "Build it first, or check the spelling.")
    connection = connect(path, "mode=rwc" if writing else "mode=ro")
    if not writing and _is_older(connection):
        connection.close()
        with suppress(CollectionError, sqlite3.Error):  # told below, if it is still of its old version
            _open(path, writing=True).close()
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
