"""What the user says that makes events anew: one of two, two of one, names joined, another date."""

from __future__ import annotations

import pytest

from data.store import open_collection
from tests.helpers.piloted import started, text, titles, until

LETTERS = {
    "gazette": "Harbour Gazette\n7 December 2021\n\nMayor Clara Voss opened Brume bridge on 6 May 2021.\n",
    "ledger": "Pacific Ledger\n8 December 2021\n\nFishermen of Holm held a feast on 6 May 2021.\n",
}


def built_of(folder, letters):
    """The collection of letters by the names of their files."""
    from data.pipeline import build

    for name, letter in letters.items():
        (folder / f"{name}.txt").write_text(letter, encoding="utf-8")
    place = folder / "built.dateline"
    for _ in build([str(folder / f"{name}.txt") for name in letters], place):
        pass
    return place


@pytest.fixture
def built(tmp_path):
    return built_of(tmp_path, LETTERS)


async def test_merge_split_and_join_names_make_the_events_anew(built):
    async with started(built) as (app, pilot):
        both = titles(app)
        assert len(both) == 2
        await pilot.press("m", "j", "M")
        await pilot.pause()
        assert "y 2 events into one" in text(app)
        assert all(f"6 May 2021 {title[:20]}" in text(app) for title in both)
        await pilot.press("n")
        assert app.session.count == 2
        await pilot.press("M", "y")
        await until(pilot, lambda: app.session.count == 1)
        event = app.session.event()
        assert len(event.passages) == 2
        assert event.reasons[0].startswith("2 events merged, by ")
        meant = app.session.event().passages[1]
        await pilot.press("J", "S")
        await until(pilot, lambda: app.session.count == 2)
        await until(pilot, lambda: app.session.event().passages == (meant,))
        assert titles(app) == both
        await pilot.press("u")
        await until(pilot, lambda: app.session.count == 1)
        await pilot.press("u")
        await until(pilot, lambda: app.session.count == 2)
        await pilot.press("f", *"who:voss", "enter")
        name = app.session.event().who[0]
        await pilot.press("=", "ctrl+u", *f"Mayor of Brume = {name}", "enter")
        await pilot.press("f", "ctrl+u", *"who:mayor", "enter")
        await until(pilot, lambda: app.session.count and "Mayor of Brume" in app.session.event().who)
    store = open_collection(built)
    assert any(mark.kind == "join-names" for mark in store.marks())
    store.close()


async def test_merge_makes_an_event_added_by_hand_a_source(built):
    async with started(built) as (app, pilot):
        first = app.session.event()
        await pilot.press("a", *"Bridge opens", "enter", *"2021-05-06", "enter", "enter", "enter")
        await pilot.press(*"Town annals", "enter")
        assert app.session.count == 3
        await pilot.press("m", "g", "M")
        await until(pilot, "y 2 events into one")
        await pilot.press("y")
        await until(pilot, lambda: app.session.count == 2)
        told = "Town annals: “Bridge opens”, 6 May 2021"
        assert app.session.store.event(first.id).citation == told
        await pilot.press("f", *"source:annals", "enter")
        assert titles(app) == [first.title]
        await pilot.press("u")
        await until(pilot, lambda: titles(app) == ["Bridge opens"])


async def test_a_split_off_event_that_the_filter_leaves_out_is_told(built):
    async with started(built) as (app, pilot):
        await pilot.press("m", "j", "M", "y")
        await until(pilot, lambda: app.session.count == 1)
        await pilot.press("f", *"voss", "enter")
        names = [passage.text for passage in app.session.event().passages]
        other = next(number for number, words in enumerate(names) if "Voss" not in words)
        await pilot.press(*["J"] * other, "S")
        await until(pilot, "split off · u takes it back · it is not among what is shown")


async def test_redate_shows_what_moves_before_it_is_agreed_to(tmp_path):
    letter = "Harbour Gazette\n7 December 2021\n\nMayor Clara Voss opened Brume bridge on Monday.\n"
    place = built_of(tmp_path, {"gazette": letter})
    async with started(place) as (app, pilot):
        assert app.session.current.edtf == "2021-12-06"
        await pilot.press("p")
        await pilot.pause()
        await pilot.press("e", "ctrl+u", *"2022-03-02")
        await until(pilot, lambda: "“Monday”: 6 December 2021 -> 28 February 2022" in text(app))
        assert "published: 7 December 2021 -> 2 March 2022" in text(app)
        await pilot.press("escape")
        assert "rule" in text(app)
        await pilot.press("e", "ctrl+u", *"no day at all", "enter")
        assert "“no day at all” is no date" in text(app)
        await pilot.press("ctrl+u", *"2022-03-02", "enter")
        await until(pilot, lambda: app.session.current and app.session.current.edtf == "2022-02-28")
        await pilot.press("v", "v", "O")
        await pilot.pause()
        await pilot.press("e")
        await until(pilot, lambda: "published: 2022-03-02" in text(app))
        await pilot.press(*"2022-04-02", "enter")
        await until(pilot, lambda: "2 April 2022" in text(app))
        await pilot.press("q", "u")
        assert "taken back: publication date" in text(app)
        await until(pilot, lambda: app.session.current and app.session.current.edtf == "2022-02-28")
        assert app.session.current.verification == "verified"


async def test_edit_offers_every_reading_of_a_date_in_doubt(tmp_path):
    letter = "Harbour Gazette\n7 December 2021\n\nMayor Clara Voss opened Brume bridge on 03/04/2021.\n"
    place = built_of(tmp_path, {"gazette": letter})
    async with started(place) as (app, pilot):
        first = app.session.current.edtf
        app.session.filter("is:doubtful")
        assert app.session.count == 1
        await pilot.press("e")
        other = {"2021-04-03": "4 March 2021", "2021-03-04": "3 April 2021"}[first]
        assert f"1 {other}" in text(app)
        await pilot.press("1")
        assert {app.session.current.edtf, first} == {"2021-04-03", "2021-03-04"}


async def test_a_mistake_while_events_are_made_anew_is_told(built, monkeypatch):
    def fail(store):
        raise RuntimeError("oh")

    monkeypatch.setattr("data.building.remaking.remake", fail)
    async with started(built) as (_app, pilot):
        await pilot.press("m", "j", "M", "y")
        await until(pilot, "Making the events anew stopped by a mistake of dateline: RuntimeError: oh.")
