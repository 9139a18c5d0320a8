"""Watching a folder: what counts as changed, and when."""

from __future__ import annotations

from pathlib import Path

from data.building.watching import Watch
from data.pipeline import build

NEWS = "Bridge {0} opens\n\nBRUME, {0} July 2024 - The bridge was opened on Monday.\n"


def write(folder: Path, number: int) -> Path:
    path = folder / f"{number}.txt"
    path.write_text(NEWS.format(number), encoding="utf-8")
    return path


def test_what_is_there_at_first_counts_as_read(tmp_path: Path) -> None:
    write(tmp_path, 1)
    watch = Watch([str(tmp_path), "-"])
    assert watch.changes() is None
    assert watch.changes() is None


def test_a_new_file_counts_once_two_looks_find_it_the_same(tmp_path: Path) -> None:
    write(tmp_path, 1)
    watch = Watch([str(tmp_path)])
    path = write(tmp_path, 2)
    assert watch.changes() is None
    path.write_text(path.read_text(encoding="utf-8") + "And more.\n", encoding="utf-8")
    assert watch.changes() is None
    assert watch.changes() == frozenset()
    assert watch.changes() is None


def test_a_file_that_grows_on_does_not_hold_up_the_others(tmp_path: Path) -> None:
    log = write(tmp_path, 1)
    watch = Watch([str(tmp_path)])
    write(tmp_path, 2)
    found = []
    for _ in range(3):
        log.write_text(log.read_text(encoding="utf-8") + "One more line.\n", encoding="utf-8")
        found.append(watch.changes())
    assert found == [None, {str(log)}, None]
    assert watch.changes() == frozenset()


def test_a_file_that_is_gone_is_a_change_once(tmp_path: Path) -> None:
    write(tmp_path, 1)
    gone = write(tmp_path, 2)
    watch = Watch([str(tmp_path)])
    gone.unlink()
    assert [watch.changes(), watch.changes(), watch.changes()] == [None, frozenset(), None]


def test_unfinished_files_are_left_for_later(tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    unfinished = write(folder, 1)
    write(folder, 2)
    *_, last = build([str(folder)], tmp_path / "c", unfinished={str(unfinished)})
    assert (last.total, last.read) == (1, 1)
    *_, last = build([str(folder)], tmp_path / "c")
    assert (last.read, last.unchanged) == (1, 1)
    *_, last = build([str(folder)], tmp_path / "c", unfinished={str(unfinished)})
    assert last.failed == 0
