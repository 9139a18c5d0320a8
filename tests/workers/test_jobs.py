"""Several files at once: the same collection however many, one lost file costs itself, stopping stops."""

from __future__ import annotations

import os
import signal
import threading
from contextlib import closing
from functools import partial
from itertools import count
from pathlib import Path
from typing import cast

import pytest

from data import pipeline
from data.building.progress import Progress
from data.cli import main
from data.pipeline import build
from data.reading import FoundFile, find_files
from data.store import open_collection
from data.store.packed import unpack_text
from data.store.records import Selection
from data.workers import Processes, ordered, read_in_order, reporting
from tests.helpers import misbehaving

PAGE = """<html><head><title>{title}</title><meta name="date" content="2024-07-0{day}"></head><body><article>
<h1>{title}</h1><p>The council of Brume met on Monday and voted for the bridge to Holm.</p>
<p>Mayor Clara Voss said that the works begin on {day} August 2024 and last until March 2026.</p>
</article></body></html>"""


@pytest.fixture
def letters(tmp_path: Path) -> Path:
    """Files of our own formats, some with the same text, some with nothing to read."""
    place = tmp_path / "letters"
    place.mkdir()
    for number in range(1, 10):
        text = f"Bridge {number}\n\nHOLM, {number} July 2024 - Work on bridge {number} began on Monday.\n"
        (place / f"{number}.txt").write_text(text, encoding="utf-8")
    (place / "copy.txt").write_bytes((place / "3.txt").read_bytes())
    (place / "empty.md").write_bytes(b"")
    (place / "lines.jsonl").write_text(
        '{"id": "a", "text": "The mayor resigned on 3 May 2020."}\n{"id": "b", "text": \n', encoding="utf-8"
    )
    return place


@pytest.fixture
def folder(letters: Path) -> Path:
    """These, and files for which a worker loads a library."""
    for number in range(1, 10):
        page = PAGE.format(title=f"Vote number {number}", day=number)
        (letters / f"{number}.html").write_text(page, encoding="utf-8")
    return letters


def found_in(folder: Path) -> list[FoundFile]:
    files, troubles = find_files([str(folder)])
    assert not troubles
    return files


def never() -> bool:
    return False


