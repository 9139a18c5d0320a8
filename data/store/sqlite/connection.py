"""Opening a collection's file, transactions, and SQLite's refusals in plain words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from typing import Any, Self

from data.errors import CollectionError
from data.store.connection import Connection, Engine, Rows
from data.store.sqlite.opening import file_at, opened
from data.store.sqlite.turns import Turn

_NO_TEXT = "Could not decode to UTF-8"
"""What Python's own part of the engine says of a text that is none any more."""

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
        if str(error).startswith(_NO_TEXT):
            name = "SQLITE_CORRUPT"
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
            self._connection: sqlite3.Connection = opened(path, writing=writing)
        self._file = file_at(path)

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
        now = file_at(self.path)
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
        now = file_at(self.path)
        if now in (None, self._file):
            return False
        try:
            another = opened(self.path, writing=self.writing)
        except (CollectionError, sqlite3.Error):  # the file that was there can still be looked at
            return False
        self._connection.close()
        self._connection, self._file = another, now
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
