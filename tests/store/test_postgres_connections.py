"""Connections to a server that drop or are refused, whose tables are there, and what nobody is to see."""

from __future__ import annotations

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from pathlib import Path

import psycopg
import pytest

from data.errors import CollectionError, LostError
from data.model import Published
from data.store import open_collection
from data.store.postgres import connection, migrations, refusals, schema
from data.store.records import Selection
from tests.helpers.postgres_server import OWNER, PASSWORD, READER, Server
from tests.store.ships import LOG, opened

ALL = Selection()


class TestConnections:
    def kill_all(self, server: Server, database: str) -> None:
        server.sql(
            f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{database}'"  # noqa: S608 - its name is ours
        )

    def test_a_store_connects_again_once(self, server: Server, database: str) -> None:
        with closing(opened(server.url(database), writing=True)) as store:
            self.kill_all(server, database)
            assert store.count(ALL) == 10
            self.kill_all(server, database)
            assert store.event("e1") is not None
            self.kill_all(server, database)
            store.save_view("mine", "ship")
            assert [view.name for view in store.views()] == ["mine"]

    def test_a_drop_in_the_middle_is_one_line_and_changes_nothing(
        self, server: Server, database: str
    ) -> None:
        with closing(opened(server.url(database), writing=True)) as store:

            def dropped() -> Iterator[tuple[str, Published, tuple[()]]]:
                yield "log", LOG.published, ()
                self.kill_all(server, database)
                yield "log", LOG.published, ()

            with pytest.raises(CollectionError, match="connection to the server was lost") as told:
                store.replace_dating(dropped())
            assert "\n" not in str(told.value)
            assert store.expressions("log") == ()
            assert store.is_current()

    def test_a_drop_while_building_ends_that_and_lets_others_build(
        self, server: Server, database: str
    ) -> None:
        with closing(opened(server.url(database), writing=True)) as store:
            with store.building():
                self.kill_all(server, database)
                with pytest.raises(CollectionError, match="connection to the server was lost"):
                    store.count(ALL)
            with closing(opened(server.url(database), writing=True)) as other, other.building():
                assert other.count(ALL) == 10
            with store.building(), store.building():
                assert store.count(ALL) == 10

    def test_a_server_that_starts_again_soon_is_waited_for(self, server: Server, database: str) -> None:
        with closing(opened(server.url(database), writing=True)) as store:
            store.save_view("mine", "ship")
            server.stop()
            with ThreadPoolExecutor(1) as pool:
                answer = pool.submit(store.count, ALL)
                server.start()
                assert answer.result() == 10
            assert [view.name for view in store.views()] == ["mine"]

    def test_one_that_starts_again_soon_is_waited_for_by_further_connections_too(
        self, server: Server, database: str
    ) -> None:
        with closing(opened(server.url(database))), ThreadPoolExecutor(1) as pool:
            server.stop("immediate")
            further = pool.submit(opened, server.url(database), writing=True)
            server.start()
            with closing(further.result()) as store:
                assert store.count(ALL) == 10

    def test_a_network_that_swallows_everything_is_not_waited_for(
        self, server: Server, database: str
    ) -> None:
        with closing(opened(server.url(database))) as store:
            given = store._connection.raw.info.get_parameters()
            assert int(given["tcp_user_timeout"]) == 20_000
            assert {"keepalives_idle", "keepalives_interval", "keepalives_count"} <= given.keys()
        own = f"{server.url(database)}?tcp_user_timeout=90000&connect_timeout=3"
        with closing(opened(own)) as store:
            given = store._connection.raw.info.get_parameters()
            assert (given["tcp_user_timeout"], given["connect_timeout"]) == ("90000", "3")

    @pytest.mark.parametrize("mode", ["fast", "immediate"])
    def test_a_server_that_is_started_again(
        self, server: Server, database: str, mode: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(connection, "_ABSENCE", 0.0)
        with closing(opened(server.url(database), writing=True)) as store:
            store.save_view("mine", "ship")
            server.stop(mode)
            try:
                with pytest.raises(CollectionError, match="cannot be reached") as told:
                    store.count(ALL)
                assert "\n" not in str(told.value)
            finally:
                server.start()
            assert store.count(ALL) == 10
            assert [view.name for view in store.views()] == ["mine"]

    def test_a_server_that_is_gone_is_one_line(self, server: Server) -> None:
        for url, words in (
            ("postgresql://ana@127.0.0.1:1/archive", "cannot be reached"),
            ("postgresql:///archive?host=/nowhere", "cannot be reached"),
            (server.url("nonesuch"), "No such database"),
            (server.url("postgres", "nobody_here"), "does not let you in"),
            (server.url("postgres", OWNER, "hush-hush"), "does not let you in"),
        ):
            with pytest.raises(CollectionError, match=words) as told:
                open_collection(url)
            assert "\n" not in str(told.value)
            assert "hush" not in str(told.value)

    @pytest.mark.parametrize(
        ("limit", "words"),
        [
            ("ROLE ben CONNECTION LIMIT {0}", "at its limits"),
            ("DATABASE {1} CONNECTION LIMIT {0}", "at its limits"),
            ("DATABASE {1} ALLOW_CONNECTIONS {2}", "at its limits"),
            ("ROLE ben {3}", "does not let you in"),
        ],
    )
    def test_who_is_not_let_in_is_told_why_at_once(
        self, server: Server, database: str, limit: str, words: str
    ) -> None:
        url = server.url(database, READER)
        open_collection(url).close()  # a server that was there is waited for, unless it says no
        server.sql(f"ALTER {limit.format(0, database, 'false', 'NOLOGIN')}")
        begun = time.monotonic()
        try:
            with pytest.raises(CollectionError, match=words):
                open_collection(url)
        finally:
            server.sql(f"ALTER {limit.format(-1, database, 'true', 'LOGIN')}")
        assert time.monotonic() - begun < connection._ABSENCE
        open_collection(url).close()

    def test_who_may_not_connect_is_told_whom_to_ask(self, server: Server, database: str) -> None:
        server.sql(f"REVOKE CONNECT ON DATABASE {database} FROM PUBLIC")
        try:
            with pytest.raises(CollectionError, match="may not connect to its database.*GRANT"):
                open_collection(server.url(database, READER))
        finally:
            server.sql(f"GRANT CONNECT ON DATABASE {database} TO PUBLIC")

    def test_a_session_that_a_pooler_has_cleared_is_set_up_again(self, server: Server, database: str) -> None:
        with closing(opened(server.url(database), writing=True)) as store:
            for question in (store.totals, lambda: store.count(ALL), store.views, store.marks):
                store._connection.raw.execute("DISCARD ALL")
                with suppress(LostError):
                    question()
                question()  # the screen asks once more
            store._connection.raw.execute("DISCARD ALL")
            with suppress(LostError):
                store.save_view("mine", "ship")
            store.save_view("mine", "ship")
            assert [view.name for view in store.views()] == ["mine"]
            server.sql("DROP SCHEMA dateline CASCADE", database)
            with pytest.raises(CollectionError, match="The collection is empty"):
                store.totals()

    def test_a_missing_password_is_told_as_such(
        self, server: Server, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        monkeypatch.delenv("PGPASSWORD")
        monkeypatch.setenv("PGPASSFILE", str(tmp_path / "none"))
        with pytest.raises(CollectionError, match="does not let you in") as told:
            open_collection(server.url("postgres", OWNER))
        assert "PGPASSWORD" in str(told.value)


class TestSchema:
    def test_an_empty_database_is_told(self, server: Server) -> None:
        with pytest.raises(CollectionError, match="empty"):
            open_collection(server.url(server.new_database()))

    def test_a_newer_collection_is_refused(self, server: Server, database: str) -> None:
        server.sql("UPDATE dateline.collection SET version = version + 1", database)
        for writing in (False, True):
            with pytest.raises(CollectionError, match="newer than this dateline"):
                open_collection(server.url(database), writing=writing)

    def test_an_older_collection_is_brought_up_to_date_by_its_owner(
        self, server: Server, database: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        later = schema.VERSION + 1
        monkeypatch.setattr(schema, "VERSION", later)
        with pytest.raises(CollectionError, match="earlier dateline"):
            open_collection(server.url(database))
        steps = {
            later - 1: lambda connection: connection.execute("ALTER TABLE view ADD COLUMN pinned smallint")
        }
        monkeypatch.setattr(migrations, "MIGRATIONS", steps)
        with closing(opened(server.url(database), writing=True)) as store:
            assert store._query("SELECT version FROM collection") == [(later,)]
            assert store._query("SELECT pinned FROM view") == []
        open_collection(server.url(database)).close()

    def test_a_step_that_fails_leaves_all_as_it_was(
        self, server: Server, database: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        version = schema.VERSION
        with monkeypatch.context() as patched:
            patched.setattr(schema, "VERSION", version + 1)
            patched.setattr(
                migrations, "MIGRATIONS", {version: lambda connection: connection.execute("DROP TABLE x")}
            )
            with pytest.raises(CollectionError):
                open_collection(server.url(database), writing=True)
        with closing(open_collection(server.url(database))) as store:
            assert store.count(ALL) == 10

    def test_another_programs_schema_is_left_alone(self, server: Server) -> None:
        name = server.new_database()
        server.sql("CREATE SCHEMA dateline; CREATE TABLE dateline.thing (a int)", name)
        server.sql("GRANT USAGE ON SCHEMA dateline TO archive", name)
        with pytest.raises(CollectionError, match="another program"):
            open_collection(server.url(name), writing=True)

    def test_two_who_make_it_at_once_make_one(self, server: Server) -> None:
        url = server.url(server.new_database())

        def make(_: int) -> int:
            with closing(open_collection(url, writing=True)) as store:
                return store.totals().events

        with ThreadPoolExecutor(4) as pool:
            assert list(pool.map(make, range(4))) == [0] * 4


def _titles_of_processes(server: Server) -> list[bytes]:
    """What the list of processes says of those of a server: other runs have theirs on the same machine."""
    (first, *_) = (server.data / "postmaster.pid").read_text().split()
    of_server = Path(f"/proc/{first}/task/{first}/children").read_text().split()
    titles = []
    for process in of_server:
        with suppress(OSError):  # one may end meanwhile
            titles.append(Path(f"/proc/{process}/cmdline").read_bytes())
    return titles


def test_no_secret_is_in_the_servers_log_or_the_process_list(server: Server, database: str) -> None:
    with closing(opened(server.url(database, OWNER, "let%2Fme%3Ain%40%25"))) as store:
        assert store.count(ALL) == 10
        said = [Path("/proc/self/cmdline").read_bytes(), *_titles_of_processes(server)]
        assert any(database.encode() in title for title in said)
        assert not any(PASSWORD.encode() in title for title in said)
        assert PASSWORD not in (server.data / "log").read_text().replace(f"PASSWORD '{PASSWORD}'", "")
        assert PASSWORD not in repr(store.address)


def test_a_server_that_recovers_is_waited_for() -> None:
    said = (
        "connection failed: FATAL:  the database system is not yet accepting connections\n"
        "DETAIL:  Consistent recovery state has not been yet reached."
    )
    assert not refusals.is_refused(psycopg.OperationalError(said))
    assert refusals.is_refused(psycopg.OperationalError('FATAL:  database "x" does not exist'))
