"""Pages of text and the list of commands: the help, the troubles, the palette."""

from __future__ import annotations

from tests.helpers.piloted import NARROW, started, text
from tui.screens.help import HelpScreen
from tui.screens.palette import PaletteScreen
from tui.screens.timeline import TimelineScreen
from tui.screens.troubles import TroublesScreen


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
        await pilot.press("slash", *"undo", "enter")
        assert "Take back what you said last. (undo)" in text(app)
        await pilot.press("slash", *"zebra", "enter")
        assert "No line has these words." in text(app)
        await pilot.press("escape", "q")
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
