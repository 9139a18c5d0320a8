"""A chronology goes in and comes out again; marks go from one copy to another."""

from __future__ import annotations

import csv
import io
import json
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from data.export import to_marks
from data.marks import on_events, on_passages
from data.model import Event
from data.store import open_collection
from data.store.records import Selection
from tests.helpers.outcome import Run

SHEET = """date,event,who,place,source,notes
2019-05,The dock is dredged,Port of Brume,Brume,"Port annals, p. 9",ask again
03/04/2021,The crane falls,,Brume,,
,,,,nothing happened,
before 1900,A first pier stands,,,"<b>Chronicle</b>",
"""


def test_a_chronology_comes_in_and_goes_out_again(run: Run, collection: str, tmp_path: Path) -> None:
    sheet = tmp_path / "chronology.csv"
    sheet.write_text(SHEET, encoding="utf-8")
    outcome = run("import", str(sheet), "-c", collection)
    assert outcome.code == 3
    assert "4 rows read: 3 events by hand" in outcome.err
    assert f"{sheet}:3: “03/04/2021” could be" in outcome.err
    assert f"{sheet}:4: this row tells no event" in outcome.err
    assert "dredged" in run("find", "on:2019-05", "-c", collection).out
    assert "Port annals, p. 9" in run("find", "source:annals", "-c", collection).out
    out = run("export", "--format", "csv", "-c", collection).out
    rows = {row["title"]: row for row in csv.DictReader(io.StringIO(out.removeprefix("\ufeff")))}
    dredged = rows["The dock is dredged"]
    assert (dredged["edtf"], dredged["who"], dredged["where"], dredged["sources"], dredged["note"]) == (
        "2019-05", "Port of Brume", "Brume", "Port annals, p. 9", "ask again",
    )  # fmt: skip
    assert rows["A first pier stands"]["edtf"] == "../1899"
    assert rows["The crane falls"]["note"] == "date: 03/04/2021"
    again = run("import", str(sheet), "-c", collection)
    assert "3 of them known already" in again.err
    assert run("export", "--format", "csv", "-c", collection).out == out


def test_an_exported_chronology_brings_nothing_new_back(run: Run, collection: str, tmp_path: Path) -> None:
    sheet = tmp_path / "out.csv"
    assert run("export", "--format", "csv", "-o", str(sheet), "-c", collection).code == 0
    before = run("export", "--format", "json", "-c", collection).out
    outcome = run("import", str(sheet), "-c", collection)
    assert outcome.code == 0
    assert "0 events by hand and 0 changes" in outcome.err
    assert run("export", "--format", "json", "-c", collection).out == before


def test_a_row_that_was_edited_changes_its_event(run: Run, collection: str, tmp_path: Path) -> None:
    sheet = tmp_path / "out.csv"
    run("export", "--format", "csv", "-o", str(sheet), "-c", collection)
    rows = list(csv.reader(io.StringIO(sheet.read_text(encoding="utf-8-sig"))))
    title, date = rows[0].index("title"), rows[0].index("edtf")
    rows[1][title], rows[1][date] = "A better title", "1950-03"
    with sheet.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(rows)
    assert "0 events by hand and 2 changes" in run("import", str(sheet), "-c", collection).err
    shown = run("show", rows[1][0], "-c", collection).out
    assert shown.startswith("A better title")
    assert "March 1950 (stated)" in shown
    assert "marked   title: “A better title”, by " in shown


def first(path: str) -> Event:
    store = open_collection(path)
    event = next(store.events(Selection()))
    store.close()
    return event


def marked(path: str, by: str, tag: str, verification: str, at: str) -> None:
    event = first(path)
    store = open_collection(path, writing=True)
    store.mark(on_events("tag", [event], tag, by=by, at=at))
    store.mark(on_events("verification", [event], verification, by=by, at=at))
    store.mark(
        on_passages("event", value=json.dumps({"title": f"Seen by {by}", "date": "2031"}), by=by, at=at)
    )
    store.close()


def test_marks_go_from_copy_to_copy_and_both_become_alike(run: Run, collection: str, tmp_path: Path) -> None:
    other = str(tmp_path / "other.dateline")
    shutil.copy(collection, other)
    marked(collection, "Ada", "sea", "verified", "2024-01-01T00:00:00.000000Z")
    marked(other, "Ben", "port", "disputed", "2024-01-02T00:00:00.000000Z")
    for source, target in ((collection, other), (other, collection)):
        file = tmp_path / "marks.jsonl"
        assert run("export", "--format", "marks", "-o", str(file), "-c", source).code == 0
        outcome = run("import", str(file), "-c", target)
        assert outcome.code == 0
    assert "3 new marks, 0 taken back or put back, 3 known" in outcome.err
    ours, theirs = (run("export", "--format", "json", "-c", path).out for path in (collection, other))
    assert ours == theirs
    assert first(collection).verification == "disputed"
    assert first(collection).tags == ("sea", "port")


def test_the_earlier_of_two_statuses_is_told(run: Run, collection: str, tmp_path: Path) -> None:
    other, file = str(tmp_path / "other.dateline"), tmp_path / "marks.jsonl"
    shutil.copy(collection, other)
    marked(collection, "Ada", "sea", "verified", "2024-01-01T00:00:00.000000Z")
    marked(other, "Ben", "port", "disputed", "2024-01-02T00:00:00.000000Z")
    run("export", "--format", "marks", "-o", str(file), "-c", other)
    told = run("import", str(file), "-c", collection).err
    assert "status: disputed, by Ben on 2 January 2024; before that: status: verified, by Ada" in told


