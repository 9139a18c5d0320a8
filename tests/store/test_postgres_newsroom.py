"""What a server adds for many: roles, marks made at once, builds among them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest

from data.building.judging import judge
from data.errors import CollectionError
from data.marks import on_document, on_events
from data.query import select
from data.store import open_collection
from data.store.connection import Connection
from data.store.postgres.store import PostgresStore
from data.store.records import Selection
from data.store.tables.ordering import InOrder
from tests.helpers.postgres_server import PASSWORD, Server
from tests.store.made import document, put
from tests.store.ships import events, opened

ALL = Selection()


@pytest.fixture
def login(server: Server, database: str) -> Iterator[Callable[[str], str]]:
    """Makes a login in a role; gives its address."""
    made: list[str] = []

    def make(role: str) -> str:
        name = f"ana_{database}_{len(made)}"
        server.sql(f"CREATE ROLE {name} LOGIN PASSWORD '{PASSWORD}' {role}")
        made.append(name)
        return server.url(database, name)

    yield make
    for name in made:
        server.sql(f"DROP ROLE {name}")


class TestRoles:
    def test_a_reader_reads_and_is_told_why_no_more(self, login: Callable[[str], str]) -> None:
        address = login("IN ROLE dateline_reader")
        with closing(opened(address, writing=True)) as store:
            assert store.count(ALL) == 10
            made = events(1)[0]
            with pytest.raises(CollectionError) as told:
                store.mark(on_events("verification", [made], "verified", by="Ana"))
            line = str(told.value)
            assert address in line
            assert "GRANT dateline_editor" in line
            assert "\n" not in line
            for change in (
                lambda: store.replace_events([]),
                lambda: store.save_view("mine", "ship"),
                lambda: store.keep_state("ana", {"at": "1"}),
                lambda: store.remove_documents("log"),
            ):
                with pytest.raises(CollectionError, match="may not"):
                    change()
            assert store.marks() == []
            assert store.count(ALL) == 10

    def test_a_refusal_is_all_that_a_reader_is_told(
        self, login: Callable[[str], str], caplog: pytest.LogCaptureFixture
    ) -> None:
        with closing(opened(login("IN ROLE dateline_reader"), writing=True)) as store:
            marks = [on_events("tag", [made], "sea", by="Ana") for made in events(5)]
            with pytest.raises(CollectionError, match="may not"):
                store.take_marks(marks)
        assert caplog.records == []

    def test_an_editor_marks_and_does_not_build(self, login: Callable[[str], str]) -> None:
        with closing(opened(login("IN ROLE dateline_editor"), writing=True)) as store:
            first = next(store.events(ALL))
            status = on_events("verification", [first], "verified", by="Ana")
            store.mark(status)
            store.mark(on_events("date", [first], "1705-05", by="Ana"))
            store.mark(on_events("tag", [first], "follow-up", by="Ana"))
            assert store.undo(status.id, "Ana")
            store.save_view("mine", "ship")
            store.keep_state("ana", {"at": "1"})
            assert [row.id for row in store.rows(select("tag:follow-up"), 0, 9)] == ["e0"]
            assert store.rows(ALL, 5, 1)[0].id == "e0"
            for change in (
                lambda: put(store, document("new", "Words.")),
                lambda: store.remove_documents("log"),
            ):
                with pytest.raises(CollectionError, match="may not"):
                    change()
            assert store.count(ALL) == 10

    def test_an_editors_marks_have_their_effect_on_all_events(self, login: Callable[[str], str]) -> None:
        with closing(opened(login("IN ROLE dateline_editor"), writing=True)) as store:
            judge(store, on_events("merge", [*store.events(ALL)][:2], by="Ana"))
            assert store.count(ALL) < 10
            judge(store, on_document("published", "log", "2021-05-04"))
            found = store.document("log")
            assert found is not None
            assert found.published.value == "2021-05-04"

    @pytest.mark.parametrize(
        "statement",
        [
            "DELETE FROM mark", "UPDATE mark SET by = 'Ben'", "UPDATE mark SET value = ''",
            "DELETE FROM document",
            "INSERT INTO mark_journal VALUES (now(), 'ben', 'x', 0)", "DELETE FROM mark_journal",
            "UPDATE mark_passage SET document = ''", "UPDATE collection SET version = 9", "DROP TABLE event",
        ],
    )  # fmt: skip
    def test_the_server_keeps_an_editor_from_the_rest(
        self, login: Callable[[str], str], statement: str
    ) -> None:
        with closing(opened(login("IN ROLE dateline_editor"), writing=True)) as store:
            store.mark(on_events("verification", [next(store.events(ALL))], "verified", by="Ana"))
            with pytest.raises(CollectionError, match="may not"):
                store._query(statement)

    def test_nobody_else_reads(self, login: Callable[[str], str]) -> None:
        with pytest.raises(CollectionError, match="GRANT dateline_reader"):
            opened(login(""))

    def test_roles_that_come_later_get_their_rights_with_the_next_build(
        self, server: Server, database: str, login: Callable[[str], str]
    ) -> None:
        server.sql(
            "REVOKE ALL ON ALL TABLES IN SCHEMA dateline FROM dateline_editor, dateline_reader", database
        )
        address = login("IN ROLE dateline_editor")
        with pytest.raises(CollectionError, match="may not"):
            open_collection(address)
        open_collection(server.url(database), writing=True).close()
        with closing(open_collection(address, writing=True)) as store:
            store.save_view("mine", "ship")

    def test_the_server_notes_who_marked_whatever_name_they_gave(self, login: Callable[[str], str]) -> None:
        address = login("IN ROLE dateline_editor")
        with closing(opened(address, writing=True)) as store:
            mark = on_events("verification", [next(store.events(ALL))], "verified", by="Somebody Else")
            store.mark(mark)
            store.undo(mark.id, "Nobody")
            logins = store._query("SELECT login, mark, undone FROM mark_journal ORDER BY at")
        who = address.partition("//")[2].partition("@")[0]
        assert logins == [(who, mark.id, 0), (who, mark.id, 1)]


class TestMany:
    def test_marks_of_many_at_once_are_all_there_and_all_count(self, server: Server, database: str) -> None:
        people, each = 8, 12
        url = server.url(database)

        def mark(person: int) -> None:
            with closing(open_collection(url, writing=True)) as store:
                for number in range(each):
                    chosen = store.event(f"e{(person + number) % 10}")
                    assert chosen is not None
                    store.mark(on_events("tag", [chosen], f"p{person}n{number}", by=f"Person {person}"))
                    if number % 4 == 0:
                        year = 1700 + (person * 7 + number) % 40
                        store.mark(on_events("date", [chosen], str(year), by=f"Person {person}"))

        with ThreadPoolExecutor(people) as pool:
            list(pool.map(mark, range(people)))
        with closing(open_collection(url, writing=True)) as store:
            marks = store.marks()
            assert len(marks) == people * (each + each // 4)
            assert [m.at for m in marks] == sorted(m.at for m in marks)
            assert {m.by for m in marks} == {f"Person {n}" for n in range(people)}
            assert {tag for one in store.events(ALL) for tag in one.tags} == {
                f"p{person}n{number}" for person in range(people) for number in range(each)
            }
            before = [(row.id, row.start, row.position) for row in store.rows(ALL, 0, 99)]
            positions = [position for *_, position in before]
            assert positions == sorted(set(positions))
            store.replace_events(events(10))
            assert [(row.id, row.start, row.position) for row in store.rows(ALL, 0, 99)] == before

    def test_a_build_among_those_who_mark_and_read(self, server: Server, database: str) -> None:
        url = server.url(database)
        done = threading.Event()
        counts: set[int] = set()

        def read() -> None:
            with closing(open_collection(url)) as store:
                while not done.is_set():
                    counts.add(len(list(store.events(ALL))))
                    positions = [row.position for row in store.rows(ALL, 0, 999)]
                    assert positions == sorted(set(positions))

        def mark() -> int:
            made = 0
            with closing(open_collection(url, writing=True)) as store:
                while not done.is_set():
                    chosen = store.event(f"e{made % 10}")
                    assert chosen is not None
                    store.mark(on_events("tag", [chosen], f"n{made}", by="Ana"))
                    made += 1
            return made

        with ThreadPoolExecutor(3) as pool:
            reading, marking = pool.submit(read), pool.submit(mark)
            try:
                with closing(open_collection(url, writing=True)) as store:
                    for size in (300, 20, 300):
                        store.replace_events(events(size))
            finally:
                done.set()
            reading.result()
            made = marking.result()
        assert counts <= {10, 300, 20}
        with closing(open_collection(url)) as reader:
            assert {tag for one in reader.events(ALL) for tag in one.tags} == {f"n{n}" for n in range(made)}

    def test_marks_made_while_events_are_written_wait_for_nobody(self, server: Server, database: str) -> None:
        url = server.url(database)
        with closing(open_collection(url, writing=True)) as marking:
            chosen = [one for one in [marking.event("e3")] if one is not None]

            class Slow(PostgresStore):
                def _rewrite(self, connection: Connection, ordered: InOrder, *, arriving: bool) -> None:
                    super()._rewrite(connection, ordered, arriving=arriving)
                    marking.mark(on_events("verification", chosen, "verified", by="Ana"))
                    assert marking.count(select("status:verified")) == 0

            builder = Slow(opened(url).address, writing=True)
            builder.replace_events(events(10))
            builder.close()
            assert [row.id for row in marking.rows(select("status:verified"), 0, 9)] == ["e3"]

    def test_marks_left_to_a_build_that_failed_are_applied_with_the_next(
        self, server: Server, database: str
    ) -> None:
        with closing(open_collection(server.url(database), writing=True)) as marking:
            chosen = [one for one in map(marking.event, ("e3", "e4")) if one is not None]

            class Failing(PostgresStore):
                def _rewrite(self, *_: object, **__: object) -> None:
                    marking.mark(on_events("verification", chosen[:1], "verified", by="Ana"))
                    raise RuntimeError("the power went")

            builder = Failing(opened(server.url(database)).address, writing=True)
            with closing(builder), pytest.raises(RuntimeError):
                builder.replace_events([])
            marking.mark(on_events("verification", chosen[1:], "verified", by="Ana"))
            assert [row.id for row in marking.rows(select("status:verified"), 0, 9)] == ["e3", "e4"]
