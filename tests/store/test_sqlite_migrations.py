"""Collections of earlier versions open: what each step of the tables brings with it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from data.marks import on_events
from data.model import Link
from data.query import select
from data.store.compact import dump, dump_all
from data.store.records import Selection
from data.store.sorts import SORTS
from data.store.sqlite import frequent_words, open_store
from data.store.sqlite.checking import faults
from data.store.sqlite.schema import SORT_WORDS
from tests.store.earlier import (
    DIED,
    DOUBTFUL,
    EVENTS,
    MAYOR,
    PORT,
    RAIN,
    SANK,
    SHIPS,
    fill,
    plain,
    statements,
)
from tests.store.made import day, event, put

ALL = Selection()
# A row without words comes for each that goes: the search counts its rows.
_TAKEN_OUT = (
    "INSERT INTO event_text (rowid, source) SELECT e.position, '' FROM event e WHERE {0};"
    "INSERT INTO event_text (event_text, rowid, source) SELECT 'delete', e.position, '{1}' FROM event e"
    " WHERE {0}"
)
BEFORE_15 = "DROP INDEX mark_again; DROP INDEX mark_passage_again; PRAGMA user_version = 14"
BEFORE_14 = (
    f"{BEFORE_15};"
    "DROP TABLE frequent; DROP TABLE frequent_set; DROP TABLE frequent_since; DROP TABLE recent_text;"
    " PRAGMA user_version = 13"
)
BEFORE_13 = f"{BEFORE_14}; ALTER TABLE collection DROP COLUMN written; PRAGMA user_version = 12"
BEFORE_12 = "; ".join([
    BEFORE_13,
    *(_TAKEN_OUT.format(condition, SORT_WORDS[name]) for name, condition in SORTS.items()),
    "DELETE FROM word WHERE word BETWEEN '\ue001' AND '\ue100'",
    "PRAGMA user_version = 11",
])  # fmt: skip
BEFORE_11 = f"{BEFORE_12}; DROP TABLE word"
BEFORE_10 = f"{BEFORE_11}; ALTER TABLE event DROP COLUMN clock; ALTER TABLE passage DROP COLUMN clock"
BEFORE_8 = f"{BEFORE_10}; DROP TABLE coarse; ALTER TABLE collection DROP COLUMN documents"


def test_version_2_gets_a_place_for_reports(tmp_path: Path) -> None:
    path = tmp_path / "second.dateline"
    with plain(path) as raw:
        raw.executescript(statements("version_2"))
    with open_store(path) as store:
        assert store.reported("of today") == {}
    with open_store(path, writing=True) as store:
        put(store, PORT)
        store.replace_events(EVENTS)
        store.keep_reports("of today", [("port", b"told"), ("elsewhere", b"")])
        assert store.reported("of today").keys() == {"port"}
        assert store.reports("port") == b"told"
        assert store.reported("of old") == {}


@pytest.fixture
def third(tmp_path: Path) -> Path:
    """A collection of version 3 in which an event is hidden and a date is in doubt."""
    path = tmp_path / "third.dateline"
    with plain(path) as raw:
        raw.executescript(statements("version_3"))
        fill(raw)
        raw.execute("UPDATE passage SET expression = ? WHERE event = 3", (dump(DOUBTFUL),))
        raw.execute("INSERT INTO document_dating VALUES (1, ?)", (dump_all([DOUBTFUL]),))
        raw.execute("UPDATE event SET hidden = 1 WHERE id = 'inferred'")
        raw.execute("UPDATE event SET shown = 1 WHERE id = 'sinking'")
        raw.execute("INSERT INTO month VALUES (?, 0, 2, 1, 1, 1)", (day("2024-07-01"),))
        raw.execute("INSERT INTO month VALUES (?, 2, 1, 0, 0, 0)", (day("2024-08-01"),))
    return path


def test_months_of_version_4_know_what_is_hidden(third: Path) -> None:
    with open_store(third, writing=True) as store:
        assert [row.id for row in store.rows(ALL, 0, 9)] == ["sinking", "state", "undated"]
        assert store.totals().events == store.count(ALL) == 3
        assert [(month.start, month.events) for month in store.periods(ALL, "month")] == [
            (day("2024-07-01"), 1), (day("2024-08-01"), 1),
        ]  # fmt: skip
        assert [row.id for row in store.rows(select("is:shown"), 0, 9)] == ["sinking"]
        assert [row.id for row in store.rows(select("is:hidden OR is:undated"), 0, 9)] == [
            "inferred", "undated",
        ]  # fmt: skip
    assert not any("months" in fault.what or "stand" in fault.what for fault in faults(third))


def test_what_version_6_packs_comes_back_as_it_was(third: Path) -> None:
    with open_store(third) as store:
        assert store.document("port") == PORT
        assert store.expressions("port") == (DOUBTFUL,)
        undated = store.event("undated")
        assert undated is not None
        assert undated.passages == (replace(SHIPS, expression=DOUBTFUL),)
        assert [row.id for row in store.rows(select("is:doubtful"), 0, 9)] == ["undated"]


def test_version_5_opens(tmp_path: Path) -> None:
    path = tmp_path / "fifth.dateline"
    with plain(path) as raw:
        raw.executescript(statements("version_5"))
    with open_store(path, writing=True) as store:
        put(store, PORT)
        store.replace_events(EVENTS)
        assert list(store.events(ALL)) == EVENTS


def test_version_6_gets_a_place_for_links(tmp_path: Path) -> None:
    path = tmp_path / "sixth.dateline"
    with open_store(path, writing=True) as store:
        put(store, PORT)
    with plain(path) as raw:
        raw.executescript(f"ALTER TABLE document_text DROP COLUMN links; {BEFORE_8}; PRAGMA user_version = 6")
    with open_store(path) as store:
        assert store.document("port") == PORT
    linked = replace(PORT, links=(Link(4, 9, "https://harbour.example/ferry"),))
    with open_store(path, writing=True) as store:
        put(store, linked)
        assert store.document("port") == linked


def test_version_7_counts_what_is_said_of_whole_years_and_documents(tmp_path: Path) -> None:
    path = tmp_path / "seventh.dateline"
    spans = ("19XX", "197X", "1970", "1970-01", "1970-01-01", "1970-04", "1971", "-0099")
    said = [event(f"e{number}", edtf, [SANK]) for number, edtf in enumerate(spans)]
    with open_store(path, writing=True) as store:
        put(store, PORT)
        store.replace_events([*said, replace(EVENTS[1], start=said[2].start, hidden=True), EVENTS[3]])
        counts, totals = store.coarse(ALL), store.totals()
    with plain(path) as raw:
        before = raw.execute("SELECT * FROM coarse").fetchall()
        raw.executescript(f"{BEFORE_8}; PRAGMA user_version = 7")
    with open_store(path) as store:
        assert (store.coarse(ALL), store.totals()) == (counts, totals)
        assert store._query("SELECT * FROM coarse") == before
        assert len(before) == 7
    assert not any("count" in fault.what for fault in faults(path))


def test_version_9_counts_tags(tmp_path: Path) -> None:
    path = tmp_path / "eighth.dateline"
    with open_store(path, writing=True) as store:
        put(store, PORT)
        store.replace_events([*EVENTS, replace(EVENTS[0], id="hidden", tags=("b", "B"), hidden=True)])
        store.mark(on_events("tag", [EVENTS[1]], "B"))
        store.mark(on_events("tag", [EVENTS[2]], "b"))
        counts = store.facets(ALL, "tag", 9), store.facets(select("is:shown"), "tag", 9)
    with plain(path) as raw:
        raw.executescript(BEFORE_10)
        raw.executescript("DELETE FROM facet WHERE field = 'tag'; PRAGMA user_version = 8")
    with open_store(path) as store:
        assert (store.facets(ALL, "tag", 9), store.facets(select("is:shown"), "tag", 9)) == counts
        assert counts[0].counts == (("b", 2), ("B", 1), ("a", 1))
    assert not any("facet" in fault.what for fault in faults(path))


def test_version_10_tells_times_of_day_after_the_next_building(tmp_path: Path) -> None:
    path = tmp_path / "ninth.dateline"
    clocks = {"noon": "T12:00", "dawn": "TMO/START", "late": "T23:40 GMT", "some time": None}
    timed = [
        replace(event(name, "2024-07-08", [replace(told, clock=clock)]), clock=clock)
        for (name, clock), told in zip(clocks.items(), (SANK, DIED, MAYOR, RAIN), strict=True)
    ]
    with open_store(path, writing=True) as store:
        put(store, PORT)
        store.replace_events([replace(one, clock=None) for one in timed])
        before = [row.id for row in store.rows(ALL, 0, 9)]
    with plain(path) as raw:
        raw.executescript(f"{BEFORE_10}; PRAGMA user_version = 9")
    with open_store(path) as store:
        assert [row.id for row in store.rows(ALL, 0, 9)] == before
        assert {row.clock for row in store.rows(ALL, 0, 9)} == {None}
    with open_store(path, writing=True) as store:
        store.mark(on_events("date", [timed[2]], "2024-07-08T05:30"))
        assert store.rows(ALL, 0, 1)[0].id == "late"
        store.replace_events(timed)
        assert [row.id for row in store.rows(ALL, 0, 9)] == ["dawn", "late", "noon", "some time"]
        told = [one.passages[0].clock for one in store.events(ALL)]
        assert told == ["TMO/START", "T23:40 GMT", "T12:00", None]
    assert not any("stand" in fault.what for fault in faults(path))


def test_an_event_finds_its_place_between_positions_without_room(third: Path) -> None:
    with open_store(third, writing=True) as store:
        store.change_events({"undated"}, [replace(EVENTS[2], start=EVENTS[0].start)])
        assert [row.id for row in store.rows(ALL, 0, 9)] == ["state", "sinking"]
        assert store.count(select("ferry")) == 1
        assert store.count(select("ships")) == 0
    assert not any("months" in fault.what or "stand" in fault.what for fault in faults(third))


def test_version_11_has_a_table_of_words(tmp_path: Path) -> None:
    path = tmp_path / "tenth.dateline"
    with open_store(path, writing=True) as store:
        put(store, PORT)
        store.replace_events(EVENTS)
    with plain(path) as raw:
        raw.executescript(f"{BEFORE_11}; PRAGMA user_version = 10")
    with open_store(path) as store:
        assert [row.id for row in store.rows(select("ferr"), 0, 9)] == ["sinking"]
        assert [row.id for row in store.rows(select("mayo OR shi"), 0, 9)] == ["inferred", "undated"]
        (words,) = store._ask(
            "SELECT count(*) FROM word WHERE word IN ('ferry', 'monday', 'ødegard')"
        ).fetchone()
        assert words == 3
    assert list(faults(path)) == []


def test_version_12_finds_events_as_what_they_are(tmp_path: Path) -> None:
    path = tmp_path / "eleventh.dateline"
    with open_store(path, writing=True) as store:
        put(store, PORT)
        store.replace_events(EVENTS)
    asked = {
        text: _found(path, text)
        for text in (
            "is:state",
            "is:conflict",
            "has:note",
            "status:disputed",
            "tag:a",
            "is:shown",
            "ferry is:stated",
        )
    }
    assert asked["is:state"] == ["state"]
    assert asked["tag:a"] == asked["status:disputed"] == ["sinking"]
    with plain(path) as raw:
        raw.executescript(BEFORE_12)
    assert {text: _found(path, text) for text in asked} == asked
    assert list(faults(path)) == []
    with open_store(path, writing=True) as store:
        store.replace_events([replace(event, kind="event") for event in EVENTS])
    assert _found(path, "is:state") == []
    assert list(faults(path)) == []


def test_version_14_makes_frequent_words_ready_with_the_next_building(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(frequent_words, "MANY", 2)
    path = tmp_path / "thirteenth.dateline"
    with open_store(path, writing=True) as store:
        put(store, PORT)
        store.replace_events(EVENTS[:3])
    with plain(path) as raw:
        raw.executescript(BEFORE_14)
    assert _found(path, "ferry") == ["sinking"]
    with open_store(path, writing=True) as store:
        assert store._query("SELECT * FROM frequent") == []
        store.change_events((), EVENTS[3:])
        assert ('{title passage} : "ferry"',) in store._query("SELECT search FROM frequent")
    assert list(faults(path)) == []


def test_version_15_keeps_marks_twice(tmp_path: Path) -> None:
    path = tmp_path / "fourteenth.dateline"
    with open_store(path, writing=True) as store:
        put(store, PORT)
        store.replace_events(EVENTS[:3])
        store.mark(on_events("tag", [EVENTS[0]], "follow-up"))
    with plain(path) as raw:
        raw.executescript(BEFORE_15)
    open_store(path, writing=True).close()
    with plain(path) as raw:
        assert raw.execute("SELECT value FROM mark INDEXED BY mark_again").fetchall() == [("follow-up",)]
        copied = raw.execute("SELECT count(*) FROM mark_passage INDEXED BY mark_passage_again").fetchone()
        assert copied == raw.execute("SELECT count(*) FROM mark_passage NOT INDEXED").fetchone() != (0,)
    assert list(faults(path)) == []


def _found(path: Path, text: str) -> list[str]:
    with open_store(path) as store:
        return [row.id for row in store.rows(select(text), 0, 9)]
