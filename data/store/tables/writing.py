"""Writing a timeline into its tables, whole or a stretch of it, inside the caller's transaction."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import count, islice
from typing import TYPE_CHECKING

from data.store.connection import Connection, Engine
from data.store.tables.event_rows import (
    ANY_BUILD,
    LONG,
    Batch,
    EventRows,
    Searched,
    rows_of,
    searched,
)
from data.store.tables.ordering import Entry
from data.store.tables.selections import STEP
from data.store.tables.tally import Source, Tally

if TYPE_CHECKING:
    from data.model import Event

OF_EVENTS = {"event": "position"} | dict.fromkeys(
    ("event_detail", "event_tag", "event_note", "passage", "event_made"), "event"
)
"""The tables of events, and the column that holds the position."""
OF_TIMELINE = ("month", "coarse", "facet")
"""The tables of what is summed up over all events."""

BATCH = 1_000
"""Events written together; statements run faster over many rows."""


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

    @abstractmethod
    def _make_ready(self, connection: Connection) -> None:
        """Make what is kept ready of many events, after a building has changed them."""

    @abstractmethod
    def _texts_at(self, connection: Connection, positions: Sequence[int]) -> Iterable[Searched]:
        """The texts by whose words the events at positions, given in order, are found."""

    def _arrival(self, connection: Connection, *, arriving: bool) -> int:
        """The build in which events that are not known arrive."""
        (build,) = connection.execute("SELECT build FROM collection").fetchone()
        return int(build) + 1 if arriving else ANY_BUILD

    def _write_timeline(self, connection: Connection, ordered: Iterable[Entry], *, arriving: bool) -> None:
        """Put these events, given in the order of the timeline, in the place of all others.

        An event known before keeps the build it arrived in.
        """
        known = dict(connection.execute("SELECT id, build FROM event"))
        build = self._arrival(connection, arriving=arriving)
        tally = Tally()
        any_new = False

        def rows() -> Iterator[EventRows]:
            nonlocal any_new
            numbered = zip(count(STEP, STEP), ordered)
            while batch := list(islice(numbered, BATCH)):
                sources = self._sources_of(connection, [entry.event for _, entry in batch])
                yield rows_of(batch, sources, known, build)
                for position, entry in batch:
                    tally.put(entry.event, position, sources)
                    any_new |= arriving and entry.event.id not in known and entry.event.by is None

        self._write_all(connection, rows(), tally)
        connection.execute("UPDATE collection SET build = build + ?", (any_new,))

    def _write_all(self, connection: Connection, rows: Iterable[EventRows], tally: Tally) -> None:
        """Put the events of these rows in the place of all others.

        Args:
            connection: within the caller's transaction.
            rows: of events in the order of the timeline.
            tally: the sums over all of them, once the last rows have come.
        """
        self._clear_timeline(connection)
        for some in rows:
            self._write_rows(connection, some)
        tally.write_new(connection)
        self._complete_timeline(connection)
        days = (tally.first, tally.last)
        connection.execute("UPDATE collection SET first_day = ?, last_day = ?", days)
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
        batch: Batch,
        sources: Mapping[str, Source],
        known: Mapping[str, int],
        build: int,
    ) -> None:
        """Write events at positions that are free; one that is not known arrived in ``build``."""
        self._write_rows(connection, rows_of(batch, sources, known, build))

    def _write_rows(self, connection: Connection, rows: EventRows) -> None:
        for table, those in rows.tables.items():
            self._insert(connection, table, those)
        self._write_words(connection, [Searched(*told) for told in rows.texts])

    def _take_out(self, connection: Connection, batch: Batch, sources: Mapping[str, Source]) -> None:
        """Take events out that stand at their positions and are found by the words of these sources."""
        positions = self._listed(position for position, _ in batch)
        self._drop_words(connection, self._searched(connection, batch, sources))
        for table, column in OF_EVENTS.items():
            connection.execute(f"DELETE FROM {table} WHERE {self._among(column)}", (positions,))

    def _searched(
        self, connection: Connection, batch: Batch, sources: Mapping[str, Source]
    ) -> Iterable[Searched]:
        """The texts of events that stand at their positions."""
        positions = self._listed(position for position, _ in batch)
        doubtful = connection.execute(
            f"SELECT event FROM passage WHERE {self._among('event')} AND doubtful = 1", (positions,)
        )
        return searched(batch, sources, {event for (event,) in doubtful})

    def _sources_of(
        self, connection: Connection, events: Iterable[Event], *, former: bool = False
    ) -> dict[str, Source]:
        """The documents of events by their ids: as they are, or ``former``, as the events know them."""
        documents = {passage.document for event in events for passage in event.passages}
        return self._sources(connection, documents, former=former)

    def _sources(
        self, connection: Connection, documents: Iterable[str], *, former: bool = False
    ) -> dict[str, Source]:
        """The same of documents by their ids."""
        listed = (self._listed(documents),)
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
