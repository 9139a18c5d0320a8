"""Marks on a real collection: made, taken back, and still there after everything is made anew."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from data import pipeline
from data.building import judging
from data.building.remaking import refresh, remake
from data.collection import SAMPLES
from data.marks import on_document, on_events, on_passages
from data.model import Event, Mark, MarkKind
from data.query import select
from data.store import open_collection
from data.store.protocol import Store
from data.store.records import Selection

ALL = Selection()


@pytest.fixture
def store(samples_built: Path, tmp_path: Path) -> Iterator[Store]:
    path = tmp_path / "copy.dateline"
    path.write_bytes(samples_built.read_bytes())
    opened = open_collection(path, writing=True)
    yield opened
    opened.close()


def take_back(store: Store, mark: Mark, *, by: str = "Ada") -> bool:
    """As the screen does it: the mark is undone, and the events are made anew."""
    undone = store.undo(mark.id, by)
    remake(store)
    return undone


def everything(store: Store) -> list[Event]:
    return list(store.events(ALL))


def groups(store: Store) -> set[frozenset[tuple[str, int]]]:
    return {frozenset((p.document, p.start_char) for p in event.passages) for event in store.events(ALL)}


def largest(store: Store) -> Event:
    return max(everything(store), key=lambda event: len(event.passages))


def test_a_merge_and_its_split_bring_back_what_was(store: Store) -> None:
    before = groups(store)
    one, other = (event for event in everything(store)[10:12])
    judging.judge(store, on_events("merge", [one, other], by="Ada", at="2024-09-30T08:00:00.000000Z"))
    (merged,) = [event for event in everything(store) if set(one.passages) <= set(event.passages)]
    assert set(merged.passages) == {*one.passages, *other.passages}
    assert "2 events merged, by Ada on 30 September 2024" in merged.reasons
    judging.judge(store, on_passages("split", other.passages, by="Ada"))
    assert groups(store) == before
    assert store.count(select("is:new")) == 0


def test_a_split_is_undone_and_redone(store: Store) -> None:
    before = groups(store)
    event = largest(store)
    mark = on_passages("split", event.passages[1:], by="Ada")
    judging.judge(store, mark)
    apart = groups(store)
    assert len(apart) == len(before) + 1
    assert take_back(store, mark, by="Ben")
    assert groups(store) == before
    assert not take_back(store, mark)
    assert store.redo(mark.id, "Ada")
    remake(store)
    assert groups(store) == apart
    refresh(store)
    assert groups(store) == apart


def test_names_joined_are_one_everywhere_and_parted_again(store: Store) -> None:
    people = [name.name for name in store.names("who", "")]
    first, second = people[0], people[1]
    before = store.count(select(f'who:"{second}"'))
    judging.judge(store, on_passages("join-names", value=json.dumps([first, second])))
    assert store.count(select(f'who:"{second}"')) == 0
    judging.judge(store, on_passages("part-names", value=json.dumps([first, second])))
    assert store.count(select(f'who:"{second}"')) == before


def test_marks_survive_making_everything_anew(store: Store) -> None:
    event = largest(store)
    said: tuple[tuple[MarkKind, str], ...] = (
        ("title", "A title of our own"), ("date", "2001-05"), ("tag", "b"), ("note", "call"),
        ("verification", "verified"),
    )  # fmt: skip
    for kind, value in said:
        judging.judge(store, on_events(kind, [event], value, by="Ada"))
    hidden = everything(store)[-1]
    judging.judge(store, on_events("hide", [hidden]))
    added = on_passages("event", value='{"title": "The port opens", "date": "1998", "citation": "Annals"}')
    judging.judge(store, added)
    before = everything(store)
    found = store.event(event.id)
    assert found is not None
    assert (found.title, found.edtf, found.tags, found.note, found.verification) == (
        "A title of our own", "2001-05", ("b",), "call", "verified",
    )  # fmt: skip
    refresh(store)
    assert everything(store) == before
    assert [one.id for one in store.events(select("is:hidden"))] == [hidden.id]
    assert [one.title for one in store.events(select("port opens on:1998"))] == ["The port opens"]


def test_everything_taken_back_is_as_it_was(store: Store) -> None:
    before = everything(store)
    marks = [
        on_events("date", [largest(store)], "1950"),
        on_events("hide", [before[3]]),
        on_passages("event", value='{"title": "The port opens", "date": "1998"}'),
        on_events("title", [before[5]], "Another"),
        on_events("merge", before[6:8]),
    ]
    for mark in marks:
        judging.judge(store, mark)
    assert everything(store) != before
    for mark in marks:
        take_back(store, mark)
    assert everything(store) == before


def test_a_publication_date_is_a_mark_like_any_other(store: Store) -> None:
    before = everything(store)
    document = store.documents()[0].id
    mark = on_document("published", document, "1990-05-04", by="Ada")
    judging.judge(store, mark)
    assert store.given_dates() == {document: "1990-05-04"}
    assert everything(store) != before
    assert take_back(store, mark, by="Ben")
    assert store.given_dates() == {}
    assert everything(store) == before


def test_an_event_says_what_was_marked(store: Store) -> None:
    event = largest(store)
    mark = on_events("tag", [event], "sea")
    judging.judge(store, mark)
    (kept,) = store.marks(event.id)
    paths = {passage.path for passage in kept.passages}
    assert replace(kept, passages=mark.passages) == mark
    assert paths
    assert all(paths)


def test_a_merge_that_was_only_kept_is_carried_out_by_the_next_build(store: Store, tmp_path: Path) -> None:
    one, other = everything(store)[10:12]
    mark = on_events("merge", [one, other], by="Ada")
    store.mark(mark)  # and the program is killed
    merged = {*one.passages, *other.passages}
    for done in (True, False):
        list(pipeline.build([str(SAMPLES)], tmp_path / "copy.dateline"))
        assert any(merged <= set(event.passages) for event in everything(store)) == done
        changes = len(everything(store))
        list(pipeline.build([str(SAMPLES)], tmp_path / "copy.dateline"))
        assert len(everything(store)) == changes
        store.undo(mark.id, "Ada")


def test_a_removal_that_was_only_kept_is_carried_out_by_the_next_build(store: Store, tmp_path: Path) -> None:
    document = store.documents()[0].id
    store.take_marks([on_document("remove", document, by="Ben")])  # and the program is killed
    list(pipeline.build([str(SAMPLES)], tmp_path / "copy.dateline"))
    assert store.document(document) is None
    assert store.left_out() == {document}


def test_a_document_and_the_mark_that_removes_it_are_one_transaction(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    document = store.documents()[0].id
    with monkeypatch.context() as patched:
        patched.setattr(type(store), "_insert_marks", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            judging.leave_out(store, [document])
    assert store.document(document) is not None
    judging.leave_out(store, [document])
    assert store.document(document) is None
