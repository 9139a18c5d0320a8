"""The timeline: its lines, its events with their passages, and counts by month."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING, Any, Literal

from data import days
from data.store.packed import EXPRESSION, unpack_text
from data.store.records import EventRow, PeriodCount, Selection, Totals
from data.store.tables.selections import LAST, UNDATED, Selecting

if TYPE_CHECKING:
    from data.model import Conflict, Event, Passage

_ROW = (
    "e.position, e.id, e.title, e.start_day, e.end_day, e.edtf, e.precision, e.basis, e.kind, e.modality,"
    " e.importance, e.publishers, e.passages, e.conflicts, e.verification, e.clock, e.main, e.hidden,"
    " e.build > 1 AND e.build = (SELECT build FROM collection)"
)
_FLAGS = 3  # the last columns, which say yes or no
_CHUNK = 500  # whole events fetched at a time
_PRESENT = ("d.id", "JOIN document d ON d.key = p.document")
_FORMER = (
    "coalesce(f.id, d.id)",
    "LEFT JOIN document d ON d.key = p.document LEFT JOIN document_former f ON f.key = p.document",
)
_KEY_IN = {"document_former": "key", "document_text": "document"}
_TEXTS_KEPT = 64  # documents whose text is held while whole events are read


class EventTables(Selecting):
    """The part of a collection that was made of what was read."""

    def totals(self) -> Totals:
        """Size of the collection."""
        rows = self._query(
            "SELECT documents, (SELECT coalesce(sum(count), 0) FROM month), first_day, last_day"
            " FROM collection"
        )
        return Totals(*rows[0])

    def count(self, selection: Selection, most: int | None = None) -> int:
        """How many events a selection has; of more than ``most`` one more."""
        with self._selecting():
            if most is not None:
                found = (
                    self._size(selection) if selection.is_plain else len(self._positions(selection, most + 1))
                )
                return min(found, most + 1)
            return self._size(selection)

    def rows(self, selection: Selection, first: int, count: int) -> list[EventRow]:
        """Lines ``first`` to ``first + count - 1`` of a selection, in the order of the timeline."""
        with self._selecting():
            if selection.is_plain:
                return self._rows(*self._stretch(selection, first, count))
            positions = self._positions(selection, first + count)[first : first + count]
            return self._rows(self._among("e.position"), (self._listed(positions),))

    def main_lines(self, selection: Selection, first: int, count: int, wanted: int) -> list[int]:
        """The numbers of the ``wanted`` most important of ``count`` lines of a selection from ``first``."""
        best = "ORDER BY e.importance DESC, e.publishers DESC, e.position LIMIT ?"
        with self._selecting():
            if selection.is_plain:
                condition, parameters = self._stretch(selection, first, count)
            else:
                positions = self._positions(selection, first + count)
                listed = self._listed(positions[first : first + count])
                condition, parameters = self._among("e.position"), (listed,)
            rows = self._query(
                f"SELECT e.position FROM event e WHERE {condition} {best}", (*parameters, wanted)
            )
            return [self._size(selection, position) for (position,) in rows]

    def rank(self, selection: Selection, day: int) -> int:
        """The number of the selection's events that begin before a day: where that day's line is."""
        with self._selecting():
            return self._size(selection, self.begins(day))

    def periods(self, selection: Selection, unit: Literal["month", "year"]) -> list[PeriodCount]:
        """Counts of dated events by the period in which they begin, in order; empty periods are left out."""
        with self._selecting():
            plan = self._plan()
            counted: Iterable[tuple[int, int, int]]
            if selection.is_plain:
                counted = zip(plan.starts, *plan.counts[selection.shown], strict=True)
            else:
                counted = self._months(selection)
        counts = [PeriodCount(*month) for month in counted if month[1] and month[0] != UNDATED]
        return counts if unit == "month" else _years(counts)

    def event(self, event_id: str) -> Event | None:
        """One event with its passages and conflicts."""
        with self._state():
            rows = self._query("SELECT position FROM event WHERE id = ?", (event_id,))
            return next(self._whole([rows[0][0]], Texts(self)), None) if rows else None

    def events(self, selection: Selection, most: int | None = None) -> Iterator[Event]:
        """Whole events of a selection, in the order of the timeline, all of one committed state."""
        # Read through a connection of its own: this one stays free for whatever is done with the events.
        with self._reader() as reader, reader._selecting():
            texts = Texts(reader)
            first, end = 0, LAST if most is None else most
            # Found as far as they are asked for: whoever reads the first lines waits for no others.
            while listed := reader._positions(selection, min(first + _CHUNK, end))[first:end][:_CHUNK]:
                yield from reader._whole(listed, texts)
                first += len(listed)

    def events_of(self, document_id: str) -> list[EventRow]:
        """Events that have a passage in a document, in the order of the timeline."""
        return self._rows(
            "e.hidden = 0 AND e.position IN (SELECT event FROM passage WHERE document ="
            " (SELECT key FROM document WHERE id = ?))",
            (document_id,),
        )

    def _rows(self, condition: str, parameters: Sequence[object]) -> list[EventRow]:
        statement = f"SELECT {_ROW} FROM event e WHERE {condition} ORDER BY e.position"
        return [
            EventRow(*row[:-_FLAGS], *map(bool, row[-_FLAGS:])) for row in self._query(statement, parameters)
        ]

    def _stretch(self, selection: Selection, first: int, count: int) -> tuple[str, tuple[object, ...]]:
        """The condition on lines of everything, or of the default view, and its parameters."""
        left_out = "e.shown = 1" if selection.shown else "e.hidden = 0"
        begin, end = (self._line(selection, number) for number in (first, first + count))
        return f"e.position >= ? AND e.position < ? AND {left_out}", (begin, end)

    def _whole(self, positions: Sequence[int], texts: Texts, *, dated: bool = True) -> Iterator[Event]:
        """The events at positions, given in order; unless ``dated`` without what dates their passages."""
        listed = (self._listed(positions),)
        said = "p.expression" if dated else "NULL"
        details = {
            event: columns
            for event, *columns in self._query(
                "SELECT event, part_of, who, place, reasons, d.conflicts, author, citation, note"
                f" FROM event_detail d LEFT JOIN event_note n USING (event) WHERE {self._among('event')}",
                listed,
            )
        }
        tags: dict[int, list[str]] = defaultdict(list)
        for event, tag in self._query(
            f"SELECT event, tag FROM event_tag WHERE {self._among('event')} ORDER BY event, number", listed
        ):
            tags[event].append(tag)
        passages = {
            event: {number: _passage(columns, texts) for _, number, *columns in group}
            for event, group in groupby(
                self._query(
                    f"SELECT p.event, p.number, p.document, {texts.document}, p.start_char, p.end_char,"
                    f" p.page, p.line, {said}, p.clock FROM passage p {texts.joined}"
                    f" WHERE {self._among('p.event')} ORDER BY p.event, p.number",
                    listed,
                ),
                key=lambda row: row[0],
            )
        }
        import json

        from data.model import Conflict, Event
        from data.store.compact import load_all

        for row in self._rows(self._among("e.position"), listed):
            part_of, who, where, reasons, conflicts, by, citation, note = details[row.position]
            present = passages.get(row.position, {})
            yield Event(
                id=row.id, title=row.title, start=row.start, end=row.end, edtf=row.edtf,
                precision=row.precision, basis=row.basis, kind=row.kind, modality=row.modality,
                importance=row.importance, publishers=row.publishers, verification=row.verification,
                main=row.main, hidden=row.hidden, by=by, citation=citation, clock=row.clock,
                part_of=part_of, who=tuple(json.loads(who)), where=tuple(json.loads(where)),
                reasons=tuple(json.loads(reasons)), note=note, tags=tuple(tags[row.position]),
                passages=tuple(present.values()),
                conflicts=_still(load_all(Conflict, conflicts), list(present)),
            )  # fmt: skip


def without_documents(event: Event, gone: frozenset[str]) -> Event | None:
    """What is left of an event when documents are gone; None if nothing."""
    numbers = [n for n, passage in enumerate(event.passages) if passage.document not in gone]
    if not numbers or len(numbers) == len(event.passages):
        return event if numbers else None
    passages = tuple(event.passages[number] for number in numbers)
    return replace(event, passages=passages, conflicts=_still(event.conflicts, numbers))


class Texts:
    """Texts of documents, the last few kept.

    They are those that there are; with ``former`` those that the events know, though some have changed since.

    Attributes:
        document: the column with the id of a passage's document.
        joined: what joins documents to passages (alias ``p``).
    """

    def __init__(self, reader: Selecting, *, former: bool = False) -> None:
        self._reader = reader
        self._kept: OrderedDict[int, str] = OrderedDict()
        self.document, self.joined = _FORMER if former else _PRESENT
        self._tables = ("document_former", "document_text") if former else ("document_text",)

    def of(self, document: int) -> str:
        """The text of a document by its key."""
        if document not in self._kept:
            rows: list[Any] = []
            for table in self._tables:
                rows = rows or self._reader._query(
                    f"SELECT text FROM {table} WHERE {_KEY_IN[table]} = ?", (document,)
                )
            self._kept[document] = unpack_text(rows[0][0])
            if len(self._kept) > _TEXTS_KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(document)
        return self._kept[document]


def _passage(columns: Sequence[Any], texts: Texts) -> Passage:
    from data.model import Expression, Passage
    from data.store.compact import load

    key, document, start_char, end_char, page, line, expression, clock = columns
    return Passage(
        document=document, start_char=start_char, end_char=end_char, page=page, line=line,
        text=texts.of(key)[start_char:end_char],
        expression=None if expression is None else load(Expression, unpack_text(expression, EXPRESSION)),
        clock=clock,
    )  # fmt: skip


def _still(conflicts: Sequence[Conflict], numbers: Sequence[int]) -> tuple[Conflict, ...]:
    """Conflicts among the passages that are left, by their former numbers."""
    from data.model import Claim, Conflict

    places = {number: place for place, number in enumerate(numbers)}
    left = []
    for conflict in conflicts:
        claims = [
            Claim(claim.value, tuple(places[number] for number in claim.passages if number in places))
            for claim in conflict.claims
        ]
        claims = [claim for claim in claims if claim.passages]
        if len(claims) > 1:
            left.append(Conflict(conflict.about, conflict.severity, tuple(claims)))
    return tuple(left)


def _years(months: Sequence[PeriodCount]) -> list[PeriodCount]:
    years: dict[int, list[int]] = {}
    for month in months:
        counts = years.setdefault(days.ordinal(days.civil(month.start).year), [0, 0])
        counts[0] += month.events
        counts[1] += month.conflicts
    return [PeriodCount(start, *counts) for start, counts in years.items()]
