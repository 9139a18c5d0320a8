"""Collections damaged in every way that is checked: told in plain words, mended, nothing whole lost."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from data import passing, pipeline
from data.building import checking
from data.building.checking import check, faults
from data.errors import CollectionError, InputError
from tests.store.damaged.held import DOCUMENTS, marks, timeline, told


def test_a_sound_collection(path: Path) -> None:
    before = path.read_bytes()
    assert told(path) == []
    assert path.read_bytes() == before


DAMAGES = {
    "an event elsewhere": "UPDATE event SET position = 9999 WHERE position = 4",
    "events out of order": "UPDATE event SET begin_day = begin_day + 9999 WHERE position = 4",
    "no details": "DELETE FROM event_detail WHERE event = 4",
    "a passage less": "DELETE FROM passage WHERE event = 8",
    "passages of nothing": "UPDATE passage SET document = 999 WHERE event = 8",
    "a passage outside its text": "UPDATE passage SET end_char = 99999 WHERE event = 8",
    "wrong months": "UPDATE month SET count = count + 1 WHERE start_day = (SELECT min(start_day) FROM month)",
    "no months": "DELETE FROM month",
    "wrong counts of what is said of years": "INSERT INTO coarse VALUES (1, 'year', 4, 1, 1, 0)",
    "a document more": "UPDATE collection SET documents = documents + 1",
    "wrong names": "UPDATE facet SET count = count + 1 WHERE field = 'who'",
    "no names": "DELETE FROM facet",
    "no words": "INSERT INTO event_text (event_text) VALUES ('delete-all')",
    "words without their beginnings": "DELETE FROM word WHERE word > 'm'",
    "words of nothing": "INSERT INTO event_text (rowid, title, source) VALUES (99999, 'x', '\ue000')",
    "found as what it is not": "INSERT INTO event_text (rowid, source) VALUES (4, '\ue00b')",
    "no JSON": "UPDATE event_detail SET who = '[' WHERE event = 4",
    "a date of a document that is none": "UPDATE document SET published_start = 'x' WHERE key = 2",
    "a day that is none": "UPDATE event SET end_day = 'x' WHERE position = 4",
    "a place in a text that is none": "UPDATE passage SET start_char = x'00' WHERE event = 8",
    "an index less": "DROP INDEX event_days",
    "dates lost": "UPDATE document_dating SET expressions = '?' WHERE document = 2",
    "what was found lost": "DELETE FROM document_reading WHERE document = 2",
    "reports lost": "UPDATE document_report SET reports = x'789c00' WHERE document = 2",
    "sentences lost": "UPDATE document_reading SET sentences = 'x' WHERE document = 3",
    "index rows broken in the search": "UPDATE event_text_data SET block = x'00' WHERE id > 10",
}  # fmt: skip


@pytest.mark.parametrize("statement", DAMAGES.values(), ids=DAMAGES)
def test_what_is_wrong_in_the_tables_is_told_and_mended(path: Path, statement: str) -> None:
    before, kept = timeline(path), marks(path)
    raw = sqlite3.connect(path)
    with raw:
        raw.execute(statement)
    raw.close()
    assert told(path, mend=False)
    steps = list(check(str(path)))
    assert len(steps) > 1
    assert not any(step.lost for step in steps)
    assert faults(path) == []
    assert timeline(path) == before
    assert marks(path) == kept


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM document_text WHERE document = 2",
        "UPDATE document_text SET text = substr(text, 2) WHERE document = 2",
        "UPDATE document_text SET pages = '{' WHERE document = 2",
        "UPDATE document_text SET links = x'00' WHERE document = 2",
        "UPDATE document SET span_start = 'x' WHERE key = 2",
    ],
)
def test_a_document_that_is_not_whole_comes_back_by_building(
    path: Path, sources: Path, statement: str
) -> None:
    before, kept = timeline(path), marks(path)
    raw = sqlite3.connect(path)
    with raw:
        raw.execute(statement)
    raw.close()
    steps = list(check(str(path)))
    assert any(step.lost for step in steps)
    assert any("build again" in step.words for step in steps)
    assert faults(path) == []
    assert list(pipeline.build([str(sources)], path))[-1].read == 1
    assert timeline(path) == before
    assert marks(path) == kept


def damage(path: Path, *statements: str) -> None:
    raw = sqlite3.connect(path)
    with raw:
        for statement in statements:
            raw.execute(statement)
    raw.close()


def test_a_building_that_was_stopped_is_brought_to_its_end(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passing, "_EVERY", 1)
    before, said = timeline(path), list[str]()
    damage(path, "UPDATE collection SET current = 0")
    steps = [step.words for step in check(str(path), passing=said.append)]
    assert steps[1:] == ["the building was brought to its end"]
    assert not any(words.startswith("working out documents 1") for words in said), "what is kept holds"
    assert (faults(path), timeline(path)) == ([], before)


def test_what_is_wrong_with_one_that_was_stopped_is_mended_too(path: Path) -> None:
    before = timeline(path)
    damage(path, "UPDATE collection SET current = 0", "DELETE FROM facet", "DELETE FROM word")
    steps = list(check(str(path)))
    assert not any(step.lost for step in steps)
    assert (faults(path), timeline(path)) == ([], before)


@pytest.mark.slow
def test_many_documents_are_worked_out_by_several_processes(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checking, "_FEW", 10)
    before = timeline(path)
    damage(path, "DELETE FROM month", "UPDATE document_report SET reports = x'789c00'")
    assert not any(step.lost for step in check(str(path), jobs=2))
    assert (faults(path), timeline(path)) == ([], before)


def test_it_is_told_how_far_it_is(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passing, "_EVERY", 1)
    said = list[str]()
    damage(path, "DELETE FROM month")
    list(check(str(path), passing=said.append))
    done = f"{DOCUMENTS}/{DOCUMENTS}"
    for words in (f"looking at documents {done}", f"working out documents {done}",
                  "looking at its pages", "dating documents", "merging what documents tell",
                  "making events 1"):  # fmt: skip
        assert words in said


def test_very_many_files_are_not_all_named(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "_TOLD", 2)
    damage(path, "UPDATE document_text SET text = x'00'")
    (words,) = (step.words for step in check(str(path)) if "taken out" in step.words)
    assert words.endswith(" and 13 other files")
    assert words.count(".txt") == 2


def test_what_indexes_that_do_not_fit_hide_is_mended_too(path: Path, sources: Path) -> None:
    before = timeline(path)
    index = ("document_place",)
    raw = sqlite3.connect(path)
    (kept,) = raw.execute("SELECT * FROM sqlite_schema WHERE name = ?", index)
    with raw:
        raw.execute("PRAGMA writable_schema = ON")
        raw.execute("DELETE FROM sqlite_schema WHERE name = ?", index)
    raw.close()
    raw = sqlite3.connect(path)
    with raw:
        raw.execute("UPDATE document SET place = place + 1 WHERE key = 3")
        raw.execute("UPDATE document_text SET text = x'00' WHERE document = 2")
        raw.execute("PRAGMA writable_schema = ON")
        raw.execute("INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)", kept)
    raw.close()
    words = told(path)
    assert words[0].startswith("the indexes of its tables do not fit them")
    assert "the indexes were made anew" in words
    assert "1 documents are not whole" in words
    assert faults(path) == []
    list(pipeline.build([str(sources)], path))
    assert timeline(path) == before


def test_what_is_no_collection_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CollectionError, match="No such collection"):
        told(tmp_path / "none")
    letter = tmp_path / "letter"
    letter.write_text("Dear editor, " * 99, encoding="utf-8")
    with pytest.raises(CollectionError, match="Not a collection"):
        told(letter)
    with pytest.raises(InputError, match="server"):
        list(check("postgresql://news/archive"))
