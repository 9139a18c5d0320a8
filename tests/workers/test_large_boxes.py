"""A large mail box is taken message by message as a worker reads it: what it holds is never all in memory."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from data.pipeline import build
from data.reading import FoundFile, find_files
from data.store.document_rows import DocumentRows
from data.store.tables import arriving
from data.workers import FileRead, Processes, dividing, file_documents, read_in_order, read_one
from data.workers.inside import WorkerLostError

MESSAGES = 12
MAIL = (
    "From ann@coast.example Mon Mar  4 18:20:00 2024\nFrom: ann@coast.example\nSubject: Ferry {0}\n"
    "Date: Mon, 04 Mar 2024 18:20:00 +0100\n\nOn Monday ferry {0} came back to Brume.\n\n"
)


@pytest.fixture
def box(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FoundFile:
    """A mail box that counts as large."""
    file = tmp_path / "box.mbox"
    file.write_text("".join(map(MAIL.format, range(MESSAGES))), encoding="utf-8")
    monkeypatch.setattr(dividing, "HERE_BYTES", 1000)
    (found,), _ = find_files([str(file)])
    return found


def never() -> bool:
    return False


def read(file: FoundFile) -> list[FileRead]:
    with Processes(1) as processes:
        return list(read_in_order([file], processes, small_here=True, cancelled=never))


def test_it_is_read_as_a_small_one_is(box: FoundFile, monkeypatch: pytest.MonkeyPatch) -> None:
    (large,) = read(box)
    monkeypatch.setattr(dividing, "HERE_BYTES", 1 << 20)
    (small,) = read(box)
    assert len(large.documents) == MESSAGES
    assert (large.facts, large.troubles) == (small.facts, small.troubles)
    assert list(large.documents) == list(small.documents)


@pytest.mark.parametrize("together", [1, 2000, 1 << 20])
def test_the_first_of_its_documents_are_held_and_the_others_lie_aside(
    box: FoundFile, monkeypatch: pytest.MonkeyPatch, together: int
) -> None:
    (held,) = read(box)
    assert len(held.documents.held) == MESSAGES
    monkeypatch.setattr(file_documents, "LETTERS_HELD", 100)
    monkeypatch.setattr(file_documents, "_TOGETHER", together)
    with Processes(1) as processes:
        for found in read_in_order([box], processes, small_here=True, cancelled=never):
            assert list(found.documents.held) == list(held.documents)[:2]
            told = [one.told is not None for one in found.documents]
            assert told == [True] * 2 + [False] * (MESSAGES - 2)
            assert [one.rows for one in found.documents] == [one.rows for one in held.documents]


def test_where_no_room_is_left_aside_they_stay_in_memory(
    box: FoundFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    (held,) = read(box)
    monkeypatch.setattr(file_documents, "LETTERS_HELD", 0)
    monkeypatch.setattr(file_documents, "_TOGETHER", 1)
    monkeypatch.setattr("data.workers.file_documents.Scratch.put", lambda *_: None)
    (found,) = read(box)
    assert [one.rows for one in found.documents] == [one.rows for one in held.documents]


@pytest.mark.slow
@pytest.mark.parametrize("jobs", [None, 2])
def test_how_many_messages_it_has_makes_no_difference_to_what_is_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int | None
) -> None:
    alive: list[int] = []
    calls = count()

    def in_memory() -> int:
        return sum(isinstance(one, DocumentRows) for one in gc.get_objects())

    def counted(of: Callable[..., None]) -> Callable[..., None]:
        def counting(*arguments: Any) -> None:
            if next(calls) % 29 == 28:  # it looks at all objects there are
                alive.append(in_memory() - before)
            of(*arguments)

        return counting

    monkeypatch.setattr(dividing, "HERE_BYTES", 1000)
    monkeypatch.setattr(Processes, "grain", 400)
    monkeypatch.setattr(file_documents, "LETTERS_HELD", 400)
    monkeypatch.setattr(file_documents, "_TOGETHER", 4000)
    monkeypatch.setattr(arriving, "_TOGETHER", 10)
    monkeypatch.setattr(file_documents.FileDocuments, "add", counted(file_documents.FileDocuments.add))
    monkeypatch.setattr(arriving, "_insert", counted(arriving._insert))
    gc.collect()
    before = in_memory()  # what earlier tests keep
    most = []
    for messages in (60, 300):
        (tmp_path / "box.mbox").write_text("".join(map(MAIL.format, range(messages))), encoding="utf-8")
        *_, last = build([str(tmp_path / "box.mbox")], tmp_path / f"{messages}.dateline", jobs=jobs)
        assert last.documents == messages
        most.append(max(alive))
        alive.clear()
    assert max(most) < 100  # of the tasks on their way, and written together


def test_what_was_read_before_the_worker_was_lost_stays(
    box: FoundFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(_: object, *arguments: Any) -> Iterator[object]:
        yield from list(read_one(*arguments))[:3]
        raise WorkerLostError("it takes more than 2,048 MB of memory to read", "Split it.")

    monkeypatch.setattr("data.workers.processes.Process.run", lambda _, *task: lost(*task))
    (found,) = read(box)
    assert len(found.documents) == 3
    assert [one.reason for one in found.troubles] == ["it takes more than 2,048 MB of memory to read"]


def test_it_is_left_when_the_user_stops(box: FoundFile) -> None:
    asked = iter([False] * 4)

    def stopped() -> bool:
        return next(asked, True)

    with Processes(1) as processes:
        assert list(read_in_order([box], processes, small_here=True, cancelled=stopped)) == []
