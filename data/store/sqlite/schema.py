"""The tables of a collection, and their version."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from data.store.connection import run
from data.store.sorts import SORTS

APPLICATION_ID = 0x64746C6E  # "dtln", in the file's header: tells a collection from any other SQLite file
VERSION = 15

APART = "\ue000"
"""A private character that the tokenizer takes for a word. Between passages it keeps phrases from running
from one into the next; it stands in the source of every event, so that "without" can take away from all."""
SORT_WORDS = {name: chr(ord(APART) + number) for number, name in enumerate(SORTS, start=1)}
"""By name of a sort the private character that stands in the source of its events, and is a word as well.

So the search itself goes from one event of a rare sort to the next, and looks for other words in these alone.
"""

_PRIVATE = str.maketrans(dict.fromkeys((APART, *SORT_WORDS.values()), " "))

# Letters, numbers and the marks that belong to letters, which Indian scripts cannot do without.
TOKENIZED = """tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co Mn Mc'" """
"""What a word of the full-text search is."""
TEXTS = "title, passage, who, place, source"
"""The texts by whose words an event is found."""

MARK_TABLES = """
-- An event that marks have changed, as the documents tell it.
CREATE TABLE event_made (event INTEGER PRIMARY KEY, made TEXT NOT NULL);
-- How many events have a value, and how many of them are in the default view; hidden ones do not count.
CREATE TABLE facet (
    field TEXT NOT NULL, value TEXT NOT NULL, count INTEGER NOT NULL, shown INTEGER NOT NULL,
    PRIMARY KEY (field, value)
) WITHOUT ROWID;
-- What the user says; nothing in these tables is ever deleted or made anew.
CREATE TABLE mark (
    id TEXT PRIMARY KEY, at TEXT NOT NULL, by TEXT NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL,
    undone INTEGER NOT NULL, turned_at TEXT, turned_by TEXT
) WITHOUT ROWID;
CREATE TABLE mark_passage (
    mark TEXT NOT NULL, number INTEGER NOT NULL, document TEXT NOT NULL,
    start_char INTEGER NOT NULL, end_char INTEGER NOT NULL, text TEXT NOT NULL, path TEXT NOT NULL,
    place TEXT, place_start INTEGER, place_end INTEGER,
    PRIMARY KEY (mark, number)
) WITHOUT ROWID;
CREATE INDEX mark_passage_place ON mark_passage (place);
CREATE INDEX mark_passage_document ON mark_passage (document);
CREATE TABLE view (name TEXT PRIMARY KEY, query TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE state (
    user TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (user, key)
) WITHOUT ROWID;
"""
"""What came with version 2."""

REPORT_TABLES = """
-- What the document reports, as the rules of an edition work it out; it goes with whatever it hangs on.
-- The stamp stands for it.
CREATE TABLE document_report (
    document INTEGER PRIMARY KEY, edition TEXT NOT NULL, stamp TEXT NOT NULL, reports BLOB NOT NULL
);
-- What is worked out of the reports on the way to events, kept for the next time.
CREATE TABLE kept (kind TEXT NOT NULL, key TEXT NOT NULL, value BLOB NOT NULL);
CREATE UNIQUE INDEX kept_key ON kept (kind, key);
"""
"""What came with version 5."""

FORMER_TABLE = """
-- Documents as the events know them, where these have changed or gone since the events were made.
CREATE TABLE document_former (
    key INTEGER PRIMARY KEY, id TEXT NOT NULL, publisher TEXT, title TEXT, path BLOB NOT NULL,
    text BLOB NOT NULL
);
"""
MONTH_TABLE = """
-- What begins in a month, by its first day; position is that of its first event. Hidden events count as such
-- only. Undated ones stand in a month behind all others.
CREATE TABLE month (
    start_day INTEGER PRIMARY KEY, position INTEGER NOT NULL,
    count INTEGER NOT NULL, conflicts INTEGER NOT NULL, shown INTEGER NOT NULL,
    shown_conflicts INTEGER NOT NULL, hidden INTEGER NOT NULL
);
"""
"""What came with version 4."""

