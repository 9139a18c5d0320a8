"""Standard streams that are closed, full or no file, and files that are none: one line, or what was asked."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from data.cli import main
from data.reading.opening import limits
from tests.helpers.outcome import Run


@pytest.mark.parametrize(
    ("command", "code", "told"),
    [
        (("build", "-"), 3, "-: the file is empty"),
        (("tag", "-"), 3, "-: the file is empty"),
        (("import", "-"), 2, "Not a chronology"),
    ],
)
def test_a_closed_standard_input_is_empty(
    command: tuple[str, ...],
    code: int,
    told: str,
    collection: str,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("DATELINE_COLLECTION", collection)
    monkeypatch.setattr(sys, "stdin", None)
    assert main(command) == code
    assert told in capfd.readouterr().err.splitlines()[0]


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_what_a_closed_stream_would_be_told_is_told_nowhere(
    stream: str, collection: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, stream, None)
    assert main(["find", "ferry", "-c", collection]) == 0
    assert main(["find", "zeppelin", "-c", collection]) == 1
    captured = capfd.readouterr()
    assert "nothing found" not in captured.out
    assert bool(captured.out) == (stream == "stderr")
    assert bool(captured.err) == (stream == "stdout")


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="there is no device that is always full")
@pytest.mark.parametrize("command", [("find", "ferry"), ("export", "--format", "csv"), ("collections",)])
def test_a_full_disk_behind_standard_output_is_one_line(
    command: tuple[str, ...],
    collection: str,
    folder: Path,
    run: Run,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    assert run("build", str(folder)).code == 0
    monkeypatch.setenv("DATELINE_COLLECTION", collection)
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        monkeypatch.setattr(sys, "stdout", full)
        assert main(command) == 2
    told = capfd.readouterr().err.splitlines()
    assert len(told) == 1
    assert "No space left" in told[0]


def test_an_export_goes_through_what_is_no_file(run: Run, collection: str, tmp_path: Path) -> None:
    """A device, a pipe with a name or a link is what it was; a file takes its name only when it is whole."""
    whole = run("export", "--format", "csv", "-c", collection).out
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    assert run("export", "--format", "csv", "-o", str(pipe), "-c", collection).code == 0
    assert os.read(reader, 1 << 16).decode("utf-8") == whole
    os.close(reader)
    assert pipe.is_fifo()
    link, file = tmp_path / "latest.csv", tmp_path / "chronology.csv"
    link.symlink_to(file)
    for _ in range(2):
        assert run("export", "--format", "csv", "-o", str(link), "-c", collection).code == 0
        assert link.is_symlink()
        assert file.read_bytes().decode("utf-8") == whole
    assert sorted(path.name for path in tmp_path.iterdir() if "partial" in path.name) == []


def test_no_export_is_written_over_a_collection(run: Run, collection: str) -> None:
    before = Path(collection).read_bytes()
    outcome = run("export", "--format", "csv", "-o", collection, "-c", collection)
    assert outcome.code == 2
    assert outcome.err == f"dateline: Not overwritten: {collection} is a collection. Name another file.\n"
    assert Path(collection).read_bytes() == before


def test_an_endless_import_ends(
    run: Run, collection: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "FILE_BYTES", 1000)
    outcome = run("import", "-", "-c", collection, stdin=b"date,title\n" * 1000)
    assert outcome.code == 2
    assert len(outcome.err.splitlines()) == 1
    assert "more than" in outcome.err
