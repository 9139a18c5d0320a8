"""The words of events in SQLite's full-text search, and the indexes that are made when events are written."""

from __future__ import annotations

from collections.abc import Iterable

from data.store.connection import Connection
from data.store.sqlite.connection import Connected
from data.store.sqlite.schema import APART, EVENT_INDEXES
from data.store.tables.writing import OF_EVENTS, OF_TIMELINE, Searched, Writing

_BETWEEN = f" {APART} "
_WORDS = "rowid, title, passage, who, place, source"


class Words(Connected, Writing):
    """Writes the words of events."""

    def _clear_timeline(self, connection: Connection) -> None:
        for index in EVENT_INDEXES:
            connection.execute(f"DROP INDEX IF EXISTS {index}")
        for table in (*OF_EVENTS, *OF_TIMELINE):
            connection.execute(f"DELETE FROM {table}")
        connection.execute("INSERT INTO event_text (event_text) VALUES ('delete-all')")

    def _complete_timeline(self, connection: Connection) -> None:
        for statement in EVENT_INDEXES.values():
            connection.execute(statement)

    def _write_words(self, connection: Connection, texts: Iterable[Searched]) -> None:
        connection.executemany(
            f"INSERT INTO event_text ({_WORDS}) VALUES (?, ?, ?, ?, ?, ?)", map(_columns, texts)
        )

    def _drop_words(self, connection: Connection, texts: Iterable[Searched]) -> None:
        # The search holds no texts of its own and must be told what they were.
        connection.executemany(
            f"INSERT INTO event_text (event_text, {_WORDS}) VALUES ('delete', ?, ?, ?, ?, ?, ?)",
            map(_columns, texts),
        )


def _columns(texts: Searched) -> tuple[int, str, str, str, str, str]:
    return (
        texts.position, texts.title, _BETWEEN.join(texts.passages), _BETWEEN.join(texts.who),
        _BETWEEN.join(texts.where), f"{APART} {_BETWEEN.join(texts.sources)}",
    )  # fmt: skip
