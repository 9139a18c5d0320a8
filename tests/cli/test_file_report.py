"""The report of files: what was read, what was not and why, what was left out, what is gone."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from data.building.report import file_reports
from data.store import open_collection
from tests.helpers.outcome import Run


def test_each_file_has_its_state_and_its_troubles(run: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "lines.jsonl").write_text('{"text": "It rained on 3 May 2020."}\n{"text": \n', encoding="utf-8")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    (folder / "gone.txt").write_text("Gone\n\nIt snowed on 4 May 2020.\n", encoding="utf-8")
    collection = str(tmp_path / "c")
    assert "picture" not in run("build", str(folder), "-c", collection).err
    (folder / "gone.txt").unlink()
    run("build", str(folder), "-c", collection)
    outcome = run("documents", "--files", "-c", collection)
    assert outcome.code == 3
    told = outcome.out.replace(str(folder), "F").splitlines()
    assert told[0] == "F  not all of it was read"
    assert told[1].startswith("    files of other formats were left out (1 .png). To read one")
    assert "F/empty.txt  not read" in told
    assert "F/ferry.txt  read, 1 document" in told
    assert "F/gone.txt  gone since, 1 document kept" in told
    assert "F/lines.jsonl  read, 1 document" in told
    assert any(line.startswith("    line 2: this line is no JSON") for line in told)


def test_nothing_left_out_is_not_told(run: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "picture.png").write_bytes(b"\x89PNG")
    collection = str(tmp_path / "c")
    run("build", str(folder), "-c", collection)
    (folder / "picture.png").unlink()
    run("build", str(folder), "-c", collection)
    outcome = run("documents", "--files", "-c", collection)
    assert outcome.code == 0
    assert outcome.out == f"{folder / 'ferry.txt'}  read, 1 document\n"


def test_documents_inside_archives_count_for_the_archive(run: Run, folder: Path, tmp_path: Path) -> None:
    import zipfile

    with zipfile.ZipFile(folder / "two.zip", "w") as archive:
        for number in (1, 2):
            archive.writestr(f"{number}.txt", f"Storm {number}\n\nIt hit Holm on {number} May 2020.\n")
    run("build", str(folder), "-c", str(tmp_path / "c"))
    store = open_collection(tmp_path / "c")
    counts = {Path(report.record.path).name: report.documents for report in file_reports(store)}
    store.close()
    assert counts == {"ferry.txt": 1, "two.zip": 2}


def test_what_was_guessed_is_told(run: Run, folder: Path, tmp_path: Path) -> None:
    import zipfile

    german = "Die Brücke ist auf\n\nDie Brücke wurde am Dienstag eröffnet, und es regnete nicht, sagt Weiß.\n"
    (folder / "bruecke.txt").write_bytes(german.encode("cp1252"))
    (folder / "council.txt").write_text(
        "Council meets\n\nIt met on 03/04/2021 and 05/06/2021.\n", encoding="utf-8"
    )
    with zipfile.ZipFile(folder / "box.zip", "w") as archive:
        archive.writestr("lines.jsonl", '{"text": "It rained on 3 May 2020."}\n{"text": \n')
    collection = str(tmp_path / "c")
    run("build", str(folder), "-c", collection)
    told = run("documents", "--files", "-c", collection).out.replace(str(folder), "F").splitlines()
    bridge = told[told.index("F/bruecke.txt  read, 1 document") + 1 :]
    assert bridge[:2] == ["    languages: de", "    publication dates: 1 unknown"]
    assert bridge[2].startswith("    the encoding was guessed to be cp1252")
    council = " ".join(told[told.index("F/council.txt  read, 1 document") + 1 :])
    assert "2 dates leave open which number is the month (03/04/2021)" in council
    assert any(line.startswith("    lines.jsonl, line 2: this line is no JSON") for line in told)


def test_a_copy_is_told_by_its_path_from_here(
    run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    (folder / "copy.txt").write_bytes((folder / "ferry.txt").read_bytes())
    told = run("build", ".", "-c", str(tmp_path / "c")).err
    assert "ferry.txt:1: the same text is in copy.txt. It counts once." in told


def test_a_file_of_which_nothing_was_read_is_told_until_it_is_gone(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    broken, collection = folder / "broken.pdf", ("-c", str(tmp_path / "c"))
    broken.write_bytes(b"%PDF-1.7 half of it")
    assert run("build", str(folder), *collection).code == 3
    broken.unlink()
    assert run("build", str(folder), *collection).code == 0
    told = run("documents", "--files", *collection)
    assert (told.code, told.out) == (0, f"{folder / 'ferry.txt'}  read, 1 document\n")
    with closing(open_collection(tmp_path / "c")) as store:
        assert not any(record.troubles for record in store.files().values())
    broken.write_bytes(b"%PDF-1.7 half of it")
    assert "broken.pdf" in run("build", str(folder), *collection).err


def test_what_was_kept_of_a_broken_file_is_told_when_that_is_gone_too(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    file, collection = folder / "ferry.txt", ("-c", str(tmp_path / "c"))
    run("build", str(folder), *collection)
    file.write_bytes(b"")
    run("build", str(folder), *collection)
    file.unlink()
    (folder / "rain.txt").write_text("It rained on 3 May 2020.\n", encoding="utf-8")
    assert "ferry.txt: the file is gone. Its documents are kept" in run("build", str(folder), *collection).err
    assert "ferry.txt  gone since, 1 document kept" in run("documents", "--files", *collection).out
