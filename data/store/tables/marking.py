"""The user's marks: kept in a journal, applied to the events, placed again in every build."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from data.marks import KINDS, Effects, check, marked, on_document, said_after, turned, united
from data.marks.making import now
from data.marks.turning import contested
from data.store.connection import Connection
from data.store.lists import TakenMarks
from data.store.tables.changes import Changing
from data.store.tables.journal import Kept
from data.store.tables.mark_places import MarkPlaces
from data.store.tables.ordering import Entry, InOrder, entry_order

if TYPE_CHECKING:
    from data.model import Event, Mark
    from data.store.tables.event_rows import RowsOfEvents


class MarkTables(MarkPlaces, Changing):
    """The part of a collection that the user said."""

    def mark(self, mark: Mark) -> None:
        """Keep a mark and apply it; one of an id that is known changes nothing.

        It is told to be later than all that was said of the same before.
        """
        self._take([mark], said_now=True)

    def undo(self, mark_id: str, by: str) -> bool:
        """Take a mark back; False if there is none of that id in force."""
        return self._turn(mark_id, by, undone=False)

    def redo(self, mark_id: str, by: str) -> bool:
        """Put a mark in force again; False if there is none of that id taken back."""
        return self._turn(mark_id, by, undone=True)

    def take_marks(self, marks: Iterable[Mark]) -> TakenMarks:
        """Unite marks of another copy with ours and apply them."""
        return self._take(marks)

    def give_date(self, document_id: str, edtf: str | None) -> None:
        """Set, or with None withdraw, the user's publication date for a document: a mark like any other."""
        self.mark(on_document("published", document_id, edtf or ""))

    def replace_events(
        self, events: Iterable[Event], *, arriving: bool = True, as_rows: RowsOfEvents | None = None
    ) -> None:
        """Put these events in the place of all that the parser made before, and apply the marks."""
        with self._state():
            kept = self._placed_again()
            (is_empty,) = self._query("SELECT NOT EXISTS (SELECT 1 FROM event)")[0]
        entries = _entries(events, kept)
        if is_empty and as_rows is not None and not kept:
            self._put_in_place(kept, partial(self._fill_with, as_rows=as_rows, arriving=arriving))
        elif is_empty:
            # They are written while they are made: there is nothing yet that anybody would want to mark.
            self._put_in_place(kept, partial(self._fill, entries=entries, arriving=arriving))
        else:
            # Takes all events before the collection is locked.
            with closing(InOrder(entries)) as ordered:
                self._put_in_place(kept, partial(self._rewrite, ordered=ordered, arriving=arriving))
        self._tidy()

    def _put_in_place(self, kept: Sequence[Kept], write: Callable[[Connection], None]) -> None:
        """Write all events in a transaction of their own, with the marks as they are kept."""
        with self.transaction() as connection:
            self._hold_timeline(connection)
            self._keep_places(connection, kept)
            write(connection)
            self._make_ready(connection)
            connection.execute("DELETE FROM document_former")
            connection.execute("UPDATE collection SET current = 1")
            self._catch_up(connection, kept)

    def change_events(self, gone: Collection[str], come: Iterable[Event], *, arriving: bool = True) -> None:
        """Take events out by their ids and put others in, in the place of those of their ids."""
        coming = list(come)
        with self.transaction() as connection:
            self._hold_timeline(connection)
            self._exchange(connection, gone, coming, arriving=arriving)
            self._make_ready(connection)
            _follow(connection)
            connection.execute("DELETE FROM document_former")
            connection.execute("UPDATE collection SET current = 1")

    def _exchange(
        self,
        connection: Connection,
        gone: Collection[str],
        come: Collection[Event],
        *,
        arriving: bool = True,
        former: bool = False,
    ) -> None:
        """Take events out and put others in, with their marks, where the documents have changed.

        What else a mark leaves or comes to, because the passage that it was on is not there any more or is
        there again, is written as well.
        """
        before = {kept.mark.id: kept for kept in self._kept()}
        kept = self._placed_again()
        self._keep_places(connection, kept)
        coming = {event.id: event for event in come}
        for one in kept:
            if one.places != before[one.mark.id].places and not KINDS[one.mark.kind].remakes:
                for mark in (before[one.mark.id].here, one.here):
                    place = self._event_of(mark)
                    if place is not None:
                        (entry,) = self._entries([place])
                        if entry.event.by is None and entry.event.id not in gone:
                            coming.setdefault(entry.event.id, entry.original)
        entries = sorted(_entries(coming.values(), kept), key=entry_order)
        self._change(connection, {*gone} - coming.keys(), entries, arriving=arriving, former=former)
        self._catch_up(connection, kept)

    def _telling(self, documents: Collection[str]) -> Iterator[Event]:
        """The events that have a passage in one of some documents, as these tell them."""
        rows = self._query(
            "SELECT DISTINCT event FROM passage WHERE document IN"
            f" (SELECT key FROM document_former WHERE {self._among('id', str)}) ORDER BY event",
            (self._listed(documents),),
        )
        for entry in self._entries([position for (position,) in rows]):
            if entry.event.by is None:
                yield entry.original

    # keeping

    def _take(self, marks: Iterable[Mark], *, said_now: bool = False) -> TakenMarks:
        taken = list(marks)
        new: list[Mark] = []
        turns: list[Mark] = []
        known = 0
        with self._marking() as connection:
            kept = self._kept_like(taken)
            before = [one.mark for one in kept]
            like = [*before, *(one.here for one in kept)]
            ours = {mark.id: mark for mark in before}
            for mark in taken:
                check(mark)
                own = ours.get(mark.id)
                if own is None:
                    new.append(said_after(mark, like) if said_now else mark)
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
        return TakenMarks(len(new), len(turns), known, tuple(contested(before, new)))

    def _turn(self, mark_id: str, by: str, *, undone: bool) -> bool:
        with self._marking() as connection:
            for kept in self._kept("WHERE m.id = ? AND m.undone = ?", (mark_id, undone)):
                mark = turned(kept.mark, by, now())
                self._write_turn(connection, mark)
                self._settle(connection, [mark])
                return True
        return False

    # applying

    def _settle(self, connection: Connection, marks: Iterable[Mark]) -> None:
        """Bring the events that marks are on up to date with all their marks."""
        gone: set[str] = set()
        come: dict[str, Entry] = {}
        places: set[int] = set()
        settled = list(marks)
        ids = self._listed(mark.id for mark in settled)
        placed = {one.mark.id: one for one in self._kept(f"WHERE {self._among('m.id', str)}", (ids,))}
        for mark in settled:
            if mark.kind == "published":
                connection.execute("UPDATE collection SET current = 0")
            if KINDS[mark.kind].remakes:
                continue
            kept = placed[mark.id]
            place = self._event_of(kept.here)
            if mark.kind == "event":
                rows = self._query("SELECT position FROM event WHERE id = ?", (mark.id,))
                if mark.undone and rows:
                    gone.add(mark.id)
                elif not mark.undone and not rows:
                    (made,) = Effects([kept.here]).added
                    come[mark.id] = self._with_marks(made)
            elif place is not None and place not in places:
                places.add(place)  # many marks are on one event, and all of them are applied at once
                (entry,) = self._entries([place])
                come[entry.event.id] = self._with_marks(entry.original)
        entries = sorted((entry for entry in come.values() if entry.event.id not in gone), key=entry_order)
        self._change(connection, gone, entries, former=True)

    def _catch_up(self, connection: Connection, known: Iterable[Kept]) -> None:
        """Apply what was marked while the events were being put in order."""
        self._hold_marks(connection)
        before = {one.mark for one in known}
        self._settle(connection, [kept.mark for kept in self._kept() if kept.mark not in before])

    def _with_marks(self, made: Event) -> Entry:
        effects = Effects(kept.here for kept in self._kept_near(made) if not kept.mark.undone)
        event = marked(made, effects.on(made))
        return Entry(event, None if event == made else made)


def _entries(events: Iterable[Event], kept: Iterable[Kept]) -> Iterator[Entry]:
    effects = Effects(one.here for one in kept if not one.mark.undone)
    for event, made in effects.applied(events):
        yield Entry(event, None if event is made else made)


def _follow(connection: Connection) -> None:
    """Let the passages of events that stay be of the documents that were read again under the same ids."""
    now = "FROM document_former f JOIN document d ON d.id = f.id"
    connection.execute(
        f"UPDATE passage SET document = (SELECT d.key {now} WHERE f.key = passage.document)"
        f" WHERE document IN (SELECT f.key {now})"
    )
