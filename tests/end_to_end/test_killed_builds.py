"""Killed at any instant, a collection opens, holds whole documents, keeps all marks, and is built to its end.

KILLS says at how many instants of a build it is tried, 10 by itself; ``.ci/run`` tries 20, ``make soak`` 100.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest

from data import pipeline
from data.building import judging
from data.building.checking import faults
from data.marks import on_events
from data.store import open_collection
from data.store.records import Selection
from tests.helpers.folders_of_news import built, filled
from tests.helpers.running import DATELINE, lives
from tests.helpers.terminal import Terminal

KILLS = int(os.environ.get("KILLS", "10"))
FILES, DOCUMENTS = 10, 5
_ROOT = Path(__file__).resolve().parents[2]
_UNFINISHED = "did not come to its end"
_MARKER = """
import sys
from data.building import judging
from data.marks import on_events
from data.store import open_collection
from data.store.records import Selection

with open_collection(sys.argv[1], writing=True) as store:
    events = list(store.events(Selection()))
    for turn in range(10_000):
        mark = on_events("note", [events[turn % len(events)]], f"turn {turn}")
        judging.judge(store, mark)
        print(mark.id, flush=True)
"""


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled(tmp_path_factory.mktemp("sources"), seed=7, files=FILES, each=DOCUMENTS)


@pytest.fixture(scope="module")
def begun(sources: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A collection of half the files, with marks; two of its files have changed since."""
    path = tmp_path_factory.mktemp("begun") / "begun.dateline"
    halves = sorted(str(file) for file in sources.iterdir())[: FILES // 2]
    changed = [Path(file) for file in halves[:2]]
    now = [file.read_text(encoding="utf-8") for file in changed]
    for file, text in zip(changed, now, strict=True):
        file.write_text(text.replace("Minister", "Secretary").replace(" 12 ", " 11 "), encoding="utf-8")
    list(pipeline.build(halves, path))
    for file, text in zip(changed, now, strict=True):
        file.write_text(text, encoding="utf-8")
    with open_collection(path, writing=True) as store:
        for event in list(store.events(Selection()))[:40:4]:
            judging.judge(store, on_events("tag", [event], "follow-up"))
    return path


@pytest.fixture(scope="module")
def expected(sources: Path, begun: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The export of the collection built to its end without being disturbed."""
    path = Path(shutil.copy(begun, tmp_path_factory.mktemp("undisturbed") / "c.dateline"))
    return built(sources, path)


def started(*arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*DATELINE, *map(str, arguments)], cwd=_ROOT, stderr=subprocess.DEVNULL, stdout=subprocess.PIPE,
        text=True,
    )  # fmt: skip


def wait_until_begun(process: subprocess.Popen[str], collection: Path) -> None:
    """Until a build has its collection open: before that nothing is written that could be cut short."""
    journal = Path(f"{collection}-wal")
    while not journal.exists() and process.poll() is None:
        time.sleep(0.005)


def kill(process: subprocess.Popen[str]) -> None:
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()


@pytest.fixture(scope="module")
def lasts(sources: Path, begun: Path, expected: str, tmp_path_factory: pytest.TempPathFactory) -> float:
    """Seconds that the build takes here from when it has its collection open."""
    path = Path(shutil.copy(begun, tmp_path_factory.mktemp("timed") / "c.dateline"))
    process = started("build", sources, "-c", path)
    wait_until_begun(process, path)
    began = time.perf_counter()
    process.communicate()
    return time.perf_counter() - began


def check_whole(path: Path, marks: Path) -> None:
    """Opens, whole documents only, all marks; nothing is wrong but that the last build is unfinished."""
    assert [fault.what for fault in faults(path) if _UNFINISHED not in fault.what] == []
    with open_collection(path) as store, open_collection(marks) as before:
        assert store.marks() == before.marks()
        assert set(Counter(row.path for row in store.documents()).values()) == {DOCUMENTS}
        assert len(store.rows(Selection(), 0, 20)) == 20
        assert len(list(store.events(Selection()))) == store.totals().events


@pytest.mark.parametrize("turn", range(KILLS))
def test_a_build_that_is_killed(
    turn: int, sources: Path, begun: Path, expected: str, lasts: float, tmp_path: Path
) -> None:
    path = Path(shutil.copy(begun, tmp_path / "c.dateline"))
    process = started("build", sources, "-c", path)
    wait_until_begun(process, path)
    time.sleep((turn + random.Random(turn).random()) / KILLS * lasts)
    kill(process)
    check_whole(path, begun)
    assert built(sources, path) == expected
    assert faults(path) == []


def test_one_with_two_workers_leaves_no_worker_behind(
    sources: Path, begun: Path, expected: str, lasts: float, tmp_path: Path
) -> None:
    path = Path(shutil.copy(begun, tmp_path / "c.dateline"))
    process = started("build", sources, "-c", path, "--jobs", "2")
    workers: list[int] = []
    patience = time.monotonic() + 120
    while len(workers) < 2 and process.poll() is None and time.monotonic() < patience:
        workers = children(process.pid)
    kill(process)
    assert len(workers) == 2
    while any(map(lives, workers)) and time.monotonic() < patience:
        time.sleep(0.02)
    assert not any(map(lives, workers))
    check_whole(path, begun)
    assert built(sources, path) == expected


def children(parent: int) -> list[int]:
    """The processes that any thread of a process has started."""
    threads = Path(f"/proc/{parent}/task")
    if not threads.exists():
        pytest.skip("the system does not tell the children of a process")
    listed = ""
    for thread in threads.iterdir():
        with suppress(OSError):
            listed += (thread / "children").read_text(encoding="ascii")
    return [int(child) for child in listed.split()]


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_what_was_marked_before_a_kill_is_kept(begun: Path, tmp_path: Path, share: float) -> None:
    path = Path(shutil.copy(begun, tmp_path / "c.dateline"))
    marker = subprocess.Popen(
        [sys.executable, "-c", _MARKER, str(path)], cwd=_ROOT, stdout=subprocess.PIPE, text=True
    )
    assert marker.stdout is not None
    told = [next(marker.stdout).strip() for _ in range(int(10 * share) + 1)]
    time.sleep(share / 100)  # into the midst of a mark
    os.kill(marker.pid, signal.SIGKILL)
    rest, _ = marker.communicate()
    told += rest.split("\n")[:-1]
    with open_collection(path) as store:
        kept = {mark.id for mark in store.marks()}
        assert set(told) <= kept
        notes = {event.note for event in store.events(Selection())}
        assert {mark.value for mark in store.marks() if mark.id == told[-1]} <= notes
    assert faults(path) == []


@pytest.mark.slow
def test_one_that_follows(sources: Path, begun: Path, tmp_path: Path) -> None:
    folder = tmp_path / "followed"
    folder.mkdir()
    files = sorted(sources.iterdir())
    shutil.copy(files[0], folder)
    path = tmp_path / "c.dateline"
    following = [*DATELINE, str(folder), "--follow", "-c", str(path)]
    with Terminal(following, columns=100, rows=30, folder=_ROOT) as terminal:
        terminal.wait_for(f"{DOCUMENTS} documents")
        for file in files[1:]:
            shutil.copy(file, folder)
        time.sleep(1.2)  # into the reading of what came
        workers = children(terminal._child.pid)
        terminal._child.kill(signal.SIGKILL)
    assert not any(map(lives, workers))
    assert [fault.what for fault in faults(path) if _UNFINISHED not in fault.what] == []
    whole = tmp_path / "whole.dateline"
    assert built(folder, path) == built(folder, whole)
