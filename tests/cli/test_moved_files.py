"""A text that is in several files, or whose file is renamed, stays as long as a file has it."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest

from tests.helpers.outcome import Run

FERRY = "Ferry sold\n\nThe harbour board sold the ferry Aino on 4 March 2021.\n"
STORM = "Storm over Holm\n\nA storm hit Holm on 3 May 2020, and two cranes fell.\n"
BRIDGE = "Bridge open\n\nMayor Ada Voss opened the bridge at Brodal on 9 June 2022.\n"


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    folder.mkdir()
    for name, text in (("a.txt", FERRY), ("b.txt", FERRY), ("c.txt", STORM)):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def _exported(run: Run, folder: Path, collection: Path) -> str:
    run("build", str(folder), "-c", str(collection))
    exported: str = run("export", "--format", "json", "-c", str(collection)).out
    return exported


def _paths(exported: str) -> list[str]:
    return [Path(document["path"]).name for document in json.loads(exported)["documents"]]


def test_a_copy_takes_the_place_of_a_file_that_changes(run: Run, papers: Path, tmp_path: Path) -> None:
    assert _paths(_exported(run, papers, tmp_path / "c")) == ["a.txt", "c.txt"]
    (papers / "a.txt").write_text(BRIDGE, encoding="utf-8")
    outcome = run("build", str(papers), "-c", str(tmp_path / "c"))
    assert "2 files read, 1 unchanged, 0 with trouble" in outcome.err
    assert _exported(run, papers, tmp_path / "c") == _exported(run, papers, tmp_path / "fresh")


def test_a_copy_that_is_read_first_takes_what_a_later_file_gives_up(
    run: Run, papers: Path, tmp_path: Path
) -> None:
    (papers / "b.txt").unlink()
    _exported(run, papers, tmp_path / "c")
    (papers / "0.txt").write_text(FERRY, encoding="utf-8")
    (papers / "a.txt").write_text(BRIDGE, encoding="utf-8")
    assert "2 files read, 1 unchanged" in run("build", str(papers), "-c", str(tmp_path / "c")).err
    assert _exported(run, papers, tmp_path / "c") == _exported(run, papers, tmp_path / "fresh")


def test_a_copy_takes_the_place_of_a_file_that_is_gone(run: Run, papers: Path, tmp_path: Path) -> None:
    _exported(run, papers, tmp_path / "c")
    (papers / "a.txt").unlink()
    outcome = run("build", str(papers), "-c", str(tmp_path / "c"))
    assert (outcome.code, outcome.err.count("--remove")) == (0, 0)
    assert "a.txt: the file is gone. Nothing is lost" in outcome.err
    assert _exported(run, papers, tmp_path / "c") == _exported(run, papers, tmp_path / "fresh")
    assert "a.txt" not in run("documents", "--files", "-c", str(tmp_path / "c")).out


def test_a_renamed_folder_is_the_same_documents(run: Run, papers: Path, tmp_path: Path) -> None:
    _exported(run, papers, tmp_path / "c")
    papers.rename(papers.with_name("archive"))
    papers = papers.with_name("archive")
    assert run("build", str(papers), "-c", str(tmp_path / "c")).code == 0
    assert _exported(run, papers, tmp_path / "c") == _exported(run, papers, tmp_path / "fresh")


def test_one_that_was_removed_comes_back_from_no_copy(run: Run, papers: Path, tmp_path: Path) -> None:
    (document, _) = json.loads(_exported(run, papers, tmp_path / "c"))["documents"]
    run("documents", "--remove", document["id"], "-c", str(tmp_path / "c"))
    (papers / "a.txt").unlink()
    assert _paths(_exported(run, papers, tmp_path / "c")) == ["c.txt"]


def test_another_text_of_an_id_comes_in_when_the_first_has_gone(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "lines"
    folder.mkdir()
    for name, text in (("a.jsonl", FERRY), ("b.jsonl", STORM)):
        (folder / name).write_text(json.dumps({"id": "one", "text": text}), encoding="utf-8")
    assert "belongs to another text" in run("build", str(folder), "-c", str(tmp_path / "c")).err
    (folder / "a.jsonl").write_text(json.dumps({"id": "two", "text": FERRY}), encoding="utf-8")
    assert _paths(_exported(run, folder, tmp_path / "c")) == ["a.jsonl", "b.jsonl"]


def test_files_that_are_back_as_they_were_are_not_read_again(run: Run, papers: Path, tmp_path: Path) -> None:
    (papers / "b.txt").unlink()
    _exported(run, papers, tmp_path / "c")
    away = tmp_path / "away"
    papers.rename(away)
    papers.mkdir()
    assert "c.txt: the file is gone" in run("build", str(papers), "-c", str(tmp_path / "c")).err
    papers.rmdir()
    away.rename(papers)
    assert "0 files read, 2 unchanged" in run("build", str(papers), "-c", str(tmp_path / "c")).err
    assert "gone since" not in run("documents", "--files", "-c", str(tmp_path / "c")).out


def test_a_file_that_is_back_after_its_text_moved_is_a_copy(run: Run, papers: Path, tmp_path: Path) -> None:
    _exported(run, papers, tmp_path / "c")
    shutil.copy2(papers / "c.txt", papers / "d.txt")
    status = (papers / "c.txt").stat()
    (papers / "c.txt").unlink()
    assert _paths(_exported(run, papers, tmp_path / "c")) == ["a.txt", "d.txt"]
    (papers / "c.txt").write_text(STORM, encoding="utf-8")
    os.utime(papers / "c.txt", ns=(status.st_atime_ns, status.st_mtime_ns))
    assert _paths(_exported(run, papers, tmp_path / "c")) == ["a.txt", "d.txt"]
    (papers / "d.txt").unlink()
    assert _paths(_exported(run, papers, tmp_path / "c")) == ["a.txt", "c.txt"]
