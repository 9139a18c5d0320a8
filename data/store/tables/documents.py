"""The lists of files and documents, and each document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.store.connection import Engine
from data.store.document_columns import DOCUMENT, PUBLISHED, document_of, path_of

if TYPE_CHECKING:
    from data.model import Document
    from data.store.lists import DocumentRow, FileRecord


class DocumentTables(Engine):
    """The files and documents of a collection."""

    def files(self) -> dict[str, FileRecord]:
        """All files by location."""
        from data.model import Trouble
        from data.store.compact import load_all
        from data.store.lists import FileRecord

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

    def documents(self) -> list[DocumentRow]:
        """The list of documents, by path, then place in the file."""
        from data.model import Published
        from data.store.lists import DocumentRow

        return [
            DocumentRow(
                id=document_id, path=path_of(path), line=line, kind=kind, title=title, publisher=publisher,
                byline=byline, published=Published(*published), length=length, passages=passages,
                language=language,
            )
            for document_id, path, line, kind, title, publisher, byline, language, length, passages,
            *published in self._query(
                "SELECT d.id, d.path, d.line, d.kind, d.title, d.publisher, d.byline, d.language, d.length,"
                " coalesce(p.count, 0),"
                f" {PUBLISHED} FROM document d LEFT JOIN"
                " (SELECT document, count(*) AS count FROM passage GROUP BY document) p ON p.document = d.key"
                " ORDER BY d.path, d.place"
            )
        ]  # fmt: skip

    def document(self, document_id: str) -> Document | None:
        """One document, text included."""
        rows = self._query(
            f"SELECT {DOCUMENT} FROM document d JOIN document_text t ON t.document = d.key WHERE d.id = ?",
            (document_id,),
        )
        return document_of(rows[0]) if rows else None
