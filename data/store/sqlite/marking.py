"""The user's marks in SQLite: kept in a journal, applied to the events, placed again in every build."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from data.marks import KINDS, Effects, check, holds, marked, moved, on_document, placed, turned, united
from data.marks.making import now
from data.marks.placing import middle
from data.marks.turning import contest
from data.model import Event, Mark, MarkedPassage
from data.store.protocol import TakenMarks
from data.store.sqlite.changes import Changing
from data.store.sqlite.documents import path_bytes, path_of
from data.store.sqlite.ordering import Entry, in_order
from data.store.sqlite.writing import write_timeline

_MARK = "m.id, m.at, m.by, m.kind, m.value, m.undone, m.turned_at, m.turned_by"


@dataclass(frozen=True, slots=True)
class _Kept:
    """A mark as it was made, and where its passages are now."""

    mark: Mark
    places: tuple[MarkedPassage | None, ...]

    @property
    def here(self) -> Mark:
        """The mark on the passages that are present, where they are now."""
        return moved(self.mark, self.places)


class MarkTables(Changing):
    """The part of a collection that the user said."""

    def mark(self, mark: Mark) -> None:
        """Keep a mark and apply it; one of an id that is known changes nothing."""
        self._take([mark])

    def undo(self, mark_id: str, by: str) -> bool:
        """Take a mark back; False if there is none of that id in force."""
        return self._turn(mark_id, by, undone=False)

    def redo(self, mark_id: str, by: str) -> bool:
        """Put a mark in force again; False if there is none of that id taken back."""
        return self._turn(mark_id, by, undone=True)

    def take_marks(self, marks: Iterable[Mark]) -> TakenMarks:
        """Unite marks of another copy with ours and apply them."""
        return self._take(marks)

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

    def give_date(self, document_id: str, edtf: str | None) -> None:
        """Set, or with None withdraw, the user's publication date for a document: a mark like any other."""
        self.mark(on_document("published", document_id, edtf or ""))

    def replace_events(self, events: Iterable[Event]) -> None:
        """Put these events in the place of all that the parser made before, and apply the marks."""
        with self._state():
            kept = self._placed_again()
        ordered = _entries(events, kept)  # takes all events before the collection is locked
        with self._transaction() as connection:
            self._keep_places(connection, kept)
            write_timeline(connection, ordered)
            self._catch_up(connection, kept)
        self._query("PRAGMA wal_checkpoint(PASSIVE)")  # never waits for a reader

    def _rewrite_timeline(self, connection: sqlite3.Connection, events: Iterable[Event]) -> None:
        """Write events as documents tell them, with the marks, inside the caller's transaction."""
        kept = self._placed_again()
        self._keep_places(connection, kept)
        write_timeline(connection, _entries(events, kept))

    # keeping

    def _take(self, marks: Iterable[Mark]) -> TakenMarks:
        taken = list(marks)
        new: list[Mark] = []
        turns: list[Mark] = []
        known = 0
        contested: list[tuple[Mark, Mark]] = []
        with self._durably(), self._transaction() as connection:
            ours = {kept.mark.id: kept.mark for kept in self._kept_like(taken)}
            for mark in taken:
                check(mark)
                own = ours.get(mark.id)
                if own is None:
                    rival = contest(ours, mark)
                    if rival is not None:
                        contested.append((rival, mark))
                    new.append(mark)
                elif united(own, mark) != own:
                    turns.append(united(own, mark))
                else:
                    known += 1
                    continue
                ours[mark.id] = mark
            self._insert_marks(connection, new)
            for mark in turns:
                self._write_turn(connection, mark)
            self._settle(connection, [*new, *turns])
        return TakenMarks(len(new), len(turns), known, tuple(contested))

    def _turn(self, mark_id: str, by: str, *, undone: bool) -> bool:
        with self._durably(), self._transaction() as connection:
            for kept in self._kept("WHERE m.id = ? AND m.undone = ?", (mark_id, undone)):
                mark = turned(kept.mark, by, now())
                self._write_turn(connection, mark)
                self._settle(connection, [mark])
                return True
        return False

    def _write_turn(self, connection: sqlite3.Connection, mark: Mark) -> None:
        connection.execute(
            "UPDATE mark SET undone = ?, turned_at = ?, turned_by = ? WHERE id = ?",
            (mark.undone, mark.turned_at, mark.turned_by, mark.id),
        )

    def _insert_marks(self, connection: sqlite3.Connection, marks: Sequence[Mark]) -> None:
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

    # placing

    def _placed_again(self) -> list[_Kept]:
        """All marks, their passages looked for in the documents as they are now."""
        texts: dict[str, str | None] = {}
        return [_Kept(kept.mark, tuple(self._places(kept.mark, texts))) for kept in self._kept()]

    def _places(self, mark: Mark, texts: dict[str, str | None]) -> list[MarkedPassage | None]:
        def text_of(document_id: str) -> str | None:
            if document_id not in texts:
                rows = self._query(
                    "SELECT text FROM document_text WHERE document = (SELECT key FROM document WHERE id = ?)",
                    (document_id,),
                )
                texts[document_id] = rows[0][0] if rows else None
            return texts[document_id]

        def documents_at(path: str) -> list[str]:
            return [
                row for (row,) in self._query("SELECT id FROM document WHERE path = ?", (path_bytes(path),))
            ]

        return placed(mark, text_of, documents_at)

    def _keep_places(self, connection: sqlite3.Connection, kept: Iterable[_Kept]) -> None:
        connection.executemany(
            "UPDATE mark_passage SET place = ?, place_start = ?, place_end = ? WHERE mark = ? AND number = ?",
            [
                (*_place_columns(place), one.mark.id, number)
                for one in kept
                for number, place in enumerate(one.places)
            ],
        )

    # applying

    def _settle(self, connection: sqlite3.Connection, marks: Iterable[Mark]) -> None:
        """Bring the events that marks are on up to date with all their marks."""
        changed: dict[int, Entry | None] = {}
        added: list[Entry] = []
        for mark in marks:
            if mark.kind == "published":
                connection.execute("UPDATE collection SET current = 0")
            if KINDS[mark.kind].remakes:
                continue
            kept = self._kept("WHERE m.id = ?", (mark.id,))[0]
            place = self._event_of(kept.here)
            if mark.kind == "event":
                rows = self._query("SELECT position FROM event WHERE id = ?", (mark.id,))
                if mark.undone and rows:
                    changed[rows[0][0]] = None
                elif not mark.undone and not rows:
                    (made,) = Effects([kept.here]).added
                    added.append(self._with_marks(made))
            elif place is not None:
                changed[place] = self._with_marks(self._entry(place).original)
        self._change(connection, changed, added)

    def _catch_up(self, connection: sqlite3.Connection, known: Iterable[_Kept]) -> None:
        """Apply what was marked while the events were being put in order."""
        before = {one.mark for one in known}
        self._settle(connection, [kept.mark for kept in self._kept() if kept.mark not in before])

    def _with_marks(self, made: Event) -> Entry:
        effects = Effects(kept.here for kept in self._kept_near(made) if not kept.mark.undone)
        event = marked(made, effects.on(made))
        return Entry(event, None if event == made else made)

    def _event_of(self, mark: Mark) -> int | None:
        """The position of the event that a mark, as placed, is on."""
        if not mark.passages:
            return None
        first = mark.passages[0]
        if not first.text:
            rows = self._query("SELECT position FROM event WHERE id = ?", (first.document,))
        else:
            rows = self._query(
                "SELECT min(p.event) FROM passage p JOIN event_detail d ON d.event = p.event"
                " WHERE p.document = (SELECT key FROM document WHERE id = ?1)"
                " AND p.start_char <= ?2 AND p.end_char > ?2 AND d.author IS NULL",
                (first.document, middle(first)),
            )
        return None if not rows or rows[0][0] is None else int(rows[0][0])

    def _waits(self, mark: Mark) -> bool:
        match mark.kind:
            case "join-names" | "part-names" | "event":
                return False
            case "published":
                return not self._query("SELECT 1 FROM document WHERE id = ?", (mark.passages[0].document,))
            case "merge":
                return mark.value.count(",") == 0
        return self._event_of(mark) is None

    # reading

    def _kept(self, condition: str = "", parameters: Sequence[object] = ()) -> list[_Kept]:
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
            _Kept(
                Mark(
                    id=mark_id, at=at, by=by, kind=kind, value=value, undone=bool(undone),
                    turned_at=turned_at, turned_by=turned_by,
                    passages=tuple(passage for passage, _ in passages[mark_id]),
                ),
                tuple(here for _, here in passages[mark_id]),
            )
            for mark_id, at, by, kind, value, undone, turned_at, turned_by in rows
        ]  # fmt: skip

    def _kept_like(self, marks: Sequence[Mark]) -> list[_Kept]:
        """The marks kept of the same ids, or made on the same documents."""
        ids = json.dumps([mark.id for mark in marks])
        documents = json.dumps([*{passage.document for mark in marks for passage in mark.passages}])
        return self._kept(
            "WHERE m.id IN (SELECT value FROM json_each(?1)) OR m.id IN (SELECT mark FROM mark_passage"
            " WHERE document IN (SELECT value FROM json_each(?2)))",
            (ids, documents),
        )

    def _kept_near(self, event: Event) -> list[_Kept]:
        """The marks that are on an event or near it: those placed in its documents."""
        places = json.dumps([event.id, *{passage.document for passage in event.passages}])
        return self._kept(
            "WHERE m.id IN (SELECT mark FROM mark_passage WHERE place IN (SELECT value FROM json_each(?)))",
            (places,),
        )


def _entries(events: Iterable[Event], kept: Iterable[_Kept]) -> Iterable[Entry]:
    effects = Effects(one.here for one in kept if not one.mark.undone)
    return in_order(Entry(event, None if event is made else made) for event, made in effects.applied(events))


def _is_on(kept: _Kept, event: Event) -> bool:
    """Whether a mark is on an event, or merges or splits it."""
    if not KINDS[kept.mark.kind].remakes:
        return bool(Effects([kept.here]).on(event))
    return any(
        holds(passage, place) for place in kept.places if place is not None for passage in event.passages
    )


def _place_columns(place: MarkedPassage | None) -> tuple[object, ...]:
    return (None, None, None) if place is None else (place.document, place.start_char, place.end_char)
