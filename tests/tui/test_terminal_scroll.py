"""Lines moved by the terminal itself: what is on the screen is what a whole drawing would show."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from textual.strip import Strip

from data.store import open_collection
from data.store.records import Selection
from tests.helpers.installed import COMMAND, needs_command
from tests.helpers.piloted import until
from tests.helpers.terminal import Terminal
from tui.app import Dateline
from tui.widgets.terminal_scroll import moved_lines, moved_rows, scroll_sequence

TITLE = "Ein Schiff läuft ein 日本語 cafe\u0301 東京"


def strips(said: str) -> list[Strip]:
    from rich.segment import Segment

    return [Strip([Segment(one)]) for one in said]


@pytest.mark.parametrize(
    ("before", "after", "by", "rows"),
    [
        ("abcdef", "bcdefg", 1, range(6)),
        ("Habcdef", "Hbcdefg", 1, range(1, 7)),
        ("abcdef", "yzabcd", -2, range(6)),
        ("abcdef", "abcdef", 1, range(0)),
        ("abcdef", "ghijkl", 1, range(0)),
        ("abcdef", "efghij", 4, range(0)),
        ("aaaaab", "aaaaac", 1, range(0)),
    ],
    ids=["up", "heading", "down", "same", "other", "far", "alike"],
)
def test_which_rows_have_moved(before, after, by, rows):
    assert moved_rows(strips(before), strips(after), by) == rows


def test_moved_lines_leave_room_for_what_comes():
    unknown = Strip([], 0)
    assert moved_lines(strips("Habc"), range(1, 4), 1, unknown) == [*strips("Hbc"), unknown]
    assert moved_lines(strips("abcF"), range(3), -1, unknown) == [unknown, *strips("abF")]


def test_the_sequence_moves_lines_within_margins():
    assert scroll_sequence(range(3, 11), 2) == "\x1b[4;11r\x1b[11H\x1b[m\n\n\x1b[r"
    assert scroll_sequence(range(3, 11), -1) == "\x1b[4;11r\x1b[4H\x1b[m\x1bM\x1b[r"


async def test_what_lies_over_the_list_is_not_moved(many, monkeypatch):
    moved = []
    monkeypatch.setattr("tui.widgets.painted.scroll", lambda *told: moved.append(told))
    store = open_collection(many)
    app = Dateline(store, "many", address=str(many))
    async with app.run_test(size=(120, 16), notifications=True) as pilot:
        await until(pilot, "event 1 of 600")

        async def down(times):
            for _ in range(times):
                await pilot.press("j")
                await pilot.pause()

        await down(6)
        assert not moved
        await down(8)
        assert moved
        moved.clear()
        app.notify("a word over the list", timeout=600)
        await until(pilot, "a word over the list")
        await down(5)
        assert not moved
    store.close()


@pytest.fixture
def wide(many):
    """Every third event has a title of wide characters and marks."""
    store = open_collection(many, writing=True)
    events = list(store.events(Selection()))
    store.replace_events(
        [
            replace(one, title=f"{number} {TITLE}") if number % 3 == 0 else one
            for number, one in enumerate(events)
        ]
    )
    store.close()
    return many


@needs_command
@pytest.mark.parametrize(("columns", "rows"), [(80, 24), pytest.param(120, 40, marks=pytest.mark.slow)])
def test_the_screen_is_as_if_drawn_whole(wide, tmp_path, columns, rows):
    keys = random.Random(columns)
    environment = {"XDG_DATA_HOME": str(tmp_path), "LC_ALL": "C.UTF-8", "COLUMNS": "", "LINES": ""}
    with Terminal(
        [str(COMMAND), "-c", str(wide)], columns=columns + 7, rows=rows - 5, environment=environment
    ) as terminal:
        terminal.wait_for("event 1 of 600")
        terminal.press(*"j" * rows)
        terminal.resize(columns, rows)
        terminal.settle()
        for typed in ("j" * 30 + "k" * 30 + " jjjmjjjmkkk", "J" + "j" * 12 + "GkkjjzjjjZkkk"):
            for key in typed:
                terminal.press(key)
                if keys.random() < 0.8:  # else it comes before the last is answered
                    terminal.settle(0.02)
            _compare(terminal)


def _compare(terminal: Terminal) -> None:
    """The screen against itself after another has covered it."""
    terminal.settle()
    seen, said = terminal.cells(), terminal.text()
    terminal.press("?")
    terminal.wait_for("key|help")
    terminal.settle(0.1)
    terminal.press("escape")
    terminal.settle()
    assert terminal.cells() == seen, f"{said}\n{terminal.text()}"
