"""Whether a collection's tables of events agree with each other."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from data.passing import Passing, passed
from data.store.faults import Fault, Remedy
from data.store.sqlite.schema import EVENT_INDEXES
from data.store.tables.selections import UNDATED
from data.store.tables.tally import COARSER, is_new_year

_TOLD = "passage p JOIN event e ON e.position = p.event JOIN document d ON d.key = p.document"
_FACETS = " UNION ALL ".join(
    f"SELECT '{field}', {value}, count(DISTINCT e.position),"
    f" count(DISTINCT CASE e.shown WHEN 1 THEN e.position END) FROM {source}"
    f" WHERE {value} IS NOT NULL AND e.hidden = 0 GROUP BY 2"
    for field, value, source in (
        ("who", "n.value", "event_detail x JOIN event e ON e.position = x.event, json_each(x.who) n"),
        ("where", "n.value", "event_detail x JOIN event e ON e.position = x.event, json_each(x.place) n"),
        ("publisher", "d.publisher", _TOLD),
        ("document", "d.id", _TOLD),
        ("modality", "e.modality", "event e"),
        ("verification", "e.verification", "event e"),
        ("tag", "t.tag || ''", "event_tag t JOIN event e ON e.position = t.event"),
    )
)
_MONTHS = (
    f"SELECT m.*, lead(m.start_day, 1, {UNDATED + 1}) OVER (ORDER BY m.start_day) AS following FROM month m"
)
_COUNTED = (
    "(SELECT min(e.position), total(e.hidden = 0), total(e.hidden = 0 AND e.conflicts > 0), total(e.shown),"
    " total(e.shown = 1 AND e.conflicts > 0), total(e.hidden) FROM event e"
    f" WHERE coalesce(e.begin_day, {UNDATED}) >= m.start_day"
    f" AND coalesce(e.begin_day, {UNDATED}) < m.following)"
)

_COARSE = " UNION ALL ".join(
    f"SELECT begin_day, '{span}', max(position), total(hidden = 0), total(shown), total(hidden) FROM event"
    " WHERE begin_day IN (SELECT start_day FROM month WHERE is_new_year(start_day))"
    f" AND precision IN ({', '.join(repr(precision) for precision in coarser)}) GROUP BY begin_day"
    for span, coarser in COARSER.items()
)

# The engine checks its pages, and not whether a number is still one.
_OF_NUMBERS = "('integer', 'real', 'null')"
_NUMBERS = {
    "document": ("published_start", "published_end"),
    "event": (
        "begin_day", "start_day", "end_day", "long", "importance", "publishers", "passages", "conflicts",
        "build", "main", "shown", "hidden",
    ),
    "passage": ("start_char", "end_char", "page", "line", "doubtful"),
}  # fmt: skip

# What must not be, with {} for how many; the count of it; how it is mended.
_TABLES: tuple[tuple[str, str, Remedy], ...] = (
    *(
        (
            f"{{}} rows of the table {table} with words in the place of numbers",
            (
                f"SELECT count(*) FROM {table} WHERE"
                f" {' OR '.join(f'typeof({column}) NOT IN {_OF_NUMBERS}' for column in columns)}"
            ),
            "events",
        )
        for table, columns in _NUMBERS.items()
    ),
    (
        "{} events stand before earlier ones",
        (
            f"SELECT count(*) FROM (SELECT coalesce(begin_day, {UNDATED}) AS day,"
            f" lead(coalesce(begin_day, {UNDATED})) OVER (ORDER BY position) AS following FROM event)"
            " WHERE day > following"
        ),
        "events",
    ),
    (
        "{} events without their details, or details without their events",
        (
            "SELECT (SELECT count(*) FROM event WHERE position NOT IN (SELECT event FROM event_detail))"
            " + (SELECT count(*) FROM event_detail WHERE event NOT IN (SELECT position FROM event))"
        ),
        "events",
    ),
    (
        "{} events with other numbers of passages than they should have",
        (
            "SELECT count(*) FROM event e WHERE passages <>"
            " (SELECT count(*) FROM passage p WHERE p.event = e.position)"
        ),
        "events",
    ),
    (
        "{} passages of events or documents that are gone",
        (
            "SELECT count(*) FROM passage WHERE event NOT IN (SELECT position FROM event)"
            " OR document NOT IN (SELECT key FROM document)"
        ),
        "events",
    ),
    (
        "{} passages outside the texts of their documents",
        (
            "SELECT count(*) FROM passage p JOIN document d ON d.key = p.document"
            " WHERE p.start_char < 0 OR p.start_char >= p.end_char OR p.end_char > d.length"
        ),
        "events",
    ),
    (
        "{} months counted wrongly",
        (
            f"SELECT count(*) FROM ({_MONTHS}) m"
            f" WHERE (m.position, m.count, m.conflicts, m.shown, m.shown_conflicts, m.hidden) <> {_COUNTED}"
        ),
        "events",
    ),
    (
        "{} events in no month",
        (
            "SELECT abs((SELECT count(*) FROM event) - (SELECT coalesce(sum(count + hidden), 0) FROM month))"
        ),
        "events",
    ),
    (
        "{} counts of what is said of whole years are wrong",
        (
            f"SELECT (SELECT count(*) FROM (SELECT * FROM coarse EXCEPT SELECT * FROM ({_COARSE})))"
            f" + (SELECT count(*) FROM (SELECT * FROM ({_COARSE}) EXCEPT SELECT * FROM coarse))"
        ),
        "events",
    ),
    (
        "{} documents too many or too few are counted",
        "SELECT abs(documents - (SELECT count(*) FROM document)) FROM collection",
        "events",
    ),
    (
        "{} names and sources counted wrongly",
        (
            f"SELECT (SELECT count(*) FROM (SELECT * FROM facet EXCEPT SELECT * FROM ({_FACETS})))"
            f" + (SELECT count(*) FROM (SELECT * FROM ({_FACETS}) EXCEPT SELECT * FROM facet))"
        ),
        "events",
    ),
    (
        "{} passages of marks that are gone",
        "SELECT count(*) FROM mark_passage WHERE mark NOT IN (SELECT id FROM mark)",
        "none",
    ),
)  # fmt: skip


def missing_indexes(connection: sqlite3.Connection) -> Iterator[Fault]:
    """Indexes of events that are not there."""
    present = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'index'")}
    missing = [name for name in EVENT_INDEXES if name not in present]
    if missing:
        yield Fault(f"{len(missing)} indexes are missing", "events")


def faults_of_tables(connection: sqlite3.Connection, passing: Passing) -> Iterator[Fault]:
    """What does not agree; ``passing`` is told how far that is."""
    connection.create_function(
        "is_new_year", 1, lambda day: day != UNDATED and is_new_year(day), deterministic=True
    )
    for words, statement, remedy in passed(_TABLES, "looking at the events", passing):
        try:
            (number,) = connection.execute(statement).fetchone()
        except sqlite3.OperationalError as error:  # no JSON where there should be some
            yield Fault(f"the events are not written as they should be ({error})", "events")
            return
        if number:
            yield Fault(words.format(number), remedy)
