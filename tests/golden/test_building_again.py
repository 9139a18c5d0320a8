"""After any edits, building again gives what building anew gives, and works out only what changed."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from data.building.remaking import refresh
from data.events import timeline as reporting
from data.events.report import Report
from data.model import DatedDocument
from data.store import open_collection
from tests.helpers.folders_of_news import built, filled, put, taken

FILES, DOCUMENTS = 10, 5
MORE = (
    "The council of Porto met yesterday.", "On 3 May 2020 a storm closed the harbour.",
    "An earlier report of 12 March 2019 was wrong.", "Talks go on next week.",
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return filled(tmp_path / "in", seed=13, files=FILES, each=DOCUMENTS)


def edit(folder: Path, source: random.Random) -> None:
    file = source.choice(sorted(folder.iterdir()))
    records = taken(file)
    record = source.choice(records)
    match source.randrange(6):
        case 0:
            record["text"] = f"{record['text']}\n\n{source.choice(MORE)}"
        case 1:
            record["published"] = f"20{source.randrange(10, 24)}-0{source.randrange(1, 9)}-11"
        case 2:
            record["title"] = f"{record['title']} again"
        case 3:
            record.pop("published", None)
        case 4:
            records = records[:-1] or records
        case 5:
            records.append({**record, "id": f"new-{source.random()}", "publisher": "Late Post"})
    put(file, records)


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(1, 4))])
def test_after_random_edits_it_equals_building_anew(folder: Path, tmp_path: Path, seed: int) -> None:
    source = random.Random(seed)
    path = tmp_path / "c"
    built(folder, path)
    for turn in range(3):
        for _ in range(source.randint(1, 3)):
            edit(folder, source)
        assert built(folder, path) == built(folder, tmp_path / f"anew-{turn}")


def test_only_changed_documents_are_read_for_events_again(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    plainly = reporting.report_document

    def noting(dated: DatedDocument) -> list[Report]:
        asked.append(dated.document.id)
        return plainly(dated)

    monkeypatch.setattr(reporting, "report_document", noting)
    path = tmp_path / "c"
    built(folder, path)
    assert len(asked) == FILES * DOCUMENTS
    asked.clear()
    records = taken(folder / "3.jsonl")
    records[2]["text"] = f"{records[2]['text']}\n\n{MORE[1]}"
    put(folder / "3.jsonl", records)
    built(folder, path)
    assert asked == sorted(str(record["id"]) for record in records)
    asked.clear()
    with open_collection(path, writing=True) as store:
        store.give_date(str(records[0]["id"]), "2001-02-03")
        refresh(store)
    assert asked == [records[0]["id"]]
