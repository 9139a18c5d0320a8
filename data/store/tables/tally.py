"""What is summed up over events: by month, by what is said of years, by facet; the first and last day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from data import days
from data.order import COARSENESS, begin_day
from data.store.arranging import Span
from data.store.connection import Connection
from data.store.default_view import is_shown
from data.store.tables.selections import UNDATED

if TYPE_CHECKING:
    from data.model import Event


class Source(NamedTuple):
    """A document as its events need it: its key, its publisher, and the texts by whose words it is found."""

    key: int
    publisher: str | None
    words: tuple[str, ...]


_SPANS: tuple[Span, ...] = ("month", "year", "decade")
COARSER = {span: COARSENESS[COARSENESS.index(span) + 1 :] for span in _SPANS}
"""By span the precisions that are coarser."""


def month_of(event: Event) -> int:
    """The first day of the month in which an event begins."""
    begins = begin_day(event.start, event.end)
    return UNDATED if begins is None else _month_of(begins)


@lru_cache(maxsize=65_536)
def _month_of(day: int) -> int:
    year, month, _ = days.civil(day)
    return days.ordinal(year, month)


def is_new_year(day: int) -> bool:
    """Whether a day is a 1 January."""
    return days.civil(day)[1:] == (1, 1)


def said_of(event: Event) -> tuple[tuple[int, Span], ...]:
    """The 1 January on which an event begins, with each span than which it is said more coarsely."""
    if event.precision not in COARSER["month"]:
        return ()
    begins = begin_day(event.start, event.end)
    if begins is None or not is_new_year(begins):
        return ()
    return tuple((begins, span) for span, coarser in COARSER.items() if event.precision in coarser)


def _five() -> list[int]:
    return [0, 0, 0, 0, 0]


def _three() -> list[int]:
    return [0, 0, 0]


def _two() -> list[int]:
    return [0, 0]


_MONTH = "?, ?, ?, ?, ?, ?, ?"


@dataclass(slots=True)
class Tally:
    """Sums over events, added and taken away.

    Attributes:
        months: by first day the numbers of events, of those in conflict, of both in the default view, and of
            hidden events, which count among none of the others.
        coarse: by 1 January and span the numbers of events that begin then and are said more coarsely, of
            those in the default view, and of hidden ones.
        facets: by field and value the numbers of events and of those in the default view, none hidden.
        first, last: the first and the last day of all.
        firsts: by first day of a month the position of its first event.
        lasts: by 1 January and span the position of the last event that is counted there.
    """

    months: dict[int, list[int]] = field(default_factory=lambda: defaultdict(_five))
    coarse: dict[tuple[int, Span], list[int]] = field(default_factory=lambda: defaultdict(_three))
    facets: dict[tuple[str, str], list[int]] = field(default_factory=lambda: defaultdict(_two))
    first: int | None = None
    last: int | None = None
    firsts: dict[int, int] = field(default_factory=dict)
    lasts: dict[tuple[int, Span], int] = field(default_factory=dict)

    def put(self, event: Event, position: int, sources: Mapping[str, Source]) -> None:
        """Count an event of a new timeline, which stands behind those before."""
        self.add(event, sources)
        self.firsts.setdefault(month_of(event), position)
        self.lasts.update(dict.fromkeys(said_of(event), position))

    def add(self, event: Event, sources: Mapping[str, Source], sign: int = 1) -> None:
        """Count an event, or with a sign of -1 take it away; the first and last day only grow."""
        if event.start is not None and (self.first is None or event.start < self.first):
            self.first = event.start
        if event.end is not None and (self.last is None or event.end > self.last):
            self.last = event.end
        counts = self.months[month_of(event)]
        coarse = [self.coarse[said] for said in said_of(event)]
        if event.hidden:
            for numbers in (counts, *coarse):
                numbers[-1] += sign
            return
        shown = sign * is_shown(event)
        for numbers in coarse:
            numbers[0] += sign
            numbers[1] += shown
        counts[0] += sign
        counts[2] += shown
        if event.conflicts:
            counts[1] += sign
            counts[3] += shown
        for value in facet_values(event, sources):
            both = self.facets[value]
            both[0] += sign
            both[1] += shown

    def plain(self) -> tuple[Any, ...]:
        """The sums in plain values."""
        sums = (dict(self.months), dict(self.coarse), dict(self.facets))
        return *sums, self.first, self.last, self.firsts, self.lasts

    def unite(self, plain: tuple[Any, ...]) -> None:
        """Add the sums of the events that stand behind these, as :meth:`plain` gives them."""
        months, coarse, facets, first, last, firsts, lasts = plain
        for mine, others in ((self.months, months), (self.coarse, coarse), (self.facets, facets)):
            for key, numbers in others.items():
                known = mine[key]
                for at, number in enumerate(numbers):
                    known[at] += number
        self.first = min((one for one in (self.first, first) if one is not None), default=None)
        self.last = max((one for one in (self.last, last) if one is not None), default=None)
        self.firsts = firsts | self.firsts
        self.lasts |= lasts

    def move(self, event: Event) -> None:
        """Note that an event of a month has another position."""
        self.months[month_of(event)][0] += 0
        for said in said_of(event):
            self.coarse[said][0] += 0

    def write_new(self, connection: Connection) -> None:
        """Write the counts of a whole timeline into empty tables.

        With each month its first position is kept, and the last of what is said more coarsely.
        """
        connection.executemany(
            f"INSERT INTO month VALUES ({_MONTH})",
            [(start, self.firsts[start], *counts) for start, counts in self.months.items()],
        )
        connection.executemany(
            "INSERT INTO coarse VALUES (?, ?, ?, ?, ?, ?)",
            [(*said, self.lasts[said], *counts) for said, counts in self.coarse.items()],
        )
        connection.executemany(
            "INSERT INTO facet VALUES (?, ?, ?, ?)",
            [(*value, *counts) for value, counts in self.facets.items()],
        )

    def write_changes(self, connection: Connection) -> None:
        """Add the counts to those in the tables, where the events stand already."""
        for start, added in self.months.items():
            before = connection.execute(
                "SELECT count, conflicts, shown, shown_conflicts, hidden FROM month WHERE start_day = ?",
                (start,),
            ).fetchone()
            now = [one + other for one, other in zip(before or _five(), added, strict=True)]
            connection.execute("DELETE FROM month WHERE start_day = ?", (start,))
            if any(now):
                row = (start, _first_position(connection, start), *now)
                connection.execute(f"INSERT INTO month VALUES ({_MONTH})", row)
        for (start, span), added in self.coarse.items():
            before = connection.execute(
                "SELECT count, shown, hidden FROM coarse WHERE start_day = ? AND span = ?", (start, span)
            ).fetchone()
            now = [one + other for one, other in zip(before or _three(), added, strict=True)]
            connection.execute("DELETE FROM coarse WHERE start_day = ? AND span = ?", (start, span))
            if any(now):
                row = (start, span, _last_coarse(connection, start, span), *now)
                connection.execute("INSERT INTO coarse VALUES (?, ?, ?, ?, ?, ?)", row)
        changed = [(*value, *counts) for value, counts in self.facets.items() if any(counts)]
        connection.executemany(
            "INSERT INTO facet VALUES (?, ?, ?, ?) ON CONFLICT (field, value) DO UPDATE"
            " SET count = facet.count + excluded.count, shown = facet.shown + excluded.shown",
            changed,
        )
        connection.executemany(
            "DELETE FROM facet WHERE field = ? AND value = ? AND count = 0", [row[:2] for row in changed]
        )


def facet_values(event: Event, sources: Mapping[str, Source]) -> Iterator[tuple[str, str]]:
    """The facets of an event: field and value, each once."""
    for name in dict.fromkeys(event.who):
        yield "who", name
    for name in dict.fromkeys(event.where):
        yield "where", name
    told = dict.fromkeys(passage.document for passage in event.passages)
    for document in told:
        yield "document", document
    for publisher in dict.fromkeys(sources[document].publisher for document in told):
        if publisher is not None:
            yield "publisher", publisher
    yield "modality", event.modality
    if event.verification is not None:
        yield "verification", event.verification
    for tag in dict.fromkeys(event.tags):
        yield "tag", tag


def _first_position(connection: Connection, start: int) -> int:
    """The position of the first event of a month that has events."""
    statement = "SELECT min(position) FROM event WHERE begin_day IS NULL"
    parameters: tuple[int, ...] = ()
    if start != UNDATED:
        statement = (
            "SELECT min(position) FROM event"
            " WHERE begin_day = (SELECT min(begin_day) FROM event WHERE begin_day >= ?)"
        )
        parameters = (start,)
    return int(connection.execute(statement, parameters).fetchone()[0])


def _last_coarse(connection: Connection, start: int, span: Span) -> int:
    """The position of the last event that begins on a day and is said more coarsely than a span."""
    coarser = ", ".join(f"'{precision}'" for precision in COARSER[span])
    statement = f"SELECT max(position) FROM event WHERE begin_day = ? AND precision IN ({coarser})"
    return int(connection.execute(statement, (start,)).fetchone()[0])
