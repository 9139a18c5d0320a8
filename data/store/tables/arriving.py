"""Files and the documents in them: how they come, change and go."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, cast

from data.store.compact import dump_all
from data.store.connection import Connection, Engine
from data.store.document_columns import PUBLISHED, path_bytes
from data.store.document_rows import DocumentRows, rows_of
from data.store.lists import FileRecord, FileState

if TYPE_CHECKING:
    from data.model import Reading

_TOGETHER = 100  # documents whose rows are written at a time
_KNOWN = "SELECT key, id, sha256, publisher, title, path FROM document"
_DESCRIBED = "title, publisher, byline, url, language"
_PARTS = {
    "document_text": "document, furniture, pages, links, text",
    "document_reading": "document, published, sentences, mentions",
    "document_dating": "document, expressions",
    "document_report": "document, edition, stamp, reports",
}
"""The tables that hold a document, and the columns in which :class:`DocumentRows` gives it to them."""


class Arriving(Engine):
    """Puts files and documents in, and takes them out."""

    def replace_file(
        self,
        record: FileRecord,
        documents: Collection[Reading] | Collection[DocumentRows],
        edition: str = "",
    ) -> None:
        """Put a file's documents in the place of those it gave before.

        One whose text is the same keeps its passages; one that another file gave moves here.
        """
        location = path_bytes(record.location)
        rows = _rows(documents)
        with self.transaction() as connection:
            _note(connection, record)
            before = connection.execute(
                f"{_KNOWN} WHERE location = ? OR {self._among('id', str)}",
                (location, self._listed(one.id for one in rows)),
            ).fetchall()
            if before:
                ids = {document_id for _, document_id, *_ in before}
                same = {one.known_by for one in rows if one.id in ids}
                _keep_former(connection, [key for key, *known in before if tuple(known) not in same])
                delete(connection, [key for key, *_ in before])
            keys = {(document_id, sha256): key for key, document_id, sha256, *_ in before}
            numbered = enumerate(rows)
            while batch := list(islice(numbered, _TOGETHER)):
                _insert(connection, location, batch, keys, edition)
            if before or rows:
                documents_changed(connection, len(rows) - len(before))

    def note_file(self, record: FileRecord) -> None:
        """Keep what is known of a file; the documents that it gave stay."""
        with self.transaction() as connection:
            _note(connection, record)

    def mark_files(self, locations: Iterable[str], state: FileState) -> None:
        """Set the state of files; documents of a missing file are kept."""
        with self.transaction() as connection:
            connection.executemany(
                "UPDATE file SET state = ? WHERE location = ?",
                [(state, path_bytes(location)) for location in locations],
            )

    def forget_files(self, locations: Iterable[str]) -> None:
        """Let the next build read files again."""
        with self.transaction() as connection:
            connection.executemany(
                "UPDATE file SET settings = 'again ' || settings WHERE location = ?",
                [(path_bytes(location),) for location in locations],
            )

    def _drop_document(self, connection: Connection, document_id: str) -> int:
        keys = [key for (key,) in connection.execute("SELECT key FROM document WHERE id = ?", (document_id,))]
        _keep_former(connection, keys)
        # What else is in the file may be dated otherwise without it.
        connection.executemany(
            "DELETE FROM document_dating WHERE document IN (SELECT other.key FROM document d"
            " JOIN document other ON other.path = d.path WHERE d.key = ?)",
            [(key,) for key in keys],
        )
        delete(connection, keys)
        return len(keys)


def _note(connection: Connection, record: FileRecord) -> None:
    location = path_bytes(record.location)
    connection.execute("DELETE FROM file WHERE location = ?", (location,))
    connection.execute(
        "INSERT INTO file VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            location, path_bytes(record.path), record.size, record.modified, record.sha256,
            record.state, record.settings, dump_all(record.troubles),
        ),
    )  # fmt: skip


def _rows(documents: Collection[Reading] | Collection[DocumentRows]) -> Collection[DocumentRows]:
    if isinstance(next(iter(documents), None), DocumentRows):
        return cast("Collection[DocumentRows]", documents)
    return [rows_of(one) for one in cast("Collection[Reading]", documents)]


def _keep_former(connection: Connection, keys: Sequence[int]) -> None:
    """Keep what events know of documents that are about to change or go, until the events are made anew."""
    connection.executemany(
        "INSERT INTO document_former SELECT key, id, publisher, title, path, text FROM document"
        " JOIN document_text ON document = key"
        " WHERE key = ? AND EXISTS (SELECT 1 FROM passage p WHERE p.document = key)"
        " ON CONFLICT (key) DO NOTHING",
        [(key,) for key in keys],
    )


def delete(connection: Connection, keys: Sequence[int]) -> None:
    """Take documents out by their keys, inside the caller's transaction; their passages stay."""
    rows = [(key,) for key in keys]
    for table in _PARTS:
        connection.executemany(f"DELETE FROM {table} WHERE document = ?", rows)
    connection.executemany("DELETE FROM document WHERE key = ?", rows)


def documents_changed(connection: Connection, more: int) -> None:
    """Note that there are so many documents more, or fewer, and that the events are not made of them yet."""
    connection.execute("UPDATE collection SET current = 0, documents = documents + ?", (more,))


def _insert(
    connection: Connection,
    location: bytes,
    documents: Iterable[tuple[int, DocumentRows]],
    keys: Mapping[tuple[str, str], int],
    edition: str,
) -> None:
    """Put documents in at their places, under their keys if they have one: by id and digest of the text."""
    parts: dict[str, list[tuple[object, ...]]] = {part: [] for part in _PARTS}
    for place, one in documents:
        known = keys.get((one.id, one.sha256))
        column, given = ("", ()) if known is None else ("key,", (known,))  # else the engine gives one
        ((key,),) = connection.execute(
            f"INSERT INTO document ({column} id, location, path, place, line, kind, sha256, {_DESCRIBED},"
            f" length, span_start, span_end, {PUBLISHED})"
            f" VALUES ({'?, ' * len(given)}?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
            " RETURNING key",
            (
                *given, one.id, location, path_bytes(one.path), place, one.line, one.kind, one.sha256,
                *one.described, *one.extent, *one.published,
            ),
        ).fetchall()  # fmt: skip
        parts["document_text"].append((key, *one.text))
        parts["document_reading"].append((key, *one.found))
        if one.expressions is not None:
            parts["document_dating"].append((key, one.expressions))
        if one.reported is not None:
            stamp, reports = one.reported
            parts["document_report"].append((key, edition, stamp, reports))
    for part, rows in parts.items():
        if rows:
            connection.executemany(
                f"INSERT INTO {part} ({_PARTS[part]}) VALUES ({', '.join('?' * len(rows[0]))})", rows
            )
