"""Writing a timeline into its tables, whole or a stretch of it, inside the caller's transaction."""

from __future__ import annotations

import marshal
from abc import abstractmethod
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import count, islice
from typing import TYPE_CHECKING, NamedTuple

from data.errors import CollectionError
from data.order import begin_day
from data.store.arranging import Span
from data.store.compact import dump, dump_all, dump_texts, values_in
from data.store.connection import Connection, Engine
from data.store.default_view import is_shown
from data.store.packed import EXPRESSION, pack_text
from data.store.sorts import sorts_of
from data.store.tables.ordering import Entry
from data.store.tables.selections import STEP
from data.store.tables.tally import Source, Tally, month_of, said_of

if TYPE_CHECKING:
    from data.model import Event

LONG = 400
"""Days: an event longer than this, or with an open end, is in the index of long events."""

OF_EVENTS = {"event": "position"} | dict.fromkeys(
    ("event_detail", "event_tag", "event_note", "passage", "event_made"), "event"
)
"""The tables of events, and the column that holds the position."""
OF_TIMELINE = ("month", "coarse", "facet")
"""The tables of what is summed up over all events."""

BATCH = 1_000
"""Events written together; statements run faster over many rows."""

_ANY_BUILD = 0  # of what comes of the user's own doing: it is never new
_Batch = Sequence[tuple[int, Entry]]


