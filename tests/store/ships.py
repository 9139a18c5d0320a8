"""Ships that came in, an event a year, on a server."""

from __future__ import annotations

from typing import Literal, overload

from data.model import Event
from data.store import open_collection
from data.store.postgres import PostgresReadingStore
from data.store.postgres.store import PostgresStore
from tests.store.made import document, event, passage

SENTENCES = [f"Ship number {n} came in." for n in range(300)]
LOG = document("log", *SENTENCES)


def events(count: int) -> list[Event]:
    return [event(f"e{n}", str(1700 + n), [passage(LOG, SENTENCES[n])]) for n in range(count)]


@overload
def opened(address: str, writing: Literal[False] = False) -> PostgresReadingStore: ...


@overload
def opened(address: str, writing: Literal[True]) -> PostgresStore: ...


def opened(address: str, writing: bool = False) -> PostgresReadingStore:
    store = open_collection(address, writing=True) if writing else open_collection(address)
    assert isinstance(store, PostgresStore if writing else PostgresReadingStore)
    return store
