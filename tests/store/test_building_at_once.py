"""Several programs that build one collection: each lets the other finish, and nothing is left out."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Generator
from contextlib import closing
from pathlib import Path

import pytest

from data import pipeline
from data.building import moves
from data.building.progress import Progress
from data.errors import CollectionError
from data.store import open_collection
from data.store.postgres import opening
from data.store.sqlite import turns
from tests.helpers.folders_of_news import built, exported, filled, put, taken
from tests.helpers.running import DATELINE

FILES, DOCUMENTS = 4, 4


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return filled(tmp_path / "in the folder", seed=5, files=FILES, each=DOCUMENTS)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever waits for another one's building gives up soon."""
    monkeypatch.setattr(turns, "WAIT", 0.05)
    monkeypatch.setitem(opening._SETTINGS, "lock_timeout", "50ms")


def change(folder: Path, number: int) -> None:
    """Let a file tell its first document otherwise, and another one more."""
    file = folder / f"{number}.jsonl"
    records = taken(file)
    records[0]["published"] = "2019-04-03"
    records[0]["text"] = f"{records[0]['text']}\n\nOn 2 April 2019 the ferry of Porto was sold."
    put(file, [*records, {**records[1], "id": f"more-{number}", "publisher": "Late Post"}])


def until(stage: str, folder: Path, address: str) -> Generator[Progress, None, None]:
    """A build that has come to the beginning of a stage, and no further."""
    building = pipeline.build([str(folder)], address, jobs=1)
    while next(building).stage != stage:
        pass
    return building


@pytest.mark.usefixtures("impatient")
def test_no_one_builds_while_another_makes_the_events(folder: Path, address: str, tmp_path: Path) -> None:
    built(folder, address, jobs=1)
    change(folder, 0)
    first = until("events", folder, address)
    change(folder, 1)
    with pytest.raises(CollectionError, match="in use"):
        built(folder, address, jobs=1)
    list(first)
    assert built(folder, address, jobs=1) == built(folder, str(tmp_path / "whole"), jobs=1)


def test_what_another_read_again_is_told_as_it_is_now(folder: Path, address: str, tmp_path: Path) -> None:
    built(folder, address, jobs=1)
    change(folder, 0)
    first = pipeline.build([str(folder)], address, jobs=1)
    while next(first).read == 0:
        pass
    change(folder, 0)
    second = pipeline.build([str(folder)], address, jobs=1)
    while next(second).read == 0:
        pass
    second.close()  # stopped before it made the events
    list(first)
    assert built(folder, address, jobs=1) == built(folder, str(tmp_path / "whole"), jobs=1)


def test_two_programs_at_once(folder: Path, address: str, tmp_path: Path) -> None:
    built(folder, address, jobs=1)
    for number in range(FILES):
        change(folder, number)
    command = [*DATELINE, "build", str(folder), "-c", address, "--jobs", "1"]
    both = [subprocess.Popen(command, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [one.communicate()[1] for one in both]
    assert [one.returncode for one in both] == [0, 0], said
    assert exported(address) == built(folder, str(tmp_path / "whole"), jobs=1)


def test_a_date_given_to_what_a_stopped_build_has_read(
    folder: Path, new_address: Callable[[], str], tmp_path: Path
) -> None:
    address, undisturbed = new_address(), new_address()
    undated = ("The council of Porto met yesterday.", "The ferry sank on 3 May 2017.")
    put(folder / "0.jsonl", [{"id": text, "text": text} for text in undated])
    built(folder, undisturbed, jobs=1)
    until("dating", folder, address).close()
    for place in (undisturbed, address):
        with closing(open_collection(place, writing=True)) as store:
            given = store.documents()[-1].id
            moves.apply(store, given, "2018-02-03")
    assert built(folder, address, jobs=1) == built(folder, undisturbed, jobs=1)


class TestTheTurnOfAFile:
    @pytest.fixture
    def path(self, tmp_path: Path) -> Path:
        return tmp_path / "c.dateline"

    @pytest.mark.usefixtures("impatient")
    def test_one_has_it_until_it_is_given_back_as_often_as_taken(self, path: Path) -> None:
        first, second = turns.Turn(path), turns.Turn(path)
        first.take()
        first.take()
        first.give_back()
        with pytest.raises(CollectionError, match="another program is building it"):
            second.take()
        first.give_back()
        second.take()
        with pytest.raises(CollectionError, match="in use"):
            first.take()
        second.close()
        first.take()
        first.close()

    @pytest.mark.usefixtures("impatient")
    def test_who_closes_leaves_no_file_and_takes_nobodys(self, path: Path) -> None:
        first, second = turns.Turn(path), turns.Turn(path)
        first.take()
        with pytest.raises(CollectionError):
            second.take()
        second.close()
        assert [file.name for file in path.parent.iterdir()] == ["c.dateline-lock"]
        first.close()
        first.close()
        assert list(path.parent.iterdir()) == []

    @pytest.mark.usefixtures("impatient")
    def test_a_file_that_another_took_along_is_locked_by_nobody(self, path: Path) -> None:
        first, second, third = (turns.Turn(path) for _ in range(3))
        first.take()
        with pytest.raises(CollectionError):
            second.take()  # it has the file open that the first one deletes
        first.close()
        third.take()
        with pytest.raises(CollectionError):
            second.take()
        third.close()
        second.take()
        second.close()

    @pytest.mark.usefixtures("impatient")
    def test_a_program_that_is_killed_leaves_the_turn_to_others(self, path: Path) -> None:
        code = (
            "import pathlib, sys, time; from data.store.sqlite.turns import Turn; "
            "turn = Turn(pathlib.Path(sys.argv[1])); turn.take(); print('taken', flush=True); time.sleep(60)"
        )
        turn = turns.Turn(path)
        with subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE) as other:
            assert other.stdout is not None
            assert other.stdout.readline() == b"taken\n"
            with pytest.raises(CollectionError, match="in use"):
                turn.take()
            other.kill()
        turn.take()
        turn.close()
        assert list(path.parent.iterdir()) == []

    def test_where_no_file_can_be_made_everybody_has_it(self, path: Path) -> None:
        path.touch()
        first, second = (turns.Turn(path / "beside a file.dateline") for _ in range(2))
        first.take()
        second.take()
        for turn in (first, second):
            turn.give_back()
            turn.close()
        assert list(path.parent.iterdir()) == [path]
