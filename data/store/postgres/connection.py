"""Connecting to a server, transactions and locks, and the server's refusals in plain words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Self, TypeVar

from data.errors import CollectionError, RightsError
from data.store.address import Address
from data.store.connection import Connection, Engine, Rows
from data.store.postgres import schema

if TYPE_CHECKING:
    import psycopg

WAIT = 60
"""Seconds to wait for another program's transaction before giving up."""
_CONNECT_WAIT = 10
_Answer = TypeVar("_Answer")

# Numbers of locks of the server, in this order when several are held. One program builds at a time. While it
# writes the timeline, marks, which are kept one after another, need not wait: they are left to it to apply.
_BUILDING, _TIMELINE, _MARKS = (0x64746C6E << 8 | number for number in (1, 2, 3))

_SETTINGS = {
    "search_path": f"{schema.SCHEMA}, pg_catalog",
    "lock_timeout": f"{WAIT}s",
    "work_mem": "64MB",  # lists of positions are compared in memory
    "jit": "off",  # takes longer than the questions asked
    "plan_cache_mode": "force_custom_plan",  # a rare word and a frequent one want different plans
    "timezone": "UTC",
}

_NO_RIGHT = "42501"
# By the beginning of the server's code of the error: title, what it means, what to do.
_REFUSALS = (
    (_NO_RIGHT, "You may not do this here", "your role on the server does not allow it",
     "Ask the collection's owner: GRANT dateline_editor lets you mark, only the owner builds."),
    ("28", "The server does not let you in", "it knows no such user or password",
     "Check the user's name, and its password in PGPASSWORD or ~/.pgpass."),
    ("3D000", "No such database", "the server has none of this name",
     "Check the spelling, or have it made (docs/newsroom.md)."),
    ("3F000", "The collection is empty", "nothing was built in it", "Build it first."),
    ("42P01", "The collection is empty", "nothing was built in it", "Build it first."),
    ("53100", "The server's disk is full", "nothing of the last step was written",
     "Free some space there, then build again."),
    ("53", "The server is at its limits", "it takes no more connections, or has no memory left",
     "Try again later."),
    ("54", "Too much for the server", "a name or an address is longer than it can look up",
     "Shorten it, or keep the collection in a file."),
    ("55P03", "The collection is in use", "another program is writing to it",
     "Try again when it has finished."),
    ("40", "The collection is in use", "another program changed the same at the same moment", "Try again."),
    ("25006", "The collection cannot be written", "this server only copies another",
     "Give the address of the one that is written."),
)  # fmt: skip
_LOST = ("08", "57P")
_CONNECTING = ("connection failed", "connection timeout", "failed to resolve", "[Errno")


@contextmanager
def telling(address: Address) -> Iterator[None]:
    """Turn the server's errors into a title, a reason and a hint; none has a password in it."""
    import psycopg

    try:
        yield
    except psycopg.Error as error:
        raise _told(error, address) from None  # the error may hold all that was sent


def _told(error: psycopg.Error, address: Address) -> CollectionError:
    import psycopg

    code = error.sqlstate or ""
    for beginning, title, meaning, hint in _REFUSALS:
        if code.startswith(beginning):
            kind = RightsError if code == _NO_RIGHT else CollectionError
            return kind(title, f"{address.shown}: {meaning}", hint)
    said = " ".join(str(error.diag.message_primary or error).split())
    if address.password:
        said = said.replace(address.password, "...")
    if is_lost(error):
        return CollectionError(
            "The connection to the server was lost", f"{address.shown}: nothing of the last step was written",
            "Try again; all that was there is kept.",
        )  # fmt: skip
    if isinstance(error, psycopg.OperationalError) and not code:
        return _unreached(said, address)
    return CollectionError(
        "The server refused", f"{address.shown}: {said}", "Build it again; if that does not help, report it."
    )


def _unreached(said: str, address: Address) -> CollectionError:
    """Why there is no connection, from what the library says of it: it gives no code."""
    for part, code in (
        ("password", "28"), ("no pg_hba.conf entry", "28"), ("role", "28"), ("database", "3D000"),
        ("too many", "53"), ("remaining connection slots", "53"),
    ):  # fmt: skip
        if part in said and "FATAL" in said:
            for beginning, title, meaning, hint in _REFUSALS:
                if beginning == code:
                    return CollectionError(title, f"{address.shown}: {meaning}", hint)
    return CollectionError(
        "The server cannot be reached",
        f"{address.shown}: {said}",
        "Check its name and port, and that it runs.",
    )


