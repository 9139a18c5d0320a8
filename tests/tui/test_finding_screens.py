"""Facets, views, gaps, similar events, and names that are completed in a filter."""

from __future__ import annotations

from data import days, query
from tests.helpers.piloted import NARROW, lines, started, text, titles, until
from tui.timeline.facets import has, toggled
from tui.timeline.gaps import gaps
from tui.timeline.sections import Section


async def test_facets_choose_and_leave_out(address):
    async with started(address, NARROW) as (app, pilot):
        await pilot.press("F")
        await pilot.pause()
        shown = text(app)
        for said in ("who", "A. Visitor", "New Delhi, India", "Pacific Ledger"):
            assert said in shown
        row = next(n for n, item in enumerate(app.screen._list.items) if item.label == "Pacific Ledger")
        app.screen._list.chosen = row
        await pilot.press("enter")
        assert app.session.text == 'source:"Pacific Ledger"'
        assert titles(app) == ["Clash at the border", "Summit in Delhi"]
        assert any("* Pacific Ledger" in line for line in lines(app))
        await pilot.press("q")
        await pilot.pause()
        await pilot.press("escape", "F")
        await pilot.pause()
        app.screen._list.chosen = 1
        name = app.screen._list.items[1].label
        await pilot.press("x")
        assert app.session.text == f'-who:"{name}"'
        assert "Summit in Delhi" not in titles(app)


def test_a_term_comes_and_goes():
    assert toggled("", "who:modi") == "who:modi"
    assert toggled("a OR b", "who:modi") == "(a OR b) who:modi"
    assert toggled("x who:modi y", "who:modi") == "x y"
    assert not has("-who:modi", "who:modi")
    assert has("x -who:modi", "-who:modi")
    assert not has("not who:modi", "who:modi")


def test_a_term_is_no_part_of_another_one():
    assert not has("where:Nigeria", "where:Niger")
    assert toggled("where:Nigeria", "where:Niger") == "where:Nigeria where:Niger"
    assert toggled("where:Nigeria where:Niger", "where:Niger") == "where:Nigeria"
    assert toggled("-where:Niger where:Niger", "where:Niger") == "-where:Niger"
    assert toggled('"a where:Niger b"', "where:Niger") == '"a where:Niger b" where:Niger'
    assert toggled('who:"A  B"  where:Niger x', "where:Niger") == 'who:"A  B" x'


def test_what_holds_together_is_put_in_parentheses_once():
    assert toggled("(a OR b) c", "who:modi") == "(a OR b) c who:modi"
    assert toggled('"this OR that"', "who:modi") == '"this OR that" who:modi'


async def test_views_are_chosen_and_save_view_and_forget_view_keep_them(address):
    async with started(address, NARROW) as (app, pilot):
        await pilot.press("V")
        await pilot.pause()
        assert "disputed" in text(app)
        await pilot.press("a")
        assert "There is no filter to save" in text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert app.session.text == "is:conflict -status:verified"
        assert titles(app) == ["Clash at the border"]
        await pilot.press("f", "ctrl+u", *"where:delhi", "enter", "V")
        await pilot.pause()
        await pilot.press("a", "enter")
        assert "a view needs one" in text(app)
        await pilot.press(*"the summit", "enter")
        assert any("the summit" in line and "where:delhi" in line for line in lines(app))
        await pilot.press("g", "enter")
        await pilot.pause()
        assert titles(app) == ["Summit in Delhi"]
        await pilot.press("V")
        await pilot.pause()
        await pilot.press("g", "x")
        assert "the summit is forgotten" in text(app)
        await pilot.press("x")
        assert "Only saved views are forgotten" in text(app)


async def test_gaps_lead_to_where_the_silence_ends(address):
    async with started(address, NARROW) as (app, pilot):
        await pilot.press("L")
        await pilot.pause()
        assert "1 year 5 months" in text(app)
        assert "after June 2020, until December 2021" in text(app)
        await pilot.press("j", "enter")
        await pilot.pause()
        assert app.session.row > 0