class Searched(NamedTuple):
    """The texts by whose words an event at a position is found, and its sorts.

    Between texts no phrase goes on.
    """

    position: int
    title: str
    passages: Sequence[str]
    who: Sequence[str]
    where: Sequence[str]
    sources: Sequence[str]
    sorts: Sequence[str]


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

    def _arrival(self, connection: Connection, *, arriving: bool) -> int:
        """The build in which events that are not known arrive."""
        (build,) = connection.execute("SELECT build FROM collection").fetchone()
        return int(build) + 1 if arriving else _ANY_BUILD

    def _write_timeline(self, connection: Connection, ordered: Iterable[Entry], *, arriving: bool) -> None:
        """Put these events, given in the order of the timeline, in the place of all others.

        An event known before keeps the build it arrived in.
        """
        known = dict(connection.execute("SELECT id, build FROM event"))
        build = self._arrival(connection, arriving=arriving)
        tally = Tally()
        firsts: dict[int, int] = {}
        lasts: dict[tuple[int, Span], int] = {}
        any_new = False
        self._clear_timeline(connection)
        numbered = zip(count(STEP, STEP), ordered)
        while batch := list(islice(numbered, BATCH)):
            sources = self._sources_of(connection, [entry.event for _, entry in batch])
            self._write_batch(connection, batch, sources, known, build)
            for position, entry in batch:
                tally.add(entry.event, sources)
                firsts.setdefault(month_of(entry.event), position)
                lasts.update(dict.fromkeys(said_of(entry.event), position))
                any_new |= arriving and entry.event.id not in known and entry.event.by is None
        tally.write_new(connection, firsts, lasts)
        self._complete_timeline(connection)
        connection.execute(
            "UPDATE collection SET build = build + ?, first_day = ?, last_day = ?",
            (any_new, tally.first, tally.last),
        )
        self._note_written(connection)

    def _write_ends(self, connection: Connection, tally: Tally, left: Collection[int | None]) -> None:
        """The first and the last day; asked of the events only where one that has left may have been it."""
        (ends,) = connection.execute("SELECT first_day, last_day FROM collection")
        first, last = ends
        if first in left:
            (first,) = connection.execute(
                "SELECT (SELECT start_day FROM event WHERE begin_day IS NOT NULL AND start_day IS NOT NULL"
                " ORDER BY begin_day LIMIT 1)"
            ).fetchone()
        if last in left:
            (last,) = connection.execute(
                "SELECT max(end_day) FROM (SELECT end_day FROM event WHERE long = 1 UNION ALL"
                " SELECT end_day FROM event WHERE begin_day >= (SELECT begin_day FROM event"
                " WHERE begin_day IS NOT NULL AND end_day IS NOT NULL ORDER BY begin_day DESC LIMIT 1) - ?"
                ") ended",
                (LONG,),
            ).fetchone()
        firsts = [day for day in (first, tally.first) if day is not None]
        lasts = [day for day in (last, tally.last) if day is not None]
        connection.execute(
            "UPDATE collection SET first_day = ?, last_day = ?",
            (min(firsts, default=None), max(lasts, default=None)),
        )

    def _write_batch(
        self,
        connection: Connection,
        batch: _Batch,
        sources: Mapping[str, Source],
        known: Mapping[str, int],
        build: int,
    ) -> None:
        """Write events at positions that are free; one that is not known arrived in ``build``."""
        events = [(position, entry.event) for position, entry in batch]
        self._insert(connection, "event", [
                (
                    position, event.id, event.title, begin_day(event.start, event.end), event.start,
                    event.end,
                    _is_long(event), event.edtf, event.precision, event.basis, event.kind, event.modality,
                    event.importance, event.publishers, len(event.passages), len(event.conflicts),
                    event.verification, _ANY_BUILD if event.by is not None else known.get(event.id, build),
                    event.main, is_shown(event), event.hidden, digest(entry, sources), event.clock,
                )
                for position, entry in batch for event in (entry.event,)
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
        doubtful = self._write_passages(connection, events, sources)
        self._write_words(connection, _searched(batch, sources, doubtful))

    def _take_out(self, connection: Connection, batch: _Batch, sources: Mapping[str, Source]) -> None:
        """Take events out that stand at their positions and are found by the words of these sources."""
        positions = self._listed(position for position, _ in batch)
        doubtful = connection.execute(
            f"SELECT event FROM passage WHERE {self._among('event')} AND doubtful = 1", (positions,)
        )
        self._drop_words(connection, _searched(batch, sources, {event for (event,) in doubtful}))
        for table, column in OF_EVENTS.items():
            connection.execute(f"DELETE FROM {table} WHERE {self._among(column)}", (positions,))

    def _sources_of(
        self, connection: Connection, events: Iterable[Event], *, former: bool = False
    ) -> dict[str, Source]:
        """The documents of events by their ids: as they are, or ``former``, as the events know them."""
        listed = (self._listed({passage.document for event in events for passage in event.passages}),)
        statement = f"SELECT id, key, publisher, title, path FROM {{}} WHERE {self._among('id', str)}"
        rows = connection.execute(statement.format("document"), listed).fetchall()
        if former:
            rows += connection.execute(statement.format("document_former"), listed)
        return {
            document_id: Source(
                key, publisher, (publisher or "", title or "", path.decode("utf-8", "replace"))
            )
            for document_id, key, publisher, title, path in rows
        }

    def _write_passages(
        self, connection: Connection, events: Iterable[tuple[int, Event]], sources: Mapping[str, Source]
    ) -> set[int]:
        """Write the passages of events; the positions of those of which a date can be read otherwise."""
        rows = []
        doubtful: set[int] = set()
        for position, event in events:
            for number, passage in enumerate(event.passages):
                if passage.document not in sources:
                    raise CollectionError(
                        "A passage without its document",
                        passage.document,
                        "Put the document in before its events.",
                    )
                said = passage.expression
                expression = None if said is None else pack_text(dump(said), EXPRESSION)
                is_doubtful = said is not None and bool(said.readings)
                if is_doubtful:
                    doubtful.add(position)
                rows.append((
                    position, number, sources[passage.document].key, passage.start_char, passage.end_char,
                    passage.page, passage.line, expression, is_doubtful,
                    passage.clock,
                ))  # fmt: skip
        self._insert(connection, "passage", rows)
        return doubtful


def digest(entry: Entry, sources: Mapping[str, Source]) -> int:
    """A number that changes with whatever is written of an event."""
    from hashlib import blake2b

    documents = dict.fromkeys([passage.document for passage in entry.event.passages])
    cited = [sources[document] for document in documents if document in sources]
    written = values_in(tuple(entry)), [(one.key, one.publisher, one.words) for one in cited]
    # The second version of the format writes equal values alike, wherever they come from.
    hashed = blake2b(marshal.dumps(written, 2), digest_size=8).digest()
    return int.from_bytes(hashed, "big", signed=True)


def _is_long(event: Event) -> bool:
    if event.start is None or event.end is None:
        return event.start is not event.end
    return event.end - event.start > LONG


def _searched(batch: _Batch, sources: Mapping[str, Source], doubtful: Collection[int]) -> Iterable[Searched]:
    for position, entry in batch:
        event = entry.event
        told = {sources[passage.document].words: None for passage in event.passages}
        texts = dict.fromkeys(text for words in told for text in words)  # copies share a title, files a path
        cited = [] if event.citation is None else [event.citation]
        yield Searched(
            position, event.title, [passage.text for passage in event.passages], event.who, event.where,
            [*texts, *cited], [*sorts_of(event, doubtful=position in doubtful)],
        )  # fmt: skip
