"""Whether the words by which events are found are those of the events."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from data.store.faults import Fault
from data.store.sorts import SORTS
from data.store.sqlite.schema import APART, SORT_WORDS
from data.store.sqlite.words import words_of_events


def faults_of_words(connection: sqlite3.Connection) -> Iterator[Fault]:
    """The full-text index in itself, and whether it knows every event and no others."""
    try:
        unknown = connection.execute(
            "SELECT count(*) FROM (SELECT rowid FROM event_text WHERE event_text MATCH ?"
            " EXCEPT SELECT position FROM event)", (f'{{source}} : "{APART}"',),
        ).fetchone()[0] + connection.execute(
            "SELECT count(*) FROM (SELECT position FROM event"
            " EXCEPT SELECT rowid FROM event_text WHERE event_text MATCH ?)", (f'{{source}} : "{APART}"',),
        ).fetchone()[0]  # fmt: skip
        unsorted = sum(_unlike(connection, name) for name in SORTS)
        connection.execute("PRAGMA query_only = 0")  # for a temporary table
        with words_of_events(connection) as told:
            (missing,) = connection.execute(
                f"SELECT count(*) FROM {told} WHERE term NOT IN (SELECT word FROM word)"
            ).fetchone()
    except sqlite3.DatabaseError as error:
        yield Fault(f"the index of words is damaged ({error})", "events")
        return
    finally:
        connection.execute("PRAGMA query_only = 1")
    if unsorted and not unknown:
        yield Fault(f"{unsorted} events are not found as what they are, or as what they are not", "events")
    if missing:
        yield Fault(f"{missing} words of events are not known by their beginnings", "events")
    if unknown:
        yield Fault(f"the index of words misses {unknown} events, or has events that are gone", "events")


def _unlike(connection: sqlite3.Connection, sort: str) -> int:
    """How many events of a sort are not found as such, or are found as such and of another."""
    found = "SELECT rowid FROM event_text WHERE event_text MATCH ?"
    told = f"SELECT e.position FROM event e WHERE {SORTS[sort]}"
    (number,) = connection.execute(
        f"SELECT (SELECT count(*) FROM ({found} EXCEPT {told}))"
        f" + (SELECT count(*) FROM ({told} EXCEPT {found}))",
        (f'{{source}} : "{SORT_WORDS[sort]}"',) * 2,
    ).fetchone()
    return int(number)