def test_no_silence_between_neighbours(long_session):
    assert gaps(long_session.arrangement.sections("month")) == []


def test_of_a_year_that_is_told_as_a_whole_no_silence_is_known():
    year = Section(0, 1, days.ordinal(2019), "year")
    month = Section(1, 1, days.ordinal(2019, 3), "month")
    later = Section(2, 1, days.ordinal(2020, 5), "month")
    [gap] = gaps([year, month, later, Section(3, 1, name="Undated")])
    assert (gap.before, gap.after, gap.words, gap.day) == ("2019", "May 2020", "4 months", later.start)


async def test_similar_shows_what_shares_people_and_place(address):
    async with started(address, NARROW) as (app, pilot):
        await pilot.press("j", "j", "~")
        assert titles(app) == ["Summit in Delhi"]
        assert "1 event with the same people and place" in text(app)
        await pilot.press("escape", "g", "j", "~")
        assert "names nobody" in text(app)


async def test_filter_completes_names_in_a_filter(address):
    async with started(address, NARROW) as (app, pilot):
        await pilot.press("f", *"who:vis")
        await pilot.pause()
        assert 'Tab: who:"A. Visitor" 1' in text(app)
        await pilot.press("tab", "enter")
        assert app.session.text == 'who:"A. Visitor"'


async def test_a_field_alone_offers_its_most_frequent_names(address):
    async with started(address, NARROW) as (app, pilot):
        await pilot.press("f", *"where:")
        await until(pilot, 'Tab: where:"')
        offered = {name for name, _ in app.session.store.facets(query.select(""), "where", 20).counts}
        await pilot.press("tab", "enter")
        assert app.session.text.removeprefix('where:"').removesuffix('"') in offered


async def test_names_are_completed_for_what_stands_beside(address):
    async with started(address, NARROW) as (app, pilot):
        for _ in range(2):
            await pilot.press("B", *"who:vis")
            await until(pilot, 'Tab: who:"A. Visitor" 1')
            await pilot.press("tab", "enter")
        assert [one.text for one in app.screen.tracks.sessions[1:]] == ['who:"A. Visitor"'] * 2


async def test_documents_begin_with_those_without_a_date_and_redate_is_offered(address):
    async with started(address, NARROW) as (app, pilot):
        await pilot.press("O")
        await pilot.pause()
        assert "date unknown" in lines(app)[0]
        assert "3 documents, 1 without a date; at the right the passages in events" in text(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "Mirror" in lines(app)[0]
        await pilot.press("q")
        await pilot.pause()
        await pilot.press("e")
        await pilot.pause()
        assert "file      hostile.txt" in text(app)
        assert "published:" in text(app)


async def test_a_document_in_which_no_event_is_told_is_opened_too(address, monkeypatch):
    async with started(address, NARROW) as (app, pilot):
        monkeypatch.setattr(type(app.session.store), "events_of", lambda *_: [])
        await pilot.press("O")
        await pilot.pause()
        await pilot.press("j", "enter")
        await pilot.pause()
        assert "No event is told in this document." in text(app)
        assert any("harbour" in line.lower() or "Delhi" in line for line in lines(app))
        await pilot.press("y")
        assert "copied: " in text(app)
        await pilot.press("J", "n", "]", "p", "C")
        await pilot.pause()
        assert any("harbour" in line.lower() or "Delhi" in line for line in lines(app))


async def test_words_of_no_command_are_told_and_the_list_stays_open(address):
    async with started(address) as (app, pilot):
        await pilot.press(":", *"zebra")
        assert "No command has these words: delete some, or Esc leaves." in text(app)
        await pilot.press("enter")
        assert "No command has these words: delete some, or Esc leaves." in text(app)
        await pilot.press("ctrl+u", *"quit", "enter")
        assert not app.is_running or app._exit
