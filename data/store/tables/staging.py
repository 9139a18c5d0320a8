"""What is worked out of a document comes to be kept: its dates, and what it reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from data.store.compact import dump_all
from data.store.connection import Engine
from data.store.document_columns import PUBLISHED
from data.store.document_rows import published_columns, reported_columns
from data.store.packed import pack_text, unpack, unpack_text

if TYPE_CHECKING:
    from data.model import Expression, Published


class Staging(Engine):
    """Keeps what was worked out of each document of a collection."""

    def replace_dating(self, dated: Iterable[tuple[str, Published, Sequence[Expression]]]) -> None:
        """Set publication dates and expressions of documents (by id); what stays is not written again."""
        with self.transaction() as connection:
            for document_id, published, expressions in dated:
                told = dump_all(expressions)
                before = connection.execute(
                    f"SELECT key, {PUBLISHED}, expressions FROM document"
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

    def keep_reports(self, edition: str, reports: Iterable[tuple[str, bytes]]) -> None:
        """Keep what documents (by id) report; it is dropped when a document or its dates change."""
        with self.transaction() as connection:
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
