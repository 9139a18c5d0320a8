"""What the user looks at, without a screen."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

import pytest

from data import days
from data.errors import CollectionError, LostError, QueryError
from data.model import Trouble
from data.store import open_collection
from data.store.records import Selection
from tui.state.session import PAGE
from tui.state.views import EVERYTHING
from tui.timeline.lines import EventLine, Rest


def test_everything_is_shown_in_the_order_of_time(session):
    session.look(EVERYTHING)
    assert session.count == 6
    assert session.row_at(0).title == "Leaders meet in Vladivostok"
    assert session.row_at(session.count - 1).title == "Something without a day"
    assert session.lines.sections[-1].label == "Undated"


def test_moving_steps_over_headings_and_stops_at_the_ends(session):
    session.move(1)
    assert session.row == 1
    session.move(100)
    assert session.row == 4
    session.move(1)
    assert session.row == 4
    session.move(-100)
    assert session.row == 0
    session.move(-1)
    assert session.row == 0


def test_a_filter_keeps_the_cursor_on_its_event(session):
    session.go_to_row(2)
    session.filter("delhi")
    assert session.current.title == "Summit in Delhi"
    session.filter("")
    assert (session.row, session.count) == (2, 5)


def test_a_filter_without_the_event_goes_to_the_next_day(session):
    session.go_to_row(1)
    session.filter("where:delhi OR where:vladivostok")
    assert session.current.title == "Summit in Delhi"


def test_a_wrong_query_changes_nothing(session):
    session.filter("delhi")
    with pytest.raises(QueryError) as caught:
        session.filter("before:nonsense-day")
    assert caught.value.position == 7
    assert (session.text, session.count) == ("delhi", 1)


def test_nothing_matches(session):
    session.filter("zebra")
    assert (session.count, session.current, session.event(), session.passage()) == (0, None, None, None)
    session.move(1)
    session.move_to_section(1)
    session.go_to_day(0)
    assert not session.walk_sources(1)
    assert not session.change_zoom(5)


def test_sources_are_walked_and_begin_anew_at_another_event(session):
    session.go_to_row(2)
    assert session.passage().document == "ledger"
    assert session.walk_sources(1)
    assert session.passage().document == "gazette"
    assert not session.walk_sources(1)
    session.move(1)
    assert session.source == 0
    assert not session.walk_sources(-1)


def test_going_to_a_day(session):
    session.go_to_day(days.ordinal(2021))
    assert session.current.title == "Summit in Delhi"
    session.go_to_day(days.ordinal(1800))
    assert session.row == 0
    session.go_to_day(days.ordinal(2100))
    assert session.current.title == "Next fair is announced"
    session.look(EVERYTHING)
    session.go_to_day(days.ordinal(2100))
    assert session.current.title == "Something without a day"


def test_walking_periods(session):
    session.move_to_section(1)
    assert session.row == 1
    session.move_to_section(-1)
    assert session.row == 0
    session.move_to_section(-1)
    assert session.row == 0
    session.go_to_row(session.count - 1)
    session.move_to_section(1)
    assert session.row == session.count - 1


def test_searching_walks_the_matches_of_the_filter(session):
    session.search("delhi")
    assert session.walk_matches(1)
    assert session.current.title == "Summit in Delhi"
    assert not session.walk_matches(1)
    session.go_to_row(4)
    assert session.walk_matches(-1)
    assert session.current.title == "Summit in Delhi"
    session.end_search()
    assert not session.walk_matches(1)


def test_a_match_outside_the_filter_is_passed_over(session):
    session.filter("is:planned OR where:vladivostok")
    session.search("n")
    assert session.walk_matches(1)
    assert session.current.modality == "planned"


def test_pages_are_fetched_as_they_are_seen(long_session, monkeypatch):
    asked = []
    rows = long_session.store.rows

    def counted(selection, first, count):
        asked.append((first, count))
        return rows(selection, first, count)

    monkeypatch.setattr(long_session.store, "rows", counted)
    long_session.go_to_row(300)
    assert long_session.current.title == "Event number 300"
    assert asked == [(300 // PAGE * PAGE, PAGE)]


def test_a_zoom_keeps_the_event_and_shows_the_main_ones(long_session):
    session = long_session
    session.go_to_row(301)
    for zoom in ("month", "year", "decade", "century"):
        assert session.change_zoom(-1)
        assert session.zoom.unit == zoom
        assert session.current.title == "Event number 301"
        shown = [session.lines.at(line) for line in range(len(session.lines))]
        rows = [one.row for one in shown if isinstance(one, EventLine)]
        assert 301 in rows
        assert sum(one.hidden for one in shown if isinstance(one, Rest)) + len(rows) == 600
        if zoom == "year":
            of_2011 = [row for row in rows if 37 <= row < 73]
            rated = sorted(range(37, 73), key=lambda row: (-session.row_at(row).importance, row))
            assert of_2011 == sorted(rated[:5])
    assert not session.change_zoom(-1)
    for _ in range(4):
        assert session.change_zoom(1)
    assert not session.change_zoom(1)
    assert session.lines.sections[0].label == "2010"
    assert session.current.title == "Event number 301"


def test_a_hidden_match_is_shown(long_session):
    session = long_session
    session.change_zoom(-1)
    session.change_zoom(-1)
    session.search('"number 307"')
    assert session.walk_matches(1)
    assert session.current.title == "Event number 307"
    line = session.lines.line_of(session.row)
    assert session.lines.at(line) == EventLine(307, session.lines.sections[session.lines.section_of(307)])


def test_reloading_stays_on_the_event(session):
    session.go_to_row(3)
    session.reload()
    assert session.row == 3
    assert [one.path for one in session.troubles] == ["broken.jsonl"]


def test_troubles_told_and_recorded_are_counted_once(session):
    [recorded] = session.troubles
    missing = Trouble("nowhere", None, "it is not there", "Check the spelling.")
    session.told += [recorded, missing]
    session.reload()
    assert session.troubles == [recorded, missing]


def test_a_collection_built_anew_meanwhile_is_counted_again(long_session, many):
    session = long_session
    session.go_to_row(7)
    assert session.current.title == "Event number 7"
    with closing(open_collection(many, writing=True)) as writer:
        writer.replace_events(list(writer.events(Selection()))[5:100])
    assert session.row_at(599).title == "Event number 99"
    assert (session.count, session.row) == (95, 2)
    assert session.current.title == "Event number 7"
    with closing(open_collection(many, writing=True)) as writer:
        writer.replace_events([])
    session._pages.clear()
    with pytest.raises(CollectionError):
        session.row_at(90)


@pytest.mark.parametrize("built_at", ["count", "periods", "place", "before"])
def test_a_collection_that_grows_while_it_is_looked_at_has_the_cursor_inside(
    long_session, many, monkeypatch, built_at
):
    session, store = long_session, long_session.store
    with closing(open_collection(many, writing=True)) as writer:
        events = list(writer.events(Selection()))
        writer.replace_events(events[500:])
    session.reload()
    session.go_to_row(99)
    asked = getattr(store, built_at)

    def build(*arguments):
        monkeypatch.undo()
        told = asked(*arguments) if built_at == "count" else None
        with closing(open_collection(many, writing=True)) as writer:
            writer.replace_events(events)
        return asked(*arguments) if told is None else told

    monkeypatch.setattr(store, built_at, build)
    session.reload()
    assert not monkeypatch._setattr, "the collection was not built on meanwhile"
    assert 0 <= session.row < session.count
    shown = [session.lines.at(number) for number in range(len(session.lines))]
    rows = [one.row for one in shown if isinstance(one, EventLine)]
    assert rows == list(range(session.count))
    session.go_to_hidden_row(599)
    assert session.current is not None
    session.reload()
    assert session.count == 600
    assert session.current == session.row_at(session.row)


def test_what_does_not_change_is_not_asked_for_again(session, monkeypatch):
    monkeypatch.setattr(session.store, "periods", None)
    monkeypatch.setattr(session.store, "count", None)
    session.look(session.view)
    session.filter("  ")
    session.arrange("time")
    assert session.count == 5


def test_where_an_event_is_made_otherwise_the_cursor_goes_to_what_tells_the_same(session, address):
    session.go_to_row(2)
    gone = session.event()
    with closing(open_collection(address, writing=True)) as writer:
        events = [event for event in writer.events(Selection()) if event.id != gone.id]
        merged = replace(gone, id="merged", title="Made of two", start=events[0].start, end=events[0].end)
        writer.replace_events([*events, merged])
    session.reload()
    assert session.current.title == "Made of two"


def test_what_is_read_while_the_connection_is_lost_is_read_once_more(session, monkeypatch):
    read, asked = session.store.event, []

    def lost_at_first(event_id):
        asked.append(event_id)
        if len(asked) == 1:
            raise LostError("The connection was lost", "here", "")
        return read(event_id)

    monkeypatch.setattr(session.store, "event", lost_at_first)
    found = session.event()
    assert found is not None
    assert asked == [found.id] * 2