def test_hidden_events_are_not_exported(run: Run, collection: str) -> None:
    event = first(collection)
    store = open_collection(collection, writing=True)
    store.mark(on_events("hide", [event]))
    store.close()
    for name in ("json", "csv", "md", "html", "ics", "timelinejs", "jsonl"):
        assert event.id not in run("export", "--format", name, "-c", collection).out
    assert event.id in run("find", "is:hidden", "-c", collection).out


def test_timeml_of_several_documents_needs_a_folder(
    run: Run, collection: str, folder: Path, tmp_path: Path
) -> None:
    assert run("export", "--format", "timeml", "-c", collection).out.startswith("<?xml")
    (folder / "other.txt").write_text("The pier of Brume was closed on 3 May 2020.\n", encoding="utf-8")
    run("build", str(folder), "-c", collection)
    assert run("export", "--format", "timeml", "-c", collection).code == 2
    assert run("export", "--format", "timeml", "-o", str(tmp_path / "tml"), "-c", collection).code == 0
    assert all("<TimeML" in file.read_text(encoding="utf-8") for file in (tmp_path / "tml").glob("*.tml"))


@pytest.mark.parametrize(
    "content", [b"", b"a;b\n1;2\n", b"\0\x01\x02\x03", b'{"dateline": 2, "what": "marks"}\n{}\n']
)
def test_a_wrong_file_is_one_line(run: Run, collection: str, tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "wrong"
    file.write_bytes(content)
    outcome = run("import", str(file), "-c", collection)
    assert outcome.code == 2
    assert len(outcome.err.splitlines()) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"at": "soon"},
        {"by": 1},
        {"undone": 1},
        {"turned_at": "later", "turned_by": "Ben"},
        {"turned_by": 1},
        {"kind": "event", "value": '{"title": "a", "verification": "sure"}'},
        {"passages": [{"document": "d", "start_char": 0, "end_char": 1, "text": 1}]},
        {"passages": [{"document": "d", "start_char": 0, "end_char": 1, "text": "a", "path": None}]},
        {"passages": [{"document": "d"}]},
        {"passages": ["d"]},
        {"passages": None},
        {"colour": "red"},
        {"kind": "praise"},
        {"kind": "tag", "value": "half a letter: \ud800"},
    ],
)
def test_a_wrong_mark_is_told_with_its_line_and_the_others_are_taken(
    run: Run, collection: str, tmp_path: Path, wrong: dict[str, object]
) -> None:
    right = {
        "at": "2024-01-01T00:00:00Z",
        "by": "Ada",
        "kind": "event",
        "passages": [],
        "value": '{"title": "a"}',
    }
    marks = [{"id": "a" * 32, **right}, {"id": "b" * 32, **right, **wrong}]
    file = tmp_path / "marks.jsonl"
    file.write_text("\n".join(map(json.dumps, [to_marks.HEAD, *marks])), encoding="utf-8")
    outcome = run("import", str(file), "-c", collection)
    assert outcome.code == 3
    told, counted = outcome.err.splitlines()
    assert told.startswith(f"dateline: {file}:3: it is no mark (")
    assert "1 new mark" in counted
    with closing(open_collection(collection)) as store:
        assert [mark.id for mark in store.marks()] == ["a" * 32]


def test_marks_of_another_version_are_told_as_such(run: Run, collection: str, tmp_path: Path) -> None:
    file = tmp_path / "marks.jsonl"
    file.write_text(json.dumps({**to_marks.HEAD, "dateline": 9}) + "\n", encoding="utf-8")
    outcome = run("import", str(file), "-c", collection)
    assert outcome.code == 2
    assert "their version is 9, this dateline knows 1" in outcome.err


def test_a_name_in_another_encoding_is_told_as_far_as_it_is_known(
    run: Run, collection: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = tmp_path / "sheet.csv"
    sheet.write_text("title,date\nA ferry sank,2022-05-03\n", encoding="utf-8")
    monkeypatch.setenv("DATELINE_USER", "J\udcfcrg")
    assert run("import", str(sheet), "-c", collection).code == 0
    with closing(open_collection(collection)) as store:
        assert [mark.by for mark in store.marks()] == ["J\ufffdrg"]


def test_every_sign_of_a_note_comes_back(run: Run, collection: str, tmp_path: Path) -> None:
    signs = "".join(map(chr, range(1, 33))) + "\x7f\x85\u2028\u2029\ufeff\U0001f468 \0 end"
    other, file = str(tmp_path / "other.dateline"), tmp_path / "marks.jsonl"
    shutil.copy(collection, other)
    with closing(open_collection(collection, writing=True)) as store:
        store.mark(on_events("note", [first(collection)], signs))
    assert run("export", "--format", "marks", "-o", str(file), "-c", collection).code == 0
    assert run("import", str(file), "-c", other).code == 0
    assert first(other).note == signs


def test_no_file_is_one_line(run: Run, collection: str, tmp_path: Path) -> None:
    outcome = run("import", str(tmp_path / "none.csv"), "-c", collection)
    assert (outcome.code, len(outcome.err.splitlines())) == (2, 1)
