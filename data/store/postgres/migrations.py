"""The steps from older versions of the tables on a server to those of today."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from data.store.connection import Connection, run
from data.store.packed import EXPRESSION, PACKED, pack_text
from data.store.postgres.schema import EDITOR, NEW_IN_2, NEW_IN_3, NEW_IN_6, READER, VERSION, grant
from data.store.tables.selections import UNDATED
from data.store.tables.tally import COARSER, is_new_year
from data.store.upgrading import Upgrade

Migration = Callable[[Connection], None]


def _to_2(connection: Connection) -> None:
    """Events are told apart by digests, which the next building works out; months know what is hidden."""
    connection.execute("ALTER TABLE event ADD COLUMN digest bigint")
    connection.execute("DROP INDEX event_hidden")
    connection.execute("CREATE INDEX event_hidden ON event (hidden, position)")
    connection.execute("ALTER TABLE month RENAME TO month_before")
    run(connection, NEW_IN_2)
    connection.execute(
        "INSERT INTO month SELECT coalesce((SELECT max(start_day) FROM month_before m"
        " WHERE m.start_day <= e.begin_day), ?::bigint) AS start_day, min(position),"
        " count(*) FILTER (WHERE hidden = 0), count(*) FILTER (WHERE hidden = 0 AND conflicts > 0),"
        " sum(shown), count(*) FILTER (WHERE shown = 1 AND conflicts > 0), sum(hidden)"
        " FROM event e GROUP BY 1",
        (UNDATED,),
    )
    connection.execute("DROP TABLE month_before")


def _to_3(connection: Connection) -> None:
    """Reports have stamps, and what is worked out of them is kept; the next building does it."""
    connection.execute("DROP TABLE IF EXISTS document_report")  # the first of version 2 had none
    run(connection, NEW_IN_3)


def _to_4(connection: Connection) -> None:
    """Texts and what was found in them are packed; reports are worked out again by the next building."""
    for table, columns in PACKED.items():
        key = "key" if table == "document_former" else "document"
        for column in columns:
            _pack(connection, table, (key,), column, pack_text)
            connection.execute(f"ALTER TABLE {table} ALTER COLUMN {column} SET NOT NULL")
    doubtful = connection.execute(
        "SELECT event, number FROM passage WHERE strpos(expression, '\"readings\":[') > 0"
    ).fetchall()
    _pack(connection, "passage", ("event", "number"), "expression", partial(pack_text, like=EXPRESSION))
    connection.execute("ALTER TABLE passage ADD COLUMN doubtful smallint NOT NULL DEFAULT 0")
    connection.executemany("UPDATE passage SET doubtful = 1 WHERE event = ? AND number = ?", doubtful)
    connection.execute("CREATE INDEX passage_doubtful ON passage (event) WHERE doubtful = 1")
    connection.execute("DELETE FROM document_report")


def _pack(
    connection: Connection, table: str, key: Sequence[str], column: str, packed: Callable[[str], bytes]
) -> None:
    """Pack a column of texts."""
    rows = connection.execute(
        f"SELECT {', '.join(key)}, {column} FROM {table} WHERE {column} IS NOT NULL"
    ).fetchall()
    connection.execute(f"ALTER TABLE {table} DROP COLUMN {column}")
    connection.execute(f"ALTER TABLE {table} ADD COLUMN {column} bytea")
    which = " AND ".join(f"{name} = ?" for name in key)
    connection.executemany(
        f"UPDATE {table} SET {column} = ? WHERE {which}", [(packed(text), *keys) for *keys, text in rows]
    )


def _to_5(connection: Connection) -> None:
    """Texts have links, which the next building reads."""
    connection.execute("ALTER TABLE document_text ADD COLUMN links bytea")


def _to_6(connection: Connection) -> None:
    """What is said of whole years is counted, and so are documents."""
    run(connection, NEW_IN_6)
    months = connection.execute("SELECT start_day FROM month WHERE start_day < ?", (UNDATED,)).fetchall()
    new_years = [start for (start,) in months if is_new_year(start)]
    for span, coarser in COARSER.items():
        connection.executemany(
            "INSERT INTO coarse SELECT begin_day, ?, max(position), count(*) FILTER (WHERE hidden = 0),"
            " sum(shown), sum(hidden) FROM event WHERE begin_day = ?"
            f" AND precision IN ({', '.join('?' * len(coarser))}) GROUP BY begin_day",
            [(span, day, *coarser) for day in new_years],
        )
    connection.execute("ALTER TABLE collection ADD COLUMN documents bigint NOT NULL DEFAULT 0")
    connection.execute("UPDATE collection SET documents = (SELECT count(*) FROM document)")


def _to_7(connection: Connection) -> None:
    """Tags are counted as a facet."""
    connection.execute(
        "INSERT INTO facet SELECT 'tag', t.tag, count(*), sum(e.shown) FROM event_tag t"
        " JOIN event e ON e.position = t.event WHERE e.hidden = 0 GROUP BY t.tag"
    )


def _to_8(connection: Connection) -> None:
    """Times of day have columns, which the next building fills; until then a day stands as it did."""
    for table in ("event", "passage"):
        connection.execute(f'ALTER TABLE {table} ADD COLUMN clock text COLLATE "C"')


MIGRATIONS: Mapping[int, Migration] = {
    1: _to_2, 2: _to_3, 3: _to_4, 4: _to_5, 5: _to_6, 6: _to_7, 7: _to_8,
}  # fmt: skip
"""By version: the step from it to the next, run inside one transaction."""


def migrate(connection: Connection, version: int, name: str) -> int:
    """Run the steps from a version on, inside the caller's transaction; the version reached.

    ``name`` is that of the collection, for whoever waits.
    """
    first = version
    upgrade = Upgrade(name, version, VERSION)
    while version in MIGRATIONS:
        upgrade.step(MIGRATIONS[version].__doc__)
        MIGRATIONS[version](connection)
        version += 1
        connection.execute("UPDATE collection SET version = ?", (version,))
    if version > first:
        roles = connection.execute("SELECT rolname FROM pg_roles WHERE rolname IN (?, ?)", (READER, EDITOR))
        grant(connection, [role for (role,) in roles])
    return version
