"""How commands open a collection and tell what a build does."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing
from dataclasses import replace

from data import collection
from data.export import Timeline
from data.model import DatedDocument, Document, Event, Mark, Trouble
from data.printable import printable
from data.store import open_collection
from data.store.protocol import ReadingStore, Store
from data.store.records import Selection
from data.words import counted


def opened(address: str | None) -> AbstractContextManager[ReadingStore]:
    """The collection a command means, open; the bundled samples are built on demand."""
    return closing(open_collection(_chosen(address)))


def opened_for_writing(address: str | None) -> AbstractContextManager[Store]:
    """The same, open for writing."""
    return closing(open_collection(_chosen(address), writing=True))


def _chosen(address: str | None) -> str:
    choice = collection.choose((), address)
    say_warning(choice)
    if choice.paths:
        from data import pipeline

        for _ in pipeline.build(choice.paths, choice.address):
            pass
    return choice.address


def searched(address: str | None, store: ReadingStore) -> str:
    """Which collection was searched, as the last one may not be the one meant: "inbox (3 events)"."""
    events = store.totals().events
    return f"{collection.choose((), address).name} ({counted(events, 'event')})"


def timeline(store: ReadingStore, selection: Selection, most: int | None = None) -> Timeline:
    """A selection of a collection, or its first events, for the writers of formats.

    With a query there are only the documents that it needs.
    """
    is_whole = selection.is_everything and most is None

    def events() -> Iterator[Event]:
        return store.events(selection, most)

    def wanted() -> set[str] | None:
        return None if is_whole else {passage.document for event in events() for passage in event.passages}

    def documents() -> Iterator[Document]:
        return (replace(document, text="") for document in store.whole_documents(wanted()))

    def dated() -> Iterator[DatedDocument]:
        return store.dated(wanted())

    def marks() -> Iterator[Mark]:
        if is_whole:
            return iter(store.marks())
        found = {mark.id: mark for event in events() for mark in store.marks(event.id)}
        return iter(sorted(found.values(), key=lambda mark: (mark.at, mark.id)))

    title = f"Timeline: {selection.text}" if selection.text else "Timeline"
    return Timeline(documents, events, dated, marks, title)


def selected(query: str, today: int | None) -> Selection:
    """A query as the user typed it, compiled; raises QueryError."""
    from data.query import select

    return select(query, today=today)


def say(text: str) -> None:
    """A line of talk on standard error."""
    print(printable(text), file=sys.stderr)


def say_warning(choice: collection.Choice) -> None:
    """What the user should know of how the collection was named."""
    if choice.warning:
        say(f"dateline: {choice.warning}")


def say_trouble(trouble: Trouble) -> None:
    """One line: what, where, what to do."""
    place = trouble.path if trouble.line is None else f"{trouble.path}:{trouble.line}"
    say(f"dateline: {place}: {trouble.reason}. {trouble.hint}")
