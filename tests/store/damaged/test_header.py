"""Files of which the first hundred bytes are damaged: what stands behind these is whole, and is saved."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from data import pipeline
from data.building.checking import check, faults
from data.errors import CollectionError
from data.store.sqlite import open_store
from data.store.sqlite.header import is_lost, restored
from tests.store.damaged.held import DOCUMENTS, marks, timeline, told

HEADER = 100
DAMAGES = {
    "all of it": (0, b"\x55" * HEADER),
    "zeros": (0, bytes(HEADER)),
    "what file it is": (0, b"damaged"),
    "the size of a page": (16, b"\x12\x34"),
    "how pages are filled": (20, b"\1\2\3\4"),
    "the encoding": (56, b"\xff" * 4),
    "the program": (68, b"\0" * 4),
}


def damage(path: Path, at: int, garbage: bytes) -> bytes:
    content = bytearray(path.read_bytes())
    content[at : at + len(garbage)] = garbage
    path.write_bytes(content)
    return bytes(content)


@pytest.mark.parametrize(("at", "garbage"), DAMAGES.values(), ids=DAMAGES)
def test_what_stands_behind_a_damaged_header_is_saved(path: Path, at: int, garbage: bytes) -> None:
    before, kept = timeline(path), marks(path)
    content = damage(path, at, garbage)
    assert told(path, mend=False) == ["the header of its file is damaged"]
    assert path.read_bytes() == content
    words = told(path)
    assert any(f"{DOCUMENTS} whole documents and 3 marks were saved" in line for line in words), words
    (damaged,) = (found for found in path.parent.glob("*.damaged-*") if found.name[-1].isdigit())
    assert damaged.read_bytes() == content
    assert [found.name for found in path.parent.glob("*.restored*")] == []
    assert faults(path) == []
    assert marks(path) == kept
    assert timeline(path) == before


def test_a_size_of_pages_that_could_be_but_is_not_is_put_right(path: Path) -> None:
    before, kept = timeline(path), marks(path)
    damage(path, 16, (4_096).to_bytes(2, "big"))
    assert any(f"{DOCUMENTS} whole documents and 3 marks were saved" in line for line in told(path))
    assert (marks(path), timeline(path)) == (kept, before)


def test_a_page_that_is_lost_with_its_header_loses_no_mark(path: Path, sources: Path) -> None:
    before, kept = timeline(path), marks(path)
    size = int.from_bytes(path.read_bytes()[16:18], "big")
    damage(path, 0, b"\x55" * size)
    assert told(path, mend=False) == ["the header of its file is damaged"]
    list(check(str(path)))
    assert marks(path) == kept
    list(pipeline.build([str(sources)], path))
    assert faults(path) == []
    assert timeline(path) == before


def test_pages_of_an_earlier_size_are_known(path: Path, tmp_path: Path) -> None:
    kept = marks(path)
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("PRAGMA page_size = 4096")
        connection.execute("VACUUM")
    connection.close()
    damage(path, 0, b"\x55" * HEADER)
    list(check(str(path)))
    assert marks(path) == kept
    assert faults(path) == []


def test_what_was_written_last_and_stands_beside_the_file_is_saved(path: Path, tmp_path: Path) -> None:
    store = open_store(path, writing=True)
    store.save_view("late", "ferry")
    beside = {side: path.with_name(path.name + side).read_bytes() for side in ("", "-wal")}
    store.close()
    (folder := tmp_path / "copied").mkdir()
    copied = folder / path.name
    for side, content in beside.items():
        copied.with_name(copied.name + side).write_bytes(content)
    damage(copied, 0, b"\x55" * HEADER)
    list(check(str(copied)))
    with open_store(copied) as saved:
        assert [view.name for view in saved.views()] == ["late", "tagged"]
    assert faults(copied) == []


@pytest.mark.parametrize("kind", ["text", "another program's", "short", "a folder", "nothing"])
def test_what_is_something_else_is_no_collection(path: Path, kind: str) -> None:
    other = path.with_name("other")
    if kind == "text":
        other.write_bytes(b"A ferry sank. " * 10_000)
    elif kind == "another program's":
        with sqlite3.connect(other) as connection:
            connection.execute("CREATE TABLE event (id)")
            connection.executemany("INSERT INTO event VALUES (?)", [(str(n) * 99,) for n in range(999)])
        connection.close()
        damage(other, 0, b"\x55" * 16)
    elif kind == "short":
        other.write_bytes(b"\x55" * HEADER)
    elif kind == "a folder":
        other.mkdir()
    assert not is_lost(other)
    with pytest.raises(CollectionError):
        faults(other)


def test_a_sound_file_is_read_as_it_is(path: Path) -> None:
    assert not is_lost(path)
    with restored(path) as readable:
        assert readable == path
