"""A disk that fills up, places without the right to write, files that are none: one line, nothing lost."""

from __future__ import annotations

import os
import resource
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from data import pipeline
from data.building.checking import faults
from data.store import open_collection
from data.store.records import Selection
from tests.helpers.folders_of_news import filled
from tests.helpers.running import DATELINE

_ROOT = Path(__file__).resolve().parents[2]
as_user = pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may write everywhere")


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return filled(tmp_path_factory.mktemp("in"), seed=11, files=8, each=10)


@pytest.fixture(scope="module")
def whole(sources: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The collection of all files, only to be read."""
    path = tmp_path_factory.mktemp("whole") / "whole.dateline"
    list(pipeline.build([str(sources)], path))
    return path


@pytest.fixture(scope="module")
def of_one_file(sources: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("begun") / "begun.dateline"
    list(pipeline.build([str(sources / "0.jsonl")], path))
    return path


@pytest.fixture
def path(of_one_file: Path, tmp_path: Path) -> Path:
    """A collection of the first file, to be changed."""
    return Path(shutil.copy(of_one_file, tmp_path / "c.dateline"))


def dateline(*arguments: object, most: int | None = None) -> subprocess.CompletedProcess[str]:
    """Run a command; no file that it writes can be larger than ``most`` bytes: for it the disk is full."""

    def limit() -> None:
        if most is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    return subprocess.run(
        [*DATELINE, *map(str, arguments)], cwd=_ROOT, capture_output=True, text=True, timeout=120,
        check=False, preexec_fn=limit,
    )  # fmt: skip


def test_output_that_is_cut_short_is_told_in_one_line(whole: Path, tmp_path: Path) -> None:
    with (tmp_path / "out.json").open("w") as out:
        done = subprocess.run(
            ["sh", "-c", 'ulimit -f 100; "$@"', "sh", *DATELINE, "export", "--format", "json", "-c", whole],
            cwd=_ROOT, stdout=out, stderr=subprocess.PIPE, text=True, timeout=120, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert line.startswith("dateline: Cannot write: File too large")


def test_a_file_that_finds_no_room_is_told_and_the_former_stays(whole: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    out.write_text("what was there")
    outcome = dateline("export", "--format", "json", "-o", out, "-c", whole, most=40_000)
    assert outcome.returncode == 2
    room = "Free some space, or name a file in a folder you can write to."
    assert outcome.stderr == f"dateline: Cannot write: {out}: File too large. {room}\n"
    assert out.read_text() == "what was there"
    assert [one.name for one in tmp_path.iterdir()] == ["out.json"]


@pytest.mark.parametrize("more", [20_000, 150_000, 400_000])
def test_a_disk_that_fills_up_while_building(sources: Path, path: Path, whole: Path, more: int) -> None:
    before = path.stat().st_size
    outcome = dateline("build", sources, "-c", path, most=before + more)
    assert outcome.returncode == 2
    assert "Traceback" not in outcome.stderr
    assert [line for line in outcome.stderr.splitlines() if "disk" in line]
    assert len(outcome.stderr.splitlines()) <= 2
    assert [fault.what for fault in faults(path) if "come to its end" not in fault.what] == []
    with open_collection(path) as store:
        assert len(store.documents()) % 10 == 0
        assert store.totals().events > 10
    list(pipeline.build([str(sources)], path))
    with open_collection(path) as one, open_collection(whole) as other:
        assert list(one.events(Selection())) == list(other.events(Selection()))


def _text(path: Path) -> None:
    path.write_text("Dear editor, " * 99, encoding="utf-8")


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:20_000])


def _garbage(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:] = os.urandom(len(content) - 4096)
    path.write_bytes(content)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _newer(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[60:64] = (999).to_bytes(4, "big")  # the user's version in SQLite's header
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("spoil", "told"),
    [(_text, "Not a collection"), (_cut, "damaged"), (_garbage, "damaged"), (_folder, "is a folder"),
     (_newer, "newer than this dateline")],
)  # fmt: skip
@pytest.mark.parametrize("command", [("find", "ferry"), ("build",), ("export", "--format", "json")])
def test_a_broken_file_is_one_line_and_stays_as_it_is(
    sources: Path, path: Path, spoil: Callable[[Path], None], told: str, command: tuple[str, ...]
) -> None:
    spoil(path)
    before = path.read_bytes() if path.is_file() else None
    paths = [sources] if command == ("build",) else []
    outcome = dateline(*command, *paths, "-c", path)
    assert outcome.returncode == 2
    assert len(outcome.stderr.splitlines()) == 1
    assert told in outcome.stderr
    assert before is None or path.read_bytes() == before


@as_user
def test_a_folder_that_cannot_be_written(sources: Path, of_one_file: Path, tmp_path: Path) -> None:
    path = tmp_path / "closed" / "c.dateline"
    path.parent.mkdir()
    shutil.copy(of_one_file, path)
    path.parent.chmod(0o500)
    try:
        outcome = dateline("build", sources, "-c", path)
        assert (outcome.returncode, len(outcome.stderr.splitlines())) == (2, 1)
        assert dateline("find", "the", "-c", path).returncode == 0
    finally:
        path.parent.chmod(0o700)


@pytest.mark.parametrize("command", [("export", "--format", "json"), ("documents",)])
def test_a_value_that_is_not_what_was_written_is_one_line(path: Path, command: tuple[str, ...]) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE document SET published_start = 'spoilt', published_end = 'spoilt'")
    connection.close()
    outcome = dateline(*command, "-c", path)
    assert (outcome.returncode, len(outcome.stderr.splitlines())) == (2, 1)
    assert "damaged" in outcome.stderr
    assert "dateline check" in outcome.stderr
    assert dateline("check", "-c", path).returncode == 0
    assert dateline(*command, "-c", path).returncode == 0


def test_a_building_that_was_stopped_is_told_where_nothing_is_found(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE collection SET current = 0")
    connection.close()
    outcome = dateline("find", "xylophone", "-c", path)
    assert (outcome.returncode, len(outcome.stderr.splitlines())) == (1, 1)
    assert "did not come to its end, build again" in outcome.stderr


@as_user
def test_a_file_that_cannot_be_written(sources: Path, path: Path) -> None:
    path.chmod(0o400)
    outcome = dateline("build", sources, "-c", path)
    assert (outcome.returncode, len(outcome.stderr.splitlines())) == (2, 1)
    assert "read-only" in outcome.stderr
    assert dateline("find", "the", "-c", path).returncode == 0


def test_many_read_while_one_builds(sources: Path, path: Path) -> None:
    with open_collection(path) as store:
        before = store.totals().events
    writer = subprocess.Popen(
        [*DATELINE, "build", str(sources), "-c", str(path)], cwd=_ROOT, stderr=subprocess.PIPE, text=True
    )
    seen = set()
    readers = [open_collection(path) for _ in range(4)]
    while writer.poll() is None:
        for reader in readers:
            seen.add(reader.totals().events)
            assert len(reader.rows(Selection(), 0, 10)) == 10
            assert reader.count(Selection()) >= before
        time.sleep(0.01)
    for reader in readers:
        seen.add(reader.totals().events)
        reader.close()
    assert writer.communicate()[1]
    assert writer.returncode == 0
    with open_collection(path) as store:
        assert seen <= {before, store.totals().events}


def test_a_copy_beside_the_collection_is_no_part_of_it(sources: Path, path: Path, tmp_path: Path) -> None:
    copy = shutil.copy(path, tmp_path / "copy.dateline")
    list(pipeline.build([str(sources / "1.jsonl")], path))
    with open_collection(copy) as store:
        assert len(store.documents()) == 10