def is_lost(error: psycopg.Error) -> bool:
    """Whether an error means that there is no connection any more."""
    import psycopg

    if error.sqlstate is not None:
        return error.sqlstate.startswith(_LOST)
    # What fails without the server's word failed on the way to it; connecting has a wording of its own.
    return isinstance(error, psycopg.OperationalError) and not str(error).startswith(_CONNECTING)


class Session:
    """A connection that understands the statements of :class:`data.store.connection.Connection`."""

    def __init__(self, raw: psycopg.Connection[Any]) -> None:
        self.raw = raw

    def execute(self, statement: str, parameters: Sequence[Any] = (), /) -> Rows:
        """Run a statement with ``?`` for each parameter."""
        return self.raw.execute(_spelled(statement), parameters)

    def executemany(self, statement: str, rows: Iterable[Sequence[Any]], /) -> None:
        """Run a statement once for each row of parameters, all on their way at once."""
        with self.raw.cursor() as cursor:
            cursor.executemany(_spelled(statement), rows)

    @property
    def in_transaction(self) -> bool:
        """Whether a transaction has begun, or has failed and waits for its end."""
        return self.raw.info.transaction_status.name in ("INTRANS", "INERROR", "ACTIVE")


class Connected(Engine):
    """A server's collection, open. Base of the classes that know its tables."""

    def __init__(self, address: Address, *, writing: bool) -> None:
        self.address = address
        self.writing = writing
        self._closed = False
        self._holds_marks = False
        self._may_settle = True
        with telling(address):
            self._connection: Session = _opened(address, writing)

    def close(self) -> None:
        """Give the collection back; may be called twice."""
        self._closed = True
        self._connection.raw.close()

    def _reader(self) -> Self:
        return type(self)(self.address, writing=False)

    def _query(self, statement: str, parameters: Sequence[object] = ()) -> list[Any]:
        with telling(self.address):
            return self._again_if_lost(lambda: self._connection.execute(statement, parameters).fetchall())

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        try:
            with self._writing() as connection:
                _lock(connection, _BUILDING)
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
            _lock(connection, _MARKS)
            self._may_settle = _try_to_share(connection, _TIMELINE)
            yield connection
            if self._may_settle:
                _note_change(connection)

    def _ask(self, statement: str, parameters: Sequence[object] = ()) -> Rows:
        return self._connection.execute(statement, parameters)

    def _hold_timeline(self, connection: Connection) -> None:
        _lock(connection, _TIMELINE)

    def _hold_marks(self, connection: Connection) -> None:
        # Held beyond the transaction: whoever keeps the next mark is to find the timeline given back.
        connection.execute("SELECT pg_advisory_lock(?)", (_MARKS,))
        self._holds_marks = self._may_settle = True

    def _let_marks_go(self) -> None:
        if self._holds_marks:
            self._holds_marks = False
            with telling(self.address):
                self._connection.execute("SELECT pg_advisory_unlock(?)", (_MARKS,))

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        if not self.writing:
            raise CollectionError(
                "The collection is open for reading only",
                self.address.shown,
                "Open it for writing to change it.",
            )
        with telling(self.address):
            self._again_if_lost(lambda: self._connection.execute("BEGIN"))
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                self._take_back()
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
            except BaseException:
                if not inside:
                    self._take_back()
                raise

    def _take_back(self) -> None:
        import psycopg

        with suppress(psycopg.Error):  # a connection that is lost has taken it back already
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")

    def _again_if_lost(self, ask: Callable[[], _Answer]) -> _Answer:
        """Ask; if the connection was lost since the last answer, make it again and ask once more."""
        import psycopg

        inside = self._connection.in_transaction
        try:
            return ask()
        except psycopg.Error as error:
            if inside or self._closed or not (is_lost(error) or self._connection.raw.closed):
                raise
            self._connection.raw.close()
            self._connection = _opened(self.address, self.writing)
            return ask()

    def _insert(self, connection: Connection, table: str, rows: Iterable[Sequence[object]]) -> None:  # noqa: ARG002
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


