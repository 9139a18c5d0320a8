"""What the user says of events: kept, shown, taken back, and there again in the next session."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from itertools import islice

import pytest

from data.errors import NotKeptError
from data.marks import on_document
from data.store import open_collection
from data.store.records import Selection
from data.store.sqlite import opening
from tests.helpers.piloted import WIDE, lines, started, text, titles, until
from tui.configuration import configuration
from tui.state.judging import Judge


def first(store):
    """The first event of a collection."""
    return next(store.events(Selection()))


async def test_verify_keeps_a_status_and_undo_and_redo_turn_it(address):
    async with started(address, WIDE) as (app, pilot):
        await pilot.press("v")
        assert "v verified" in text(app)
        await pilot.press("v")
        assert "status: verified · u takes it back" in text(app)
        assert app.session.current.verification == "verified"
        await pilot.press("u")
        assert "taken back: status: verified" in text(app)
        assert app.session.current.verification is None
        await pilot.press("u")
        assert "Nothing is left to take back." in text(app)
        await pilot.press("U")
        assert app.session.current.verification == "verified"
        await pilot.press("U")
        assert "Nothing was taken back." in text(app)
    async with started(address, WIDE) as (app, pilot):
        assert app.session.current.verification == "verified"
        await pilot.press("u")
        assert app.session.current.verification is None


def test_a_removed_document_is_not_what_was_said_last(address):
    judge = Judge(lambda: open_collection(address, writing=True))
    with closing(judge), open_collection(address, writing=True) as store:
        said = judge.say("note", [first(store)], "call the port")
        store.mark(on_document("remove", store.documents()[-1].id))
        assert judge.undo() == (said,)
        assert judge.undo() == ()
        assert store.left_out()


def test_what_was_said_last_is_taken_back_though_the_clock_was_set_back(address, monkeypatch):
    times = iter([f"2024-01-0{day}T00:00:00.000000Z" for day in (2, 1, 3, 3)])
    monkeypatch.setattr("data.marks.making.now", lambda: next(times))
    judge = Judge(lambda: open_collection(address, writing=True))
    with closing(judge), open_collection(address) as store:
        one, other = islice(store.events(Selection()), 2)
        said = [judge.say("note", [event], "call the port") for event in (one, other)]
        assert [judge.undo(), judge.undo()] == [(said[1],), (said[0],)]


def test_what_another_session_took_back_is_not_taken_back_again(address):
    here, there = (Judge(lambda: open_collection(address, writing=True)) for _ in range(2))
    with closing(here), closing(there), open_collection(address) as store:
        first_said, said = (here.say("note", [first(store)], words) for words in ("call", "call again"))
        assert [mark.id for mark in there.undo()] == [said.id]
        assert [mark.id for mark in here.undo()] == [first_said.id]
        assert here.undo() == ()


async def test_a_choice_is_made_with_the_keys_of_the_layout(address, tmp_path):
    path = tmp_path / "config.toml"
    path.write_text('[screen]\nlayout = "ru"\n', encoding="utf-8")
    async with started(address, configuration=configuration(str(path))) as (app, pilot):
        await pilot.press("м", "м")
        assert app.session.current.verification == "verified"
        await pilot.press("v", "d")
        assert app.session.current.verification == "disputed"
        await pilot.press("м", "я")
        assert app.session.current.verification == "disputed"


@pytest.mark.parametrize("keys", [("v", "v"), ("x",), (":", *"hide", "enter")])
async def test_what_cannot_be_kept_now_is_told_and_the_screen_goes_on(address, monkeypatch, keys):
    monkeypatch.setattr(opening, "WAIT", 0.1)
    async with started(address, WIDE) as (app, pilot):
        other = sqlite3.connect(address, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        await pilot.press("v", "n")  # opens the collection for writing, and cannot
        await pilot.press(*keys)
        await pilot.pause()
        other.close()
        told = [each.message for each in app._notifications]
        assert len(told) == 2
        assert all("another program is writing to it" in each for each in told)
        assert app.is_running
        await pilot.press("v", "v")
        assert app.session.current.verification == "verified"


def test_what_was_not_taken_back_can_still_be(address, monkeypatch):
    monkeypatch.setattr(opening, "WAIT", 0.1)
    judge = Judge(lambda: open_collection(address, writing=True))
    with closing(judge), open_collection(address) as store:
        said = judge.say("note", [first(store)], "call the port")
        for turn in (judge.undo, judge.redo):
            with closing(sqlite3.connect(address, isolation_level=None)) as other:
                other.execute("BEGIN IMMEDIATE")
                with pytest.raises(NotKeptError, match="in use"):
                    turn()
            assert turn() == (said,)


async def test_tag_and_note_are_found_by_a_query(address):
    async with started(address) as (app, pilot):
        await pilot.press("j", "t", *"ships,  call back", "enter")
        await pilot.press("c", *"ask the port", "enter")
        await pilot.press("f", *"tag:ships has:note", "enter")
        assert titles(app) == ["Clash at the border"]
        event = app.session.event()
        assert (event.tags, event.note) == (("ships", "call back"), "ask the port")
        for said in ("tags   ships, call back", "note   ask the port"):
            assert said in text(app)
        await pilot.press("escape", "t", "enter")
        assert "The tags are as before." in text(app)
        # what is typed stands behind the tags that are there
        await pilot.press("t", *"two", "enter")
        assert app.session.event().tags == ("ships", "call back", "two")
        await pilot.press("t", "ctrl+u", *"ships", "enter", "c", "ctrl+u", "enter")
        event = app.session.event()
        assert (event.tags, event.note) == (("ships",), None)


async def test_tags_are_completed_counted_and_found_by_their_facet(address):
    async with started(address) as (app, pilot):
        await pilot.press("j", "t", *"call back", "enter", "j", "t", *"ships, ba")
        await until(pilot, "Tab: call back 1")
        await pilot.press("tab", "enter")
        assert app.session.event().tags == ("ships", "call back")
        await pilot.press("f", *"tag:ca")
        await until(pilot, 'Tab: tag:"call back" 2')
        await pilot.press("escape", "k", "k", "t", "tab")
        assert " tags: call back " in text(app)
        await pilot.press("escape", "F")
        await until(pilot, 'tag:"call back"')
        assert " tags" in text(app)


async def test_edit_gives_another_title_and_date(address):
    async with started(address) as (app, pilot):
        await pilot.press("e", "t", "ctrl+u", *"They meet at sea", "enter")
        assert app.session.current.title == "They meet at sea"
        await pilot.press("e", "d", *"2020-03", "enter")
        assert "March 2020" in text(app)
        assert app.session.current.edtf == "2020-03"
        await pilot.press("e", "d", "ctrl+u", *"no day", "enter")
        assert "“no day” is no date" in text(app)
        await pilot.press("escape", "u", "u")
        assert (app.session.current.title, app.session.current.edtf) == (
            "Leaders meet in Vladivostok", "2019-09-05",
        )  # fmt: skip


async def test_a_time_of_day_is_given_changed_and_taken_back(address):
    async with started(address) as (app, pilot):
        await pilot.press("e", "d", "ctrl+u", *"5 Sep 2019, 4:20 pm", "enter")
        assert (app.session.current.edtf, app.session.current.clock) == ("2019-09-05", "T16:20")
        assert "date: 5 September 2019, 16:20" in text(app)
        assert "5 September 2019, 16:20" in lines(app)[3]
        await pilot.press("e", "d")
        assert "2019-09-05T16:20" in text(app)
        await pilot.press(*"2019-09-05T16:25Z", "enter")
        assert app.session.current.clock == "T16:25 UTC"
        await pilot.press("e", "d", "ctrl+u", *"September 2019", "enter")
        assert app.session.current.clock is None
        await pilot.press("u", "u", "u")
        assert app.session.current.clock is None
        assert app.session.current.edtf == "2019-09-05"


async def test_a_key_that_was_not_offered_is_told_and_changes_nothing(address):
    async with started(address) as (app, pilot):
        await pilot.press("j")
        here = app.session.row
        await pilot.press("v", "k")
        assert "Nothing is changed: k is none of the keys that were offered." in text(app)
        assert app.session.row == here > 0
        await pilot.press("v", "down")
        assert "Nothing is changed: down is none" in text(app)
        await pilot.press("v", "escape")
        assert "Nothing is changed" not in text(app)
        await pilot.press("v", "v")
        assert app.session.current.verification == "verified"


async def test_hide_and_show_hidden(address):
    async with started(address) as (app, pilot):
        before = titles(app)
        await pilot.press("G", "X")
        assert "No event is hidden" in text(app)
        # Nothing else than before is under the cursor: x would hide it.
        assert app.session.current.title == before[-1]
        await pilot.press("g", "j", "x")
        assert "Clash at the border" not in titles(app)
        await pilot.press("X")
        assert titles(app) == ["Clash at the border"]
        await pilot.press("X", "G", "X", "x", "X")
        assert titles(app) == before
        assert app.session.current.title == before[-1]
        await pilot.press("f", *"clash", "enter", "x", "X", "X")
        assert app.session.text == "clash"
        await pilot.press("escape", "G", "u")
        assert app.session.current.title == "Clash at the border"


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (["M"], "Mark the events that are one with m"),
        (["S"], "This event has one passage"),
        (["f", *"zebra", "enter", "v"], "No event is chosen."),
    ],
)
async def test_what_cannot_be_done_is_told(address, keys, said):
    async with started(address) as (app, pilot):
        await pilot.press(*keys)
        assert said in text(app)
