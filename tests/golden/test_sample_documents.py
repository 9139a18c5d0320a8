"""The folder of sample documents: what it holds, and that its sentences are our own."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "data" / "documents"
FILES = sorted(FOLDER.iterdir())
SHARED = ROOT.parent / "shared" / "seeds"
EVENTS = tomllib.loads((Path(__file__).parent / "sample_events.toml").read_text("utf-8"))["event"]
UNDATED = ("monday-at-vnukovo.txt", "a-day-in-kyiv.txt")
LONGEST_SHARED_RUN = 7
# Month with a day or a year, or a four-digit day: what a stated publication date needs.
FULL_DATE = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2},? \d{4}"
    r"|\b\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{4}|\d{4}-\d\d-\d\d"
)


def words(text: str) -> list[str]:
    return re.findall(r"\w+(?:'\w+)?", text.lower().replace("’", "'"))


def test_there_are_twelve_to_twenty_documents_and_nothing_else() -> None:
    assert 12 <= len(FILES) <= 20
    assert {file.suffix for file in FILES} == {".txt", ".md", ".jsonl"}
    assert all(file.is_file() for file in FILES)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_a_document_is_as_long_as_a_news_story(file: Path) -> None:
    text = file.read_bytes().decode("utf-8")
    assert "\r" not in text
    assert text.endswith("\n")
    assert 150 <= len(words(text)) <= 1000


def test_the_json_lines_file_holds_whole_records() -> None:
    (file,) = FOLDER.glob("*.jsonl")
    records = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    assert len(records) >= 5
    for record in records:
        assert set(record) == {"id", "title", "published", "publisher", "url", "text"}
    assert len({record["id"] for record in records}) == len(records)


@pytest.mark.parametrize("name", UNDATED)
def test_two_documents_state_no_date(name: str) -> None:
    assert not FULL_DATE.search((FOLDER / name).read_text("utf-8"))
    assert not FULL_DATE.search(name)


def test_the_capture_holds_articles_between_furniture() -> None:
    text = (FOLDER / "saved-pages-putin-september.txt").read_text("utf-8")
    for piece in (
        "Skip to main content",
        "not a robot",
        "Results for:",
        "MOST READ",
        "Horoscope",
        "Copyright",
    ):
        assert piece in text


def test_the_golden_events_name_documents_that_exist() -> None:
    (dump,) = FOLDER.glob("*.jsonl")
    capture = (FOLDER / "saved-pages-putin-september.txt").read_text("utf-8").casefold()
    ids = {json.loads(line)["id"] for line in dump.read_text("utf-8").splitlines()}
    assert sum(event.get("main", False) for event in EVENTS) == 5
    for event in EVENTS:
        for source in event["sources"]:
            name, _, part = source.partition("#")
            assert (FOLDER / name).is_file(), source
            if part:
                assert part in ids or part.casefold() in capture, source


def test_no_sentence_is_taken_from_the_shared_articles() -> None:
    if not SHARED.is_dir():
        pytest.skip("the shared articles are not beside this repository")
    taken: set[tuple[str, ...]] = set()
    size = LONGEST_SHARED_RUN + 1
    for file in SHARED.iterdir():
        shared = words(file.read_text("utf-8"))
        taken.update(tuple(shared[at : at + size]) for at in range(len(shared) - size + 1))
    for file in FILES:
        own = words(file.read_text("utf-8"))
        for at in range(len(own) - size + 1):
            run = tuple(own[at : at + size])
            assert run not in taken, f"{file.name}: {' '.join(run)}"
