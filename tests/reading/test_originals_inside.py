"""What stands inside archives, unpacked to be looked at: one file, in the folder given, nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.originals import container_of, unpack
from data.reading import read_file
from data.reading.opening import limits
from tests.helpers.zipped import zipped


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "out").mkdir()
    return tmp_path / "out"


@pytest.mark.parametrize("name", ["march/1.txt", "../../1.txt", "/tmp/1.txt", "..\\..\\1.txt", ".1.txt"])
def test_the_path_of_a_document_leads_back_to_its_member(tmp_path: Path, folder: Path, name: str) -> None:
    box = tmp_path / "box.zip"
    box.write_bytes(zipped({"inner.zip": zipped({name: "It rained on Monday."})}))
    (document,) = read_file(str(box)).documents or (None,)
    if document is None:  # hidden files are not read
        return
    assert container_of(document.path) == str(box)
    place = unpack(document.path, folder)
    assert place == folder / "1.txt"
    assert place.read_text(encoding="utf-8") == "It rained on Monday."
    assert sorted(tmp_path.rglob("*.txt")) == [place]


@pytest.mark.parametrize(
    "path", ["box.zip", "box.zip!/no.txt", "gone.zip!/1.txt", "note.txt!/1.txt", "box.zip!/bomb.txt"]
)
def test_what_is_no_member_is_not_unpacked(
    tmp_path: Path, folder: Path, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "MEMBER_BYTES", 1000)
    (tmp_path / "box.zip").write_bytes(zipped({"bomb.txt": "0" * 5000}))
    (tmp_path / "note.txt").write_text("It rained.", encoding="utf-8")
    assert unpack(str(tmp_path / path), folder) is None
    assert list(folder.iterdir()) == []
