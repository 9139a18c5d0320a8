"""What the timeline shows and how it is laid out, through the keys."""

from __future__ import annotations

import pytest
from rich.cells import cell_len

from tests.helpers.piloted import lines, started, text, titles, until


async def test_inferred_and_others_are_brought_in_and_left_out(address):
    async with started(address) as (app, pilot):
        await until(pilot, "5 of 6 events  I: 1 state, undated")
        await pilot.press("i")
        assert "There is no inferred event to bring in." in text(app)
        await pilot.press("I")
        assert "1 state or undated event brought in." in text(app)
        assert titles(app)[-1] == "Something without a day"
        await pilot.press("i")
        assert "6 events" in lines(app)[0]
        await pilot.press("I", "i")
        assert app.session.count == 5


async def test_what_there_is_none_of_is_told_for_both_ways(many):
    async with started(many) as (app, pilot):
        await pilot.press("I", "i")
        assert "There is no inferred event to bring in." in text(app)
        await pilot.press("i")
        assert "There is no inferred event to leave out." in text(app)


async def test_undated_events_have_a_tray(address):
    async with started(address) as (app, pilot):
        await pilot.press("j", "D")
        assert titles(app) == ["Something without a day"]
        assert lines(app)[0].rstrip().endswith("undated")
        await pilot.press("D")
        assert app.session.count == 5
        await pilot.press("D", "escape")
        assert app.session.count == 5


async def test_narrow_and_widen_are_told_and_escape_shows_all_of_time(address):
    async with started(address) as (app, pilot):
        await pilot.press("j", "j", "[", "[", "[")
        assert lines(app)[0].rstrip().endswith("only 2021")
        assert titles(app) == ["Summit in Delhi"]
        assert "Feb" in lines(app)[2]
        await pilot.press("]")
        assert "only 2020s" in lines(app)[0]
        await pilot.press("escape")
        assert "only" not in lines(app)[0]
        await pilot.press(*"[[[[[")
        assert "No narrower than a month." in text(app)
        await pilot.press(*"]]]]]")
        assert "All of time is shown." in text(app)
        await pilot.press("I", "G", "[")
        assert "This event has no date to narrow to." in text(app)


ARRANGED = [
    ("w", "A. Visitor", "by person"), ("p", "New Delhi, India", "by place"),
    ("s", "Harbour Gazette", "by source"), ("f", "Harbour Gazette story", "by document"),
    ("i", "By importance", "by importance"),
    ("n", "Newest document first", "newest document first"),
]  # fmt: skip


@pytest.mark.parametrize(("key", "heading", "said"), ARRANGED)
async def test_arrange_sorts_and_groups(address, key, heading, said):
    async with started(address) as (app, pilot):
        await pilot.press("s")
        assert "sort" in lines(app)[-2]
        assert "group" in lines(app)[-1]
        await pilot.press(key)
        assert heading in lines(app)[3]
        assert f"Now {said}." in text(app)
        await pilot.press("s", "d")
        assert "2019" in lines(app)[3]


async def test_any_other_key_leaves_the_order(address):
    async with started(address) as (app, pilot):
        await pilot.press("s", "x", "j")
        assert (app.session.by, app.session.row) == ("time", 1)


async def test_mark_next_mark_and_previous_mark(address):
    async with started(address) as (app, pilot):
        await pilot.press("}")
        assert "No event is marked" in text(app)
        await pilot.press("j", "m", "j", "j", "m")
        assert " mJun 2020" in lines(app)[5]
        await pilot.press("{")
        assert app.session.row == 1
        await pilot.press("{")
        assert "No earlier mark" in text(app)
        await pilot.press("}")
        assert app.session.row == 3
        await pilot.press("m")
        assert "Mark taken away." in text(app)


async def test_elapsed_time_in_the_column_and_in_the_detail(address):
    async with started(address) as (app, pilot):
        await pilot.press("j", "j")
        assert "1 year 6 months" in text(app)
        assert "the event before" in text(app)
        await pilot.press("g", "m", "j", "j", "l")
        assert "+2 y 3 mo" in text(app)
        assert "2 years 3 months" in text(app)
        assert "the mark" in text(app)
        await pilot.press("l")
        assert "+2 y 3 mo" not in text(app)


async def test_next_conflict_and_previous_conflict(address):
    async with started(address) as (app, pilot):
        await pilot.press("w")
        assert app.session.current.title == "Clash at the border"
        await pilot.press("w")
        assert "on no later event" in text(app)
        await pilot.press("G", "W")
        assert app.session.current.title == "Clash at the border"


async def test_the_strip_can_be_pointed_at(many):
    async with started(many) as (app, pilot):
        place = lines(app)[2].index("2020")
        await pilot.click("Density", offset=(place, 0))
        assert app.session.current.title == "Event number 366"


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (300, 100)])
async def test_wide_and_joined_characters_keep_the_columns(strange, size):
    async with started(strange, size) as (app, pilot):
        shown = [line for line in lines(app) if " ● " in line]
        assert len(shown) >= 8
        for line in shown:
            assert cell_len(line[: line.index(" ● ")]) == cell_len(shown[0][: shown[0].index(" ● ")])
        assert all(cell_len(line.rstrip()) <= size[0] for line in lines(app))
        for width in (60, 120, size[0]):
            await pilot.resize_terminal(width, size[1])
            await pilot.pause()
            assert len(lines(app)) == size[1]


async def test_a_long_heading_leaves_room_for_its_count(address):
    async with started(address, (40, 24)) as (app, pilot):
        await pilot.press("s", "f", "G")
        await pilot.pause()
        heading = next(line for line in lines(app) if line.startswith(" Mirror"))
        assert heading.rstrip().endswith("…  1 event")
