"""Names of files that would steer a terminal or are no text: they name documents, and are told harmlessly."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from data.cli import main
from tests.helpers import hostile_files

NAMES = [
    b"no-text-\xff.txt",
    b"red\x1b[31m\x07.txt",
    b"two\nlines.txt",
    b"-rf.txt",
    b"\xe2\x80\xaeright.txt",
    b"a" * 250 + b".txt",
]


@pytest.mark.parametrize("name", NAMES, ids=range(len(NAMES)))
def test_a_strange_name_names_a_document(
    name: bytes, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / os.fsdecode(name)).write_bytes(hostile_files.story("Holm"))
    (folder / os.fsdecode(name[:200] + b".jsonl")).write_bytes(b'{"text": \n')
    collection = str(tmp_path / "c")
    assert main(["build", str(folder), "-c", collection]) in (0, 3)
    main(["documents", "-c", collection])
    main(["documents", "--files", "-c", collection])
    told = capfd.readouterr()
    assert "Bridge opens in Holm" in told.out
    assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", told.out + told.err)
