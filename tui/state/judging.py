"""What the user says of events, kept in the collection; and taken back again, the last thing first.

Plain Python without Textual. The collection is opened for writing when the first thing is said.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from heapq import merge
from typing import TYPE_CHECKING, TypeAlias

from data.errors import CollectionError, NotKeptError
from data.marks import merging, on_events, on_passages, told
from data.model import Event, Mark, MarkKind, Passage
from data.user import user_name

if TYPE_CHECKING:
    from data.store.protocol import Store

Open: TypeAlias = "Callable[[], Store]"


class Judge:
    """One user's marks on a collection.

    What the collection does not take (another program is writing, it is read-only) raises NotKeptError.

    Args:
        open_for_writing: opens the collection for writing; raises CollectionError.
    """

    def __init__(self, open_for_writing: Open) -> None:
        self._open = open_for_writing
        self._writer: Store | None = None
        self._by = user_name()
        self._done: list[tuple[Mark, ...]] = []
        self._undone: list[tuple[Mark, ...]] = []

    def say(self, kind: MarkKind, events: Sequence[Event], value: str = "") -> Mark:
        """Make a mark on events; raises InputError for a value that the kind does not take."""
        return self._keep([on_events(kind, events, value, by=self._by)])

    def set_tags(self, event: Event, tags: Sequence[str]) -> int:
        """Give an event these tags and take the others off; how many changed."""
        wanted = list(dict.fromkeys(tag.strip() for tag in tags if tag.strip()))
        changes: list[tuple[MarkKind, str]] = [("tag", tag) for tag in wanted if tag not in event.tags]
        changes += [("untag", tag) for tag in event.tags if tag not in wanted]
        if changes:
            self._keep([on_events(kind, [event], tag, by=self._by) for kind, tag in changes])
        return len(changes)

    def merge(self, events: Sequence[Event]) -> Sequence[Mark]:
        """Make several events one, those added by hand among them."""
        marks = merging(events, by=self._by)
        self._keep(marks)
        return marks

    def split(self, passage: Passage) -> Mark:
        """Make a passage an event of its own."""
        return self._keep([on_passages("split", [passage], by=self._by)])

    def join_names(self, names: Sequence[str], *, same: bool) -> Mark:
        """Say that names are of one, who is called by the first, or each of another."""
        kind: MarkKind = "join-names" if same else "part-names"
        return self._keep([on_passages(kind, value=json.dumps(list(names)), by=self._by)])

    def add(self, facts: Mapping[str, object], passages: Sequence[Passage] = ()) -> Mark:
        """Add an event by hand: its title, date (EDTF) and citation; raises InputError for a wrong one."""
        value = json.dumps({name: value for name, value in facts.items() if value})
        return self._keep([on_passages("event", passages, value, by=self._by)])

    def undo(self) -> tuple[Mark, ...]:
        """Take back what was said last by this user, also in an earlier session; nothing if there is none.

        A document that was removed is restored by its command alone, which has the file read again.
        """
        with self._writing() as writer:
            self._catch_up(writer)
            if not self._done:
                return ()
            for mark in reversed(self._done[-1]):
                writer.undo(mark.id, self._by)
        self._undone.append(self._done.pop())
        return self._undone[-1]

    def redo(self) -> tuple[Mark, ...]:
        """Put in force again what was taken back last; nothing if there is none."""
        if not self._undone:
            return ()
        with self._writing() as writer:
            for mark in self._undone[-1]:
                writer.redo(mark.id, self._by)
        self._done.append(self._undone.pop())
        return self._done[-1]

    def remake(self) -> None:
        """Make the events anew, and wait for it."""
        from data.building.remaking import remake

        with self._writing() as writer:
            remake(writer)

    def close(self) -> None:
        """Give the collection back."""
        if self._writer is not None:
            self._writer.close()
            self._writer = None

    def save_view(self, name: str, query: str | None) -> None:
        """Keep a query under a name; None forgets it."""
        with self._writing() as writer:
            writer.save_view(name, query)

    @property
    def by(self) -> str:
        """The name under which marks are made here."""
        return self._by

    @staticmethod
    def words(marks: Sequence[Mark]) -> str:
        """Marks in words, without who and when: "status: verified"."""
        return ", ".join(told(mark).partition(f", by {mark.by}")[0] for mark in marks)

    def _keep(self, marks: Sequence[Mark]) -> Mark:
        with self._writing() as writer:
            for mark in marks:
                writer.mark(mark)
        self._done.append(tuple(marks))
        self._undone.clear()
        return marks[-1]

    @contextmanager
    def _writing(self) -> Iterator[Store]:
        try:
            if self._writer is None:
                self._writer = self._open()
            yield self._writer
        except NotKeptError:
            raise
        except CollectionError as error:
            self.close()  # another file may be there by the next time, or another server
            raise NotKeptError(error.title, error.reason, error.hint) from error

    def _catch_up(self, writer: Store) -> None:
        """Learn of what was said otherwise: in another session, or of a document's date."""
        kept = writer.marks()
        undone = {mark.id for mark in kept if mark.undone}
        # What was taken back in a session beside this one is not to be taken back once more.
        self._done = [marks for marks in self._done if not undone.issuperset(mark.id for mark in marks)]
        known = {mark.id for marks in (*self._done, *self._undone) for mark in marks}
        mine = (mark for mark in kept if mark.by == self._by and not mark.undone)
        others = ((mark,) for mark in mine if mark.id not in known and mark.kind != "remove")
        # What was said here stays in its order, even if a clock was set back meanwhile.
        self._done = list(merge(others, self._done, key=lambda marks: marks[-1].at))
