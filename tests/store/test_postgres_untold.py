"""Who reads where the server does not say by itself that events were written asks for it, now and then."""

from __future__ import annotations

import time
from contextlib import closing

import pytest

from data.marks import on_events
from data.store.postgres import connection
from data.store.protocol import ReadingStore
from tests.helpers.pooler import pooled
from tests.helpers.postgres_server import Server, copied
from tests.store.ships import opened

PATIENCE = 20.0


def _learns(reader: ReadingStore, before: int) -> bool:
    deadline = time.monotonic() + PATIENCE
    while reader.written() == before and time.monotonic() < deadline:
        time.sleep(0.01)
    return reader.written() != before


def _is_learnt(url: str, other: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether a mark made at one address is learnt at another, once, and nothing is asked meanwhile."""
    monkeypatch.setattr(connection, "UNTOLD_PAUSE", 0.2)
    with closing(opened(url, writing=True)) as store, closing(opened(other, writing=False)) as reader:
        assert not reader._connection.is_told
        before = reader.written()
        assert reader.written() == before
        event = store.event("e1")
        assert event is not None
        store.mark(on_events("tag", [event], "storm", by="ana"))
        assert _learns(reader, before)
        now = reader.written()
        asked: list[str] = []
        monkeypatch.setattr(connection, "UNTOLD_PAUSE", 60.0)
        reader._ask_next = time.monotonic() + 60.0
        monkeypatch.setattr(reader, "_query", lambda statement, *_: asked.append(statement))
        assert [reader.written() for _ in range(20)] == [now] * 20
        assert asked == []


def test_a_server_that_is_asked_directly_tells_it(server: Server, database: str) -> None:
    with closing(opened(server.url(database), writing=False)) as reader:
        assert reader._connection.is_told


def test_behind_a_pooler_it_is_asked(server: Server, database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with pooled(server.url(database)) as other:
        _is_learnt(server.url(database), other, monkeypatch)


@pytest.mark.slow
def test_a_copy_of_the_server_is_asked(
    server: Server, database: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with copied(server) as copy:
        _is_learnt(server.url(database), copy.url(database), monkeypatch)
