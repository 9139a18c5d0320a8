"""A PostgreSQL server on loopback for one test run: its own folder, its own port, nobody else's databases."""

from __future__ import annotations

import os
import pwd
import re
import shutil
import socket
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

LOGINS = ("archive", "ana", "ben")
"""The owner of collections, an editor and a reader, as ``docs/newsroom.md`` has them made."""
OWNER, EDITOR, READER = LOGINS
PASSWORD = "let/me:in@%"
"""Of each of them, with all that a URL must quote."""
NEWSROOM = Path(__file__).parent.parent.parent / "docs" / "newsroom.md"

_VERSIONS = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: -int(path.parent.name))
_PROGRAMS = _VERSIONS[0] if _VERSIONS else Path(shutil.which("initdb") or "/nowhere/x").parent
_numbers = count(1)


def why_not() -> str:
    """Why no server can be started here; empty if one can."""
    if not (_PROGRAMS / "initdb").exists():
        return "there is no PostgreSQL server here (Debian: postgresql)"
    try:
        import psycopg  # noqa: F401 - only to see whether it is there
    except ImportError:
        return "psycopg is not installed (pip install 'dateline[postgres]')"
    if os.geteuid() == 0 and _unprivileged() is None:
        return "a PostgreSQL server does not run as root, and there is no user postgres or nobody"
    return ""


@dataclass(frozen=True, slots=True)
class Server:
    """A running server; its superuser is let in without a password."""

    port: int
    data: Path
    _emptied: list[str] = field(default_factory=list)

    def url(self, database: str, user: str = OWNER, password: str | None = None) -> str:
        """The address of a database; a password that is not in it comes from the environment."""
        secret = "" if password is None else f":{password}"
        return f"postgresql://{user}{secret}@127.0.0.1:{self.port}/{database}"

    def sql(self, statement: str, database: str = "postgres") -> str:
        """Run a script as superuser; what it answered."""
        place = ["-h", "127.0.0.1", "-p", str(self.port), "-U", "super", "-d", database]
        return _run([_PROGRAMS / "psql", *place, "-XqtA", "-v", "ON_ERROR_STOP=1"], statement)

    def new_database(self, how: str = "") -> str:
        """The name of a database of the owner's that is new, or as good as new; ``how`` it is to be made."""
        if self._emptied and not how:
            return self._emptied.pop()
        name = f"collection_{os.getpid()}_{next(_numbers)}"
        self.sql(f"CREATE DATABASE {name} OWNER {OWNER} {how}")
        return name

    def take_back(self, database: str) -> None:
        """Empty a database for the next test: to make one takes longer, and to remove it at the end."""
        self.sql(
            "SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid();\n"
            "SET client_min_messages = error; DROP SCHEMA IF EXISTS dateline CASCADE;",
            database,
        )
        self._emptied.append(database)

    def stop(self, mode: str = "fast") -> None:
        """Stop it; "immediate" is as good as a cut power line."""
        _run([_PROGRAMS / "pg_ctl", "-D", self.data, "-m", mode, "-w", "stop"], own=True)

    def start(self) -> None:
        """Start it, or start it again on the same port."""
        _run(
            [_PROGRAMS / "pg_ctl", "-D", self.data, "-w", "-t", "60", "-l", self.data / "log", "start"],
            own=True,
        )


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """One server for all tests of a run; each test makes databases of its own in it."""
    reason = why_not()
    if reason:
        pytest.skip(reason)
    with postgres_server() as started, pytest.MonkeyPatch.context() as patched:
        patched.setenv("PGPASSWORD", PASSWORD)
        patched.setenv("PGPASSFILE", "/dev/null")
        yield started


@contextmanager
def postgres_server() -> Iterator[Server]:
    """A server with an owner and the roles of ``docs/newsroom.md``; it ends with the block."""
    # In the system's folder of temporary files: those of the tests let nobody else in.
    with TemporaryDirectory(prefix="dateline-postgres-") as folder:
        user = _unprivileged()
        if user is not None:
            os.chown(folder, user.pw_uid, user.pw_gid)
        data = Path(folder) / "data"
        _run(
            [
                _PROGRAMS / "initdb",
                "-D",
                data,
                "-U",
                "super",
                "-E",
                "UTF8",
                "--locale=C",
                "-A",
                "trust",
                "-N",
            ],
            own=True,
        )
        server = Server(_free_port(), data)
        (data / "pg_hba.conf").write_text(
            "host all,replication super 127.0.0.1/32 trust\nhost all all 127.0.0.1/32 scram-sha-256\n"
        )
        with (data / "postgresql.conf").open("a") as settings:
            settings.write(
                f"listen_addresses = '127.0.0.1'\nport = {server.port}\nunix_socket_directories = ''\n"
                "fsync = off\nmax_connections = 60\nshared_buffers = 64MB\nlog_statement = all\n"
            )
        server.start()
        guard = _guard(data)
        try:
            for statements in documented("sql")[:-1]:
                server.sql(statements)
            for login in LOGINS:
                server.sql(f"ALTER ROLE {login} PASSWORD '{PASSWORD}'")
            yield server
        finally:
            guard.communicate()


@contextmanager
def copied(server: Server) -> Iterator[Server]:
    """A server that copies another one, as it goes on; it is only read, and ends with the block."""
    copy = Server(_free_port(), server.data.with_name(f"copy_{next(_numbers)}"))
    place = ["-h", "127.0.0.1", "-p", str(server.port), "-U", "super"]
    _run([_PROGRAMS / "pg_basebackup", *place, "-D", copy.data, "-R", "-c", "fast"], own=True)
    with (copy.data / "postgresql.conf").open("a") as settings:
        settings.write(f"port = {copy.port}\n")
    copy.start()
    guard = _guard(copy.data)
    try:
        yield copy
    finally:
        guard.communicate()


def _guard(data: Path) -> subprocess.Popen[str]:
    """Stops the server when its input ends: at the end of the tests, or when they are killed."""
    stop = f"read -r line; '{_PROGRAMS}/pg_ctl' -D '{data}' -m immediate -w stop"
    user = _unprivileged()
    return subprocess.Popen(
        ["sh", "-c", stop],
        user=None if user is None else user.pw_uid,
        group=None if user is None else user.pw_gid,
        extra_groups=None if user is None else [],
        cwd="/",
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )


def documented(language: str) -> list[str]:
    """The examples of ``docs/newsroom.md`` in a language, as they are written there."""
    return re.findall(rf"```{language}\n(.*?)```", NEWSROOM.read_text(), re.DOTALL)


def _unprivileged() -> pwd.struct_passwd | None:
    """Whom the server runs as, where the tests run as root."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    return None


def _run(command: Sequence[str | Path], said: str = "", *, own: bool = False) -> str:
    """Run a program of the server; ``own`` as the user to whom its files belong."""
    user = _unprivileged() if own else None
    done = subprocess.run(
        command,
        user=None if user is None else user.pw_uid,
        group=None if user is None else user.pw_gid,
        extra_groups=None if user is None else [],
        cwd="/",
        env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C"},
        input=said,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout.strip()


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port
