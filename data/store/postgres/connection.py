"""A collection on a server, open: its transactions, and a connection that is made again when it was lost."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from time import monotonic, sleep
from typing import Any, Self, TypeVar

from data.errors import LostError
from data.store.connection import Connection, Engine, Rows
from data.store.postgres import schema
from data.store.postgres.locks import BUILDING, MARKS, TIMELINE, lock, try_to_share
from data.store.postgres.opening import WRITTEN, Session, opened
from data.store.postgres.refusals import has_forgotten, is_lost, is_refused, telling
from data.store.server_address import Address

_ABSENCE = 8.0
"""Seconds that a server which was there is waited for: longer than it takes to start again."""
_PAUSE = 0.25
UNTOLD_PAUSE = 10.0
"""Seconds between two questions whether others have written, to a server that does not tell it by itself."""
_reached: set[str] = set()
"""The addresses at which this process has found a collection, without passwords."""

_Answer = TypeVar("_Answer")


class Connected(Engine):
    """A server's collection, open. Base of the classes that know its tables."""

    def __init__(self, address: Address, *, writing: bool) -> None:
        self.address = address
        self.writing = writing
        self._closed = False
        self._holds_marks = False
        self._building = 0
        self._may_settle = True
        self._told_before = self._asked = 0
        self._ask_next = 0.0
        self._connection: Session
        with telling(address):
            if address.shown in _reached:  # the screen opens another connection when it first wants one
                self._connect_again(making=writing)
            else:
                self._connection = opened(address, writing=writing, making=writing)
        _reached.add(address.shown)

    def close(self) -> None:
        """Give the collection back; may be called twice."""
        self._closed = True
        self._connection.raw.close()

    def _reader(self) -> Self:
        return type(self)(self.address, writing=False)

    def _query(self, statement: str, parameters: Sequence[object] = ()) -> list[Any]:
        with telling(self.address):
            return self._again_if_lost(lambda: self._connection.execute(statement, parameters).fetchall())

    def written(self) -> int:
        """A number that is another once events were written, or once the connection was lost.

        Where the server does not tell it, it is asked for its count of changes now and then.
        """
        if not self._connection.is_told and monotonic() >= self._ask_next:
            self._ask_next = monotonic() + UNTOLD_PAUSE
            ((self._asked,),) = self._query("SELECT changes FROM collection")
        return self._told_before + self._connection.times_told() + self._asked

    def _note_written(self, connection: Connection) -> None:
        connection.execute(f"NOTIFY {WRITTEN}")

    @contextmanager
    def building(self) -> Iterator[None]:
        """Let no other program build between the steps of a block."""
        import psycopg

        if self._building == 0:
            self._query("SELECT pg_advisory_lock(?)", (BUILDING,))
        self._building += 1
        try:
            yield
        finally:
            self._building -= 1
            if self._building == 0:
                with suppress(psycopg.Error):  # a connection that is lost has given it back already
                    self._connection.execute("SELECT pg_advisory_unlock(?)", (BUILDING,))

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """All or nothing: whatever ends the block early takes everything in it back."""
        try:
            with self._writing() as connection:
                lock(connection, BUILDING)
                yield connection
                _note_change(connection)
        finally:
            self._let_marks_go()

    @contextmanager
    def _keeping(self) -> Iterator[Connection]:
        with self._writing() as connection:
            yield connection

    @contextmanager
    def _marking(self) -> Iterator[Connection]:
        with self._writing() as connection:
            lock(connection, MARKS)
            self._may_settle = try_to_share(connection, TIMELINE)
            yield connection
            if self._may_settle:
                _note_change(connection)

    def _ask(self, statement: str, parameters: Sequence[object] = ()) -> Rows:
        return self._connection.execute(statement, parameters)

    def _hold_timeline(self, connection: Connection) -> None:
        lock(connection, TIMELINE)

    def _hold_marks(self, connection: Connection) -> None:
        # Held beyond the transaction: whoever keeps the next mark is to find the timeline given back.
        connection.execute("SELECT pg_advisory_lock(?)", (MARKS,))
        self._holds_marks = self._may_settle = True

    def _let_marks_go(self) -> None:
        if self._holds_marks:
            self._holds_marks = False
            with telling(self.address):
                self._connection.execute("SELECT pg_advisory_unlock(?)", (MARKS,))

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with telling(self.address):
            self._again_if_lost(lambda: self._connection.execute("BEGIN"))
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException as error:
                self._take_back(error)
                raise

    @contextmanager
    def _state(self) -> Iterator[None]:
        inside = self._connection.in_transaction
        with telling(self.address):
            if not inside:
                begin = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
                self._again_if_lost(lambda: self._connection.execute(begin))
            try:
                yield
                if not inside:
                    self._connection.execute("COMMIT")
            except BaseException as error:
                if not inside:
                    self._take_back(error)
                raise

    def _take_back(self, error: BaseException) -> None:
        import psycopg

        is_told = isinstance(error, LostError)
        if is_told or (isinstance(error, psycopg.Error) and has_forgotten(error)):
            self._connection.raw.close()  # the next question sets up another one

        with suppress(psycopg.Error):  # a connection that is lost has taken it back already
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    def _again_if_lost(self, ask: Callable[[], _Answer]) -> _Answer:
        """Ask; if the connection was lost since the last answer, make it again and ask once more."""
        import psycopg

        # Without the connection others may build, and what this block has read may not be so any more.
        inside = self._connection.in_transaction or self._building
        try:
            return ask()
        except psycopg.Error as error:
            is_gone = is_lost(error) or has_forgotten(error) or self._connection.raw.closed
            if inside or self._closed or not is_gone:
                raise
            self._told_before += self._connection.times_told() + 1  # meanwhile nothing was told
            self._connection.raw.close()
            self._connect_again()
            return ask()

    def _connect_again(self, *, making: bool = False) -> None:
        """Connect to a server that starts again, or over a network that was away, if it comes back soon.

        Unless it is ``making`` one, a collection that is gone by now is not begun anew.
        """
        import psycopg

        until = monotonic() + _ABSENCE
        while True:
            try:
                self._connection = opened(self.address, writing=self.writing, making=making)
            except psycopg.OperationalError as error:
                if is_refused(error) or monotonic() > until:
                    raise
                sleep(_PAUSE)
            else:
                return

    def _insert(self, connection: Connection, table: str, rows: Iterable[Sequence[object]]) -> None:  # noqa: ARG002 - copied by its own
        with self._connection.raw.cursor() as cursor, cursor.copy(f"COPY {table} FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)

    def _tidy(self) -> None:
        """Let go of the rows that were replaced, and count the new ones; only the owner can."""
        import psycopg

        with suppress(psycopg.Error):  # the server does it by itself, later
            self._connection.execute(f"VACUUM (ANALYZE) {schema.OF_EVENTS}")

    def _listed(self, values: Iterable[object]) -> object:
        return list(values)

    def _among(self, column: str, kind: type = int) -> str:
        return f"{column} = ANY(?::{'bigint' if kind is int else 'text'}[])"


def _note_change(connection: Connection) -> None:
    """Tell those who keep what they found that it is of an earlier state."""
    connection.execute("UPDATE collection SET changes = changes + 1")
