"""Events that the user adds by hand, of which no document tells."""

from __future__ import annotations

from tests.helpers.piloted import started, text, titles, until
from tui.doing.outside import Outside
from tui.outside.originals import Original


async def add(pilot, title="The port opens", when="May 1998", who="", where="", source="Port annals"):
    await pilot.press("a")
    for answer in (title, when, who, where, source):
        pilot.app.screen.pasted(answer)
        await pilot.press("enter")
    await pilot.pause()


async def test_add_asks_for_title_date_names_and_source(address):
    async with started(address) as (app, pilot):
        await pilot.press("a", "enter")
        assert "an event needs a title" in text(app)
        await pilot.press("escape")
        await add(pilot, who="A. Visitor; Port Board")
        assert titles(app)[0] == "The port opens"
        for said in ("source Port annals", "who    A. Visitor, Port Board", "told by no document"):
            assert said in text(app)
        assert "added by hand: The port opens" in text(app)
        await pilot.press("f", *"who:board", "enter")
        assert titles(app) == ["The port opens"]
        await pilot.press("escape", "u")
        assert "The port opens" not in titles(app)


async def test_an_added_event_has_the_time_that_is_typed_with_its_day(address):
    async with started(address) as (app, pilot):
        await pilot.press("a", *"The port opens", "enter", *"5 September 2019 at 9:30 am")
        await until(pilot, "5 September 2019, 09:30")
        await pilot.press("enter", "enter", "enter", "enter")
        assert titles(app)[:2] == ["The port opens", "Leaders meet in Vladivostok"]
        assert "5 Sep 09:30" in text(app)
        await pilot.press("e", "d", "ctrl+u", *"2019-09-05T25:10", "enter")
        assert "“T25:10” is no time of day" in text(app)
        await pilot.press("escape", "e", "d", "ctrl+u", *"2019-09-05", "enter")
        assert "5 Sep 09:30" not in text(app)
        assert app.session.current.clock is None


async def test_names_of_an_added_event_are_completed(address):
    async with started(address) as (app, pilot):
        await pilot.press("a", *"They meet", "enter", *"2020", "enter", *"Port Board; b. h")
        await pilot.pause()
        assert "Tab: B. Host 1" in text(app)
        await pilot.press("tab", "enter", *"delhi", "tab", "enter", "enter")
        await pilot.pause()
        event = app.session.event()
        assert (event.who, event.where) == (("Port Board", "B. Host"), ("New Delhi, India",))


async def test_an_added_event_that_the_filter_leaves_out_is_told(address):
    async with started(address) as (app, pilot):
        await pilot.press("f", *"where:delhi", "enter")
        await add(pilot)
        assert titles(app) == ["Summit in Delhi"]
        assert "added by hand: The port opens · u takes it back · it is not among what is shown" in text(app)


async def test_what_needs_a_document_says_that_none_tells_an_added_event(address):
    async with started(address) as (app, pilot):
        await add(pilot)
        for key in ("S", "enter", "p", "C", "Y", "o"):
            await pilot.press("J", key)
            assert "No document tells this event: it was added by hand." in text(app)
        await pilot.press("y")
        assert "copied: Port annals" in text(app)


async def test_the_address_that_an_added_event_is_from_is_opened(address, monkeypatch):
    opened = []
    monkeypatch.setattr(Outside, "open_original", lambda _, original: opened.append(original))
    async with started(address) as (_app, pilot):
        await add(pilot, source="Port annals (https://port.example/1998).")
        await pilot.press("o")
    assert opened == [Original("https://port.example/1998")]
