"""What the user looks at, without a screen: views, narrower spans, other orders, marks, and a rest."""

from __future__ import annotations

import pytest

from data import days
from data.errors import QueryError
from tui.state.resuming import resume, state_of
from tui.state.session import LeftOut
from tui.state.views import EVERYTHING, MAIN, View
from tui.timeline.lines import EventLine


def titles(session):
    return [session.row_at(row).title for row in range(session.count)]


def test_the_view_leaves_out_what_no_source_dates_and_says_how_much(session):
    assert session.left_out is None
    session.count_left_out()
    assert session.left_out == LeftOut(0, 1)
    session.look(View(others=True))
    assert titles(session)[-1] == "Something without a day"
    session.look(MAIN)
    assert session.count == 5


def test_a_filter_that_asks_for_what_the_view_leaves_out_gets_it(session):
    session.filter("is:inferred")
    assert titles(session) == ["Something without a day"]
    session.filter("is:planned")
    assert titles(session) == ["Next fair is announced"]


def test_the_tray_holds_what_has_no_date(session):
    session.go_to_row(2)
    assert session.toggle_tray()
    assert titles(session) == ["Something without a day"]
    assert session.toggle_tray()
    assert session.count == 5
    assert session.row == 2
    session.filter("zebra")
    assert session.toggle_tray()


def test_narrowing_goes_down_to_the_month_and_back(session):
    session.go_to_row(2)
    for label in ("21st century", "2020s", "2021", "December 2021"):
        assert session.narrow(1)
        assert session.span.label == label
        assert session.current.title == "Summit in Delhi"
    assert session.count == 1
    assert not session.narrow(1)
    assert [one.events for one in session.all_months] == [1]
    session.filter("zebra")
    assert (session.count, session.months) == (0, [])
    session.filter("")
    for _ in range(4):
        assert session.narrow(-1)
    assert not session.narrow(-1)
    assert (session.span, session.count) == (None, 5)


def test_a_wrong_query_leaves_span_and_view(session):
    session.narrow(1)
    with pytest.raises(QueryError):
        session.filter("is:nothing")
    assert session.span.label == "21st century"
    assert session.text == ""


@pytest.mark.parametrize(
    ("by", "headings"),
    [
        ("who", ["A. Visitor", "B. Host", "Nobody named"]),
        ("where", ["New Delhi, India", "Vladivostok, Russia", "No place named"]),
        ("importance", ["By importance"]),
    ],
)
def test_events_are_grouped_and_sorted(session, by, headings):
    session.go_to_row(2)
    session.arrange(by)
    assert [one.label for one in session.lines.sections] == headings
    assert session.events == 5
    for row in range(session.count):
        session.go_to_row(row)
        assert session.row == row
    session.arrange("time")
    assert session.count == 5


def test_an_event_with_two_names_is_in_two_groups(session):
    session.go_to_row(2)
    session.arrange("who")
    assert session.current.title == "Summit in Delhi"
    session.move_to_section(1)
    assert (session.row, session.current.title) == (1, "Summit in Delhi")
    session.filter("delhi")
    assert (session.row, session.count, session.events) == (1, 2, 1)
    session.arrange("source")
    assert [one.label for one in session.lines.sections] == ["Harbour Gazette", "Pacific Ledger"]


def test_a_sorted_timeline_is_searched_in_its_order(session):
    session.arrange("importance")
    assert session.current.title == "Next fair is announced"
    assert not session.go_to_day(days.ordinal(2021))
    session.search("delhi OR vladivostok")
    assert session.walk_matches(1)
    assert session.current.title == "Summit in Delhi"
    assert session.walk_matches(1)
    assert session.current.title == "Leaders meet in Vladivostok"
    assert not session.walk_matches(1)


def test_groups_zoom_out_to_their_main_events(long_session):
    long_session.go_to_row(300)
    long_session.arrange("document")
    long_session.change_zoom(-1)
    shown = [long_session.lines.at(line) for line in range(len(long_session.lines))]
    assert len([one for one in shown if isinstance(one, EventLine)]) == 5
    assert long_session.current.title == "Event number 300"
    long_session.change_zoom(1)
    long_session.go_to_day(days.ordinal(2011))
    assert long_session.current.title == "Event number 37"


def test_marks_are_walked_and_time_is_counted_from_the_last(session):
    session.go_to_row(1)
    assert session.mark_before(session.current, 1).title == "Leaders meet in Vladivostok"
    assert session.mark()
    session.go_to_row(3)
    assert session.mark()
    session.go_to_row(0)
    assert session.walk_marks(1)
    assert session.row == 1
    assert session.mark_before(session.current, 1).title.startswith("Said")
    assert session.walk_marks(1)
    assert not session.walk_marks(1)
    assert session.mark_before(session.current, 3).title == "Clash at the border"
    assert not session.mark()
    assert session.walk_marks(-1)
    assert list(session.marks) == ["e1"]


def test_conflicts_are_walked(session):
    assert session.walk("is:conflict", 1)
    assert session.current.title == "Clash at the border"
    assert not session.walk("is:conflict", 1)


def test_marks_are_set_again_after_a_rest(session):
    session.set_marks(["e3", "gone", "e1"])
    assert list(session.marks) == ["e3", "e1"]
    assert session.walk_marks(1)
    assert session.current.id == "e1"


def test_a_session_resumes_with_its_marks(session):
    session.go_to_row(3)
    session.mark()
    session.arrange("who")
    kept = {key: value for key, value in state_of(session).items() if value is not None}
    session.mark()
    session.arrange("time")
    session.go_to_row(0)
    resume(session, kept)
    assert (list(session.marks), session.by, session.current.id) == (["e3"], "who", "e3")


def test_a_session_resumes_in_the_stretch_of_time_it_was_narrowed_to(session):
    session.go_to_row(2)
    session.narrow(1)
    session.narrow(1)
    kept = {key: value for key, value in state_of(session).items() if value is not None}
    shown, span = session.count, session.span
    session.widen_fully()
    assert session.count > shown
    resume(session, kept)
    assert (session.count, session.span) == (shown, span)


def test_a_session_resumes_without_what_it_cannot_read(session):
    resume(
        session, {"span": "year soon", "by": "colour", "zoom": "near", "filter": "delhi", "marks": "e1 gone"}
    )
    assert (session.text, session.span, session.by, list(session.marks)) == ("", None, "time", ["e1"])


def test_a_session_resumes_in_the_tray_if_there_is_something_in_it(session, monkeypatch):
    session.toggle_tray()
    kept = {key: value for key, value in state_of(session).items() if value is not None}
    session.toggle_tray()
    resume(session, kept)
    assert (session.tray, titles(session)) == (True, ["Something without a day"])
    session.toggle_tray()
    monkeypatch.setattr(session, "_has_undated", lambda: False)
    resume(session, kept)
    assert (session.tray, session.count) == (False, 5)


def test_narrowed_to_a_century_nothing_undated_is_in_it(session):
    session.look(EVERYTHING)
    session.narrow(1)
    assert (session.span.label, session.count) == ("21st century", 5)
