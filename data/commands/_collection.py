"""How commands open a collection and tell what a build does."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from data import collection, lengths
from data.errors import CollectionError
from data.export import Timeline
from data.model import DatedDocument, Document, Event, Mark, Trouble
from data.printable import hushed, printable, shortened
from data.store import open_collection
from data.store.address import is_on_server
from data.store.faults import UNFINISHED
from data.store.protocol import ReadingStore, Store
from data.store.records import Selection
from data.words import counted


@contextmanager
def opened(address: str | None) -> Iterator[ReadingStore]:
    """The collection a command means, open; the bundled samples are built on demand."""
    chosen = _chosen(address)
    with damage_told(chosen), closing(open_collection(chosen)) as store:
        yield store


@contextmanager
def opened_for_writing(address: str | None) -> Iterator[Store]:
    """The same, open for writing."""
    chosen = _chosen(address)
    with damage_told(chosen), closing(open_collection(chosen, writing=True)) as store:
        yield store


@contextmanager
def damage_told(address: str) -> Iterator[None]:
    """Tell in one line what fails because a collection's file holds other values than were written.

    The engine knows only its own pages: a number that became a text is noticed where it is used. Raises
    CollectionError then; a mistake of another kind goes on as it is.
    """
    try:
        yield
    except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as error:
        from data.building.checking import faults

        if is_on_server(address) or faults(Path(address)) in ([], [UNFINISHED]):
            raise
        raise CollectionError(
            "The collection is damaged", f"{address}: its file is not as it was written",
            "Save what can be read of it with: dateline check",
        ) from error  # fmt: skip


def _chosen(address: str | None) -> str:
    choice = collection.choose((), address)
    say_warning(choice)
    if choice.paths:
        from data import pipeline

        for _ in pipeline.build(choice.paths, choice.address):
            pass
    return choice.address


def searched(address: str | None, store: ReadingStore) -> str:
    """Which collection was searched, as the last one may not be the one meant: "inbox (3 events)".

    What a building that was stopped has read is not found yet, which is told.
    """
    told = counted(store.totals().events, "event")
    if not store.is_current():
        told += "; not all of its documents: the last building did not come to its end, build again"
    return f"{collection.choose((), address).name} ({told})"


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
    print(printable(shortened(hushed(text), lengths.LINE)), file=sys.stderr)


def say_warning(choice: collection.Choice) -> None:
    """What the user should know of how the collection was named."""
    if choice.warning:
        say(f"dateline: {choice.warning}")


def say_trouble(trouble: Trouble) -> None:
    """One line: what, where, what to do."""
    place = trouble.path if trouble.line is None else f"{trouble.path}:{trouble.line}"
    say(f"dateline: {place}: {trouble.reason}. {trouble.hint}")
