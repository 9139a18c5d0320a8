"""What a collection keeps and answers, whatever engine holds it.

A store keeps files, documents with their sentences and mentions, and the events made of them.
Events have a *position*, 0 for the earliest: their place in :func:`data.order.timeline_order`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from data.model import (
    DatedDocument,
    Document,
    Event,
    EventBasis,
    EventKind,
    Expression,
    Modality,
    Precision,
    Published,
    Reading,
    Trouble,
    Verification,
)

FileState = Literal["read", "failed", "missing", "folder"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRecord:
    """A file of a collection as it was when it was read.

    Attributes:
        path: as the user named it; ``-`` for standard input.
        location: its absolute path, by which it is known however it is named; ``-`` for standard input.
        size: bytes.
        modified: modification time in nanoseconds since 1970.
        sha256: hexadecimal digest of the bytes.
        state: "read", "failed" (nothing of it is in), "missing" (read once, vanished since), or "folder"
            (no file: its troubles tell what was left out of it).
        settings: what the user gave for reading it (publication date, language), for comparison.
        troubles: what was wrong, whether or not the rest could be read.
    """

    path: str
    location: str
    size: int
    modified: int
    sha256: str
    state: FileState = "read"
    settings: str = ""
    troubles: tuple[Trouble, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """A line of the list of documents; ``length`` counts characters, ``passages`` those in events."""

    id: str
    path: str
    line: int | None
    kind: str
    title: str | None
    publisher: str | None
    published: Published
    length: int
    passages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """A line of the timeline, without its passages.

    ``is_new`` says that the last build which brought events brought it, unless that was the first build.
    """

    position: int
    id: str
    title: str
    start: int | None
    end: int | None
    edtf: str | None
    precision: Precision | None
    basis: EventBasis
    kind: EventKind
    modality: Modality
    importance: float
    publishers: int
    passages: int
    conflicts: int
    verification: Verification | None
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class Selection:
    """A query compiled for one engine: a condition on events (alias ``e``) with its parameters.

    ``match`` is the part of it that the engine's full-text search answers; both must hold. Without
    either everything is selected. ``text`` is the query as the user wrote it. In SQL, ?1 and ?2 are the first
    and last position asked for; the parameters follow them.
    """

    condition: str = ""
    parameters: tuple[object, ...] = ()
    text: str = ""
    match: str = ""

    @property
    def is_everything(self) -> bool:
        """Whether nothing is left out."""
        return not (self.condition or self.match)


@dataclass(frozen=True, slots=True)
class PeriodCount:
    """How many events begin in a period: a year ("year") or month ("month") by its first day."""

    start: int
    count: int
    conflicts: int


@dataclass(frozen=True, slots=True)
class Totals:
    """Size of a collection; ``first`` and ``last`` are the days of its earliest and latest event."""

    documents: int
    events: int
    first: int | None
    last: int | None


class Store(Protocol):
    """A collection, open for reading and, where it was opened so, for writing.

    Readers see the last committed state. Every ``replace_`` is one transaction: all or nothing.
    Raises :class:`data.errors.CollectionError` where the engine refuses.
    """

    def close(self) -> None:
        """Give the collection back; may be called twice."""

    # files and documents

    def files(self) -> dict[str, FileRecord]:
        """All files by location."""

    def owners(self) -> dict[str, tuple[str, str]]:
        """For every document's id the location of its file and the digest of its text."""

    def replace_file(self, record: FileRecord, readings: Sequence[Reading]) -> None:
        """Put a file's documents in the place of those it gave before.

        One whose text is the same keeps its passages; one that another file gave moves here.
        """

    def mark_files(self, locations: Iterable[str], state: FileState) -> None:
        """Set the state of files; documents of a missing file are kept."""

    def is_current(self) -> bool:
        """Whether the events were made from the documents as they are now: no file or date came since."""

    def readings(self) -> Iterator[Reading]:
        """Every document as it was read, by path, then place in the file."""

    def dated(self) -> Iterator[DatedDocument]:
        """Every document as it was dated last, by path, then place in the file; others are left out."""

    def documents(self) -> list[DocumentRow]:
        """The list of documents, by path, then place in the file."""

    def document(self, document_id: str) -> Document | None:
        """One document, text included."""

    def remove_document(self, document_id: str) -> bool:
        """Take a document and its passages out; False if there is none."""

    def given_dates(self) -> dict[str, str]:
        """Publication dates the user has set, EDTF, by document id; they survive rebuilding."""

    def give_date(self, document_id: str, edtf: str | None) -> None:
        """Set, or with None withdraw, the user's publication date for a document."""

    def replace_dating(self, dated: Iterable[tuple[str, Published, Sequence[Expression]]]) -> None:
        """Set publication dates and expressions of documents (by id)."""

    def expressions(self, document_id: str) -> tuple[Expression, ...]:
        """The dated expressions of a document, in the order of the text."""

    # events

    def replace_events(self, events: Iterable[Event]) -> None:
        """Put these events in the place of all that the parser made before."""

    def totals(self) -> Totals:
        """Size of the collection."""

    def count(self, selection: Selection) -> int:
        """How many events a selection has."""

    def rows(self, selection: Selection, first: int, count: int) -> list[EventRow]:
        """Lines ``first`` to ``first + count - 1`` of a selection, in the order of the timeline.

        ``EventRow.position`` is the position in the whole timeline, not in the selection.
        """

    def rank(self, selection: Selection, day: int) -> int:
        """The number of the selection's events that begin before a day: where that day's line is."""

    def main_lines(self, selection: Selection, first: int, count: int, wanted: int) -> list[int]:
        """The numbers of the ``wanted`` most important of ``count`` lines of a selection from ``first`` on.

        The most important comes first; of equals the one with more publishers, then the earlier one.
        """

    def periods(self, selection: Selection, unit: Literal["month", "year"]) -> list[PeriodCount]:
        """Counts of dated events by the period in which they begin, in order; empty periods are left out."""

    def event(self, event_id: str) -> Event | None:
        """One event with its passages and conflicts."""

    def events(self, selection: Selection) -> Iterator[Event]:
        """Whole events of a selection, in the order of the timeline."""

    def events_of(self, document_id: str) -> list[EventRow]:
        """Events that have a passage in a document, in the order of the timeline."""
