"""A large mail box is taken message by message as a worker reads it: what it holds is never all in memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from data.reading import FoundFile, find_files
from data.workers import FileRead, Processes, ordered, read_in_order, read_one
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
    monkeypatch.setattr(ordered, "HERE_BYTES", 1000)
    (found,), _ = find_files([str(file)])
    return found


def never() -> bool:
    return False


def read(file: FoundFile) -> list[FileRead]:
    with Processes(1) as processes:
        return list(read_in_order([file], processes, small_here=True, cancelled=never))


def test_it_is_read_as_a_small_one_is(box: FoundFile, monkeypatch: pytest.MonkeyPatch) -> None:
    (large,) = read(box)
    monkeypatch.setattr(ordered, "HERE_BYTES", 1 << 20)
    (small,) = read(box)
    assert len(large.documents) == MESSAGES
    assert large == small


def test_what_its_documents_report_is_held_of_the_first_only(
    box: FoundFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ordered, "_LETTERS_HELD", 100)
    (found,) = read(box)
    assert [one.told is not None for one in found.documents] == [True] * 2 + [False] * (MESSAGES - 2)


def test_what_was_read_before_the_worker_was_lost_stays(
    box: FoundFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(_: object, *arguments: Any) -> Iterator[object]:
        yield from list(read_one(*arguments))[:3]
        raise WorkerLostError("it takes more than 2,048 MB of memory to read", "Split it.")

    monkeypatch.setattr(ordered.Process, "run", lambda _, *task: lost(*task))
    (found,) = read(box)
    assert len(found.documents) == 3
    assert [one.reason for one in found.troubles] == ["it takes more than 2,048 MB of memory to read"]


def test_it_is_left_when_the_user_stops(box: FoundFile) -> None:
    asked = iter([False] * 4)

    def stopped() -> bool:
        return next(asked, True)

    with Processes(1) as processes:
        assert list(read_in_order([box], processes, small_here=True, cancelled=stopped)) == []
