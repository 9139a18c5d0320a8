"""A server in another language, or set up for other programs: its answers are those of a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from pathlib import Path
from time import sleep

import pytest

from data.building.judging import judge
from data.marks import on_events
from data.model import Event
from data.query import select
from data.store import open_collection
from data.store.protocol import Store
from data.store.records import Selection
from tests.helpers.postgres_server import Server
from tests.store import ships
from tests.store.made import put

ALL = Selection()
LOCALES = ("tr-TR", "de-DE", "sv-SE")
TAGS = ("INTERVIEW", "interview", "Über", "über", "ähre", "ΟΔΟΣ", "Жара", "a\0b \U0010fffd")
SET_OTHERWISE = (
    "default_transaction_isolation = serializable", "extra_float_digits = -5", "statement_timeout = '700ms'",
    "idle_in_transaction_session_timeout = '300ms'", "standard_conforming_strings = off",
    "bytea_output = escape", "datestyle = 'German, DMY'", "timezone = 'Asia/Kolkata'",
    "gin_fuzzy_search_limit = 1", "transform_null_equals = on", "lock_timeout = '1ms'",
)  # fmt: skip


@pytest.fixture(params=LOCALES)
def foreign(server: Server, request: pytest.FixtureRequest) -> str:
    """The address of a database whose texts are compared as a language has it."""
    if int(server.sql("SHOW server_version_num")) < 150_000:
        pytest.skip("this server's databases have no collation of ICU")
    name = server.new_database(f"TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE '{request.param}'")
    return server.url(name)


@pytest.fixture
def set_otherwise(server: Server) -> Iterator[str]:
    """The address of a database whose sessions begin as another program wants them."""
    name = server.new_database()
    for setting in SET_OTHERWISE:
        server.sql(f"ALTER DATABASE {name} SET {setting}")
    yield server.url(name)
    server.sql(f"ALTER DATABASE {name} RESET ALL")
    server.take_back(name)


def both(address: str, folder: Path) -> Iterator[Store]:
    """A file and a server with the same events and the same tags."""
    with ExitStack() as stack:
        for place in (str(folder / "c.dateline"), address):
            store = stack.enter_context(closing(open_collection(place, writing=True)))
            put(store, ships.LOG)
            # No number with few digits, so that one that loses some is seen.
            store.replace_events(
                [replace(event, importance=at / 11) for at, event in enumerate(ships.events(10))]
            )
            for event, tag in zip(list(store.events(ALL)), TAGS, strict=False):
                judge(store, on_events("tag", [event], tag, by="Ana"))
            for name in (*TAGS, "Apfel", "zz", "ı", "I"):
                store.save_view(name, "ship")
            yield store


def tagged(tag: str) -> Callable[[Store], object]:
    """Asks a collection for the events with a tag."""
    return lambda store: store.rows(select(f'tag:"{tag}"'), 0, 99)


ASKED: dict[str, Callable[[Store], object]] = {
    **{f"tag:{tag}": tagged(tag) for tag in (*TAGS[:-1], "interVIEW", "ÄHRE", "οδός", "οδος", "жАРА")},
    "tags": lambda store: store.facets(ALL, "tag", 99),
    "tags that begin": lambda store: [store.names("tag", typed) for typed in ("i", "I", "ü", "Ü", "z", "ç")],
    "views": lambda store: [view.name for view in store.views()],
    "events": lambda store: list(store.events(ALL)),
    "one in words": lambda store: store.rows(select("ship"), 0, 99),
    "by importance": lambda store: store.rows(ALL, 0, 99),
}  # fmt: skip


def test_a_server_in_another_language_answers_as_a_file(foreign: str, tmp_path: Path) -> None:
    file, served = ({name: ask(store) for name, ask in ASKED.items()} for store in both(foreign, tmp_path))
    assert len({str(found) for name, found in file.items() if name.startswith("tag:")}) > 4
    assert file == served


def test_a_server_set_up_for_other_programs_answers_as_a_file(set_otherwise: str, tmp_path: Path) -> None:
    file, served = (
        {name: ask(store) for name, ask in ASKED.items()} for store in both(set_otherwise, tmp_path)
    )
    assert file == served


def test_what_takes_long_is_not_cut_off(set_otherwise: str) -> None:
    with closing(open_collection(set_otherwise, writing=True)) as store:
        put(store, ships.LOG)

        def slowly() -> Iterator[Event]:
            for event in ships.events(10):
                sleep(0.1)  # together longer than a statement may take, or a transaction wait
                yield event

        store.replace_events(slowly())
        assert store.count(ALL) == 10
