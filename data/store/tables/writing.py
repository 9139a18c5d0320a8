"""Writing a timeline into its tables, whole or a stretch of it, inside the caller's transaction."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from data.errors import CollectionError
from data.order import begin_day
from data.store.compact import dump, dump_all, dump_texts
from data.store.connection import Connection, Engine
from data.store.default_view import is_shown
from data.store.tables.ordering import Entry
from data.store.tables.tally import Source, Tally

if TYPE_CHECKING:
    from data.model import Event

LONG = 400
"""Days: an event longer than this, or with an open end, is in the index of long events."""

OF_EVENTS = {"event": "position"} | dict.fromkeys(
    ("event_detail", "event_tag", "event_note", "passage", "event_made"), "event"
)
"""The tables of events, and the column that holds the position."""
OF_TIMELINE = ("month", "facet")
"""The tables of what is summed up over all events."""

_BATCH = 1_000  # events; statements run faster over many rows
_ANY_BUILD = 0  # of what is added by hand: it is never new
_Batch = Sequence[tuple[int, Entry]]


class Searched(NamedTuple):
    """The texts by whose words an event at a position is found; between them no phrase goes on."""

    position: int
    title: str
    passages: Sequence[str]
    who: Sequence[str]
    where: Sequence[str]
    sources: Sequence[str]


class Writing(Engine):
    """Writes events, their sums and their words."""

    @abstractmethod
    def _clear_timeline(self, connection: Connection) -> None:
        """Take all events out, and what hinders their writing."""

    @abstractmethod
    def _complete_timeline(self, connection: Connection) -> None:
        """Put back what hindered the writing of events."""

    @abstractmethod
    def _write_words(self, connection: Connection, texts: Iterable[Searched]) -> None:
        """Let events be found by the words of their texts."""

    @abstractmethod
    def _drop_words(self, connection: Connection, texts: Iterable[Searched]) -> None:
        """Let events no longer be found by the words of texts that they had."""

    def _write_timeline(self, connection: Connection, ordered: Iterable[Entry]) -> None:
        """Put these events, given in the order of the timeline, in the place of all others.

        An event known before keeps the build it arrived in.
        """
        known = dict(connection.execute("SELECT id, build FROM event"))
        (build,) = connection.execute("SELECT build FROM collection").fetchone()
        tally = Tally()
        any_new = False
        self._clear_timeline(connection)
        numbered = enumerate(ordered)
        while batch := list(islice(numbered, _BATCH)):
            sources = self._sources_of(connection, [entry.event for _, entry in batch])
            self._write_rows(connection, batch, sources, known, build + 1)
            self._write_words(connection, _searched(batch, sources))
            for _, entry in batch:
                tally.add(entry.event, sources)
                any_new |= entry.event.id not in known and entry.event.by is None
        tally.write_new(connection)
        self._complete_timeline(connection)
        connection.execute(
            "UPDATE collection SET current = 1, build = build + ?, first_day = ?, last_day = ?",
            (any_new, tally.first, tally.last),
        )

    def _rewrite(
        self, connection: Connection, first: int, before: Sequence[Entry], after: Sequence[Entry]
    ) -> None:
        """Put entries in the place of those that stand from a position on.

        They are as many as before, unless those before are the last of the timeline. The words of
        ``before`` are those of the documents now, or are the same as those of ``after``.
        """
        sources = self._sources_of(connection, [entry.event for entry in (*before, *after)])
        builds = self._builds(connection, before)
        old, new = list(enumerate(before, first)), list(enumerate(after, first))
        for table, column in OF_EVENTS.items():
            connection.execute(
                f"DELETE FROM {table} WHERE {column} >= ? AND {column} < ?", (first, first + len(before))
            )
        self._write_rows(connection, new, sources, builds, _ANY_BUILD)
        if len(old) != len(new) or any(map(_differ, before, after)):
            self._drop_words(connection, _searched(old, sources))
            self._write_words(connection, _searched(new, sources))
        tally = Tally()
        for entry in after:
            tally.add(entry.event, sources)
        lately, since = tally.first, tally.last
        for entry in before:
            tally.add(entry.event, sources, -1)
        tally.write_changes(connection)
        self._write_ends(connection, (lately, since), (tally.first, tally.last))

    def _write_ends(
        self,
        connection: Connection,
        after: tuple[int | None, int | None],
        both: tuple[int | None, int | None],
    ) -> None:
        """The first and the last day: asked of the table only where an event with one may have left it."""
        if after == both:
            (before,) = connection.execute("SELECT first_day, last_day FROM collection")
            firsts, lasts = (
                [day for day in days if day is not None] for days in zip(before, after, strict=True)
            )
            connection.execute(
                "UPDATE collection SET first_day = ?, last_day = ?",
                (min(firsts, default=None), max(lasts, default=None)),
            )
            return
        connection.execute(
            "UPDATE collection SET first_day = (SELECT min(start_day) FROM event),"
            " last_day = (SELECT max(end_day) FROM event)"
        )

    def _builds(self, connection: Connection, entries: Sequence[Entry]) -> dict[str, int]:
        ids = self._listed(entry.event.id for entry in entries)
        return dict(connection.execute(f"SELECT id, build FROM event WHERE {self._among('id', str)}", (ids,)))

    def _write_rows(
        self,
        connection: Connection,
        batch: _Batch,
        sources: Mapping[str, Source],
        known: Mapping[str, int],
        build: int,
    ) -> None:
        """The rows of events at their positions; an event that is not known arrived in ``build``."""
        events = [(position, entry.event) for position, entry in batch]
        self._insert(connection, "event", [
                (
                    position, event.id, event.title, begin_day(event.start, event.end), event.start,
                    event.end,
                    _is_long(event), event.edtf, event.precision, event.basis, event.kind, event.modality,
                    event.importance, event.publishers, len(event.passages), len(event.conflicts),
                    event.verification, _ANY_BUILD if event.by is not None else known.get(event.id, build),
                    event.main, is_shown(event), event.hidden,
                )
                for position, event in events
            ],
        )  # fmt: skip
        self._insert(connection, "event_detail", [
                (
                    position, event.part_of, dump_texts(event.who), dump_texts(event.where),
                    dump_texts(event.reasons), dump_all(event.conflicts), event.by, event.citation,
                )
                for position, event in events
            ],
        )  # fmt: skip
        self._insert(
            connection,
            "event_tag",
            [(position, number, tag) for position, event in events for number, tag in enumerate(event.tags)],
        )
        self._insert(
            connection,
            "event_note",
            [(position, event.note) for position, event in events if event.note is not None],
        )
        self._insert(
            connection,
            "event_made",
            [(position, dump(entry.made)) for position, entry in batch if entry.made is not None],
        )
        self._write_passages(connection, events, sources)

    def _sources_of(self, connection: Connection, events: Iterable[Event]) -> dict[str, Source]:
        """The documents of events by their ids."""
        wanted = {passage.document for event in events for passage in event.passages}
        return {
            document_id: Source(
                key, publisher, (publisher or "", title or "", path.decode("utf-8", "replace"))
            )
            for document_id, key, publisher, title, path in connection.execute(
                f"SELECT id, key, publisher, title, path FROM document WHERE {self._among('id', str)}",
                (self._listed(wanted),),
            )
        }

    def _write_passages(
        self, connection: Connection, events: Iterable[tuple[int, Event]], sources: Mapping[str, Source]
    ) -> None:
        rows = []
        for position, event in events:
            for number, passage in enumerate(event.passages):
                if passage.document not in sources:
                    raise CollectionError(
                        "A passage without its document",
                        passage.document,
                        "Put the document in before its events.",
                    )
                expression = None if passage.expression is None else dump(passage.expression)
                rows.append((
                    position, number, sources[passage.document].key, passage.start_char, passage.end_char,
                    passage.page, passage.line, expression,
                ))  # fmt: skip
        self._insert(connection, "passage", rows)


def same_words(one: Event, other: Event) -> bool:
    """Whether two events are found by the same words."""
    return not _words_differ(one, other)


def _differ(one: Entry, other: Entry) -> bool:
    return _words_differ(one.event, other.event)


def _words_differ(one: Event, other: Event) -> bool:
    return (one.id, one.title, one.who, one.where, one.passages) != (
        other.id, other.title, other.who, other.where, other.passages,
    )  # fmt: skip


def _is_long(event: Event) -> bool:
    if event.start is None or event.end is None:
        return event.start is not event.end
    return event.end - event.start > LONG


def _searched(batch: _Batch, sources: Mapping[str, Source]) -> Iterable[Searched]:
    for position, entry in batch:
        event = entry.event
        told = {sources[passage.document].words: None for passage in event.passages}
        cited = [] if event.citation is None else [event.citation]
        yield Searched(
            position, event.title, [passage.text for passage in event.passages], event.who, event.where,
            [text for texts in told for text in texts] + cited,
        )  # fmt: skip
