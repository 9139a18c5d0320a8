"""The commands as functions and as a process, each test with a data folder of its own."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from data.cli import main
from tests.helpers.outcome import Outcome, Run


@pytest.fixture(autouse=True)
def data_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "user-data"
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    monkeypatch.delenv("DATELINE_COLLECTION", raising=False)
    return folder


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    def call(*argv: str, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        try:
            code = main(list(argv))
        except SystemExit as leaving:  # argparse's way to refuse wrong use
            code = int(leaving.code or 0)
        captured = capfd.readouterr()
        return Outcome(code, captured.out, captured.err)

    return call


NEWS = """Ferry line reopens between Brume and Holm

BRUME, 9 July 2024 - The ferry line between Brume and Holm reopened on Monday after a winter of repairs.

Mayor Clara Voss of Brume met Governor Ivan Petrescu of Holm on board on 8 July 2024. They had last met in
Holm in March 2021.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "letters"
    place.mkdir()
    (place / "ferry.txt").write_text(NEWS, encoding="utf-8")
    return place


@pytest.fixture
def collection(run: Run, folder: Path, tmp_path: Path) -> str:
    """The address of a collection of the folder."""
    path = str(tmp_path / "c.dateline")
    assert run("build", str(folder), "-c", path).code == 0
    return path
