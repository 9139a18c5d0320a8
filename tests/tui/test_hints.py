"""Hints of the first sessions go away one by one, for good."""

from __future__ import annotations

import pytest

from tests.helpers.piloted import WIDE, started, text
from tui.keys.actions import ACTIONS
from tui.keys.hints import HINTS, Hints, hints_path
from tui.keys.keymap import Keymap


def test_a_hint_goes_once_it_was_followed(tmp_path):
    path = str(tmp_path / "state" / "hints.txt")
    hints = Hints(path, Keymap())
    assert hints.hint() == "Enter opens the passage in its document"
    hints.done("down")
    hints.done("open")
    assert hints.hint().startswith("f filters")
    assert Hints(path, Keymap()).hint().startswith("f filters")
    for name, _ in HINTS:
        hints.done(name)
    assert Hints(path, Keymap()).hint() == ""


def test_every_hint_is_of_an_action_of_the_timeline():
    actions = {action.id: action for action in ACTIONS}
    assert all("timeline" in actions[name].places for name, _ in HINTS)


@pytest.mark.parametrize("kept", [b"", b"\0", b"7 x", b"\xff"])
def test_a_broken_file_only_begins_anew(tmp_path, kept):
    path = tmp_path / "hints.txt"
    path.write_bytes(kept)
    assert Hints(str(path), Keymap()).hint()


def test_where_it_is_kept():
    assert hints_path({"XDG_STATE_HOME": "/s"}) == "/s/dateline/hints.txt"


async def test_the_screen_shows_one_hint(address, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "nobody"))
    async with started(address, WIDE) as (app, pilot):
        assert "event 1 of 5 · Enter opens the passage in its document" in text(app)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("q")
        await pilot.pause()
        assert "f filters: who:modi after:2019" in text(app)
