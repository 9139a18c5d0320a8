"""Marks kept in the journal, and their passages found again."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from data.marks import placed
from data.store.connection import Connection
from data.store.document_columns import path_bytes, path_of
from data.store.packed import unpack_text
from data.store.tables.journal import Journal, Kept

if TYPE_CHECKING:
    from data.model import Mark, MarkedPassage


class MarkPlaces(Journal):
    """Keeps marks, and finds their passages again."""

    def _insert_marks(self, connection: Connection, marks: Sequence[Mark]) -> None:
        connection.executemany(
            "INSERT INTO mark VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    mark.id, mark.at, mark.by, mark.kind, mark.value, mark.undone, mark.turned_at,
                    mark.turned_by,
                )
                for mark in marks
            ],
        )  # fmt: skip
        texts: dict[str, str | None] = {}
        for mark in marks:
            whole = replace(mark, passages=tuple(map(self._with_path, mark.passages)))
            rows = []
            for number, (passage, place) in enumerate(
                zip(whole.passages, self._places(whole, texts), strict=True)
            ):
                rows.append((
                    mark.id, number, passage.document, passage.start_char, passage.end_char, passage.text,
                    path_bytes(passage.path), *_place_columns(place),
                ))  # fmt: skip
            connection.executemany("INSERT INTO mark_passage VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)

    def _with_path(self, passage: MarkedPassage) -> MarkedPassage:
        if passage.path or not passage.text:
            return passage
        rows = self._query("SELECT path FROM document WHERE id = ?", (passage.document,))
        return replace(passage, path=path_of(rows[0][0])) if rows else passage

    def _write_turn(self, connection: Connection, mark: Mark) -> None:
        connection.execute(
            "UPDATE mark SET undone = ?, turned_at = ?, turned_by = ? WHERE id = ?",
            (mark.undone, mark.turned_at, mark.turned_by, mark.id),
        )

    def _placed_again(self) -> list[Kept]:
        """All marks, their passages looked for in the documents as they are now."""
        texts: dict[str, str | None] = {}
        return [Kept(kept.mark, tuple(self._places(kept.mark, texts))) for kept in self._kept()]

    def _places(self, mark: Mark, texts: dict[str, str | None]) -> list[MarkedPassage | None]:
        def text_of(document_id: str) -> str | None:
            if document_id not in texts:
                rows = self._query(
                    "SELECT text FROM document_text WHERE document = (SELECT key FROM document WHERE id = ?)",
                    (document_id,),
                )
                texts[document_id] = unpack_text(rows[0][0]) if rows else None
            return texts[document_id]

        def documents_at(path: str) -> list[str]:
            return [
                row for (row,) in self._query("SELECT id FROM document WHERE path = ?", (path_bytes(path),))
            ]

        return placed(mark, text_of, documents_at)

    def _keep_places(self, connection: Connection, kept: Iterable[Kept]) -> None:
        connection.executemany(
            "UPDATE mark_passage SET place = ?, place_start = ?, place_end = ? WHERE mark = ? AND number = ?",
            [
                (*_place_columns(place), one.mark.id, number)
                for one in kept
                for number, place in enumerate(one.places)
            ],
        )

    def _kept_like(self, marks: Sequence[Mark]) -> list[Kept]:
        """The marks kept of the same ids, or on the same documents; for marks on none those on names."""
        ids = self._listed(mark.id for mark in marks)
        documents = self._listed({passage.document for mark in marks for passage in mark.passages})
        of_names = (
            "" if all(mark.passages for mark in marks) else " OR m.kind IN ('join-names', 'part-names')"
        )
        return self._kept(
            f"WHERE {self._among('m.id', str)} OR m.id IN (SELECT mark FROM mark_passage"
            f" WHERE {self._among('document', str)} OR {self._among('place', str)}){of_names}",
            (ids, documents, documents),
        )


def _place_columns(place: MarkedPassage | None) -> tuple[object, ...]:
    return (None, None, None) if place is None else (place.document, place.start_char, place.end_char)
