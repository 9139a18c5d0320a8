"""Every action through the keys, on the real screens.

A test names the actions it tries by their ids, in its own name or in ``MOVES``.
"""

from __future__ import annotations

import pytest
from piloted import NARROW, WIDE, lines, started, text
from textual.events import Key, MouseScrollDown, Paste

from tui.palette import PaletteScreen
from tui.screens.document import DocumentScreen
from tui.screens.help import HelpScreen
from tui.screens.timeline import TimelineScreen
from tui.screens.troubles import TroublesScreen
from tui.themes import THEMES


def burst(app, typed: str) -> None:
    """All keys in the queue before the first is handled, as a terminal sends what is pasted."""
    names = {" ": "space", "\n": "enter", "\x1b": "escape"}
    for character in typed:
        app.post_message(Key(names.get(character, character), character))


drawn_at_rest = TimelineScreen._draw_detail_at_rest


def wheel_down() -> MouseScrollDown:
    return MouseScrollDown(None, 5, 5, 0, 0, 0, False, False, False)


def titles(app) -> list[str]:
    session = app.session
    return [session.row_at(row).title for row in range(session.count)]


async def test_the_first_screen_tells_everything_of_the_event(address):
    async with started(address) as (app, pilot):
        await pilot.press("j", "j")
        await pilot.pause()
        shown = text(app)
        for said in (
            "dateline", "small", "3 documents", "5 of 6 events", "I: 1 state, undated", "2019–2030",
            "2021  1 event", "6 Dec",
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


async def test_filter_is_live_and_escape_takes_it_back(address):
    async with started(address) as (app, pilot):
        await pilot.press("f", *"delhi")
        assert titles(app) == ["Summit in Delhi"]
        assert "1 event" in lines(app)[-1]
        await pilot.press("enter")
        assert "1 of 6 events" in lines(app)[0]
        assert lines(app)[0].rstrip().endswith("delhi")
        await pilot.press("f", *"zebra")
        assert "No event matches" in text(app)
        await pilot.press("escape")
        assert titles(app) == ["Summit in Delhi"]
        await pilot.press("escape")
        assert app.session.count == 5


async def test_a_wrong_query_is_told_with_its_place_and_the_last_result_stays(address):
    async with started(address) as (app, pilot):
        await pilot.press("f", *"delhi", "space", *"is:nothing")
        *_, typed, told = lines(app)
        assert titles(app) == ["Summit in Delhi"]
        assert typed.startswith(" filter: delhi is:nothing")
        assert told[typed.index("is:") : typed.index("nothing") + 1].count("^") == 1


async def test_a_burst_of_keys_loses_no_letter(address):
    async with started(address) as (app, pilot):
        burst(app, "fdelhi\nj")
        await pilot.pause()
        assert app.session.text == "delhi"
        assert titles(app) == ["Summit in Delhi"]
        burst(app, "\x1b/delhi\n")
        await pilot.pause()
        assert app.session.words == "delhi"
        burst(app, ":zoom out\n")
        await pilot.pause()
        await pilot.pause()
        assert app.session.zoom.name == "main events by month"
        burst(app, "?q\nn")
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, DocumentScreen)


async def test_pasting_goes_to_the_prompt_and_is_no_command(address):
    async with started(address) as (app, pilot):
        app.post_message(Paste("Q"))
        await pilot.pause()
        await pilot.press("f")
        app.post_message(Paste("where:delhi\n"))
        await pilot.pause()
        assert app.session.text == "where:delhi"
        assert titles(app) == ["Summit in Delhi"]


async def test_completion_of_fields(address):
    async with started(address) as (app, pilot):
        await pilot.press("f", *"wher")
        assert "Tab: where: events at a place" in lines(app)[-1]
        await pilot.press("tab", *"vlad")
        assert titles(app) == ["Leaders meet in Vladivostok"]
        await pilot.press("ctrl+u", *"is:plan", "tab")
        assert titles(app) == ["Next fair is announced"]


async def test_search_next_match_and_previous_match(address):
    async with started(address) as (app, pilot):
        await pilot.press("slash", *"meet OR fair", "enter")
        assert app.session.row == 2
        await pilot.press("n", "n")
        assert app.session.row == 4
        assert "No later event has: meet OR fair" in text(app)
        await pilot.press("N", "N")
        assert app.session.row == 0
        await pilot.press("G", "slash", *"meet", "enter")
        assert app.session.row == 0
        assert "From the beginning: no later event has it." in text(app)
        await pilot.press("slash", *"zebra", "enter")
        assert "No event has: zebra" in text(app)
        await pilot.press("escape", "n")
        assert "Nothing is searched for" in text(app)


@pytest.mark.parametrize(
    ("typed", "title"),
    [("2021", "Summit in Delhi"), ("june 2020", "Clash at the border"), ("3000", "Next fair is announced")],
)
async def test_go_to_date(address, typed, title):
    async with started(address) as (app, pilot):
        await pilot.press("d", *typed, "enter")
        assert app.session.current.title == title
        assert f"{typed}: " in text(app)


