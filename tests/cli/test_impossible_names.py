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