@lru_cache(maxsize=1024)
def _spelled(statement: str) -> bytes:
    """A statement as the library wants it."""
    return statement.replace("%", "%%").replace("?", "%s").encode()


def _lock(connection: Connection, number: int) -> None:
    connection.execute("SELECT pg_advisory_xact_lock(?)", (number,))


def _try_to_share(connection: Connection, number: int) -> bool:
    return bool(connection.execute("SELECT pg_try_advisory_xact_lock_shared(?)", (number,)).fetchone()[0])


def _note_change(connection: Connection) -> None:
    """Tell those who keep what they found that it is of an earlier state."""
    connection.execute("UPDATE collection SET changes = changes + 1")


def _opened(address: Address, writing: bool) -> Session:
    session = Session(_connect(address))
    try:
        _settle(session, address, writing)
    except BaseException:
        session.raw.close()
        raise
    return session


def _connect(address: Address) -> psycopg.Connection[Any]:
    import psycopg

    from data.store.postgres.values import adapt

    settings: dict[str, Any] = {"application_name": "dateline", "client_encoding": "UTF8"}
    if address.password is not None:
        settings["password"] = address.password
    if "connect_timeout" not in address.shown:
        settings["connect_timeout"] = _CONNECT_WAIT
    try:
        raw = psycopg.connect(address.shown, autocommit=True, **settings)
    except psycopg.ProgrammingError:
        raise CollectionError(
            "The address cannot be read", address.shown, "Write it like postgresql://user@host/database."
        ) from None
    adapt(raw)
    return raw


def _settle(session: Session, address: Address, writing: bool) -> None:
    """Check whose tables these are and of which version; make or migrate them; set the session up."""
    for name, value in _SETTINGS.items():
        session.execute("SELECT set_config(?, ?, false)", (name, value))
    version = _version(session, address)
    if writing and version != schema.VERSION:
        session.execute("BEGIN")
        _lock(session, _BUILDING)
        version = _version(session, address)
        if version == 0:
            _refuse_encoding(session, address)
            schema.create(session)
            version = schema.VERSION
        else:
            version = schema.migrate(session, version, address.shown)
        session.execute("COMMIT")
    if writing and schema.lacking(session):
        session.execute("BEGIN")
        _lock(session, _BUILDING)  # the server refuses two who give rights at the same moment
        schema.grant(session, schema.lacking(session))
        session.execute("COMMIT")
    if version == 0:
        raise CollectionError("The collection is empty", address.shown, "Build it first.")
    if version < schema.VERSION:
        raise CollectionError(
            "The collection was made by an earlier dateline",
            f"{address.shown} has version {version}, this dateline knows {schema.VERSION}",
            "Let its owner build it again to bring it up to date.",
        )


def _version(session: Session, address: Address) -> int:
    """The schema's version, 0 where there is none; refuses the schemas of others and of the future."""
    tables, usage, known = session.execute(
        "SELECT count(c.oid), bool_and(has_schema_privilege(n.oid, 'USAGE')),"
        " bool_or(c.relname = 'collection') FROM pg_namespace n LEFT JOIN pg_class c"
        " ON c.relnamespace = n.oid AND c.relkind = 'r' WHERE n.nspname = ?",
        (schema.SCHEMA,),
    ).fetchone()
    if not tables:
        return 0
    if not usage:
        raise CollectionError(
            "You may not read this collection", address.shown,
            "Ask its owner: GRANT dateline_reader lets you read, dateline_editor mark.",
        )  # fmt: skip
    if not known:
        raise CollectionError(
            "Not a collection",
            f"{address.shown} has tables of another program in its schema {schema.SCHEMA}",
            "Give a database of its own.",
        )  # fmt: skip
    (version,) = session.execute("SELECT version FROM collection").fetchone()
    if version > schema.VERSION:
        raise CollectionError(
            "The collection is newer than this dateline",
            f"{address.shown} has version {version}, this dateline knows {schema.VERSION}",
            "Install the newest dateline.",
        )
    return int(version)


def _refuse_encoding(session: Session, address: Address) -> None:
    (encoding,) = session.execute("SHOW server_encoding").fetchone()
    if encoding != "UTF8":
        raise CollectionError(
            "The database cannot hold every text", f"{address.shown} is encoded in {encoding}",
            "Make another with ENCODING 'UTF8' TEMPLATE template0.",
        )  # fmt: skip
