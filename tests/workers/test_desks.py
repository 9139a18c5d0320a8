"""Work on reports spread over processes: the same events however it is cut and whatever befalls a worker."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from weakref import ref

import pytest

from data.events.comparing.cards import holder
from data.events.comparing.tables import Tables
from data.events.desk import Basis, Desk, Paper, Sheet, own_hands
from data.events.merging import grouping, linking
from data.events.packed_report import pack_report
from data.events.renewing import drafts, renewal
from data.events.wishes import Names
from data.garbage import uncollected
from data.model import Event
from data.pipeline import build
from data.store import open_collection
from data.store.records import Selection
from data.workers import ManyHands, Processes, event_rows
from data.workers.packing import pack, unpack
from data.workers.processes import Process
from tests.benchmarks.generate import documents as generated
from tests.helpers import misbehaving
from tests.helpers.made_reports import made_report


@pytest.fixture
def news(tmp_path: Path) -> Path:
    place = tmp_path / "news.jsonl"
    place.write_text("".join(json.dumps(one) + "\n" for one in islice(generated(1), 60)), encoding="utf-8")
    return place


@pytest.fixture
def desk() -> Desk:
    """One without reports."""
    basis = Basis(Names({"Ilves": "Kersti Ilves"}, ()), Tables({}, 0, {}))
    nothing: dict[int, bytes] = {}
    return Desk(basis, (), misbehaving.no_report, nothing.__getitem__, {})


def events(place: Path, collection: Path, jobs: int) -> list[Event]:
    *_, last = build([str(place)], collection, jobs=jobs)
    assert not last.troubles
    with closing(open_collection(collection)) as store:
        return [*store.events(Selection())]


@pytest.mark.slow
@pytest.mark.parametrize("at_least", [1, 40])
def test_events_are_the_same_however_the_work_is_cut(
    at_least: int, news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = events(news, tmp_path / "alone", jobs=1)
    monkeypatch.setattr(renewal, "_MANY", 0)
    for module in (drafts, linking, grouping, event_rows):
        monkeypatch.setattr(module, "_TOGETHER", at_least)
    monkeypatch.setattr(linking, "_CROWDED", at_least)
    monkeypatch.setattr(linking, "_PART_OF_ALL", 0)
    assert any(len(event.passages) > 1 for event in alone)
    assert events(news, tmp_path / "together", jobs=2) == alone


@pytest.mark.slow
def test_changed_documents_change_the_same_events_whoever_makes_them(
    news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for jobs in (1, 2):
        events(news, tmp_path / f"{jobs}", jobs)
    lines = news.read_text(encoding="utf-8").splitlines()
    news.write_text("\n".join([*lines[5:], lines[0].replace("on", "at")]), encoding="utf-8")
    alone = events(news, tmp_path / "1", jobs=1)
    monkeypatch.setattr(renewal, "_MANY", 0)
    assert events(news, tmp_path / "2", jobs=2) == alone


def test_what_workers_do_not_survive_is_done_here(desk: Desk) -> None:
    pieces = [(os.getpid(), ()), (os.getpid(), ())]
    with Processes(1) as processes:
        found = ManyHands(processes)(misbehaving.die_elsewhere, desk, pieces)
        assert [*found] == [*own_hands(misbehaving.die_elsewhere, desk, pieces)]


def test_a_desk_elsewhere_has_the_basis_of_this_one(desk: Desk) -> None:
    with Processes(2) as processes:
        for _ in range(2):
            found = ManyHands(processes)(misbehaving.person, desk, [("Ilves", ()), ("Okoye", ())])
            assert [*found] == ["Kersti Ilves", "Okoye"]


def test_a_desk_that_is_left_goes_without_a_look_for_garbage() -> None:
    held, paper = holder(1, 0), Paper(1, "a", None, None, None, frozenset({"Kersti Ilves"}), (0, 0))
    report = pack_report(made_report("Ilves met them."))
    desk = Desk.of(Basis(Names({}, ()), Tables({}, 0, {})), Sheet([paper], {held: report}, {}))
    assert desk.signs(held).report is desk[held]
    left = ref(desk)
    with uncollected():
        del desk
        assert left() is None


def test_tasks_share_the_latest_value() -> None:
    def told(processes: Processes) -> Iterator[str]:
        answers = [processes.submit(misbehaving.say_what_is_shared) for _ in range(4)]
        return (item.reason for answer in answers for item in answer.result(timeout=20))

    with Processes(2) as processes:
        for value in ("rain", "snow", "rain"):
            processes.share(value)
            assert {*told(processes)} == {value}


def test_a_process_that_shared_a_value_does_tasks_without_one() -> None:
    with Process() as process:
        process.run_packed(pack((misbehaving.say_what_is_shared, ())), pack("rain"))
        (answer,) = process.run_packed(pack((misbehaving.said, ("snow",))), b"")
        assert unpack(answer).reason == "snow"