async def test_go_to_date_says_when_no_event_is_as_late(address):
    async with started(address, NARROW) as (app, pilot):
        await pilot.press("d", *"2040", "enter")
        assert "2040: 2040; no event is as late, this is the last one" in text(app)


async def test_go_to_date_says_what_is_no_date(address):
    async with started(address) as (app, pilot):
        await pilot.press("d", *"xyzzy", "enter")
        assert "Try: 2022-09" in lines(app)[-1]
        await pilot.press("escape", "j")
        assert app.session.row == 1


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
        while app.session.left_out is None:
            await pilot.pause(0.01)
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


async def test_open_shows_the_passage_and_escape_and_back_return_to_the_same_place(many):
    async with started(many) as (app, pilot):
        await pilot.press("space", "space", "k")
        await pilot.pause()
        before = text(app)
        for leave in ("escape", "q"):
            await pilot.press("enter")
            await pilot.pause()
            assert isinstance(app.screen, DocumentScreen)
            assert "│ Delhi received the visitor on 6 December 2021." in text(app)
            await pilot.press(leave)
            await pilot.pause()
            assert isinstance(app.screen, TimelineScreen)
            assert text(app) == before


async def test_in_a_document_sources_and_next_passage_and_previous_passage_are_walked(address):
    async with started(address, NARROW) as (app, pilot):
        await pilot.press("j", "j", "enter")
        await pilot.pause()
        assert "Pacific Ledger" in lines(app)[0]
        assert "source 1 of 2 of this event" in text(app)
        await pilot.press("J")
        await pilot.pause()
        assert "Harbour Gazette" in lines(app)[0]
        assert "│ A second meeting in Delhi is planned" in text(app)
        await pilot.press("J")
        assert "The last source" in text(app)
        await pilot.press("N")
        assert "Next fair is announced" in lines(app)[1]
        await pilot.press("N")
        assert "Leaders meet in Vladivostok" in lines(app)[1]
        assert "│ The two leaders met" in text(app)
        await pilot.press("N")
        assert "No earlier passage" in text(app)
        await pilot.press("n", "n", "n")
        assert "No later passage" in text(app)
        await pilot.press("K")
        assert "Pacific Ledger" in lines(app)[0]


async def test_a_document_scrolls(address):
    async with started(address, (60, 12)) as (app, pilot):
        await pilot.press("enter")
        await pilot.pause()
        top = lines(app)[2]
        for forth, back in (("j", "k"), ("space", "b"), ("ctrl+d", "ctrl+u"), ("G", "g")):
            await pilot.press("g", forth)
            assert lines(app)[2] != top
            await pilot.press(back)
            assert lines(app)[2] == top


async def test_search_in_the_help_shows_only_the_lines_that_have_the_words(address):
    async with started(address) as (app, pilot):
        await pilot.press("question_mark", "slash", *"next MARK")
        await pilot.pause()
        shown = text(app)
        assert "Next marked event." in shown
        assert "Next event, or next line." not in shown
        await pilot.press(*"zz")
        await pilot.pause()
        assert "No line has these words." in text(app)
        await pilot.press("escape")
        assert "Keys of the timeline" in text(app)
        await pilot.press("slash", *"undo", "enter", "q")
        assert isinstance(app.screen, TimelineScreen)


async def test_help_is_made_from_the_table_and_scrolls(address):
    async with started(address, NARROW) as (app, pilot):
        await pilot.press("?")
        await pilot.pause()
        assert isinstance(app.screen, HelpScreen)
        assert "Keys of the timeline" in text(app)
        await pilot.press("G")
        assert "has:note" in text(app)
        await pilot.press("g", "j", "space", "q")
        await pilot.pause()
        assert isinstance(app.screen, TimelineScreen)


async def test_troubles_are_counted_and_listed(address):
    async with started(address) as (app, pilot):
        await pilot.press("!")
        await pilot.pause()
        assert isinstance(app.screen, TroublesScreen)
        assert "broken.jsonl, line 3" in text(app)
        assert "this line is no JSON object. Mend the line" in text(app)
        assert "gazette.txt  read, 1 document" in text(app)


async def test_palette_runs_what_is_chosen(address):
    async with started(address) as (app, pilot):
        await pilot.press(":")
        await pilot.pause()
        assert isinstance(app.screen, PaletteScreen)
        await pilot.press(*"last")
        await pilot.press("enter")
        await pilot.pause()
        assert app.session.row == 4
        await pilot.press(":", "down", "down", "up", "escape")
        await pilot.pause()
        assert isinstance(app.screen, TimelineScreen)
        await pilot.press(":", *"troubles", "enter")
        await pilot.pause()
        assert isinstance(app.screen, TroublesScreen)


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
    async with started(address) as (app, pilot):
        await pilot.press("R")
        assert "names no files" in text(app)


async def test_the_mouse_points_at_an_event(address):
    async with started(address) as (app, pilot):
        await pilot.click("EventList", offset=(20, 5))
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
    async with started(address, ascii_only=True) as (app, pilot):
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
        await pilot.pause(0.3)
        assert "1 undated or lasting: I brings them in." in text(app)
        await pilot.press("I")
        assert app.session.current.title == "Something without a day"
