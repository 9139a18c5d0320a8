"""The timeline screen: what it tells, and how it is walked, with its actions through the keys.

A test of any screen names the actions it tries by their ids, in its own name or in ``MOVES``.
"""

from __future__ import annotations

import pytest
from textual.events import MouseScrollDown

from tests.helpers.piloted import NARROW, WIDE, lines, started, text, until
from tui.configuration import Configuration
from tui.screens.timeline import TimelineScreen
from tui.themes import THEMES

drawn_at_rest = TimelineScreen._draw_detail_at_rest


def wheel_down() -> MouseScrollDown:
    return MouseScrollDown(None, 5, 5, 0, 0, 0, False, False, False)


async def test_the_first_screen_tells_everything_of_the_event(address):
    async with started(address) as (app, pilot):
        await pilot.press("j", "j")
        await pilot.pause()
        shown = text(app)
        for said in (
            "dateline", "small", "3 documents", "5 of 6 events", "I: 1 state, undated", "2019–2030",
            "2019–2030  5 events", "6 Dec 2021",
            "Summit in Delhi", "6 December 2021", "A. Visitor, B. Host", "New Delhi, India",
            "2 publishers, 2 passages, no conflict",
            "Pacific Ledger, 7 December 2021", "Harbour Gazette, 6 September 2019", "line 3",
            "Delhi received the visitor", "event 3 of 5", "! 1 trouble", "f filter",
        ):  # fmt: skip
            assert said in shown


@pytest.mark.parametrize("size", [NARROW, WIDE, (60, 16), (200, 60)])
async def test_every_line_is_as_wide_as_the_screen_whatever_the_text(address, size):
    async with started(address, size) as (app, pilot):
        await pilot.press("G", "k")
        await pilot.pause()
        for line in lines(app):
            assert "\x1b" not in line
            assert "\x07" not in line
            assert "\u202e" not in line
        shown = text(app)
        assert "[bold red]" in shown
        assert "日本語" in shown
        await pilot.press("enter")
        await pilot.pause()
        assert "␛]0;owned␇ [bold red]not markup[/]" in text(app)


MOVES = [
    ("down", ["j"], 1), ("down", ["down"], 1), ("up", ["j", "j", "k"], 1), ("up", ["j", "up"], 0),
    ("last", ["G"], 4), ("first", ["G", "g"], 0), ("first", ["end", "home"], 0),
    ("page_down", ["space"], 4), ("page_up", ["G", "b"], 0), ("page_down", ["pagedown"], 4),
    ("half_down", ["ctrl+d"], 4), ("half_up", ["G", "ctrl+u"], 0),
    ("next_period", [">", ">"], 2), ("previous_period", ["G", "<"], 3),
]  # fmt: skip


@pytest.mark.parametrize(("action", "keys", "row"), MOVES, ids=lambda one: str(one))
async def test_moving(address, action, keys, row):
    async with started(address) as (app, pilot):
        await pilot.press(*keys)
        assert app.session.row == row


async def test_paging_moves_by_a_screen(many):
    async with started(many) as (app, pilot):
        await pilot.press("space")
        page = app.session.row
        assert 20 < page < 40
        await pilot.press("ctrl+d")
        assert page + 10 < app.session.row < page + 20
        await pilot.press("b", "ctrl+u")
        assert app.session.row == 0


async def test_the_heading_of_the_first_line_stays_in_sight(many):
    async with started(many) as (app, pilot):
        await pilot.press("space", "space")
        assert lines(app)[3].strip().startswith("201")
        assert "events" in lines(app)[3]


async def test_zoom_in_and_zoom_out_keep_the_event(many):
    async with started(many) as (app, pilot):
        await pilot.press("space", "Z", "Z")
        title = app.session.current.title
        assert "more" in text(app)
        assert app.session.current.title == title
        await pilot.press(*"ZZZ")
        assert "No further off than centuries" in text(app)
        await pilot.press(*"zzzzz")
        assert "Every event is shown already" in text(app)
        assert app.session.current.title == title