@pytest.mark.slow
def test_the_export_is_the_same_to_the_byte_whatever_the_jobs(
    folder: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    told, exports = [], []
    for number, jobs in enumerate(([], ["--jobs", "1"], ["--jobs", "2"], ["--jobs", "4"])):
        collection = str(tmp_path / f"{number}.dateline")
        assert main(["build", str(folder), "-c", collection, *jobs]) == 3
        told.append(capfd.readouterr().err.replace(collection, "C"))
        output = tmp_path / f"{number}.json"
        main(["export", "--format", "json", "-c", collection, "-o", str(output)])
        exports.append(output.read_bytes())
    assert b"Vote number 9" in exports[0]
    assert len(set(exports)) == 1
    assert "20 files read" in told[0]
    assert len(set(told)) == 1


@pytest.mark.parametrize("jobs", [None, 2])
def test_results_come_in_the_order_of_the_files(folder: Path, jobs: int | None) -> None:
    files = found_in(folder)
    with Processes(jobs or 2) as processes:
        found = read_in_order(files, processes, small_here=jobs is None, cancelled=never)
        assert [one.file for one in found] == files


@pytest.mark.slow
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_lost_file_is_told_and_the_others_are_in(
    folder: Path, tmp_path: Path, jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in misbehaving.BY_NAME:
        (folder / name).write_bytes(b"%PDF-1.4")
    monkeypatch.setattr(ordered, "read_all", misbehaving.read_all_or_misbehave)
    monkeypatch.setattr(pipeline, "Processes", partial(Processes, seconds=20, memory=1 << 30))
    steps = list(build([str(folder)], tmp_path / "c", jobs=jobs))
    reasons = {
        Path(trouble.path).name: trouble.reason
        for step in steps for trouble in step.troubles if trouble.path.endswith(".pdf")
    }  # fmt: skip
    assert set(reasons) == set(misbehaving.BY_NAME)
    assert "seconds" in reasons["sleeps.pdf"]
    assert "memory" in reasons["eats.pdf"]
    assert "crashes" in reasons["crashes.pdf"]
    store = open_collection(tmp_path / "c")
    states = {Path(record.path).name: record.state for record in store.files().values()}
    assert {name for name, state in states.items() if state == "failed"} == {*reasons, "empty.md"}, steps
    assert store.totals().documents == 19
    store.close()


@pytest.mark.slow
@pytest.mark.parametrize("jobs", [None, 2])
def test_a_document_that_overruns_is_told_and_the_others_have_events(
    tmp_path: Path, jobs: int | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, told in (("long.txt", "The story of Holm never ends."), ("short.txt", "It rained in Holm.")):
        text = f"{told} The mayor of Holm resigned on 4 May 2020."
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(reporting, "_SMALL", 65)
    monkeypatch.setattr(reporting, "report_all", misbehaving.report_all_or_hang)
    monkeypatch.setattr(pipeline, "Processes", partial(Processes, seconds=10))
    *_, last = build([str(tmp_path)], tmp_path / "c", jobs=jobs)
    (trouble,) = last.troubles
    assert (Path(trouble.path).name, "seconds" in trouble.reason) == ("long.txt", True)
    with closing(open_collection(tmp_path / "c")) as store:
        assert store.totals().events > 0


def test_a_worker_killed_in_the_middle_costs_one_file(folder: Path, tmp_path: Path) -> None:
    class Killing(Processes):
        """Kills its worker when half of the tasks are given."""

        def submit(self, *arguments):
            future = super().submit(*arguments)
            if next(given) == 5:
                self.submit(misbehaving.process).result(timeout=20)
                (pid,) = self.processes
                hanging = self.submit(misbehaving.sleep_for_ever)
                os.kill(pid, signal.SIGKILL)
                assert "SIGKILL" in str(hanging.exception(timeout=20))
            return future

    given = count()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "Processes", Killing)
        *_, last = build([str(folder)], tmp_path / "c", jobs=1)
    assert last.documents == 19


@pytest.mark.parametrize("jobs", [1, 2])
def test_cancelling_stops_at_once_keeps_what_was_read_and_leaves_no_process(
    letters: Path, tmp_path: Path, jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Processes] = []

    def processes(jobs: int) -> Processes:
        made.append(Processes(jobs))
        return made[-1]

    (letters / "sleeps.pdf").write_bytes(b"%PDF-1.4")
    monkeypatch.setattr(ordered, "read_all", misbehaving.read_all_or_misbehave)
    monkeypatch.setattr(pipeline, "Processes", processes)
    stop = threading.Event()
    steps: list[Progress] = []
    for step in build([str(letters)], tmp_path / "c", jobs=jobs, cancelled=stop.is_set):
        steps.append(step)
        if step.path.endswith("lines.jsonl"):
            threading.Timer(0.2, stop.set).start()  # the next file sleeps for ever
    assert steps[-1].stage == "done"
    assert steps[-1].documents == 10
    assert made[0].processes == []
    store = open_collection(tmp_path / "c")
    assert str(letters / "sleeps.pdf") not in store.files()
    assert store.count(Selection()) > 0
    store.close()


def test_leaving_the_build_early_leaves_no_process(letters: Path, tmp_path: Path) -> None:
    with pytest.MonkeyPatch.context() as patch:
        made: list[Processes] = []

        def kept(jobs: int) -> Processes:
            made.append(Processes(jobs))
            return made[-1]

        patch.setattr(pipeline, "Processes", kept)
        going = build([str(letters)], tmp_path / "c", jobs=2)
        for step in going:
            if step.read:
                break
        going.close()
        assert made[0].processes == []


def test_a_named_pipe_is_read_though_a_worker_could_not(tmp_path: Path) -> None:
    pipe = tmp_path / "wires.jsonl"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=('{"text": "It rained on 3 May 2020."}\n',))
    writer.start()
    with Processes(2) as processes:
        files = [FoundFile(str(pipe), 0, 0)]
        (found,) = read_in_order(files, processes, small_here=False, cancelled=never)
    writer.join()
    (one,) = found.documents
    assert unpack_text(cast("bytes", one.rows.text[-1])) == "It rained on 3 May 2020."


def test_jobs_must_be_a_number_of_at_least_one(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["build", str(folder), "--jobs", "0"])
    assert left.value.code == 2
    assert "--jobs" in capfd.readouterr().err
