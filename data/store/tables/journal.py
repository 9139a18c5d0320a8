"""The journal of marks: what was said, never deleted, and where its passages are now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from data.marks import moved, placed
from data.store.connection import Connection, Engine
from data.store.document_rows import path_bytes, path_of
from data.store.packed import unpack_text

if TYPE_CHECKING:
    from data.model import Event, Mark, MarkedPassage

_MARK = "m.id, m.at, m.by, m.kind, m.value, m.undone, m.turned_at, m.turned_by"


class Kept(NamedTuple):
    """A mark as it was made, and where its passages are now."""

    mark: Mark
    places: tuple[MarkedPassage | None, ...]

    @property
    def here(self) -> Mark:
        """The mark on the passages that are present, where they are now."""
        return moved(self.mark, self.places)


class Journal(Engine):
    """Keeps marks, and finds their passages again."""

    # keeping

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

    # placing

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

    # reading

    def _kept(self, condition: str = "", parameters: Sequence[object] = ()) -> list[Kept]:
        from data.model import Mark, MarkedPassage

        rows = self._query(f"SELECT {_MARK} FROM mark m {condition} ORDER BY m.at, m.id", parameters)
        passages: dict[str, list[tuple[MarkedPassage, MarkedPassage | None]]] = {row[0]: [] for row in rows}
        for mark_id, document, start, end, text, path, place, place_start, place_end in self._query(
            "SELECT mark, document, start_char, end_char, text, path, place, place_start, place_end"
            f" FROM mark_passage WHERE mark IN (SELECT m.id FROM mark m {condition}) ORDER BY mark, number",
            parameters,
        ):
            passage = MarkedPassage(
                document=document, start_char=start, end_char=end, text=text, path=path_of(path)
            )
            here = None
            if place is not None:
                here = replace(passage, document=place, start_char=place_start, end_char=place_end)
            passages[mark_id].append((passage, here))
        return [
            Kept(
                Mark(
                    id=mark_id, at=at, by=by, kind=kind, value=value, undone=bool(undone),
                    turned_at=turned_at, turned_by=turned_by,
                    passages=tuple(passage for passage, _ in passages[mark_id]),
                ),
                tuple(here for _, here in passages[mark_id]),
            )
            for mark_id, at, by, kind, value, undone, turned_at, turned_by in rows
        ]  # fmt: skip

    def _kept_like(self, marks: Sequence[Mark]) -> list[Kept]:
        """The marks kept of the same ids, or made on the same documents."""
        ids = self._listed(mark.id for mark in marks)
        documents = self._listed({passage.document for mark in marks for passage in mark.passages})
        return self._kept(
            f"WHERE {self._among('m.id', str)} OR m.id IN (SELECT mark FROM mark_passage"
            f" WHERE {self._among('document', str)})",
            (ids, documents),
        )

    def _kept_near(self, event: Event) -> list[Kept]:
        """The marks that are on an event or near it: those placed in its documents."""
        places = self._listed([event.id, *{passage.document for passage in event.passages}])
        return self._kept(
            f"WHERE m.id IN (SELECT mark FROM mark_passage WHERE {self._among('place', str)})", (places,)
        )


def _place_columns(place: MarkedPassage | None) -> tuple[object, ...]:
    return (None, None, None) if place is None else (place.document, place.start_char, place.end_char)
