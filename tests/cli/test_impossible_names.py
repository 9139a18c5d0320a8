"""Names that no file can have: one line, wherever they are given."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.helpers.outcome import Run

LONG = "a" * 300


@pytest.mark.parametrize(
    "arguments",
    [
        ("find", "ferry", "-c", LONG), ("check", "-c", LONG), ("build", "IN", "-c", LONG), ("build", LONG),
        ("build", f"IN/{LONG}"), ("tag", LONG), ("import", LONG), ("collections", "--remove", LONG),
        ("export", "--format", "csv", "-o", LONG), ("export", "--format", "timeml", "-o", LONG),
    ],
    ids=lambda arguments: " ".join(arguments).replace(LONG, "LONG"),
)  # fmt: skip
def test_a_name_that_is_too_long_is_told(run: Run, folder: Path, arguments: tuple[str, ...]) -> None:
    assert run("build", str(folder)).code == 0
    outcome = run(*(argument.replace("IN", str(folder)) for argument in arguments))
    assert outcome.code in (2, 3)
    (told,) = [line for line in outcome.err.splitlines() if not line.startswith("0 files read")]
    assert LONG in told


def test_the_last_collection_may_have_gone_where_nobody_can_ask(
    run: Run, folder: Path, data_folder: Path
) -> None:
    assert run("build", str(folder)).code == 0
    (last,) = data_folder.rglob("last.json")
    last.write_text(f'{{"address": "/{LONG}", "name": "gone"}}', encoding="utf-8")
    assert run("find", "Vladivostok").code == 0  # in the samples


@pytest.mark.parametrize(
    "command", [("find", "ferry"), ("show", "e"), ("check",), ("build", "IN"), ("conflicts",)]
)
@pytest.mark.parametrize("name", ["/", "..", "/dev/null"])
def test_what_can_be_no_collection_is_one_line(
    run: Run, folder: Path, command: tuple[str, ...], name: str
) -> None:
    outcome = run(*(argument.replace("IN", str(folder)) for argument in command), "-c", name)
    assert outcome.code == 2
    assert outcome.err.startswith(f"dateline: Not a collection: {name} is a ")
    assert len(outcome.err.splitlines()) == 1


def test_a_folder_that_is_not_needed_is_told_before_anything_is_read(run: Run) -> None:
    outcome = run("tag", "nowhere.txt", "-o", "out")
    assert outcome.code == 2
    assert outcome.err.startswith("dateline: No folder is needed")
    assert len(outcome.err.splitlines()) == 1


def test_of_a_long_query_the_place_of_its_mistake_is_shown(run: Run, folder: Path) -> None:
    assert run("build", str(folder)).code == 0
    outcome = run("find", f"{'x' * 5_000} who: {'y' * 5_000}")
    told, near, mark = outcome.err.splitlines()
    assert len(told) < 400
    assert len(near) < 500
    assert near[: mark.index("^")].endswith("who:")