COARSE_TABLE = """
-- What begins on a 1 January and is said more coarsely than by month, year or decade; it is what comes first
-- on that day, up to the last position.
CREATE TABLE coarse (
    start_day INTEGER NOT NULL, span TEXT NOT NULL, last_position INTEGER NOT NULL,
    count INTEGER NOT NULL, shown INTEGER NOT NULL, hidden INTEGER NOT NULL,
    PRIMARY KEY (start_day, span)
) WITHOUT ROWID;
"""
"""What came with version 8."""

WORD_TABLE = """
-- The words by which events are found, some of them perhaps of events that are gone.
CREATE TABLE word (word TEXT PRIMARY KEY) WITHOUT ROWID;
"""
"""What came with version 11."""

FREQUENT_TABLES = f"""
-- Searches for a word, or for all that begin so, that find many events, and by number what they found:
-- positions as bits, packed.
CREATE TABLE frequent (search TEXT PRIMARY KEY, number INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE frequent_set (number INTEGER PRIMARY KEY, bits BLOB NOT NULL);
-- Where events were taken out or put in since then, and the words of those that were put in.
CREATE TABLE frequent_since (position INTEGER PRIMARY KEY);
CREATE VIRTUAL TABLE recent_text USING fts5 (
    {TEXTS}, content = '', columnsize = 0, {TOKENIZED}
);
"""
"""What came with version 14."""

MARK_COPIES = """
-- All of what the user says stands here again, on other pages: it is in no document, and cannot be made anew.
CREATE INDEX mark_again ON mark (at, id, by, kind, value, undone, turned_at, turned_by);
CREATE INDEX mark_passage_again ON mark_passage (
    number, mark, document, start_char, end_char, text, path, place, place_start, place_end
);
"""
"""What came with version 15; the engine writes an index with its table, and finds where they differ."""

TABLES = f"""
-- How often events were written tells those who look at them that they are others.
CREATE TABLE collection (
    current INTEGER NOT NULL, build INTEGER NOT NULL, first_day INTEGER, last_day INTEGER,
    documents INTEGER NOT NULL, written INTEGER NOT NULL DEFAULT 0
);
INSERT INTO collection VALUES (1, 0, NULL, NULL, 0, 0);

CREATE TABLE file (
    location BLOB PRIMARY KEY, path BLOB NOT NULL, size INTEGER NOT NULL, modified INTEGER NOT NULL,
    sha256 TEXT NOT NULL, state TEXT NOT NULL, settings TEXT NOT NULL, troubles TEXT NOT NULL
) WITHOUT ROWID;

-- A key is never used again: passages of a document that is gone must not fall to another.
CREATE TABLE document (
    key INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
    location BLOB NOT NULL, path BLOB NOT NULL, place INTEGER NOT NULL, line INTEGER, kind TEXT NOT NULL,
    title TEXT, publisher TEXT, byline TEXT, url TEXT, language TEXT,
    sha256 TEXT NOT NULL, length INTEGER NOT NULL, span_start INTEGER, span_end INTEGER,
    published_value TEXT, published_start INTEGER, published_end INTEGER,
    published_basis TEXT NOT NULL, published_evidence TEXT
);
CREATE INDEX document_location ON document (location);
CREATE INDEX document_place ON document (path, place);
CREATE TABLE document_text (
    document INTEGER PRIMARY KEY, furniture TEXT NOT NULL, pages TEXT NOT NULL,
    text BLOB NOT NULL, links BLOB
);
-- What reading gave, its publication date among it: that of the document changes with every dating.
CREATE TABLE document_reading (
    document INTEGER PRIMARY KEY, published TEXT NOT NULL, sentences BLOB NOT NULL, mentions BLOB NOT NULL
);
CREATE TABLE document_dating (document INTEGER PRIMARY KEY, expressions BLOB NOT NULL);

-- begin_day orders the timeline: the first day or, where the start is open, the last. Positions grow along
-- it and leave room between them. The digest changes with whatever is written of an event. What a clock is
-- tells data.clock: within a day it orders the timeline.
CREATE TABLE event (
    position INTEGER PRIMARY KEY, id TEXT NOT NULL, title TEXT NOT NULL,
    begin_day INTEGER, start_day INTEGER, end_day INTEGER, long INTEGER NOT NULL,
    edtf TEXT, precision TEXT, basis TEXT NOT NULL, kind TEXT NOT NULL, modality TEXT NOT NULL,
    importance REAL NOT NULL, publishers INTEGER NOT NULL,
    passages INTEGER NOT NULL, conflicts INTEGER NOT NULL, verification TEXT, build INTEGER NOT NULL,
    main INTEGER NOT NULL DEFAULT 0, shown INTEGER NOT NULL DEFAULT 0, hidden INTEGER NOT NULL DEFAULT 0,
    digest INTEGER, clock TEXT
);
CREATE TABLE event_detail (
    event INTEGER PRIMARY KEY, part_of TEXT, who TEXT NOT NULL, place TEXT NOT NULL,
    reasons TEXT NOT NULL, conflicts TEXT NOT NULL, author TEXT, citation TEXT
);
CREATE TABLE event_tag (
    event INTEGER NOT NULL, number INTEGER NOT NULL, tag TEXT NOT NULL COLLATE NOCASE,
    PRIMARY KEY (event, number)
) WITHOUT ROWID;
CREATE INDEX event_tag_tag ON event_tag (tag, event);
CREATE TABLE event_note (event INTEGER PRIMARY KEY, note TEXT NOT NULL);
CREATE TABLE passage (
    event INTEGER NOT NULL, number INTEGER NOT NULL, document INTEGER NOT NULL,
    start_char INTEGER NOT NULL, end_char INTEGER NOT NULL, page INTEGER, line INTEGER, expression BLOB,
    doubtful INTEGER NOT NULL, clock TEXT,
    PRIMARY KEY (event, number)
) WITHOUT ROWID;
-- The beginnings of one and two letters are indexed: they match most events, and are typed first.
CREATE VIRTUAL TABLE event_text USING fts5 (
    {TEXTS}, content = '', columnsize = 0, prefix = '1 2', {TOKENIZED}
);
{MARK_TABLES}{REPORT_TABLES}{FORMER_TABLE}{MONTH_TABLE}{COARSE_TABLE}{WORD_TABLE}{FREQUENT_TABLES}
"""

