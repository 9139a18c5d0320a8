"""Files damaged in every way: what they still hold is saved into a new collection, marks first."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from data import pipeline
from data.building.checking import check, faults
from data.store.sqlite import open_store
from data.store.sqlite.relisting import listed, relisted
from data.store.sqlite.schema import EVENT_INDEXES
from tests.store.damaged.held import DOCUMENTS, marks, timeline, told


def _garbage(page: int) -> Callable[[bytearray], None]:
    def damage(content: bytearray) -> None:
        size = int.from_bytes(content[16:18], "big")  # as SQLite's header tells it
        content[page * size : (page + 1) * size] = b"\x55" * size

    return damage


def _cut(share: float) -> Callable[[bytearray], None]:
    def damage(content: bytearray) -> None:
        del content[int(len(content) * share) :]

    return damage


FILE_DAMAGES = {f"page {page}": _garbage(page) for page in (1, 3, 8, 20, 40, 60, 72)} | {
    f"cut at {share}": _cut(share) for share in (0.95, 0.7, 0.4)
}


@pytest.mark.parametrize("damage", FILE_DAMAGES.values(), ids=FILE_DAMAGES)
def test_a_damaged_file_gives_what_it_still_holds(
    path: Path, sources: Path, damage: Callable[[bytearray], None]
) -> None:
    before, kept = timeline(path), marks(path)
    content = bytearray(path.read_bytes())
    damage(content)
    path.write_bytes(content)
    if not told(path, mend=False):
        pytest.skip("nothing of the collection was in that page")
    list(check(str(path)))
    assert faults(path) == []
    damaged = [found for found in path.parent.glob("*.damaged-*") if found.name[-1].isdigit()]
    assert [found.read_bytes() for found in damaged] in ([], [content])
    assert not path.with_name(f"{path.name}.salvaged").exists()
    survived = marks(path)
    list(pipeline.build([str(sources)], path))
    assert faults(path) == []
    if survived == kept:
        assert timeline(path) == before


def test_a_lost_list_of_tables_loses_neither_documents_nor_marks(path: Path) -> None:
    kept = marks(path)
    content = bytearray(path.read_bytes())
    size = int.from_bytes(content[16:18], "big")
    content[100:size] = bytes(reversed(content[100:size]))
    path.write_bytes(content)
    words = told(path)
    assert any(f"{DOCUMENTS} whole documents and 3 marks were saved" in line for line in words), words
    assert marks(path) == kept
    assert faults(path) == []
    with open_store(path) as store:
        assert len(store.documents()) == DOCUMENTS
    assert not [*path.parent.glob("*.relisted*")]


@pytest.mark.parametrize("more", [0, 99], ids=["in one page", "in several pages"])
def test_a_list_of_tables_of_another_making_is_not_taken(path: Path, tmp_path: Path, more: int) -> None:
    new = tmp_path / "new.dateline"
    open_store(new, writing=True).close()
    with sqlite3.connect(new) as connection:
        if not more:
            connection.execute("DROP TABLE recent_text")
            for index in (*EVENT_INDEXES, "mark_again", "mark_passage_again"):
                connection.execute(f"DROP INDEX {index}")
        known = listed(connection)
        for number in range(more):
            connection.execute(f"CREATE VIEW another_{number} (it) AS VALUES (1)")
    connection.close()
    assert (new.read_bytes()[100] == 5) == bool(more)
    with relisted(path, known, new) as copy:
        assert copy is not None
        with sqlite3.connect(copy) as connection:
            assert connection.execute("SELECT count(*) FROM document").fetchone() == (DOCUMENTS,)
        connection.close()
    assert not copy.exists()
    for other in (known | {"mark": known["mark"] + 1}, {"nothing of ours": 2}):
        with relisted(path, other, new) as copy:
            assert copy is None


def test_marks_are_saved_from_a_file_whose_events_are_damaged(path: Path) -> None:
    kept = marks(path)
    content = bytearray(path.read_bytes())
    _garbage(_root(path, "passage") - 1)(content)
    path.write_bytes(content)
    before_steps = told(path)
    assert any("whole documents and 3 marks were saved" in line for line in before_steps)
    assert marks(path) == kept
    with open_store(path) as store:
        assert [view.name for view in store.views()] == ["tagged"]
        assert len(store.documents()) == DOCUMENTS


def test_a_file_damaged_in_many_places_is_told_in_one_short_line(path: Path) -> None:
    raw = sqlite3.connect(path)
    pages = [page for (page,) in raw.execute("SELECT rootpage FROM sqlite_schema WHERE type = 'index'")]
    raw.close()
    content = bytearray(path.read_bytes())
    size = int.from_bytes(content[16:18], "big")
    for page in filter(None, pages):
        first = (page - 1) * size
        content[first + 200 : first + size] = bytes(at % 251 for at in range(size - 200))
    path.write_bytes(content)
    (line,) = told(path, mend=False)
    assert "\n" not in line
    assert len(line) < 200
    assert "its file is damaged (100 or more places)" in line


@pytest.mark.parametrize("place", ["mark", "mark_passage", "mark_again", "mark_passage_again"])
def test_no_mark_is_lost_with_a_page(path: Path, place: str) -> None:
    kept = marks(path)
    content = bytearray(path.read_bytes())
    _garbage(_root(path, place) - 1)(content)
    path.write_bytes(content)
    assert any("3 marks were saved" in line for line in told(path))
    assert marks(path) == kept
    assert faults(path) == []


def test_a_mark_that_says_two_things_is_told(path: Path) -> None:
    content = bytearray(path.read_bytes())
    size = int.from_bytes(content[16:18], "big")
    begin = (_root(path, "mark_again") - 1) * size
    at = content.index(b"follow-up", begin, begin + size)
    content[at : at + 6] = b"hollow"
    path.write_bytes(content)
    words = told(path)
    assert [line for line in words if "stood there as 'follow-up' and as 'hollow-up'" in line], words
    assert {mark.value for mark in marks(path)} == {"follow-up"}
    assert faults(path) == []


def _root(path: Path, name: str) -> int:
    """The first page of a table or an index."""
    raw = sqlite3.connect(path)
    ((page,),) = raw.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (name,))
    raw.close()
    return int(page)
