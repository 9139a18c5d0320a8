"""Filters side by side on one axis of time."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

import pytest

from data.errors import QueryError
from data.store import open_collection
from data.store.records import Selection
from tests.helpers.piloted import NARROW, lines, started, text, until
from tui.background.messages import ReadingEnded
from tui.screens.document import DocumentScreen
from tui.screens.timeline import TimelineScreen
from tui.screens.tracks import TracksScreen
from tui.state.tracks import Levels, Tracks
from tui.timeline.lines import EventLine


def shown(levels):
    """What stands on every line: a heading's label, or the rows of each track."""
    made = []
    for number in range(len(levels)):
        level, cells = levels.at(number)
        rows = tuple(None if cell is None else cell.row for cell in cells)
        made.append(level.label if levels.is_heading(number) else rows)
    return made


@pytest.fixture
def tracks(session):
    session.filter("source:ledger")
    return Tracks(session, "source:gazette")


def test_the_same_periods_are_level(tracks):
    assert shown(Levels(tracks.sessions)) == [
        "2019", (None, 0), "2020", (0, None), "2021", (1, 1), "2030", (None, 2),
    ]  # fmt: skip


def test_where_a_year_is_full_in_one_all_have_headings_by_month(tracks, monkeypatch):
    full = type(tracks.sessions[1].arrangement)
    sections = full.sections
    monkeypatch.setattr(full, "sections", lambda self, unit: sections(self, unit or "month"))
    other = Tracks(tracks.session, "source:gazette")
    assert shown(Levels(other.sessions)) == [
        "September 2019", (None, 0), "June 2020", (0, None), "December 2021", (1, 1), "2030", (None, 2),
    ]  # fmt: skip


def test_stacked_one_track_is_below_the_other(tracks):
    assert shown(Levels(tracks.sessions, stacked=True)) == [
        "2019", (None, 0), "2020", (0, None), "2021", (1, None), (None, 1), "2030", (None, 2),
    ]  # fmt: skip


@pytest.mark.parametrize("stacked", [False, True])
def test_every_event_is_on_the_line_that_is_told(tracks, stacked):
    for track, session in enumerate(tracks.sessions):
        for row in range(session.count):
            session.go_to_row(row)
            levels = Levels(tracks.sessions, stacked=stacked)
            cell = levels.at(levels.line_of(track))[1][track]
            assert isinstance(cell, EventLine)
            assert cell.row == row


def test_walking_to_the_other_track_keeps_the_time(tracks):
    assert tracks.session.current.title == "Clash at the border"
    tracks.session.move(1)
    tracks.walk(1)
    assert (tracks.active, tracks.session.current.title) == (1, "Summit in Delhi")
    tracks.session.move(1)
    tracks.walk(-1)
    assert tracks.session.current.title == "Summit in Delhi"


def test_zoom_is_of_all_tracks(tracks):
    assert tracks.change_zoom(-1)
    assert [one.zoom.unit for one in tracks.sessions] == ["month", "month"]
    assert shown(Levels(tracks.sessions))[0] == "September 2019"


def test_no_more_tracks_than_can_be_told_apart(tracks):
    with pytest.raises(QueryError):
        tracks.add("is:nothing")
    assert tracks.add("is:planned")
    assert not tracks.add("delhi")
    assert len(tracks.sessions) == 3


def test_a_track_without_events_is_empty(session):
    tracks = Tracks(session, "zebra")
    tracks.walk(1)
    assert tracks.session.current is None
    assert Levels(tracks.sessions).line_of(1) == 0


async def test_beside_shows_tracks_and_next_track_and_previous_track_walk_them(address):
    async with started(address) as (app, pilot):
        await pilot.press("f", *"source:ledger", "enter", "B", *"source:gazette", "enter")
        await pilot.pause()
        assert isinstance(app.screen, TracksScreen)
        assert " A  source:ledger  2 events" in lines(app)[0]
        assert " B  source:gazette  3 events" in lines(app)[0]
        both = next(line for line in lines(app) if line.count("Summit in Delhi") == 2)
        assert both.index("│") > 40
        await pilot.press("tab")
        here = app.screen.session.current
        assert here is not None
        assert here.title == "Summit in Delhi"
        await pilot.press("left")
        assert app.screen.session.text == "source:ledger"
        await pilot.press("B", *"is:planned", "enter", "B")
        assert "No more than 3 tracks." in text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, DocumentScreen)
        await pilot.press("q")
        await pilot.pause()
        await pilot.press("q")
        await pilot.pause()
        assert isinstance(app.screen, TimelineScreen)
        assert app.session.text == "source:ledger"


async def test_tracks_show_what_the_collection_has_now(address):
    async with started(address) as (app, pilot):
        await pilot.press("B", *"source:gazette", "enter")
        await pilot.pause()
        with closing(open_collection(address, writing=True)) as store:
            events = [event for row in store.rows(Selection(), 0, 99) if (event := store.event(row.id))]
            fair = replace(events[-2], id="fair", start=1, end=1, edtf="0001-01-01", title="The first fair")
            store.replace_events([fair, *events[1:]])
        app._post_reading(ReadingEnded())
        await until(pilot, "The first fair")
        assert "Leaders meet in Vladivostok" not in text(app)
        found = [line for line in lines(app) if line.count("Summit in Delhi") == 2]
        assert len(found) == 1


async def test_where_it_is_narrow_tracks_are_below_each_other(address):
    async with started(address, NARROW) as (app, pilot):
        await pilot.press("B", *"source:gazette", "enter")
        await pilot.pause()
        found = [line for line in lines(app) if "Summit in Delhi" in line and "Dec" in line]
        assert [line[2] for line in found[:2]] == ["A", "B"]
        for key in ("G", "g", "space", "b", ">", "<", "Z", "z", "J", "K"):
            await pilot.press(key)
        await pilot.press("tab", "f", *"zebra", "enter")
        assert "No event here" in text(app)
        await pilot.resize_terminal(200, 60)
        await pilot.pause()
        assert "source:gazette zebra" in lines(app)[0]
