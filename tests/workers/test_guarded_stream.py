"""``dateline tag``: libraries run in a guarded process, our own code here, one document at a time."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from data.cli import main
from data.model import Reading, Trouble
from data.workers import Process, WorkerLostError, read_streaming, streaming
from tests.helpers import misbehaving

LINE = '{"text": "The mayor resigned on 3 May 2020."}\n'
PAGE = "<html><body><article><h1>Holm</h1><p>The mayor resigned on 3 May 2020.</p></article></body></html>"


@pytest.fixture
def process() -> Iterator[Process]:
    with Process(seconds=1, memory=512 << 20) as made:
        yield made


def standard_input(monkeypatch: pytest.MonkeyPatch, data: str) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data.encode())))


def reading_places(path: str, process: Process, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Where a file is read and with how many bytes sent; empty if not by a worker."""
    monkeypatch.setattr(streaming, "stream_source", misbehaving.place_of_reading)
    monkeypatch.setattr(streaming, "documents_in", misbehaving.place_of_reading)
    return [item.reason for item in read_streaming(path, process) if isinstance(item, Trouble)]


@pytest.mark.parametrize(("name", "content", "times"), [("a.jsonl", LINE, 25_000), ("b.txt", "Rain.", 1)])
def test_what_our_own_code_reads_starts_no_process(
    name: str, content: str, times: int, process: Process, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / name).write_text(content * times, encoding="utf-8")
    assert reading_places(str(tmp_path / name), process, monkeypatch) == []


@pytest.mark.parametrize(
    ("name", "content", "times"), [("a.html", PAGE, 1), ("b.txt", "It rained. ", 100_000)]
)
def test_what_a_library_reads_and_what_is_large_is_read_by_a_process(
    name: str, content: str, times: int, process: Process, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / name).write_text(content * times, encoding="utf-8")
    (told,) = reading_places(str(tmp_path / name), process, monkeypatch)
    place, sent = told.split()
    assert place != str(os.getpid())
    assert sent == "0"


def test_a_page_from_standard_input_is_sent(process: Process, monkeypatch: pytest.MonkeyPatch) -> None:
    standard_input(monkeypatch, PAGE)
    (told,) = reading_places("-", process, monkeypatch)
    place, sent = told.split()
    assert place != str(os.getpid())
    assert sent == str(len(PAGE))


def test_documents_come_before_the_file_ends(process: Process) -> None:
    found = process.run(misbehaving.several, 100, 0.1)
    assert [item.reason for item in islice(found, 3)] == ["0", "1", "2"]


def test_a_task_that_is_left_early_leaves_the_next_one_alone(process: Process) -> None:
    left = process.run(misbehaving.several, 100, 0.1)
    next(left)
    left.close()
    assert [item.reason for item in process.run(misbehaving.said, "still here")] == ["still here"]


@pytest.mark.parametrize(
    "name", [pytest.param("hang", marks=pytest.mark.slow), "crash", "leave", "eat_memory", "stumble"]
)
def test_a_lost_process_is_started_anew(process: Process, name: str) -> None:
    with pytest.raises(WorkerLostError):
        list(process.run(getattr(misbehaving, name)))
    assert [item.reason for item in process.run(misbehaving.said, "still here")] == ["still here"]


def test_a_hostile_file_costs_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(streaming, "stream_source", misbehaving.stream_or_misbehave)
    for name in ("crashes.pdf", "eats.pdf", "leaves.pdf"):
        (tmp_path / name).write_bytes(b"%PDF-1.4")
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    assert main(["tag", str(tmp_path)]) == 3
    told = capsys.readouterr()
    assert "2020-05-03" in told.out
    for reason in ("crashes.pdf: reading it crashes", "eats.pdf: it takes more", "leaves.pdf: the process"):
        assert reason in told.err


def test_readings_are_those_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    with Process() as patient:  # libraries load in more than a second on a busy machine
        (reading,) = read_streaming(str(tmp_path / "page.html"), patient)
    assert isinstance(reading, Reading)
    (mention,) = reading.mentions
    assert reading.document.text[mention.start_char : mention.end_char] == "3 May 2020"
