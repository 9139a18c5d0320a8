"""The screen over a collection on a server: an editor, a reader, and a connection that drops."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing

import pytest

from data.store import open_collection
from tests.helpers.piloted import until
from tests.helpers.postgres_server import EDITOR, OWNER, READER, Server
from tests.store.made import document, event, passage, put
from tui.app import Dateline
from tui.screens import timeline

SAYING = "The port was calm."
LOG = document("log", SAYING)


@pytest.fixture
def screen(server: Server) -> Callable[[str], Dateline]:
    name = server.new_database()
    with closing(open_collection(server.url(name), writing=True)) as store:
        put(store, LOG)
        store.replace_events([event(f"e{n}", str(2000 + n), [passage(LOG, SAYING)]) for n in range(30)])
    return lambda login: Dateline(
        open_collection(server.url(name, login)), name, address=server.url(name, login)
    )


@pytest.mark.parametrize("login", [OWNER, EDITOR, READER])
async def test_who_may_mark_does_and_who_may_not_is_told(
    screen: Callable[[str], Dateline], server: Server, login: str
) -> None:
    app = screen(login)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("j", "v", "v")
        await pilot.pause()
        told = [each.message for each in app._notifications]
        assert app.return_code is None
        with closing(open_collection(app._address)) as store:
            said = [(mark.kind, mark.value) for mark in store.marks()]
        if login == READER:
            assert said == []
            assert len(told) == 1
            assert "GRANT dateline_editor" in told[0]
        else:
            assert said == [("verification", "verified")]
            assert told == []


async def test_the_screen_outlives_a_dropped_connection(
    screen: Callable[[str], Dateline], server: Server
) -> None:
    app = screen(EDITOR)
    async with app.run_test(size=(120, 40)) as pilot:
        server.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'ana'")
        await pilot.press("G", "k", "v", "v")
        await pilot.pause()
        assert app.return_code is None
        with closing(open_collection(app._address)) as store:
            assert len(store.marks()) == 1


async def test_two_screens_see_what_the_other_says(
    screen: Callable[[str], Dateline], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(timeline, "LOOK", 0.02)
    here, there = screen(EDITOR), screen(READER)
    async with here.run_test(size=(120, 40)) as pilot, there.run_test(size=(120, 40)) as other:
        await other.press("j", "j")
        assert there.session.current is not None
        mine = there.session.current.id
        await pilot.press("v", "v")
        await until(other, lambda: there.session.row_at(0).verification == "verified")
        await pilot.press("u")
        await until(other, lambda: there.session.row_at(0).verification is None)
        assert there.session.current.id == mine
