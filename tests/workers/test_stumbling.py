"""A document that dateline stumbles over is told in one line and costs no other, whatever is done with it."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path

import pytest

from data.cli import main
from data.model import DatedDocument

STORIES = [("a", "The bridge opened"), ("b", "The STUMBLE opened"), ("c", "The quay opened")]


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    lines = [
        {"id": name, "text": f"{told} on 3 May 2023.", "published": "2023-05-04"} for name, told in STORIES
    ]
    path = tmp_path / "stories.jsonl"
    path.write_text("".join(f"{json.dumps(line)}\n" for line in lines))
    return path


PLACES = {
    "tagging": "data.workers.reading.tag",
    "reporting": "data.events.timeline.report_document",
    "noting": "data.events.comparing.cards.note",
}


def _stumbling(place: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a stage raise for the document that says so."""
    module, _, name = place.rpartition(".")
    stage = getattr(import_module(module), name)

    def tripping(given: str | DatedDocument, *others: object, **more: object) -> object:
        text = given if isinstance(given, str) else given.document.text
        if "STUMBLE" in text:
            raise OverflowError("cannot convert\nthis")
        return stage(given, *others, **more)

    monkeypatch.setattr(place, tripping)


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_the_others_are_in(
    place: str,
    stories: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    collection = str(tmp_path / "c.dateline")
    _stumbling(place, monkeypatch)
    assert main(["build", str(stories), "-c", collection]) == 3
    (told, done) = capfd.readouterr().err.splitlines()
    assert told == (
        f"dateline: {stories}:2: dateline made a mistake (OverflowError: cannot convert this). "
        "Please report this."
    )
    assert "2 events" in done
