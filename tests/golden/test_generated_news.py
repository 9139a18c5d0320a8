"""Generated collections: the same for a seed, a small one begins a large one, read by all stages."""

from __future__ import annotations

import json
from itertools import islice
from pathlib import Path

import pytest

from data import days, pipeline
from data.store import open_collection
from data.store.records import Selection
from tests.benchmarks.generate import documents, main, multiplied, person, shifted


def test_a_seed_gives_the_same_documents_and_another_seed_others() -> None:
    first = list(islice(documents(1), 200))
    assert first == list(islice(documents(1), 200))
    assert first[:50] == list(islice(documents(1), 50))
    assert first != list(islice(documents(2), 200))
    assert len({record["id"] for record in first}) == 200


def test_stories_are_told_by_several_outlets_copied_corrected_and_recalled() -> None:
    made = list(islice(documents(3), 600))
    texts = [str(record["text"]) for record in made]
    assert len(set(texts)) < len(texts)
    assert any(record["title"] == "Correction" for record in made)
    assert not any("{" in text for text in texts)
    assert len({record["publisher"] for record in made}) > 5


def test_no_two_ranks_have_one_name() -> None:
    assert len({person(rank) for rank in range(40_000)}) == 40_000


@pytest.mark.parametrize(
    ("text", "by", "expected"),
    [
        ("On 30 December 2020 it began.", 3, "On 2 January 2021 it began."),
        ("It began on March 1, 2020.", -1, "It began on February 29, 2020."),
        ("Since June 2019 it rained.", 365, "Since June 2020 it rained."),
        ("In 1998 and 1999.", 366, "In 1999 and 2000."),
        ("2020-12-31", 1, "2021-01-01"),
        ("On 31 June 2020, room 2500.", 9, "On 31 June 2020, room 2500."),
        ("It began on Monday.", 9, "It began on Monday."),
        ("On 30 December 2020.", 0, "On 30 December 2020."),
    ],
)
def test_dates_are_shifted(text: str, by: int, expected: str) -> None:
    assert shifted(text, by) == expected


def test_given_documents_are_multiplied_each_copy_later() -> None:
    given = [{"id": "a", "text": "It rained on 3 May 2020.", "published": "2020-05-04", "title": None}]
    copies = list(islice(multiplied(given), 3))
    assert [copy["id"] for copy in copies] == ["a-0", "a-1", "a-2"]
    published = [days.from_iso(str(copy["published"])) for copy in copies]
    assert None not in published
    assert published == sorted(day for day in set(published) if day is not None)
    assert "3 May 2020" in str(copies[0]["text"])
    assert "16 November 2020" in str(copies[1]["text"])


def test_what_is_written_is_read_dated_and_merged(tmp_path: Path) -> None:
    source = tmp_path / "made.jsonl"
    main(["120", "--seed", "5", "--out", str(source)])
    assert len([json.loads(line) for line in source.read_text(encoding="utf-8").splitlines()]) == 120
    *_, last = pipeline.build([str(source)], tmp_path / "c")
    assert (last.failed, last.documents) == (0, 120)
    with open_collection(tmp_path / "c") as store:
        told = list(store.events(Selection()))
        assert max(event.publishers for event in told) >= 3
        assert {event.basis for event in told} == {"stated", "inferred"}
    main(["40", "--like", str(source), "--out", str(tmp_path / "again.jsonl")])
    assert (tmp_path / "again.jsonl").read_text(encoding="utf-8").count("\n") == 40
