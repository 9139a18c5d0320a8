"""What moves when the user gives a document its publication date: worked out first, written when asked.

Only the documents whose date changes are dated again: the one that is given a date, and those whose own date
was inferred from it. Events are made anew from all of them, as any passage may now tell of another event.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from data.building.remaking import refresh, renew_events
from data.dating import date_reading, publication_dates
from data.events.report import Report
from data.events.reporting.reports import reports
from data.model import DatedDocument, Document, Published
from data.store.protocol import ReadingStore, Store
from data.words import interval_words, published_words

MoveKind = Literal["published", "expression", "passage"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """One thing that has other days once a document is given its date.

    Attributes:
        kind: "published" a document's publication date, "expression" a passage dated by a time expression,
            "passage" one without an expression of its own, which is dated as the document is.
        document: the document's id.
        title: the document's title, if it has one.
        start_char, end_char: the passage in the document's text; 0 and 0 for a publication date.
        said: the expression as written; empty for the other kinds.
        tells: what the passage tells, in words; for a publication date what it now rests on.
        before, after: first and last day; None for an open or unknown end.
        before_words, after_words: the same days in words ("undated", "8 July 2024").
    """

    kind: MoveKind
    document: str
    title: str | None
    start_char: int
    end_char: int
    said: str
    tells: str
    before: tuple[int | None, int | None]
    after: tuple[int | None, int | None]
    before_words: str
    after_words: str


def moves(store: ReadingStore, document_id: str, edtf: str | None) -> list[Move]:
    """What would move if the document were given this date (EDTF), or with None lost the one it was given.

    Nothing is written. The document itself comes first, then the others by id; in each its publication date,
    then its passages in the order of the text. Raises ValueError if the date is no EDTF date.
    """
    return [move for before, after in _redated(store, document_id, edtf) for move in _moves(before, after)]


def apply(store: Store, document_id: str, edtf: str | None) -> list[Move]:
    """Give the document the date, or with None take it back, and return what moved, as :func:`moves` does."""
    with store.building():
        is_finished = store.is_current()
        changed = _redated(store, document_id, edtf)
        store.give_date(document_id, edtf)
        if is_finished:
            store.replace_dating(
                (after.document.id, after.document.published, after.expressions) for _, after in changed
            )
            renew_events(store)
        else:  # a build was stopped: other documents have no dates yet either
            refresh(store)
    return [move for before, after in changed for move in _moves(before, after)]


def _redated(
    store: ReadingStore, document_id: str, edtf: str | None
) -> list[tuple[DatedDocument, DatedDocument]]:
    """The documents whose publication date or its evidence changes, as they are and as they would be."""
    given = {key: value for key, value in store.given_dates().items() if key != document_id}
    if edtf is not None:
        given[document_id] = edtf
    readings = list(store.readings())
    published = publication_dates(readings, given)
    kept = {one.document.id: one for one in store.dated()}
    changed = [
        (before, date_reading(reading, published[reading.document.id]))
        for reading in readings
        if (before := kept.get(reading.document.id)) is not None
        and before.document.published != published[reading.document.id]
    ]
    return sorted(changed, key=lambda pair: (pair[0].document.id != document_id, pair[0].document.id))


def _moves(before: DatedDocument, after: DatedDocument) -> Iterator[Move]:
    yield from _published(before.document, after.document)
    old, new = reports(before), reports(after)
    old_starts = [report.passage.start_char for report in old]
    new_starts = [report.passage.start_char for report in new]
    # What dates its clauses may divide a sentence otherwise: the finer passages are compared.
    for start in sorted({*old_starts, *new_starts}):
        former = _at(old, old_starts, start)
        present = _at(new, new_starts, start)
        days, moved = _days_of(former), _days_of(present)
        finer = max((one for one in (former, present) if one is not None), key=_begins)
        if days == moved:
            continue
        told = [one.passage.expression for one in (present, former) if one is not None]
        said = next((expression for expression in told if expression is not None), None)
        yield Move(
            kind="passage" if said is None else "expression",
            document=after.document.id,
            title=after.document.title,
            start_char=start,
            end_char=finer.passage.end_char,
            said="" if said is None else said.text,
            tells=finer.title,
            before=days,
            after=moved,
            before_words=interval_words(*days, None if former is None else former.precision),
            after_words=interval_words(*moved, None if present is None else present.precision),
        )


def _at(told: Sequence[Report], starts: Sequence[int], start: int) -> Report | None:
    """The report of the passage in which a character lies, or of the one before it."""
    at = bisect_right(starts, start) - 1
    return told[at] if at >= 0 else None


def _days_of(report: Report | None) -> tuple[int | None, int | None]:
    return (None, None) if report is None else (report.start, report.end)


def _begins(report: Report) -> int:
    return report.passage.start_char


def _published(before: Document, after: Document) -> Iterator[Move]:
    old, new = before.published, after.published
    if (old.start, old.end) != (new.start, new.end):
        yield Move(
            kind="published",
            document=after.id,
            title=after.title,
            start_char=0,
            end_char=0,
            said="",
            tells=new.evidence or "",
            before=_days(old),
            after=_days(new),
            before_words=published_words(old),
            after_words=published_words(new),
        )


def _days(published: Published) -> tuple[int | None, int | None]:
    return published.start, published.end
