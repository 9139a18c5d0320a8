"""Terminals that change their size, and colours that are changed, while a screen lies over the timeline."""

from __future__ import annotations

import pytest

from tests.helpers.piloted import NARROW, lines, started


@pytest.mark.parametrize("key", ["enter", "p", "O"])
async def test_a_screen_below_is_whole_again_after_the_terminal_grew_and_shrank(address, key):
    async with started(address, NARROW) as (app, pilot):
        await pilot.press("j")
        await pilot.pause()
        before = lines(app)
        await pilot.press(key)
        for size in ((200, 60), (60, 20), NARROW):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert len(lines(app)) == size[1]
        await pilot.press("q")
        await pilot.pause()
        assert lines(app)[:-2] == before[:-2]


async def test_a_screen_below_takes_on_other_colours(address):
    async with started(address, NARROW) as (app, pilot):
        await pilot.press("enter", "T")
        await pilot.pause()
        assert "Colours: " in lines(app)[-2]
        await pilot.press("q", "j")
        await pilot.pause()
        assert "event 2 of 5" in lines(app)[-2]


async def test_the_strip_shows_what_part_of_time_the_list_shows_after_it_grew(many):
    async with started(many, NARROW) as (app, pilot):
        await pilot.press("d", *"2015", "enter")
        for size in ((80, 50), NARROW):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            strip = app.screen._density
            assert strip._shown == strip.paint()
