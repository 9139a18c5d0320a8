"""A collection of version 1 opens through all steps, with all that was in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.errors import CollectionError
from data.marks import on_events
from data.query import select
from data.store import upgrading
from data.store.records import PeriodCount, Selection
from data.store.sqlite import migrations, open_store, schema
from tests.store.earlier import EVENTS, PORT, fill, plain, statements
from tests.store.made import day

ALL = Selection()


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A collection of version 1, filled by statements of that time."""
    path = tmp_path / "old.dateline"
    with plain(path) as raw:
        raw.executescript(statements("version_1"))
        fill(raw)
        raw.execute("INSERT INTO given_date VALUES ('port', '2024-07')")
        raw.execute("INSERT INTO month VALUES (?, 0, 2, 1)", (day("2024-07-01"),))
        raw.execute("INSERT INTO month VALUES (?, 2, 1, 0)", (day("2024-08-01"),))
    return path


@pytest.mark.parametrize("writing", [False, True])
def test_nothing_is_lost(old: Path, writing: bool) -> None:
    with open_store(old, writing=writing) as store:
        assert list(store.events(ALL)) == EVENTS
        assert store.document("port") == PORT
        assert store.given_dates() == {"port": "2024-07"}
        assert [row.id for row in store.rows(select("who:aurora twelve"), 0, 9)] == ["sinking"]
        assert not store.is_current()


def test_what_came_with_version_2_is_there(old: Path) -> None:
    with open_store(old) as store:
        assert [row.id for row in store.rows(select("is:shown"), 0, 9)] == ["sinking"]
        assert store.periods(select("is:shown"), "month") == [PeriodCount(day("2024-07-01"), 1, 1)]
        assert store.facets(ALL, "who", 9).counts == (("Aurora Lines", 2), ("Jörg Ødegård", 1))
        assert store.facets(select("is:shown"), "where", 9).counts == (("Bergen", 1),)
        assert store.facets(ALL, "publisher", 9).counts == (("Harbour Times", 4),)
        assert store.facets(ALL, "document", 9).counts == (("port", 4),)
        assert store.facets(ALL, "modality", 9).counts == (("happened", 4),)
        assert store.facets(ALL, "verification", 9).counts == (("disputed", 1),)
        assert [(mark.kind, mark.value) for mark in store.marks()] == [("published", "2024-07")]


def test_it_can_be_marked_at_once(old: Path) -> None:
    with open_store(old, writing=True) as store:
        store.mark(on_events("hide", [EVENTS[1]]))
        store.mark(on_events("title", [EVENTS[0]], "Another title"))
        assert [row.id for row in store.rows(ALL, 0, 9)] == ["sinking", "state", "undated"]
        store.replace_events(EVENTS)
        assert [row.title for row in store.rows(ALL, 0, 1)] == ["Another title"]


def test_a_file_that_cannot_be_written_is_told(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(migrations, "MIGRATIONS", {})
    with pytest.raises(CollectionError, match="earlier dateline"):
        open_store(old)


def test_what_takes_long_is_told_while_it_goes_on(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    seconds = iter(range(0, 60_000, 3))
    monkeypatch.setattr("data.store.upgrading.time.monotonic", lambda: float(next(seconds)))
    monkeypatch.setattr(migrations, "_INSTRUCTIONS", 10)
    before = upgrading.LISTENER.set(told.append)
    with open_store(old, writing=True):
        upgrading.LISTENER.reset(before)
    assert told[0] == (
        f"{old} was made by an earlier dateline and is brought up to date, from version 1 to"
        f" {schema.VERSION}: please wait"
    )
    assert any("Texts and what was found in them are packed" in one for one in told[1:])
    assert all(one.startswith("step ") for one in told[1:])


def test_what_is_done_at_once_is_not_told(old: Path) -> None:
    told: list[str] = []
    before = upgrading.LISTENER.set(told.append)
    with open_store(old, writing=True):
        upgrading.LISTENER.reset(before)
    assert told == []
