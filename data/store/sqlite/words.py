"""The words of events in SQLite's full-text search, and the indexes that are made when events are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from data.store.connection import Connection
from data.store.sorts import SORTS
from data.store.sqlite.connection import Connected
from data.store.sqlite.schema import APART, EVENT_INDEXES, SORT_WORDS, TEXTS, TOKENIZED, without_private
from data.store.tables.event_rows import Searched
from data.store.tables.writing import OF_EVENTS, OF_TIMELINE, Writing

if TYPE_CHECKING:
    import sqlite3

    from data.store.tables.event_rows import EventRows
    from data.store.tables.tally import Tally

_BETWEEN = f" {APART} "
WORD_COLUMNS = f"rowid, {TEXTS}"
WITH_LETTERS = "WHERE term IS NOT NULL"  # of an accent that stands alone nothing is left
# The engine itself tells the words of texts: nothing else must disagree with it what a word is.
_TELLING = (
    f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.told USING fts5 (text, content = '', {TOKENIZED})",
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.told_word USING fts5vocab (temp, told, row)",
)


@contextmanager
def words_of_events(connection: sqlite3.Connection) -> Iterator[str]:
    """The name of a table with the words by which all events are found, in its column ``term``."""
    connection.execute("CREATE VIRTUAL TABLE temp.event_word USING fts5vocab (main, event_text, row)")
    try:
        yield "temp.event_word"
    finally:
        connection.execute("DROP TABLE temp.event_word")


def know_words(connection: sqlite3.Connection) -> None:
    """Put the words of all events into their table."""
    connection.execute("DELETE FROM word")
    with words_of_events(connection) as told:
        connection.execute(f"INSERT INTO word SELECT term FROM {told} {WITH_LETTERS}")


class Words(Connected, Writing):
    """Writes the words of events."""

    _at_once = False
    """Whether a whole timeline is written, whose words are put down together at the end."""

    def __init__(self, path: Path, *, writing: bool) -> None:
        self._told_since: set[str] = set()
        super().__init__(path, writing=writing)

    def _write_all(self, connection: Connection, rows: Iterable[EventRows], tally: Tally) -> None:
        self._at_once = True
        try:
            super()._write_all(connection, rows, tally)
        finally:
            self._at_once = False

    def _clear_timeline(self, connection: Connection) -> None:
        for index in EVENT_INDEXES:
            connection.execute(f"DROP INDEX IF EXISTS {index}")
        for table in (*OF_EVENTS, *OF_TIMELINE):
            connection.execute(f"DELETE FROM {table}")
        connection.execute("INSERT INTO event_text (event_text) VALUES ('delete-all')")

    def _complete_timeline(self, connection: Connection) -> None:
        for statement in EVENT_INDEXES.values():
            connection.execute(statement)
        know_words(self._connection)

    def _write_words(self, connection: Connection, texts: Iterable[Searched]) -> None:
        rows = [*map(word_columns, texts)]
        connection.executemany(f"INSERT INTO event_text ({WORD_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)", rows)
        if not self._at_once:
            # No white space is a part of a word: of what is told between it, each need be told but once.
            self._told_since.update(piece for _, *told in rows for text in told for piece in text.split())

    def _note_written(self, connection: Connection) -> None:
        super()._note_written(connection)
        if not self._told_since:
            return
        for statement in _TELLING:
            connection.execute(statement)
        connection.execute("INSERT INTO temp.told (text) VALUES (?)", (" ".join(self._told_since),))
        connection.execute(f"INSERT OR IGNORE INTO word SELECT term FROM temp.told_word {WITH_LETTERS}")
        connection.execute("INSERT INTO temp.told (told) VALUES ('delete-all')")
        self._told_since.clear()

    def _drop_words(self, connection: Connection, texts: Iterable[Searched]) -> None:
        # The search holds no texts of its own and must be told what they were.
        connection.executemany(
            f"INSERT INTO event_text (event_text, {WORD_COLUMNS}) VALUES ('delete', ?, ?, ?, ?, ?, ?)",
            map(word_columns, texts),
        )


def add_sorts(connection: sqlite3.Connection) -> None:
    """Let events that are found by their words be found by their sorts."""
    for name, condition in SORTS.items():
        connection.execute(
            f"INSERT INTO event_text (rowid, source) SELECT position, ? FROM event e WHERE {condition}"
            " ORDER BY position",
            (SORT_WORDS[name],),
        )
    connection.executemany("INSERT OR IGNORE INTO word VALUES (?)", [(word,) for word in SORT_WORDS.values()])


def word_columns(texts: Searched) -> tuple[int, str, str, str, str, str]:
    """The row by whose words an event is found."""
    sorts = " ".join([APART, *map(SORT_WORDS.__getitem__, texts.sorts)])
    return (
        texts.position, texts.title, _BETWEEN.join(texts.passages), _BETWEEN.join(texts.who),
        _BETWEEN.join(texts.where), f"{sorts} {_BETWEEN.join(map(without_private, texts.sources))}",
    )  # fmt: skip