EVENT_INDEXES = {
    "event_id": "CREATE UNIQUE INDEX event_id ON event (id)",
    "event_days": "CREATE INDEX event_days ON event (begin_day, end_day)",
    "event_long": "CREATE INDEX event_long ON event (start_day, end_day) WHERE long = 1",
    "event_conflict": "CREATE INDEX event_conflict ON event (long) WHERE conflicts > 0",
    "event_shown": "CREATE INDEX event_shown ON event (shown) WHERE shown = 1",
    "event_hidden": "CREATE INDEX event_hidden ON event (hidden)",
    "event_importance": "CREATE INDEX event_importance ON event (importance DESC, publishers DESC)",
    "event_build": "CREATE INDEX event_build ON event (build)",
    "facet_count": "CREATE INDEX facet_count ON facet (field, count)",
    "facet_shown": "CREATE INDEX facet_shown ON facet (field, shown)",
    "facet_value": "CREATE INDEX facet_value ON facet (value COLLATE NOCASE)",
    "passage_document": "CREATE INDEX passage_document ON passage (document)",
    "passage_doubtful": "CREATE INDEX passage_doubtful ON passage (event) WHERE doubtful = 1",
}
"""Built after the events are written: sorting once is faster than finding each one's place."""


def without_private(text: str) -> str:
    """A text without the characters that stand for something in the search, as icons of web pages may."""
    return text if text.isascii() else text.translate(_PRIVATE)


def is_collection(path: Path) -> bool:
    """Whether a file is a collection, by SQLite's header of 100 bytes; raises OSError."""
    with path.open("rb") as file:
        header = file.read(100)
    return header.startswith(b"SQLite format 3\0") and header[68:72] == APPLICATION_ID.to_bytes(4, "big")


def create(connection: sqlite3.Connection) -> None:
    """Make the tables of an empty collection, inside the caller's transaction."""
    run(connection, TABLES)
    for statement in EVENT_INDEXES.values():
        connection.execute(statement)
    # Behind all others, so that tables begin at the pages where version 14 had them.
    run(connection, MARK_COPIES)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")
