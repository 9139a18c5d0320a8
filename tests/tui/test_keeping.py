"""Where the user is, kept while the session goes on: what a machine that stops may take with it."""

from __future__ import annotations

import os
import signal
from contextlib import closing

from data.store import open_collection
from data.user import user_name
from tests.helpers.installed import COMMAND, needs_command
from tests.helpers.piloted import started, until
from tests.helpers.terminal import Terminal
from tui.state.keeping import Keeping


def state(address) -> dict[str, str]:
    with closing(open_collection(address)) as store:
        return dict(store.state(user_name()))


def keeping(address, session) -> Keeping:
    return Keeping(lambda: open_collection(address, writing=True), session)


def test_a_mark_is_kept_and_a_cursor_that_moves_only_with_it(address, session):
    kept = keeping(address, session)
    session.move(1)
    kept.look()
    assert kept._thread is None
    session.mark()
    kept.look()
    assert kept._thread is not None
    kept._thread.join()
    assert (state(address)["marks"], state(address)["event"]) == ("e1", "e1")
    session.move(1)
    kept.end()
    assert state(address)["event"] == "e2"


def test_a_collection_that_cannot_be_written_is_left_without(tmp_path, session):
    kept = Keeping(lambda: open_collection(tmp_path, writing=True), session)
    session.mark()
    kept.look()
    kept.end()
    assert kept._thread is not None
    assert not kept._thread.is_alive()
    session.move(1)
    assert session.row == 1


async def test_the_screen_keeps_what_changes(address, monkeypatch):
    monkeypatch.setattr("tui.state.keeping.EVERY", 0.01)
    async with started(address) as (_app, pilot):
        await pilot.press("f", *"delhi", "enter", "m", "]", "[")
        await until(pilot, lambda: state(address).get("marks") == "e2")
        await until(pilot, lambda: state(address).get("span") == "century 2000-01-01")
        assert state(address)["filter"] == "delhi"


@needs_command
def test_a_machine_that_goes_down_ends_the_session_as_the_user_would(address, tmp_path):
    environment = {"XDG_DATA_HOME": str(tmp_path), "LC_ALL": "C.UTF-8"}
    with Terminal([str(COMMAND), "-c", str(address)], columns=80, rows=24, environment=environment) as screen:
        screen.wait_for("event 1 of 5")
        screen.press("j", "j")
        screen.wait_for("event 3 of 5")
        screen.settle()
        os.kill(screen.pid, signal.SIGTERM)
        assert screen.wait_for_exit() == 0
        assert b"\x1b[?1049l" in screen.received
    assert state(address)["event"] == "e2"
