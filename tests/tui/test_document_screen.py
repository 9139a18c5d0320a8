"""The document screen: where it opens, how it is walked and scrolled, and the way back."""

from __future__ import annotations

from tests.helpers.piloted import NARROW, lines, started, text
from tui.screens.document import DocumentScreen
from tui.screens.timeline import TimelineScreen


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


async def test_search_in_a_document_goes_from_place_to_place(address):
    async with started(address, (60, 12)) as (app, pilot):
        await pilot.press("enter", "/", *"second  MEETING", "enter")
        await pilot.pause()
        assert any("A second meeting in Delhi" in line for line in lines(app))
        assert app.screen._text._found is not None
        await pilot.press("/", *"harbour was", "enter")
        first = app.screen._text._found
        await pilot.press("/", "enter")
        assert app.screen._text._found > first
        await pilot.press("g", "/", *"zebra", "enter")
        assert "Not in this document: zebra" in text(app)
        await pilot.press("/", "escape", "n")
        assert "Next fair is announced" in lines(app)[1]


async def test_on_a_wide_screen_the_dates_stand_beside_the_text(many):
    async with started(many, (200, 40)) as (app, pilot):
        await pilot.press("enter")
        await pilot.pause()
        (line,) = [one for one in lines(app) if "received the visitor on" in one]
        assert line.index("6 Dec 2021") == 100
