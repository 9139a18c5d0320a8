"""What every engine's connection can do, so that one set of statements serves them all.

A statement is plain SQL with ``?`` for each parameter. What engines say differently is in :class:`Engine`.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any, Protocol, Self

from data.closing import Closing


class Rows(Protocol):
    """The rows of an answer, each once."""

    def __iter__(self) -> Iterator[Any]:
        """The rows that are left."""

    def fetchone(self) -> Any:
        """The next row; None after the last."""

    def fetchall(self) -> list[Any]:
        """The rows that are left."""


class Connection(Protocol):
    """Runs statements."""

    def execute(self, statement: str, parameters: Sequence[Any] = ..., /) -> Rows:
        """Run a statement."""

    def executemany(self, statement: str, rows: Iterable[Sequence[Any]], /) -> object:
        """Run a statement once for each row of parameters."""


def run(connection: Connection, script: str) -> None:
    """Run a script's statements; SQLite's own ``executescript`` would commit the transaction first."""
    for statement in script.split(";\n"):
        if statement.strip():
            connection.execute(statement)


class Engine(Closing):
    """A collection, open. Base of the classes that know its tables, whatever engine holds them."""

    writing: bool

    @abstractmethod
    def close(self) -> None:
        """Give the collection back; may be called twice."""

    @abstractmethod
    def _reader(self) -> Self:
        """Another connection to the same collection, for reading."""

    @abstractmethod
    def _query(self, statement: str, parameters: Sequence[object] = ()) -> list[Any]:
        """All rows of an answer."""

    @abstractmethod
    def _ask(self, statement: str, parameters: Sequence[object] = ()) -> Rows:
        """The rows of an answer within a state or a transaction, read as they are wanted."""

    @abstractmethod
    def building(self) -> AbstractContextManager[None]:
        """Let no other program build between the steps of a block.

        Raises CollectionError if another one that builds does not come to its end within a minute.
        """

    @abstractmethod
    def transaction(self) -> AbstractContextManager[Connection]:
        """All or nothing: whatever ends the block early takes everything in it back.

        It is a step of building: no other such step runs at the same time.
        """

    @abstractmethod
    def _keeping(self) -> AbstractContextManager[Connection]:
        """A transaction of what no build restores: on the disk when the block ends."""

    @abstractmethod
    def _marking(self) -> AbstractContextManager[Connection]:
        """The same for marks, which are kept one after another, whoever makes them."""

    @abstractmethod
    def _state(self) -> AbstractContextManager[None]:
        """One committed state for several questions, whatever is written meanwhile."""

    @abstractmethod
    def _insert(self, connection: Connection, table: str, rows: Iterable[Sequence[object]]) -> None:
        """Put rows into a table, all of its columns in order."""

    @abstractmethod
    def _listed(self, values: Iterable[object]) -> object:
        """A list of numbers or of texts as one parameter."""

    @abstractmethod
    def _among(self, column: str, kind: type = int) -> str:
        """The condition that a column's value, a number or a text, is in a parameter of :meth:`_listed`."""

    @abstractmethod
    def _note_written(self, connection: Connection) -> None:
        """Tell those who look at the events that they are others, once this transaction is done."""

    @abstractmethod
    def _hold_timeline(self, connection: Connection) -> None:
        """Leave it to this transaction to change events until it ends."""

    @abstractmethod
    def _hold_marks(self, connection: Connection) -> None:
        """Let no further mark be kept until this transaction ends."""

    @abstractmethod
    def _tidy(self) -> None:
        """Do what is best done after a whole timeline was written."""
