"""Two who look at one collection: what one says the other sees, and stays where he is."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from data.marks import on_passages
from data.model import Event
from data.store import open_collection
from data.store.protocol import Store
from data.store.records import Selection
from tests.helpers.piloted import WIDE, lines, started, text, until
from tui.screens import rereading, timeline
from tui.state.judging import Judge

BY_HAND = '{"title": "Ferry launched", "date": "2010-01-01"}'


@pytest.fixture(autouse=True)
def looks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Looks follow one another fast."""
    monkeypatch.setattr(timeline, "LOOK", 0.02)


def first(store: Store) -> Event:
    return next(store.events(Selection()))


async def test_what_another_says_is_seen_by_itself(address: Path) -> None:
    async with started(address, WIDE) as (_, pilot):
        with open_collection(address, writing=True) as other:
            judge = Judge(lambda: open_collection(address, writing=True))
            with closing(judge):
                judge.say("title", [first(other)], "Leaders met by the sea")
                await until(pilot, "Leaders met by the sea")
                judge.undo()
        await until(pilot, "Leaders meet in Vladivostok")


async def test_two_screens_see_each_other(address: Path) -> None:
    async with started(address, WIDE) as (here, pilot), started(address, WIDE) as (there, other):
        await pilot.press("v", "v")
        await until(other, lambda: there.session.current.verification == "verified")
        await other.press("u")
        await until(pilot, lambda: here.session.current.verification is None)


async def test_the_cursor_stays_on_its_event_and_on_its_line(many: Path) -> None:
    async with started(many, WIDE) as (app, pilot):
        await pilot.press("G", "k", "k", "k")
        before, here = lines(app), app.session.current
        (line,) = (number for number, one in enumerate(before) if "Event number 596 " in one[:70])
        with open_collection(many, writing=True) as other:
            for _ in range(5):
                other.mark(on_passages("event", [], BY_HAND))
        await until(pilot, "605 events")
        assert app.session.current.id == here.id
        assert "Event number 596 " in lines(app)[line][:70]


async def test_a_filter_a_search_and_marks_stay(many: Path) -> None:
    async with started(many, WIDE) as (app, pilot):
        await pilot.press("f", *"59", "enter", "j", "m", "j")
        filtered, marks, here = app.session.text, dict(app.session.marks), app.session.current
        with open_collection(many, writing=True) as other:
            other.mark(on_passages("event", [], BY_HAND))
        await until(pilot, lambda: app.session.totals.events == 601)
        assert (app.session.text, dict(app.session.marks)) == (filtered, marks)
        assert app.session.current.id == here.id


async def test_nothing_moves_while_somebody_types(address: Path) -> None:
    async with started(address, WIDE) as (app, pilot):
        await pilot.press("c", *"call")
        with open_collection(address, writing=True) as other:
            other.mark(on_passages("event", [], BY_HAND))
        for _ in range(10):
            await pilot.pause(0.02)
        assert "call" in text(app)
        assert app.session.totals.events == 6
        await pilot.press("escape")
        await until(pilot, "7 events")


async def test_a_look_that_fails_changes_nothing(address: Path) -> None:
    async with started(address, WIDE) as (app, pilot):
        before = text(app)
        app.session.store.close()
        for _ in range(5):
            await pilot.pause(0.02)
        assert text(app) == before
        assert app.return_code is None


async def test_a_mark_does_not_go_into_a_file_that_is_gone(address: Path) -> None:
    async with started(address, WIDE) as (app, pilot):
        await pilot.press("v", "v")
        moved = address.rename(address.with_name("moved.dateline"))
        await pilot.press("j", "v", "v")
        assert not address.exists()
        assert "its file was removed or renamed" in next(each.message for each in app._notifications)
        moved.rename(address)
        await pilot.press("v", "v")
        await until(pilot, lambda: app.session.current.verification == "verified")


def test_looks_are_a_second_or_two_apart() -> None:
    assert 1 <= rereading.LOOK <= 2
