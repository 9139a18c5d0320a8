"""The journal of marks: what was said, never deleted, and where its passages are now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from data.store.document_columns import path_of
from data.store.tables.events import EventTables

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
        from data.marks import moved

        return moved(self.mark, self.places)


class Journal(EventTables):
    """Tells what the user said, and where it is."""

    def marks(self, event_id: str | None = None) -> list[Mark]:
        """All marks, or those on one event, in the order in which they were made."""
        with self._state():
            if event_id is None:
                return [kept.mark for kept in self._kept()]
            event = self.event(event_id)
            if event is None:
                return []
            return [kept.mark for kept in self._kept_near(event) if _is_on(kept, event)]

    def waiting(self) -> list[Mark]:
        """Marks in force that are on nothing that is present."""
        with self._state():
            return [kept.mark for kept in self._kept() if not kept.mark.undone and self._waits(kept.here)]

    def wishes(self) -> list[Mark]:
        """Merges, splits and names in force, on the passages as they are now."""
        from data.marks import KINDS

        with self._state():
            return [
                kept.here for kept in self._kept() if KINDS[kept.mark.kind].remakes and not kept.mark.undone
            ]

    def given_dates(self) -> dict[str, str]:
        """Publication dates the user has set, EDTF, by document id; they survive rebuilding."""
        given: dict[str, str] = {}
        for kept in self._kept("WHERE m.kind = 'published' AND m.undone = 0"):
            given[kept.mark.passages[0].document] = kept.mark.value
        return {document: value for document, value in given.items() if value}

    def left_out(self) -> set[str]:
        """The ids of the documents that the user has removed."""
        kept = self._kept("WHERE m.kind = 'remove' AND m.undone = 0")
        return {one.mark.passages[0].document for one in kept}

    def _event_of(self, mark: Mark) -> int | None:
        """The position of the event that a mark, as placed, is on."""
        from data.marks.placing import middle

        if not mark.passages:
            return None
        first = mark.passages[0]
        if not first.text:
            rows = self._query("SELECT position FROM event WHERE id = ?", (first.document,))
        else:
            rows = self._query(
                "SELECT min(p.event) FROM passage p JOIN event_detail d ON d.event = p.event"
                " WHERE p.document = (SELECT key FROM document WHERE id = ?)"
                " AND p.start_char <= ? AND p.end_char > ? AND d.author IS NULL",
                (first.document, middle(first), middle(first)),
            )
        return None if not rows or rows[0][0] is None else int(rows[0][0])

    def _waits(self, mark: Mark) -> bool:
        match mark.kind:
            case "join-names" | "part-names" | "event" | "remove":
                return False
            case "published":
                return not self._query("SELECT 1 FROM document WHERE id = ?", (mark.passages[0].document,))
            case "merge":
                return mark.value.count(",") == 0
        return self._event_of(mark) is None

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

    def _kept_near(self, event: Event) -> list[Kept]:
        """The marks that are on an event or near it: those placed in its documents."""
        places = self._listed([event.id, *{passage.document for passage in event.passages}])
        return self._kept(
            f"WHERE m.id IN (SELECT mark FROM mark_passage WHERE {self._among('place', str)})", (places,)
        )


def _is_on(kept: Kept, event: Event) -> bool:
    """Whether a mark is on an event, or merges or splits it."""
    from data.marks import KINDS, Effects, holds

    if not KINDS[kept.mark.kind].remakes:
        return bool(Effects([kept.here]).on(event))
    return any(
        holds(passage, place) for place in kept.places if place is not None for passage in event.passages
    )
