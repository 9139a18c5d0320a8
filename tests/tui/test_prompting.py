"""What is typed: the filter, the search and the day to go to, each with its actions, on the real screen."""

from __future__ import annotations

import pytest
from textual.events import Key, Paste

from tests.helpers.piloted import NARROW, lines, started, text, titles, until
from tui.screens.document import DocumentScreen


def burst(app, typed: str) -> None:
    """All keys in the queue before the first is handled, as a terminal sends what is pasted."""
    names = {" ": "space", "\n": "enter", "\x1b": "escape"}
    for character in typed:
        app.post_message(Key(names.get(character, character), character))


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


@pytest.mark.parametrize("key", ["f", "B"])
async def test_enter_on_a_wrong_query_tells_what_is_wrong_also_where_a_word_could_go_on(address, key):
    async with started(address) as (app, pilot):
        await pilot.press(key, *"delhi | is:pl")
        assert "Tab: is:planned" in lines(app)[-1]
        await pilot.press("enter")
        *_, typed, told = lines(app)
        assert "delhi | is:pl" in typed
        assert "no letter or digit" in told
        await pilot.press("a")
        assert "Tab: is:planned" in lines(app)[-1]


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


async def test_tab_goes_through_the_ways_a_word_may_go_on(address):
    async with started(address) as (app, pilot):
        await pilot.press("f", *"is:")
        assert "Tab: is:shown  is:conflict" in lines(app)[-1]
        await pilot.press("tab")
        assert lines(app)[-2].startswith(" filter: is:shown ")
        assert lines(app)[-1].rstrip().endswith("· Tab: is:conflict")
        await pilot.press("tab", "tab")
        assert lines(app)[-2].startswith(" filter: is:planned ")
        assert titles(app) == ["Next fair is announced"]
        await pilot.press("shift+tab", "shift+tab", "shift+tab")
        assert lines(app)[-2].startswith(" filter: is:new ")
        await pilot.press("space", *"is:st", "tab", "tab")
        assert lines(app)[-2].startswith(" filter: is:new is:state ")


async def test_a_small_or_is_told_where_nothing_is_found(address):
    async with started(address) as (app, pilot):
        await pilot.press("f", *"delhi", "space", *"or", "space", *"vladivostok", "enter")
        assert "OR in capitals widens: a OR b." in text(app)


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
        app.session.filter("meet")
        await pilot.press("slash", *"zebra", "enter")
        assert "No event of the filter has: zebra" in text(app)


async def test_search_tells_of_what_the_view_leaves_out(address):
    async with started(address) as (app, pilot):
        await pilot.press("slash", *"without", "enter")
        await until(pilot, "No event has: without · but 1 event that the view leaves out: i, I bring them in")
        await pilot.press("I", "n")
        assert app.session.current.title == "Something without a day"


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


async def test_a_whole_article_pasted_by_mistake_is_refused_and_told(address):
    async with started(address) as (app, pilot):
        await pilot.press("f", *"delhi")
        app.post_message(Paste("the council met again. " * 20_000))
        await until(
            pilot, "460,000 characters are too many for this line. At most 4,000 fit; nothing was pasted."
        )
        assert "filter: delhi" in text(app)
        await pilot.press("space")
        assert "too many" not in text(app)
        app.post_message(Paste("w" * 3_000 + " end"))
        await until(pilot, "www end")
        assert lines(app)[-2].startswith(" filter: www")
