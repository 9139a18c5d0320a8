"""Opening a collection on a server: whose tables these are, and of which version; the session is set up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from data.errors import CollectionError
from data.store.connection import Rows
from data.store.postgres import migrations, schema
from data.store.postgres.locks import BUILDING, WAIT, lock
from data.store.server_address import Address

if TYPE_CHECKING:
    import psycopg

_DEFAULTS = {
    "connect_timeout": 10,  # seconds
    # A network that swallows what is sent is told from a question that takes long within half a minute.
    "tcp_user_timeout": 20_000,  # milliseconds
    "keepalives_idle": 15,  # seconds
    "keepalives_interval": 5,
    "keepalives_count": 3,
}
"""What of a connection the address need not say."""

_SETTINGS = {
    "search_path": f"{schema.SCHEMA}, pg_catalog",
    "lock_timeout": f"{WAIT}s",
    "work_mem": "64MB",  # lists of positions are compared in memory
    "jit": "off",  # takes longer than the questions asked
    "plan_cache_mode": "force_custom_plan",  # a rare word and a frequent one want different plans
    "timezone": "UTC",
    # A server or a role may be set up otherwise for other programs.
    "default_transaction_isolation": "read committed",  # locks say who waits for whom
    "standard_conforming_strings": "on",
    "extra_float_digits": "1",  # numbers come back as they were written
    "gin_fuzzy_search_limit": "0",  # all that has a word is found, and no sample of it
    # To copy a timeline, or to work out events between two statements, may take long.
    "statement_timeout": "0",
    "idle_in_transaction_session_timeout": "0",
    "transaction_timeout": "0",
}
"""How a session is set up; what a server does not know yet is left out."""


WRITTEN = "dateline_written"
"""The channel on which those who read are told that events were written."""


class Session:
    """A connection that understands the statements of :class:`data.store.connection.Connection`.

    Attributes:
        raw: the library's own connection.
        is_told: whether the server tells by itself, once it is listened to, that events were written.
    """

    def __init__(self, raw: psycopg.Connection[Any]) -> None:
        self.raw = raw
        self.is_told = False
        self._told = 0
        raw.add_notify_handler(self._count)

    def listen(self) -> None:
        """Be told of what others write, where the server tells it: a copy of another one does not.

        Nor does a pooler that gives statements to sessions of its own, of which this is none.
        """
        import psycopg

        with suppress(psycopg.Error):
            self.execute(f"LISTEN {WRITTEN}")
            (process,) = self.execute("SELECT pg_backend_pid()").fetchone()
            self.is_told = process == self.raw.info.backend_pid

    def times_told(self) -> int:
        """How often the server has told that events were written; it is not asked, nor waited for."""
        import psycopg

        with suppress(psycopg.Error):  # a connection that is lost is found out by the next question
            self.raw.pgconn.consume_input()
            while self.raw.pgconn.notifies() is not None:
                self._told += 1
        return self._told

    def _count(self, _notice: object) -> None:
        self._told += 1

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


@lru_cache(maxsize=1024)
def _spelled(statement: str) -> bytes:
    """A statement as the library wants it."""
    return statement.replace("%", "%%").replace("?", "%s").encode()


def opened(address: Address, *, writing: bool, making: bool) -> Session:
    """A session on a collection that is there; brought up to date if it is opened for writing.

    With ``making`` it is made where there is none.
    """
    session = Session(_connect(address))
    try:
        _settle(session, address, writing=writing, making=making)
        if not writing:
            session.listen()
    except BaseException:
        session.raw.close()
        raise
    return session


def _connect(address: Address) -> psycopg.Connection[Any]:
    import logging

    import psycopg

    from data.store.postgres.values import adapt

    settings: dict[str, Any] = {"application_name": "dateline", "client_encoding": "UTF8"}
    if address.password is not None:
        settings["password"] = address.password
    if address.key_password is not None:
        settings["sslpassword"] = address.key_password
    settings |= {name: value for name, value in _DEFAULTS.items() if name not in address.shown}
    # What it would log goes to the terminal, beside the line in which the error is told that follows.
    logging.getLogger("psycopg").setLevel(logging.CRITICAL)
    try:
        raw = psycopg.connect(address.shown, autocommit=True, **settings)
    except psycopg.ProgrammingError:
        raise CollectionError(
            "The address cannot be read", address.shown, "Write it like postgresql://user@host/database."
        ) from None
    adapt(raw)
    return raw


def _settle(session: Session, address: Address, *, writing: bool, making: bool) -> None:
    """Check whose tables these are and of which version; make or migrate them; set the session up."""
    session.execute(
        "SELECT set_config(name, value, false) FROM unnest(?::text[], ?::text[]) AS setting (name, value)"
        " WHERE current_setting(name, true) IS NOT NULL",
        (list(_SETTINGS), list(_SETTINGS.values())),
    )
    version = _version(session, address)
    if version == 0 and not making:
        raise CollectionError("The collection is empty", address.shown, "Build it first.")
    if writing and version != schema.VERSION:
        session.execute("BEGIN")
        lock(session, BUILDING)
        version = _version(session, address)
        if version == 0:
            _refuse_encoding(session, address)
            schema.create(session)
            version = schema.VERSION
        else:
            version = migrations.migrate(session, version, address.shown)
        session.execute("COMMIT")
    if writing and schema.lacking(session):
        session.execute("BEGIN")
        lock(session, BUILDING)  # the server refuses two who give rights at the same moment
        schema.grant(session, schema.lacking(session))
        session.execute("COMMIT")
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
