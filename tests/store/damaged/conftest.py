"""A collection of some news and many minutes, built once and copied for whoever damages it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from data import pipeline
from data.building import judging
from data.marks import on_events
from data.store.records import Selection
from data.store.sqlite import open_store

STORIES = {
    "ferry": "The ferry line between Brume and Holm reopened on 8 July 2024 after repairs.\n\n"
    "Mayor Clara Voss of Brume met Governor Ivan Petrescu of Holm on board on 8 July 2024.\n",
    "storm": "A storm hit Holm on 3 May 2020 and sank four boats.\n\nThe harbour stayed shut until June.",
    "court": "A court in Brume opened the case against the harbour master on 12 March 2021.\n",
}
FILLING = "\n\n".join(f"On {day} June 2019 the council of Holm discussed item {day}." for day in range(1, 15))


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("in")
    for name, text in STORIES.items():
        (folder / f"{name}.txt").write_text(f"{name.title()} news\n\n{text}", encoding="utf-8")
    for number in range(12):
        (folder / f"minutes-{number}.txt").write_text(f"Minutes {number}\n\n{FILLING}", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, sources: Path) -> Path:
    place = tmp_path_factory.mktemp("built") / "harbour.dateline"
    list(pipeline.build([str(sources)], place))
    with open_store(place, writing=True) as store:
        for event in list(store.events(Selection()))[:3]:
            judging.judge(store, on_events("tag", [event], "follow-up"))
        store.save_view("tagged", "tag:follow-up")
    return place


@pytest.fixture
def path(built: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(built, tmp_path / "harbour.dateline"))
