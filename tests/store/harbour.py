"""A harbour's log: eight ships on eight days, and a ninth in another document; what is said of them."""

from __future__ import annotations

from data.marks import on_events
from data.model import Event, Mark, MarkKind
from data.store.protocol import ReadingStore, Store
from tests.store.made import document, event, passage

SENTENCES = [f"On day {n} the harbour saw ship number {n}." for n in range(1, 9)]
LOG = document("log", *SENTENCES, publisher="Harbour Times")
OTHER = document("other", "The ninth ship sank.", "Nobody was hurt.", publisher="Nordic Wire")


def made() -> list[Event]:
    """Eight events on the first eight days of May 2020, and an undated one."""
    events = [
        event(f"e{n}", f"2020-05-{n:02d}", [passage(LOG, sentence)], who=("Port",), where=(f"Quay {n % 2}",))
        for n, sentence in enumerate(SENTENCES, 1)
    ]
    return [*events, event("ninth", None, [passage(OTHER, "The ninth ship sank.")], who=("Port", "Ada"))]


def one(store: ReadingStore, event_id: str) -> Event:
    found = store.event(event_id)
    assert found is not None
    return found


def say(store: Store, kind: MarkKind, event_id: str, value: str = "", at: str | None = None) -> Mark:
    mark = on_events(kind, [one(store, event_id)], value, by="Ada", at=at)
    store.mark(mark)
    return mark