async def test_next_source_and_previous_source(address):
    async with started(address) as (app, pilot):
        await pilot.press("j", "j")
        await pilot.pause()
        await pilot.press("J")
        assert "▸ 2/2 Harbour Gazette" in text(app)
        await pilot.press("J")
        assert "The last source" in text(app)
        await pilot.press("K", "K")
        assert "The first source" in text(app)


async def test_pane_by_pane(address):
    async with started(address, NARROW) as (app, pilot):
        await until(pilot, lambda: app.session.left_out is not None)
        await pilot.pause()
        both = text(app)
        await pilot.press("tab")
        await pilot.pause()
        assert "1/1 Harbour Gazette" not in text(app)
        await pilot.press("tab")
        await pilot.pause()
        assert "Summit in Delhi" not in text(app)
        assert "1/1 Harbour Gazette" in text(app)
        await pilot.press("tab")
        await pilot.pause()
        assert text(app) == both


async def test_while_keys_follow_one_another_the_detail_waits(address, monkeypatch):
    monkeypatch.setattr("tui.screens.timeline.DETAIL_REST", 3600.0)
    monkeypatch.setattr(TimelineScreen, "_draw_detail_at_rest", drawn_at_rest)
    async with started(address) as (app, pilot):
        await pilot.press("j", "j", "j")
        assert "5 September 2019" in text(app)
        assert app.session.row == 3


async def test_theme_changes_and_comes_round(address):
    async with started(address) as (app, pilot):
        first = lines(app)[:-2]
        for theme in (*THEMES[1:], THEMES[0]):
            await pilot.press("T")
            await pilot.pause()
            assert app.theme == theme.name
            assert f"Colours: {theme.name}." in lines(app)[-2]
            assert lines(app)[:-2] == first


@pytest.mark.parametrize("keys", [["q"], ["Q"], ["ctrl+c"], ["enter", "Q"], ["?", "Q"]])
async def test_back_and_quit_leave(address, keys):
    async with started(address) as (app, pilot):
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
        assert not app.is_running or app._exit


async def test_read_again_says_when_there_is_nothing_to_read(address):
    async with started(address) as (_, pilot):
        await pilot.press("R")
        await until(pilot, "No files to read again: none is known here. Name them at the start")


async def test_the_mouse_points_at_an_event(address):
    async with started(address) as (app, pilot):
        await pilot.click("EventList", offset=(20, 3))
        assert app.session.row == 2
        app.screen.query_one("EventList").post_message(wheel_down())
        await pilot.pause()
        assert app.session.row > 2


async def test_resizing_changes_the_form(address):
    async with started(address, NARROW) as (app, pilot):
        assert "─" * 80 in text(app)
        await pilot.resize_terminal(*WIDE)
        await pilot.pause()
        assert "─" * 80 not in text(app)
        assert "Leaders meet in Vladivostok" in lines(app)[4]
        assert "5 September 2019" in lines(app)[3]


async def test_ascii_signs_only(address):
    async with started(address, configuration=Configuration(ascii=True)) as (app, pilot):
        await pilot.press("G", "g", "j")
        await pilot.pause()
        shown = text(app)
        assert "*!  Clash at the border" in shown
        assert "o   Next fair" in shown
        ours = [line for line in lines(app) if "Said" not in line]
        assert [one for one in "".join(ours) if ord(one) > 126 and one not in "–“”"] == []


async def test_where_the_view_leaves_out_all_it_says_how_to_bring_it_in(address):
    async with started(address, NARROW) as (app, pilot):
        await pilot.press("f", *"without", "enter")
        await until(pilot, "1 undated or lasting: I brings them in.")
        await pilot.press("I")
        assert app.session.current.title == "Something without a day"


@pytest.mark.parametrize("key", ["ctrl+z", ":"])
async def test_suspend_where_no_shell_started_the_screen(address, key):
    async with started(address, NARROW) as (_app, pilot):
        await pilot.press(key, *("suspend" if key == ":" else ""), *(["enter"] if key == ":" else []))
        await until(pilot, "This terminal has no shell to go back to.")
        await pilot.press("j")
        await until(pilot, "event 2 of 5")
