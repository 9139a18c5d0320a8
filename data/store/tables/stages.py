"""What each stage keeps of a document: as it was read, as it was dated, what it reports."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from data.store.connection import Engine
from data.store.document_columns import DOCUMENT, PUBLISHED, document_of, path_of, sentences_of
from data.store.packed import damaged, unpack, unpack_text

if TYPE_CHECKING:
    from data.model import DatedDocument, Document, Expression, Reading
    from data.store.lists import DatingRow


class StageTables(Engine):
    """What was worked out of each document of a collection, stage by stage."""

    def is_current(self) -> bool:
        """Whether the events were made from the documents as they are now: no file or date came since."""
        return bool(self._query("SELECT current FROM collection")[0][0])

    def datings(self) -> list[DatingRow]:
        """How each document is dated by now, by path, then place in the file."""
        from data.model import Published
        from data.store.lists import DatingRow

        rows = self._query(
            f"SELECT id, path, kind, e.document IS NOT NULL, {PUBLISHED} FROM document d"
            " LEFT JOIN document_dating e ON e.document = d.key ORDER BY path, place"
        )
        return [
            DatingRow(document_id, path_of(path), kind, Published(*published) if is_dated else None)
            for document_id, path, kind, is_dated, *published in rows
        ]

    def readings(self, only: Collection[str] | None = None) -> Iterator[Reading]:
        """Every document, or these by id, with sentences and mentions, by path, then place in the file."""
        import json

        from data.model import Mention, Published, Reading
        from data.store.compact import load_all

        # One document at a time and no statement left open, so that the caller may write meanwhile.
        for key in self._keys(only):
            for *columns, published, sentences, mentions in self._query(
                f"SELECT {DOCUMENT}, r.published, r.sentences, r.mentions FROM document d"
                " JOIN document_text t ON t.document = d.key JOIN document_reading r ON r.document = d.key"
                " WHERE d.key = ?",
                (key,),
            ):
                document = replace(document_of(columns), published=Published(*json.loads(published)))
                yield Reading(document, sentences_of(sentences), load_all(Mention, unpack_text(mentions)))

    def whole_documents(self, only: Collection[str] | None = None) -> Iterator[Document]:
        """Every document, or these by id, text included, by path, then place in the file."""
        for key in self._keys(only):
            for columns in self._query(
                f"SELECT {DOCUMENT} FROM document d JOIN document_text t ON t.document = d.key"
                " WHERE d.key = ?",
                (key,),
            ):
                yield document_of(columns)

    def dated(self, only: Collection[str] | None = None) -> Iterator[DatedDocument]:
        """Every document as it was dated last, or these by id, by path, then place in the file."""
        from data.model import DatedDocument, Expression
        from data.store.compact import load_all

        for key in self._keys(only):
            for *columns, sentences, expressions in self._query(
                f"SELECT {DOCUMENT}, r.sentences, e.expressions FROM document d"
                " JOIN document_text t ON t.document = d.key JOIN document_reading r ON r.document = d.key"
                " JOIN document_dating e ON e.document = d.key WHERE d.key = ?",
                (key,),
            ):
                dated = load_all(Expression, unpack_text(expressions))
                yield DatedDocument(document_of(columns), sentences_of(sentences), dated)

    def reported(self, edition: str, only: Collection[str] | None = None) -> dict[str, str]:
        """The documents, or of these, by id, of which it is kept what they report by the rules of an edition.

        Each comes with a stamp, which is another whenever something else is kept, or the text is another.
        """
        among, listed = (
            ("", ()) if only is None else (f" AND {self._among('d.id', str)}", (self._listed(only),))
        )
        rows = self._query(
            "SELECT d.id, d.key, r.stamp FROM document_report r JOIN document d ON d.key = r.document"
            f" WHERE r.edition = ?{among}",
            (edition, *listed),
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
        """What is kept of a document's reports, as it was given; CollectionError if nothing is."""
        rows = self._query(
            "SELECT reports, text FROM document_report JOIN document_text USING (document)"
            " WHERE document = (SELECT key FROM document WHERE id = ?)",
            (document_id,),
        )
        if not rows:
            raise damaged()
        told, text = rows[0]
        return unpack(told, unpack(text))

    def expressions(self, document_id: str) -> tuple[Expression, ...]:
        """The dated expressions of a document, in the order of the text."""
        from data.model import Expression
        from data.store.compact import load_all

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
