"""``dateline check``: silent codes, plain lines, and a dry run that changes nothing."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from tests.helpers.outcome import Run


def damage(path: Path, statement: str) -> None:
    raw = sqlite3.connect(path)
    with raw:
        raw.execute(statement)
    raw.close()


def test_a_sound_collection(run: Run, folder: Path, tmp_path: Path) -> None:
    run("build", str(folder), "-c", str(tmp_path / "c"))
    outcome = run("check", "-c", str(tmp_path / "c"))
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == f"dateline: {tmp_path / 'c'} is sound\n"


def test_what_is_wrong_is_told_and_mended(run: Run, folder: Path, tmp_path: Path) -> None:
    collection = tmp_path / "c"
    run("build", str(folder), "-c", str(collection))
    before = run("export", "--format", "json", "-c", str(collection)).out
    damage(collection, "DELETE FROM month")
    tried = run("check", "--dry-run", "-c", str(collection))
    assert tried.code == 3
    assert "events in no month" in tried.out
    assert run("check", "--dry-run", "-c", str(collection)).out == tried.out
    mended = run("check", "-c", str(collection))
    assert mended.code == 0
    assert "the events were made anew" in mended.out
    assert run("check", "-c", str(collection)).out == ""
    assert run("export", "--format", "json", "-c", str(collection)).out == before


def test_what_is_lost_is_code_3_and_comes_back(run: Run, folder: Path, tmp_path: Path) -> None:
    collection = tmp_path / "c"
    run("build", str(folder), "-c", str(collection))
    before = run("export", "--format", "json", "-c", str(collection)).out
    damage(collection, "DELETE FROM document_text")
    outcome = run("check", "-c", str(collection))
    assert outcome.code == 3
    assert str(folder / "ferry.txt") in outcome.out
    assert run("build", str(folder), "-c", str(collection)).code == 0
    assert run("export", "--format", "json", "-c", str(collection)).out == before


def test_no_collection_is_wrong_use(run: Run, tmp_path: Path) -> None:
    outcome = run("check", "-c", str(tmp_path / "none"))
    assert outcome.code == 2
    assert len(outcome.err.splitlines()) == 1
