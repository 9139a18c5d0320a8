"""Ships that came in, an event a year, on a server."""

from __future__ import annotations

from data.model import Event
from data.store import open_collection
from data.store.postgres import PostgresReadingStore
from tests.store.made import document, event, passage

SENTENCES = [f"Ship number {n} came in." for n in range(300)]
LOG = document("log", *SENTENCES)


def events(count: int) -> list[Event]:
    return [event(f"e{n}", str(1700 + n), [passage(LOG, SENTENCES[n])]) for n in range(count)]


def opened(address: str, writing: bool = False) -> PostgresReadingStore:
    store = open_collection(address, writing=True) if writing else open_collection(address)
    assert isinstance(store, PostgresReadingStore)
    return store
