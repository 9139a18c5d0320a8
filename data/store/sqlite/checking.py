"""Whether a collection's file is as it was written and its tables agree with each other."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from data.errors import CollectionError, DatelineError
from data.marks import check
from data.model import Mark
from data.passing import Passing, untold
from data.store.faults import UNFINISHED, Fault
from data.store.sqlite import open_store
from data.store.sqlite.checking_documents import faults_of_documents
from data.store.sqlite.checking_frequent import faults_of_frequent
from data.store.sqlite.checking_tables import faults_of_tables, missing_indexes
from data.store.sqlite.checking_words import faults_of_words
from data.store.sqlite.connection import telling

_MOST_TOLD = 100  # messages of SQLite


def faults(path: Path, passing: Passing = untold) -> Iterator[Fault]:
    """What is wrong with a collection's file; nothing if it is sound.

    ``passing`` is told how far that is. Where the file itself is damaged only that is told: what its tables
    say cannot be trusted. Raises CollectionError if the file is none of dateline, or cannot be opened for
    another reason than damage.
    """
    with closing(open_store(path)) as store:
        connection = store._connection
        connection.text_factory = partial(str, encoding="utf-8", errors="surrogateescape")
        with telling(path):
            passing("looking at its pages")
            told = _integrity(connection)
            if told:
                yield _damage(told)
                return
            yield from faults_of_documents(connection, passing)
            if not store.is_current():
                yield UNFINISHED
                return
            yield from missing_indexes(connection)
            yield from faults_of_tables(connection, passing)
            passing("looking at the words")
            yield from faults_of_words(connection)
            yield from faults_of_frequent(store, passing)
        yield from _marks(store.marks())


def is_damage(error: CollectionError) -> bool:
    """Whether the engine refused because the file is not as it was written."""
    return (getattr(error.__cause__, "sqlite_errorname", None) or "").startswith("SQLITE_CORRUPT")


def _integrity(connection: sqlite3.Connection) -> list[str]:
    """What the engine says is wrong, place by place: it tells several in one message, each on its line."""
    messages = [message for (message,) in connection.execute(f"PRAGMA integrity_check({_MOST_TOLD})")]
    lines = (line.strip() for message in messages for line in message.splitlines())
    return [line for line in lines if line not in ("", "ok") and not line.startswith("***")][:_MOST_TOLD]


def _damage(told: list[str]) -> Fault:
    of_indexes = all("index" in message for message in told)
    number = f"{len(told)}{' or more' if len(told) == _MOST_TOLD else ''}"
    if of_indexes:
        return Fault(f"the indexes of its tables do not fit them ({number} places)", "indexes")
    return Fault(f"its file is damaged ({number} places): {' '.join(told[0].split())}", "salvage")


def _marks(marks: Iterable[Mark]) -> Iterator[Fault]:
    strange = 0
    for mark in marks:
        try:
            check(mark)
        except DatelineError:
            strange += 1
    if strange:
        yield Fault(f"{strange} marks say what this dateline does not understand; they are kept", "none")
