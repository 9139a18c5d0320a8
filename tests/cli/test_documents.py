"""The list of documents, a date set by hand, and what moves with it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from data.building.moves import apply, moves
from data.days import from_iso
from data.store import open_collection
from tests.helpers.outcome import Run, build

LETTER = (
    "The harbour council met on Monday. It will meet again on Friday. The pier was closed for repairs, and "
    "the mayor thanked the divers who had found the crack. On 3 May 2020 a crane fell."
)


@pytest.fixture
def letters(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    assert build(run, "letters", {"id": "a", "title": "Pier notes", "text": LETTER}).code == 0
    return "letters"


def test_what_would_move_is_told_and_nothing_is_written(run: Run, letters: str) -> None:
    outcome = run("documents", "--set", "a", "2024-07-09", "--dry-run", "-c", letters)
    assert outcome.code == 0
    assert "Pier notes" in outcome.out
    assert "published: date unknown, 3 May 2020 or later -> 9 July 2024" in outcome.out
    assert "Monday: undated -> 8 July 2024 · " in outcome.out
    assert "Friday: undated -> 12 July 2024 · " in outcome.out
    assert "3 May 2020:" not in outcome.out
    assert "without a date of its own: undated -> " in outcome.out
    assert "would move" in outcome.err
    assert run("find", "on:2024-07-08", "-c", letters).code == 1


def test_what_is_set_moves_and_what_is_taken_back_moves_back(run: Run, letters: str) -> None:
    outcome = run("documents", "--set", "a", "2024-07-09", "-c", letters)
    assert "Monday: undated -> 8 July 2024 · " in outcome.out
    assert run("find", "on:2024-07-08", "-c", letters).code == 0
    back = run("documents", "--set", "a", "", "-c", letters)
    assert "Monday: 8 July 2024 -> undated · " in back.out


def test_nothing_moves_where_the_date_stays(run: Run, letters: str) -> None:
    run("documents", "--set", "a", "2024-07-09", "-c", letters)
    outcome = run("documents", "--set", "a", "2024-07-09", "-c", letters)
    assert outcome.out == ""
    assert "0 passages moved" in outcome.err


def test_a_preview_without_a_date_is_wrong_use(run: Run, letters: str) -> None:
    assert run("documents", "--dry-run", "-c", letters).code == 2


def test_the_report_stays_within_80_columns(run: Run, letters: str) -> None:
    run("documents", "--set", "a", "2024-07-09", "-c", letters)
    for outcome in (
        run("documents", "-c", letters),
        run("documents", "--set", "a", "2024-08-20", "--dry-run", "-c", letters),
    ):
        assert max(len(line) for line in outcome.out.splitlines()) <= 80


def test_the_screen_asks_for_moves_without_writing(run: Run, letters: str) -> None:
    with closing(open_collection(letters)) as store:
        found = moves(store, "a", "2024-07-09")
        again = moves(store, "a", "2024-07-09")
    assert found == again
    assert found[0].kind == "published"
    monday = next(move for move in found if move.said == "Monday")
    day = from_iso("2024-07-08")
    assert (monday.before, monday.after) == ((None, None), (day, day))
    assert LETTER[monday.start_char : monday.end_char].startswith("The harbour council")


def test_a_document_dated_by_another_moves_with_it(run: Run, tmp_path) -> None:
    collection = str(tmp_path / "pair")
    wire = (
        "The foreign minister of Norway landed in Astana on Tuesday for talks on a pipeline under the sea."
        " He is to meet the Kazakh prime minister on Wednesday."
    )
    echo = (
        "Norway's foreign minister landed in Astana on Tuesday and was driven to talks on the pipeline."
        " On Wednesday he will see the Kazakh prime minister."
    )
    build(run, collection, {"id": "a", "text": wire}, {"id": "b", "text": echo})
    with closing(open_collection(collection, writing=True)) as store:
        found = apply(store, "a", "2023-05-09")
        assert moves(store, "a", "2023-05-09") == []
    assert found[0].document == "a"
    moved = [move for move in found if move.document == "b"]
    assert moved[0].kind == "published"
    assert {move.said for move in moved} >= {"Tuesday", "Wednesday"}


def test_each_document_is_told_with_its_language(run: Run, letters: str) -> None:
    assert "article (en), " in run("documents", "-c", letters).out
    build(run, letters, {"id": "b", "title": "12", "text": "12 - 14 - 15"})
    assert "article (language unknown), 12 characters" in run("documents", "-c", letters).out
