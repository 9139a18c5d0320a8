"""Files, documents, what was found in them, and their dates."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from data.store.compact import dump_all, load_all
from data.store.connection import Connection, Engine
from data.store.document_rows import (
    DocumentRows,
    path_bytes,
    published_columns,
    reported_columns,
    rows_of,
)
from data.store.packed import damaged, pack_text, unpack, unpack_text
from data.store.protocol import DatingRow, DocumentRow, FileRecord, FileState

if TYPE_CHECKING:
    from data.model import DatedDocument, Document, Expression, Published, Reading, Sentence

_PUBLISHED = "published_value, published_start, published_end, published_basis, published_evidence"
_DOCUMENT = (
    "d.id, d.path, t.text, d.sha256, d.title, d.publisher, d.byline, d.url, d.language, d.kind,"
    f" t.furniture, t.pages, t.links, d.line, d.span_start, d.span_end, {_PUBLISHED}"
)
_KNOWN = "SELECT key, id, sha256, publisher, title, path FROM document"
_DESCRIBED = "title, publisher, byline, url, language"
_PARTS = {
    "document_text": "document, furniture, pages, links, text",
    "document_reading": "document, published, sentences, mentions",
    "document_dating": "document, expressions",
    "document_report": "document, edition, stamp, reports",
}
"""The tables that hold a document, and the columns in which :class:`DocumentRows` gives it to them."""


class DocumentTables(Engine):
    """The part of a collection that was read."""

    def files(self) -> dict[str, FileRecord]:
        """All files by location."""
        from data.model import Trouble

        rows = self._query(
            "SELECT location, path, size, modified, sha256, state, settings, troubles FROM file"
        )
        return {
            path_of(location): FileRecord(
                path=path_of(path), location=path_of(location), size=size, modified=modified, sha256=sha256,
                state=state, settings=settings, troubles=load_all(Trouble, troubles),
            )
            for location, path, size, modified, sha256, state, settings, troubles in rows
        }  # fmt: skip

    def owners(self) -> dict[str, tuple[str, str]]:
        """For every document's id the location of its file and the digest of its text."""
        rows = self._query("SELECT id, location, sha256 FROM document")
        return {document_id: (path_of(location), sha256) for document_id, location, sha256 in rows}

    def replace_file(
        self, record: FileRecord, documents: Sequence[Reading | DocumentRows], edition: str = ""
    ) -> None:
        """Put a file's documents in the place of those it gave before.

        One whose text is the same keeps its passages; one that another file gave moves here.
        """
        location = path_bytes(record.location)
        rows = [one if isinstance(one, DocumentRows) else rows_of(one) for one in documents]
        with self._transaction() as connection:
            connection.execute("DELETE FROM file WHERE location = ?", (location,))
            connection.execute(
                "INSERT INTO file VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    location, path_bytes(record.path), record.size, record.modified, record.sha256,
                    record.state, record.settings, dump_all(record.troubles),
                ),
            )  # fmt: skip
            before = connection.execute(
                f"{_KNOWN} WHERE location = ? OR {self._among('id', str)}",
                (location, self._listed(one.id for one in rows)),
            ).fetchall()
            if before:
                same = {one.known_by for one in rows}
                _keep_former(connection, [key for key, *known in before if tuple(known) not in same])
                delete(connection, [key for key, *_ in before])
            keys = {(document_id, sha256): key for key, document_id, sha256, *_ in before}
            _insert(connection, location, rows, keys, edition)
            if before or rows:
                connection.execute("UPDATE collection SET current = 0")

    def mark_files(self, locations: Iterable[str], state: FileState) -> None:
        """Set the state of files; documents of a missing file are kept."""
        with self._transaction() as connection:
            connection.executemany(
                "UPDATE file SET state = ? WHERE location = ?",
                [(state, path_bytes(location)) for location in locations],
            )

    def forget_files(self, locations: Iterable[str]) -> None:
        """Let the next build read files again."""
        with self._transaction() as connection:
            connection.executemany(
                "UPDATE file SET settings = '' WHERE location = ?",
                [(path_bytes(location),) for location in locations],
            )

    def is_current(self) -> bool:
        """Whether the events were made from the documents as they are now: no file or date came since."""
        return bool(self._query("SELECT current FROM collection")[0][0])

    def datings(self) -> list[DatingRow]:
        """How each document is dated by now, by path, then place in the file."""
        from data.model import Published

        rows = self._query(
            f"SELECT id, path, kind, e.document IS NOT NULL, {_PUBLISHED} FROM document d"
            " LEFT JOIN document_dating e ON e.document = d.key ORDER BY path, place"
        )
        return [
            DatingRow(document_id, path_of(path), kind, Published(*published) if is_dated else None)
            for document_id, path, kind, is_dated, *published in rows
        ]

    def readings(self, only: Collection[str] | None = None) -> Iterator[Reading]:
        """Every document, or these by id, with sentences and mentions, by path, then place in the file."""
        from data.model import Mention, Published, Reading

        # One document at a time and no statement left open, so that the caller may write meanwhile.
        for key in self._keys(only):
            for *columns, published, sentences, mentions in self._query(
                f"SELECT {_DOCUMENT}, r.published, r.sentences, r.mentions FROM document d"
                " JOIN document_text t ON t.document = d.key JOIN document_reading r ON r.document = d.key"
                " WHERE d.key = ?",
                (key,),
            ):
                document = replace(_document(columns), published=Published(*json.loads(published)))
                yield Reading(document, _sentences(sentences), load_all(Mention, unpack_text(mentions)))

    def dated(self, only: Collection[str] | None = None) -> Iterator[DatedDocument]:
        """Every document as it was dated last, or these by id, by path, then place in the file."""
        from data.model import DatedDocument, Expression

        for key in self._keys(only):
            for *columns, sentences, expressions in self._query(
                f"SELECT {_DOCUMENT}, r.sentences, e.expressions FROM document d"
                " JOIN document_text t ON t.document = d.key JOIN document_reading r ON r.document = d.key"
                " JOIN document_dating e ON e.document = d.key WHERE d.key = ?",
                (key,),
            ):
                dated = load_all(Expression, unpack_text(expressions))
                yield DatedDocument(_document(columns), _sentences(sentences), dated)

    def documents(self) -> list[DocumentRow]:
        """The list of documents, by path, then place in the file."""
        from data.model import Published

        return [
            DocumentRow(
                id=document_id, path=path_of(path), line=line, kind=kind, title=title, publisher=publisher,
                published=Published(*published), length=length, passages=passages, language=language,
            )
            for document_id, path, line, kind, title, publisher, language, length, passages, *published
            in self._query(
                "SELECT d.id, d.path, d.line, d.kind, d.title, d.publisher, d.language, d.length,"
                " coalesce(p.count, 0),"
                f" {_PUBLISHED} FROM document d LEFT JOIN"
                " (SELECT document, count(*) AS count FROM passage GROUP BY document) p ON p.document = d.key"
                " ORDER BY d.path, d.place"
            )
        ]  # fmt: skip

    def document(self, document_id: str) -> Document | None:
        """One document, text included."""
        rows = self._query(
            f"SELECT {_DOCUMENT} FROM document d JOIN document_text t ON t.document = d.key WHERE d.id = ?",
            (document_id,),
        )
        return _document(rows[0]) if rows else None

    def replace_dating(self, dated: Iterable[tuple[str, Published, Sequence[Expression]]]) -> None:
        """Set publication dates and expressions of documents (by id); what stays is not written again."""
        with self._transaction() as connection:
            for document_id, published, expressions in dated:
                told = dump_all(expressions)
                before = connection.execute(
                    f"SELECT key, {_PUBLISHED}, expressions FROM document"
                    " LEFT JOIN document_dating ON document = key WHERE id = ?",
                    (document_id,),
                ).fetchone()
                if before is None:
                    continue
                key, *columns, dated_before = before
                now = published_columns(published)
                if tuple(columns) == now and dated_before is not None and unpack_text(dated_before) == told:
                    continue
                connection.execute(
                    "UPDATE document SET published_value = ?, published_start = ?, published_end = ?,"
                    " published_basis = ?, published_evidence = ? WHERE key = ?",
                    (*now, key),
                )
                connection.execute(
                    "INSERT INTO document_dating VALUES (?, ?)"
                    " ON CONFLICT (document) DO UPDATE SET expressions = excluded.expressions",
                    (key, pack_text(told)),
                )
                connection.execute("DELETE FROM document_report WHERE document = ?", (key,))
            connection.execute("UPDATE collection SET current = 0")

    def reported(self, edition: str) -> dict[str, str]:
        """The documents, by id, of which it is kept what they report as the rules of an edition have it.

        Each comes with a stamp, which is another whenever something else is kept, or the text is another.
        """
        rows = self._query(
            "SELECT d.id, d.key, r.stamp FROM document_report r JOIN document d ON d.key = r.document"
            " WHERE r.edition = ?",
            (edition,),
        )
        return {document_id: f"{key} {stamp}" for document_id, key, stamp in rows}

    def unreported(self, edition: str) -> list[str]:
        """The dated documents, by id, of which it is not kept what they report by the rules of an edition."""
        rows = self._query(
            "SELECT d.id FROM document d JOIN document_dating e ON e.document = d.key"
            " LEFT JOIN document_report r ON r.document = d.key AND r.edition = ?"
            " WHERE r.document IS NULL ORDER BY d.path, d.place",
            (edition,),
        )
        return [document_id for (document_id,) in rows]

    def reports(self, document_id: str) -> bytes:
        """What is kept of a document's reports, as it was given."""
        rows = self._query(
            "SELECT reports, text FROM document_report JOIN document_text USING (document)"
            " WHERE document = (SELECT key FROM document WHERE id = ?)",
            (document_id,),
        )
        if not rows:
            raise damaged()
        told, text = rows[0]
        return unpack(told, unpack(text))

    def keep_reports(self, edition: str, reports: Iterable[tuple[str, bytes]]) -> None:
        """Keep what documents (by id) report; it is dropped when a document or its dates change."""
        with self._transaction() as connection:
            for document_id, told in reports:
                row = connection.execute(
                    "SELECT key, text FROM document JOIN document_text ON document = key WHERE id = ?",
                    (document_id,),
                ).fetchone()
                if row is not None:
                    key, text = row
                    stamp, packed = reported_columns(told, unpack(text))
                    connection.execute(
                        "INSERT INTO document_report VALUES (?, ?, ?, ?) ON CONFLICT (document) DO UPDATE"
                        " SET edition = excluded.edition, stamp = excluded.stamp, reports = excluded.reports",
                        (key, edition, stamp, packed),
                    )

    def expressions(self, document_id: str) -> tuple[Expression, ...]:
        """The dated expressions of a document, in the order of the text."""
        from data.model import Expression

        rows = self._query(
            "SELECT expressions FROM document_dating WHERE document ="
            " (SELECT key FROM document WHERE id = ?)",
            (document_id,),
        )
        return load_all(Expression, unpack_text(rows[0][0])) if rows else ()

    def _keys(self, only: Collection[str] | None) -> list[int]:
        """The keys of all documents, or of these by id, by path, then place in the file."""
        if only is None:
            rows = self._query("SELECT key FROM document ORDER BY path, place")
        else:
            rows = self._query(
                f"SELECT key FROM document WHERE {self._among('id', str)} ORDER BY path, place",
                (self._listed(only),),
            )
        return [key for (key,) in rows]

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


