"""What the timeline says of itself."""

from __future__ import annotations

import pytest

from data.building.progress import Progress
from data.model import Trouble
from tui.keys.keymap import Keymap
from tui.state.telling import place_words, progress_words, why_empty

KEY = Keymap().name_of


def test_the_place(session):
    assert place_words(session) == "event 1 of 5"
    assert place_words(session, elapsed=True) == "event 1 of 5 · time since the event before"
    session.mark()
    assert place_words(session, elapsed=True) == "event 1 of 5 · time since the last mark"
    session.search("delhi")
    session.walk_matches(1)
    assert place_words(session) == "event 3 of 5 · search: delhi"
    session.arrange("who")
    session.change_zoom(-1)
    assert place_words(session) == "event 1 of 6 · by person · main events · search: delhi"
    session.filter("zebra")
    assert place_words(session) == ""


@pytest.mark.parametrize(
    ("stage", "stopping", "said"),
    [
        ("reading", False, "reading 1 of 1,200  a␛b.txt  (Esc stops)"),
        ("reading", True, "Stopping; what was read is kept."),
        ("dating", False, "working out the dates"),
        ("events", False, "gathering the events"),
        ("done", False, ""),
    ],
)
def test_progress(stage, stopping, said):
    progress = Progress(done=1, total=1200, path="a\x1bb.txt", stage=stage)
    assert progress_words(progress, KEY, stopping=stopping) == said


def test_where_nothing_is_shown_it_says_what_to_do(session):
    events = session.totals
    session.totals = events._replace(events=0)
    assert "No event was found in 3 documents." in why_empty(session, KEY, reading=False)
    assert "Reading." in why_empty(session, KEY, reading=True)[0]
    assert "sample documents" in why_empty(session, KEY, reading=True, samples=True)[0]
    session.totals = events
    assert why_empty(session, KEY, reading=False) == ["No source dates an event here."]
    session.filter("without")
    session.count_left_out()
    assert "1 undated or lasting: I brings them in." in why_empty(session, KEY, reading=False)
    session.filter("")
    session.narrow(1)
    session.filter("zebra")
    assert why_empty(session, KEY, reading=False)[0] == "No event of 21st century matches  zebra"
    session.widen_fully()
    assert why_empty(session, KEY, reading=False) == [
        "No event matches  zebra",
        "",
        "Esc clears the filter, f changes it.",
    ]


def test_nothing_read_points_to_the_troubles(session, monkeypatch):
    session.filter("")
    monkeypatch.setattr(session, "totals", type(session.totals)(0, 0, None, None))
    trouble = session.troubles[0]
    assert isinstance(trouble, Trouble)
    said = why_empty(session, KEY, reading=False)
    assert said[0] == "Nothing could be read."
    assert f"{trouble.path}: {trouble.reason}. {trouble.hint}" in said
    assert said[-1] == "All of it:   !"
