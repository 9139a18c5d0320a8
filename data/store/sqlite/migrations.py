"""The steps from older versions of a collection's tables to those of today."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from itertools import pairwise

from data.marks import on_document
from data.store.connection import run
from data.store.packed import EXPRESSION, PACKED, pack_text
from data.store.sqlite.schema import (
    COARSE_TABLE,
    EVENT_INDEXES,
    FORMER_TABLE,
    FREQUENT_TABLES,
    MARK_COPIES,
    MARK_TABLES,
    MONTH_TABLE,
    REPORT_TABLES,
    VERSION,
    WORD_TABLE,
)
from data.store.sqlite.words import add_sorts, know_words
from data.store.tables.selections import UNDATED
from data.store.tables.tally import COARSER, is_new_year
from data.store.upgrading import Upgrade

_INSTRUCTIONS = 10_000  # of the engine, about a millisecond: so often it is asked whether to tell something

Migration = Callable[[sqlite3.Connection], None]


def _to_2(connection: sqlite3.Connection) -> None:
    """Marks, the default view, facets; main events are known when the events are made anew."""
    run(connection, MARK_TABLES)
    for table, columns in {
        "event": ("main", "shown", "hidden"),
        "month": ("shown", "shown_conflicts"),
    }.items():
        for column in columns:
            connection.execute(f"ALTER TABLE {table} ADD COLUMN {column} INTEGER NOT NULL DEFAULT 0")
    connection.execute("ALTER TABLE event_detail ADD COLUMN author TEXT")
    connection.execute("ALTER TABLE event_detail ADD COLUMN citation TEXT")
    connection.execute(
        "UPDATE event SET shown = 1 WHERE basis = 'stated' AND kind <> 'state' AND begin_day IS NOT NULL"
    )
    connection.execute(
        "UPDATE month SET (shown, shown_conflicts) = (SELECT count(*), coalesce(sum(conflicts > 0), 0)"
        " FROM event e WHERE e.position >= month.position AND e.position < month.position + month.count"
        " AND e.shown = 1)"
    )
    told = "passage p JOIN event e ON e.position = p.event JOIN document d ON d.key = p.document"
    for field, value, source in (
        ("who", "n.value", "event_detail x JOIN event e ON e.position = x.event, json_each(x.who) n"),
        ("where", "n.value", "event_detail x JOIN event e ON e.position = x.event, json_each(x.place) n"),
        ("publisher", "d.publisher", told),
        ("document", "d.id", told),
        ("modality", "e.modality", "event e"),
        ("verification", "e.verification", "event e"),
    ):
        connection.execute(
            f"INSERT INTO facet SELECT ?, {value}, count(DISTINCT e.position),"
            f" count(DISTINCT CASE e.shown WHEN 1 THEN e.position END) FROM {source}"
            f" WHERE {value} IS NOT NULL GROUP BY 2",
            (field,),
        )
    given = connection.execute("SELECT document, edtf FROM given_date").fetchall()
    for mark in (on_document("published", document, edtf) for document, edtf in given):
        connection.execute(
            "INSERT INTO mark VALUES (?, ?, ?, ?, ?, 0, NULL, NULL)",
            (mark.id, mark.at, mark.by, mark.kind, mark.value),
        )
        document = mark.passages[0].document
        connection.execute(
            "INSERT INTO mark_passage VALUES (?, 0, ?, 0, 0, '', CAST('' AS BLOB), ?, 0, 0)",
            (mark.id, document, document),
        )
    connection.execute("DROP TABLE given_date")
    connection.execute("UPDATE collection SET current = 0")


def _to_3(connection: sqlite3.Connection) -> None:
    """Reports are kept, in a table that is made anew with version 5."""


def _to_4(connection: sqlite3.Connection) -> None:
    """Events are told apart by digests, which the next building works out; months know what is hidden."""
    run(connection, FORMER_TABLE)
    connection.execute("ALTER TABLE event ADD COLUMN digest INTEGER")
    connection.execute("DROP INDEX IF EXISTS event_hidden")
    rows = connection.execute("SELECT start_day FROM month ORDER BY start_day").fetchall()
    connection.execute("DROP TABLE month")
    run(connection, MONTH_TABLE)
    starts = [start for (start,) in rows]
    for start, end in pairwise([*starts, UNDATED]):
        connection.execute(f"{_COUNTS} begin_day >= ? AND begin_day < ?", (start, start, end))
    connection.execute(f"{_COUNTS} begin_day IS NULL HAVING count(*) > 0", (UNDATED,))


_COUNTS = (
    "INSERT INTO month SELECT ?, min(position), total(hidden = 0), total(hidden = 0 AND conflicts > 0),"
    " total(shown), total(shown = 1 AND conflicts > 0), total(hidden) FROM event WHERE"
)


def _to_5(connection: sqlite3.Connection) -> None:
    """Reports have stamps, and what is worked out of them is kept; the next building does it."""
    connection.execute("DROP TABLE IF EXISTS document_report")
    run(connection, REPORT_TABLES)


def _to_6(connection: sqlite3.Connection) -> None:
    """Texts and what was found in them are packed; reports are worked out again by the next building."""
    connection.create_function("packed", 1, pack_text, deterministic=True)
    connection.create_function("packed", 2, pack_text, deterministic=True)
    for table, columns in PACKED.items():
        packed = ", ".join(f"{column} = packed({column})" for column in columns)
        connection.execute(f"UPDATE {table} SET {packed}")
    connection.execute("DROP INDEX IF EXISTS passage_doubt")
    connection.execute("ALTER TABLE passage ADD COLUMN doubtful INTEGER NOT NULL DEFAULT 0")
    connection.execute("UPDATE passage SET doubtful = 1 WHERE instr(expression, '\"readings\":[')")
    connection.execute(
        "UPDATE passage SET expression = packed(expression, ?) WHERE expression IS NOT NULL", (EXPRESSION,)
    )
    connection.execute("DELETE FROM document_report")


def _to_7(connection: sqlite3.Connection) -> None:
    """Texts have links, which the next building reads."""
    connection.execute("ALTER TABLE document_text ADD COLUMN links BLOB")


def _to_8(connection: sqlite3.Connection) -> None:
    """What is said of whole years is counted, and so are documents."""
    run(connection, COARSE_TABLE)
    months = connection.execute("SELECT start_day FROM month WHERE start_day < ?", (UNDATED,)).fetchall()
    new_years = [start for (start,) in months if is_new_year(start)]
    for span, coarser in COARSER.items():
        connection.executemany(
            "INSERT INTO coarse SELECT begin_day, ?, max(position), total(hidden = 0), total(shown),"
            " total(hidden) FROM event WHERE begin_day = ?"
            f" AND precision IN ({', '.join('?' * len(coarser))}) GROUP BY begin_day",
            [(span, day, *coarser) for day in new_years],
        )
    connection.execute("ALTER TABLE collection ADD COLUMN documents INTEGER NOT NULL DEFAULT 0")
    connection.execute("UPDATE collection SET documents = (SELECT count(*) FROM document)")


def _to_9(connection: sqlite3.Connection) -> None:
    """Tags are counted as a facet."""
    connection.execute(
        "INSERT INTO facet SELECT 'tag', t.tag || '', count(*), total(e.shown) FROM event_tag t"
        " JOIN event e ON e.position = t.event WHERE e.hidden = 0 GROUP BY 2"
    )


def _to_10(connection: sqlite3.Connection) -> None:
    """Times of day have columns, which the next building fills; until then a day stands as it did."""
    for table in ("event", "passage"):
        connection.execute(f"ALTER TABLE {table} ADD COLUMN clock TEXT")


def _to_11(connection: sqlite3.Connection) -> None:
    """The words of events have a table of their own."""
    run(connection, WORD_TABLE)
    know_words(connection)


def _to_12(connection: sqlite3.Connection) -> None:
    """Events are found by their sorts as by words, and no longer along indexes."""
    for index in ("modality", "verification", "kind", "basis", "publishers", "main"):
        connection.execute(f"DROP INDEX IF EXISTS event_{index}")
    add_sorts(connection)


def _to_13(connection: sqlite3.Connection) -> None:
    """How often events were written is counted."""
    connection.execute("ALTER TABLE collection ADD COLUMN written INTEGER NOT NULL DEFAULT 0")


def _to_14(connection: sqlite3.Connection) -> None:
    """What frequent searches find has tables, which the next building that changes events fills."""
    run(connection, FREQUENT_TABLES)


def _to_15(connection: sqlite3.Connection) -> None:
    """What users said is kept twice."""
    run(connection, MARK_COPIES)


MIGRATIONS: Mapping[int, Migration] = {
    1: _to_2, 2: _to_3, 3: _to_4, 4: _to_5, 5: _to_6, 6: _to_7, 7: _to_8, 8: _to_9, 9: _to_10,
    10: _to_11, 11: _to_12, 12: _to_13, 13: _to_14, 14: _to_15,
}  # fmt: skip
"""By version: the step from it to the next, run inside one transaction."""


def migrate(connection: sqlite3.Connection, version: int, name: str) -> int:
    """Run the steps from a version on, inside the caller's transaction; the version reached.

    ``name`` is that of the collection, for whoever waits.
    """
    upgrade = Upgrade(name, version, VERSION)
    connection.set_progress_handler(upgrade.tick, _INSTRUCTIONS)
    try:
        while version in MIGRATIONS:
            upgrade.step(MIGRATIONS[version].__doc__)
            MIGRATIONS[version](connection)
            version += 1
            connection.execute(f"PRAGMA user_version = {version}")
        for statement in EVENT_INDEXES.values():
            connection.execute(statement.replace("INDEX", "INDEX IF NOT EXISTS", 1))
    finally:
        connection.set_progress_handler(None, 0)
    return version
