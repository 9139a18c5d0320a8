"""Paths to files: folders opened in order, names kept, what is missing told."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from data.reading import find_files, left_out


def paths(*named: str) -> list[str]:
    found, troubles = find_files(named)
    assert troubles == []
    return [file.path for file in found]


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("b.txt", "a.MD", "deep/er/c.jsonl", "picture.png", ".hidden.txt", ".git/x.txt", "notes"):
        file = tmp_path / "in" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("It rained.", encoding="utf-8")
    return tmp_path


@pytest.mark.usefixtures("tree")
def test_a_folder_is_opened_in_order_and_named_as_given() -> None:
    assert paths("in") == ["in/a.MD", "in/b.txt", "in/deep/er/c.jsonl"]
    assert paths("./in/") == ["./in/a.MD", "./in/b.txt", "./in/deep/er/c.jsonl"]


@pytest.mark.usefixtures("tree")
def test_a_file_named_itself_is_always_taken_once() -> None:
    assert paths("in/notes", "in/.hidden.txt", "in/notes", "-") == ["in/notes", "in/.hidden.txt", "-"]


def test_size_and_modification_time(tree: Path) -> None:
    os.utime(tree / "in/b.txt", ns=(5, 1_700_000_000_123_456_789))
    (file,), _ = find_files(["in/b.txt"])
    assert (file.size, file.modified) == (10, 1_700_000_000_123_456_789)


def test_links_that_leave_the_folder_are_not_followed(tree: Path) -> None:
    (tree / "outside.txt").write_text("secret", encoding="utf-8")
    (tree / "in/link.txt").symlink_to(tree / "outside.txt")
    (tree / "in/inside.txt").symlink_to(tree / "in/b.txt")
    (tree / "in/loop").symlink_to(tree / "in", target_is_directory=True)
    assert paths("in") == ["in/a.MD", "in/b.txt", "in/deep/er/c.jsonl", "in/inside.txt"]
    assert paths("in/link.txt") == ["in/link.txt"]


@pytest.mark.usefixtures("tree")
def test_a_missing_path_is_one_trouble_and_the_rest_is_found() -> None:
    found, (trouble,) = find_files(["nowhere.txt", "in/b.txt", "bad\0name"][:2])
    assert [file.path for file in found] == ["in/b.txt"]
    assert (trouble.path, trouble.line) == ("nowhere.txt", None)
    assert "no such file" in trouble.reason
    assert trouble.hint


def test_a_link_to_itself_leads_nowhere(tree: Path) -> None:
    (tree / "in/round.txt").symlink_to("round.txt")
    assert [trouble.path for trouble in find_files(["in"])[1]] == ["in/round.txt"]
    told = left_out("in")
    assert told is not None
    assert "not followed" not in told.reason


def test_a_name_no_file_can_have() -> None:
    assert len(find_files(["bad\0name"])[1]) == 1


def test_a_folder_without_documents_is_told(tmp_path: Path) -> None:
    found, (trouble,) = find_files([str(tmp_path)])
    assert found == []
    assert ".jsonl" in trouble.hint


def test_a_link_to_nothing_is_told(tree: Path) -> None:
    (tree / "in/gone.txt").symlink_to(tree / "never.txt")
    assert [trouble.path for trouble in find_files(["in"])[1]] == ["in/gone.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_an_unreadable_file_is_told(tree: Path) -> None:
    (tree / "in/b.txt").chmod(0)
    found, (trouble,) = find_files(["in"])
    assert [file.path for file in found] == ["in/a.MD", "in/deep/er/c.jsonl"]
    assert "may not be read" in trouble.reason


def test_what_is_left_out_of_a_folder_is_counted_by_format(tree: Path) -> None:
    (tree / "in/deep/scan.PNG").write_bytes(b"")
    (tree / "in/link.txt").symlink_to(tree / "outside.txt")
    (tree / "in/elsewhere").symlink_to(tree.parent, target_is_directory=True)
    (tree / "in/loop").symlink_to(tree / "in", target_is_directory=True)
    told = left_out("in")
    assert told is not None
    assert "(2 .png, 1 no suffix)" in told.reason
    assert "not followed (2)" in told.reason
    assert not told.lost
    assert left_out("in/deep/er") is None


def test_a_path_too_long_for_the_system_is_one_trouble_and_the_rest_is_found(
    tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tree / "in" / "deep")
    for _ in range(100):
        Path("d" * 50).mkdir()
        os.chdir("d" * 50)
    Path("far.txt").write_text("It rained.", encoding="utf-8")
    monkeypatch.chdir(tree)
    found, (trouble,) = find_files([str(tree / "in")])
    assert [Path(file.path).name for file in found] == ["a.MD", "b.txt", "c.jsonl"]
    assert "file name too long" in trouble.reason
    told = left_out(str(tree / "in"))
    assert told is not None
    assert ".png" in told.reason
