"""Who looks at a collection learns that others have written its events, and of nothing else."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from data.marks import on_events
from data.store.protocol import ReadingStore, Store
from tests.store import harbour

Open = Callable[[bool], Store]

PATIENCE = 20.0
"""Seconds: a server tells it as soon as it comes to it."""


def learns(reader: ReadingStore, before: int) -> bool:
    """Whether a reader learns in time that events were written."""
    deadline = time.monotonic() + PATIENCE
    while reader.written() == before and time.monotonic() < deadline:
        time.sleep(0.01)
    return reader.written() != before


def test_what_another_says_and_takes_back_is_learnt(marked: Store, opened: Open) -> None:
    reader = opened(False)
    made = harbour.made()[0]
    mark = on_events("verification", [made], "verified", by="ana")
    for change in (
        lambda: marked.mark(mark),
        lambda: marked.undo(mark.id, "ana"),
        lambda: marked.replace_events(harbour.made()[1:]),
        lambda: marked.change_events((), [made]),
    ):
        before = reader.written()
        change()
        assert learns(reader, before)
    now = reader.written()
    assert reader.written() == now


@pytest.mark.parametrize("how", ["state", "view", "nothing"])
def test_what_changes_no_event_is_nothing_to_learn(marked: Store, opened: Open, how: str) -> None:
    reader, made = opened(False), harbour.made()[0]
    before = reader.written()
    if how == "state":
        marked.keep_state("ana", {"filter": "ferry"})
    elif how == "view":
        marked.save_view("ferries", "ferry")
    else:
        marked.mark(on_events("untag", [made], "storm", by="ana"))
    reader.totals()
    assert reader.written() == before
    marked.mark(on_events("tag", [made], "storm", by="ana"))
    assert learns(reader, before)
