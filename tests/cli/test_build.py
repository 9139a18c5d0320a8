"""Building: incremental, the same ids every time, one clear line for each bad input."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest

from tests.helpers.outcome import Run, build


def exported(run: Run, collection: Path) -> dict[str, object]:
    outcome = run("export", "--format", "json", "-c", str(collection))
    data: dict[str, object] = json.loads(outcome.out)
    return data


def test_builds_a_folder(run: Run, folder: Path, tmp_path: Path) -> None:
    outcome = run("build", str(folder), "-c", str(tmp_path / "c"))
    assert outcome.code == 0
    assert outcome.out == ""
    assert "1 file read, 0 unchanged, 0 with trouble" in outcome.err


def test_no_collection_is_begun_of_a_path_that_is_misspelt(run: Run, folder: Path, tmp_path: Path) -> None:
    run("build", str(folder))
    outcome = run("build", str(tmp_path / "foldre"))
    assert outcome.code == 2
    assert outcome.err.startswith("dateline: No such file or folder: ")
    assert outcome.err.rstrip().endswith("foldre. Check the spelling of the path.")
    assert run("find", "ferry").code == 0, "the last one opened is still the other"


def test_what_is_gone_is_told_of_a_collection_that_is_there(run: Run, folder: Path, tmp_path: Path) -> None:
    run("build", str(folder), "-c", str(tmp_path / "c"))
    folder.rename(tmp_path / "away")
    assert run("build", str(folder), "-c", str(tmp_path / "c")).code == 3
    assert run("find", "ferry", "-c", str(tmp_path / "c")).code == 0


def test_a_second_build_reads_nothing_and_changes_nothing(run: Run, folder: Path, tmp_path: Path) -> None:
    collection = tmp_path / "c"
    run("build", str(folder), "-c", str(collection))
    before = exported(run, collection)
    outcome = run("build", str(folder), "-c", str(collection))
    assert "0 files read, 1 unchanged" in outcome.err
    assert exported(run, collection) == before


def test_another_collection_of_the_same_files_has_the_same_ids(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    (folder / "other.txt").write_text(
        "Storm over Holm\n\nA storm hit Holm on 3 May 2020.\n", encoding="utf-8"
    )
    run("build", str(folder / "ferry.txt"), str(folder / "other.txt"), "-c", str(tmp_path / "a"))
    run("build", str(folder / "other.txt"), str(folder / "ferry.txt"), "-c", str(tmp_path / "b"))
    assert exported(run, tmp_path / "a") == exported(run, tmp_path / "b")


def test_a_changed_file_replaces_its_documents(run: Run, folder: Path, tmp_path: Path) -> None:
    collection = tmp_path / "c"
    run("build", str(folder), "-c", str(collection))
    (folder / "ferry.txt").write_text(
        "Storm over Holm\n\nA storm hit Holm on 3 May 2020.\n", encoding="utf-8"
    )
    outcome = run("build", str(folder), "-c", str(collection))
    assert "1 file read" in outcome.err
    assert run("find", "Voss", "-c", str(collection)).code == 1
    assert run("find", "storm on:2020-05-03", "-c", str(collection)).code == 0


def test_unchanged_is_told_by_bytes_with_verify(run: Run, folder: Path, tmp_path: Path) -> None:
    collection, file = tmp_path / "c", folder / "ferry.txt"
    run("build", str(folder), "-c", str(collection))
    status = file.stat()
    file.write_text(file.read_text(encoding="utf-8").replace("2021", "2020"), encoding="utf-8")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert "1 unchanged" in run("build", str(folder), "-c", str(collection)).err
    assert "1 file read" in run("build", str(folder), "--verify", "-c", str(collection)).err
    assert run("find", "on:2020-03", "-c", str(collection)).code == 0


def test_a_file_that_cannot_be_compared_is_read_and_that_is_told(
    run: Run, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    collection = tmp_path / "c"
    run("build", str(folder), "-c", str(collection))

    def refused(_path: Path, *_arguments: object, **_more: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", refused)
    outcome = run("build", str(folder), "--verify", "-c", str(collection))
    assert outcome.code == 3
    assert "ferry.txt: it may not be read" in outcome.err


def test_a_vanished_file_is_reported_and_its_documents_are_kept(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    collection = tmp_path / "c"
    (folder / "other.txt").write_text(
        "Storm over Holm\n\nA storm hit Holm on 3 May 2020.\n", encoding="utf-8"
    )
    run("build", str(folder), "-c", str(collection))
    (folder / "other.txt").unlink()
    outcome = run("build", str(folder), "-c", str(collection))
    assert "the file is gone" in outcome.err
    assert outcome.code == 3
    assert run("find", "storm", "-c", str(collection)).code == 0


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7 half of it", b"\0" * 64])
def test_what_was_read_of_a_file_is_kept_when_it_can_be_read_no_more(
    run: Run, folder: Path, tmp_path: Path, content: bytes
) -> None:
    collection, file = ("-c", str(tmp_path / "c")), folder / "ferry.txt"
    run("build", str(folder), *collection)
    whole = file.read_bytes()
    file.write_bytes(content)
    outcome = run("build", str(folder), *collection)
    (told,) = (line for line in outcome.err.splitlines() if "ferry.txt" in line)
    assert told.endswith("Its documents are kept; take them out with: dateline documents --remove ID")
    assert outcome.code == 3
    assert run("find", "Voss", *collection).code == 0
    assert "not read, 1 document kept" in run("documents", "--files", *collection).out
    assert "1 unchanged" in run("build", str(folder), *collection).err
    assert run("check", *collection).code == 0
    file.write_bytes(whole.replace(b"Voss", b"Berg"))
    assert run("build", str(folder), *collection).code == 0
    assert run("find", "Voss", *collection).code == 1
    assert run("find", "Berg", *collection).code == 0


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("zeros.txt", b"\0" * 64, "text"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "text"),
        ("broken.jsonl", b'{"text": "Fine on 3 May 2020."}\n{"text": \n', "JSON"),
        ("dated.jsonl", b'{"text": "Fine.", "published": "soon"}\n', "date"),
        ("fieldless.jsonl", b'{"title": "no text"}\n', "text"),
    ],
)
def test_bad_input_is_one_line_and_the_rest_goes_on(
    run: Run, folder: Path, tmp_path: Path, name: str, content: bytes, reason: str
) -> None:
    (folder / name).write_bytes(content)
    outcome = run("build", str(folder), "-c", str(tmp_path / "c"))
    complaints = [line for line in outcome.err.splitlines() if name in line]
    assert len(complaints) == 1
    assert reason in complaints[0]
    assert outcome.code == 3
    assert run("find", "Voss", "-c", str(tmp_path / "c")).code == 0


def test_a_missing_path_is_one_line(run: Run, folder: Path, tmp_path: Path) -> None:
    outcome = run("build", str(folder), str(tmp_path / "nowhere.txt"), "-c", str(tmp_path / "c"))
    assert outcome.code == 3
    assert sum("nowhere.txt" in line for line in outcome.err.splitlines()) == 1


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_one_line(run: Run, folder: Path, tmp_path: Path) -> None:
    (folder / "closed.txt").write_text("Closed.", encoding="utf-8")
    (folder / "closed.txt").chmod(0)
    outcome = run("build", str(folder), "-c", str(tmp_path / "c"))
    assert outcome.code == 3
    assert "closed.txt" in outcome.err


def test_json_lines_from_standard_input(run: Run, tmp_path: Path) -> None:
    lines = [
        {"id": "wire/7 a", "text": "The minister resigned on Monday.", "published": "2024-07-10"},
        {
            "id": "wire/8",
            "text": "The budget passed yesterday.",
            "dct": "2024-07-10T18:00:00Z",
            "publisher": "Wire",
        },
    ]
    data = "\n".join(json.dumps(line) for line in lines).encode()
    assert run("build", "-", "-c", str(tmp_path / "c"), stdin=data).code == 0
    found = exported(run, tmp_path / "c")
    documents = found["documents"]
    assert isinstance(documents, list)
    assert {document["id"] for document in documents} == {"wire/7 a", "wire/8"}
    assert {(document["path"], document["line"], document["span"]) for document in documents} == {
        ("-", 1, None),
        ("-", 2, None),
    }
    assert run("find", "minister on:2024-07-08", "-c", str(tmp_path / "c")).code == 0
    assert run("find", "budget on:2024-07-09", "-c", str(tmp_path / "c")).code == 0


def test_the_same_id_with_another_text_is_an_error_line(run: Run, tmp_path: Path) -> None:
    told = {"id": "a", "text": "On 3 May 2020 it rained."}, {"id": "a", "text": "On 4 May 2020 it snowed."}
    outcome = build(run, str(tmp_path / "c"), *told)
    assert outcome.code == 3
    assert "c.jsonl:2" in outcome.err
    assert run("find", "rained", "-c", str(tmp_path / "c")).code == 0
    assert run("find", "snowed", "-c", str(tmp_path / "c")).code == 1


def test_a_given_publication_date_wins(run: Run, tmp_path: Path) -> None:
    data = b'{"id": "a", "text": "The minister resigned yesterday.", "published": "2020-01-01"}\n'
    run("build", "-", "--published", "2024-07-10", "-c", str(tmp_path / "c"), stdin=data)
    assert run("find", "minister on:2024-07-09", "-c", str(tmp_path / "c")).code == 0


@pytest.mark.parametrize("value", ["soon", "2024-13-01", "", "08/07/2024"])
def test_a_wrong_publication_date_is_wrong_use(run: Run, folder: Path, value: str) -> None:
    outcome = run("build", str(folder), "--published", value)
    assert outcome.code == 2
    assert "--published" in outcome.err


def test_an_empty_folder_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "bare").mkdir()
    outcome = run("build", str(tmp_path / "bare"), "-c", str(tmp_path / "c"))
    assert outcome.code == 3
    assert sum("bare" in line for line in outcome.err.splitlines()) == 1


def test_a_file_that_is_no_collection_is_refused(run: Run, folder: Path, tmp_path: Path) -> None:
    (tmp_path / "c").write_text("a shopping list\n", encoding="utf-8")
    outcome = run("build", str(folder), "-c", str(tmp_path / "c"))
    assert outcome.code == 2
    assert len(outcome.err.splitlines()) == 1
    assert (tmp_path / "c").read_text(encoding="utf-8") == "a shopping list\n"


@pytest.mark.parametrize(
    ("code", "accepted"), [("de", True), ("DE", True), ("pl", True), ("zz", False), ("deu", False)]
)
def test_a_language_without_dates_is_refused(run: Run, folder: Path, code: str, accepted: bool) -> None:
    outcome = run("build", str(folder), "--language", code)
    assert outcome.code == (0 if accepted else 2)
    assert len(outcome.err.splitlines()) == 1
    assert (f"no dates are known in '{code}'" in outcome.err) is not accepted