def path_of(stored: bytes) -> str:
    """The path of :func:`path_bytes`."""
    return stored.decode("utf-8", "surrogateescape")


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


def _insert(
    connection: Connection,
    location: bytes,
    documents: Sequence[DocumentRows],
    keys: Mapping[tuple[str, str], int],
    edition: str,
) -> None:
    """Put documents in, under their keys if they have one: by id and digest of the text."""
    parts: dict[str, list[tuple[object, ...]]] = {part: [] for part in _PARTS}
    for place, one in enumerate(documents):
        known = keys.get((one.id, one.sha256))
        column, given = ("", ()) if known is None else ("key,", (known,))  # else the engine gives one
        ((key,),) = connection.execute(
            f"INSERT INTO document ({column} id, location, path, place, line, kind, sha256, {_DESCRIBED},"
            f" length, span_start, span_end, {_PUBLISHED})"
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


def _sentences(stored: bytes) -> tuple[Sentence, ...]:
    from data.model import Sentence

    return tuple(Sentence(start, end) for start, end in json.loads(unpack_text(stored)))


def _document(columns: Sequence[Any]) -> Document:
    from data.model import Document, Link, Published

    (
        document_id, path, text, sha256, title, publisher, byline, url, language, kind,
        furniture, pages, links, line, span_start, span_end, *published,
    ) = columns  # fmt: skip
    return Document(
        id=document_id, path=path_of(path), text=unpack_text(text), sha256=sha256, title=title,
        publisher=publisher,
        byline=byline, url=url, language=language, kind=kind, line=line, published=Published(*published),
        span=None if span_start is None else (span_start, span_end),
        furniture=tuple((start, end) for start, end in json.loads(furniture)),
        pages=tuple(json.loads(pages)),
        links=() if links is None else load_all(Link, unpack_text(links)),
    )  # fmt: skip
