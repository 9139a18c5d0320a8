"""Whether a collection's file is as it was written and its tables agree with each other."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

from data.errors import CollectionError, DatelineError
from data.marks import check
from data.model import Expression, Link, Mark, Mention
from data.passing import Passing, passed, untold
from data.store.compact import load_all
from data.store.faults import UNFINISHED, Fault, Remedy
from data.store.packed import unpack, unpack_text
from data.store.sqlite import open_store
from data.store.sqlite.checking_frequent import faults_of_frequent
from data.store.sqlite.checking_words import faults_of_words
from data.store.sqlite.connection import telling
from data.store.sqlite.schema import EVENT_INDEXES
from data.store.tables.selections import UNDATED
from data.store.tables.tally import COARSER, is_new_year

_MOST_TOLD = 100  # messages of SQLite
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


# What a document says of itself.
_SAID = " || ".join(
    f"coalesce(d.{column}, '')"
    for column in (
        "title", "publisher", "byline", "url", "language", "kind", "published_value", "published_evidence"
    )
)  # fmt: skip


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
            yield from _documents(connection, passing)
            if not store.is_current():
                yield UNFINISHED
                return
            yield from _missing_indexes(connection)
            yield from _tables(connection, passing)
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


def _missing_indexes(connection: sqlite3.Connection) -> Iterator[Fault]:
    present = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'index'")}
    missing = [name for name in EVENT_INDEXES if name not in present]
    if missing:
        yield Fault(f"{len(missing)} indexes are missing", "events")


def _tables(connection: sqlite3.Connection, passing: Passing) -> Iterator[Fault]:
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


def _documents(connection: sqlite3.Connection, passing: Passing) -> Iterator[Fault]:
    """Documents without their text, or with another; what was found in them that cannot be read."""
    broken: list[str] = []
    unread: list[str] = []
    undated: list[str] = []
    (total,) = connection.execute("SELECT count(*) FROM document").fetchone()
    rows = connection.execute(
        f"SELECT d.id, {_SAID}, d.sha256, d.length, d.line, d.span_start, d.span_end, t.text, t.furniture,"
        " t.pages, t.links, r.sentences, r.mentions,"
        " e.expressions FROM document d LEFT JOIN document_text t ON t.document = d.key"
        " LEFT JOIN document_reading r ON r.document = d.key"
        " LEFT JOIN document_dating e ON e.document = d.key"
    )
    for row in passed(rows, "looking at documents", passing, total):
        document_id, said, sha256, length, line, start, end, *text, sentences, mentions, expressions = row
        are_numbers = all(one is None or isinstance(one, int) for one in (line, start, end))
        if not (are_numbers and _holds(said.encode) and is_whole(text, sha256, length)):
            broken.append(document_id)
        elif not (_holds(partial(_list_in, sentences)) and _holds(partial(_words_in, Mention, mentions))):
            unread.append(document_id)
        elif expressions is not None and not _holds(partial(_words_in, Expression, expressions)):
            undated.append(document_id)
    if broken:
        yield Fault(f"{len(broken)} documents are not whole", "file", tuple(broken))
    if unread:
        yield Fault(f"of {len(unread)} documents it is lost what was found in them", "reading", tuple(unread))
    if undated:
        yield Fault(f"of {len(undated)} documents the dates are lost", "events", tuple(undated))


def is_whole(parts: Sequence[object], sha256: str, length: int) -> bool:
    """Whether a document's text, furniture, pages and links are those that were read."""
    text, furniture, pages, links = parts
    if not (isinstance(text, bytes) and _is_list(furniture) and _is_list(pages)):
        return False
    if links is not None and not (isinstance(links, bytes) and _holds(partial(_words_in, Link, links))):
        return False
    try:
        whole = unpack(text)
    except CollectionError:
        return False
    return hashlib.sha256(whole).hexdigest() == sha256 and len(unpack_text(text)) == length


def _list_in(stored: bytes) -> object:
    return json.loads(unpack_text(stored))


def _words_in(kind: type, stored: bytes) -> object:
    return load_all(kind, unpack_text(stored))


def _is_list(stored: object) -> bool:
    return isinstance(stored, str) and _holds(partial(json.loads, stored))


def _holds(read: Callable[[], object]) -> bool:
    try:
        read()
    except (CollectionError, ValueError, TypeError, KeyError, AttributeError):
        return False
    return True


def _marks(marks: Iterable[Mark]) -> Iterator[Fault]:
    strange = 0
    for mark in marks:
        try:
            check(mark)
        except DatelineError:
            strange += 1
    if strange:
        yield Fault(f"{strange} marks say what this dateline does not understand; they are kept", "none")
