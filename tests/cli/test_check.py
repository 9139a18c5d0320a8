"""``dateline check``: silent codes, plain lines, and a dry run that changes nothing."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.helpers.outcome import Run
from tests.helpers.running import DATELINE
from tests.helpers.terminal import Terminal

ROOT = Path(__file__).resolve().parents[2]


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


FLIPPED = [
    "UPDATE event_detail SET reasons = replace(reasons, '\"', 'b')",  # no JSON any more
    "UPDATE event SET title = replace(title, 'e', 'd')",
    "UPDATE event SET title = CAST(x'41ff42' AS TEXT)",  # no text any more
    "UPDATE event SET importance = importance + 0.25",
    "UPDATE passage SET end_char = end_char - 1",
    "UPDATE passage SET page = 3",
    "UPDATE event_detail SET who = '[\"Somebody else\"]'",
    "UPDATE document SET title = CAST(x'41ff42' AS TEXT)",
    "UPDATE document SET published_evidence = CAST(x'ff' AS TEXT)",
]


@pytest.mark.parametrize("statement", FLIPPED)
def test_what_a_disk_has_changed_in_a_cell_is_noticed_and_mended(
    statement: str, run: Run, folder: Path, tmp_path: Path
) -> None:
    collection = tmp_path / "c"
    run("build", str(folder), "-c", str(collection))
    before = run("export", "--format", "json", "-c", str(collection)).out
    damage(collection, statement)
    for command in (["find", "ferry"], ["export", "--format", "json"], ["documents"], ["conflicts"]):
        outcome = run(*command, "-c", str(collection))
        assert outcome.code in (0, 1) or len(outcome.err.splitlines()) == 1, command
        assert "Traceback" not in outcome.err
    assert run("check", "--dry-run", "-c", str(collection)).code == 3
    run("check", "-c", str(collection))
    assert "is sound" in run("check", "-c", str(collection)).err
    assert run("build", str(folder), "-c", str(collection)).code == 0
    assert run("export", "--format", "json", "-c", str(collection)).out == before


def test_how_far_it_is_stands_in_one_line_that_goes(run: Run, folder: Path, tmp_path: Path) -> None:
    collection = tmp_path / "c"
    run("build", str(folder), "-c", str(collection))
    damage(collection, "DELETE FROM month")
    with Terminal([*DATELINE, "check", "-c", str(collection)], folder=ROOT) as terminal:
        terminal.wait_for("the events were made anew")
        assert terminal.wait_for_exit() == 0
    assert b"looking at its pages" in terminal.received
    assert b"working out documents" in terminal.received
    lines = [line.rstrip() for line in terminal.screen.display if line.strip()]
    assert lines[-1].startswith("the events were made anew")
    assert not any("looking" in line or "working" in line for line in lines)


def test_no_collection_is_wrong_use(run: Run, tmp_path: Path) -> None:
    outcome = run("check", "-c", str(tmp_path / "none"))
    assert outcome.code == 2
    assert len(outcome.err.splitlines()) == 1
