"""What a collection answers, whatever engine holds it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Protocol, Self

if TYPE_CHECKING:
    from data.model import DatedDocument, Document, Event, Expression, Mark, Reading
    from data.store.arranging import CoarseCount, Group, GroupBy, Order
    from data.store.lists import DatingRow, DocumentRow, FacetField, Facets, FileRecord, NameCount, View
    from data.store.records import EventRow, PeriodCount, Selection, Totals


class ReadingStore(Protocol):
    """A collection, open for reading: the last committed state.

    Raises :class:`data.errors.CollectionError` where the engine refuses.
    """

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...

    def close(self) -> None:
        """Give the collection back; may be called twice."""

    # files and documents

    def files(self) -> dict[str, FileRecord]:
        """All files by location."""

    def owners(self) -> dict[str, tuple[str, str]]:
        """For every document's id the location of its file and the digest of its text."""

    def is_current(self) -> bool:
        """Whether the events were made from the documents as they are now: no file or date came since."""

    def datings(self) -> list[DatingRow]:
        """How each document is dated by now, by path, then place in the file."""

    def readings(self, only: Collection[str] | None = None) -> Iterator[Reading]:
        """Every document as it was read, or these by id, by path, then place in the file."""

    def dated(self, only: Collection[str] | None = None) -> Iterator[DatedDocument]:
        """Every document as it was dated last, or these by id, by path, then place in the file.

        Documents that are not dated are left out.
        """

    def documents(self) -> list[DocumentRow]:
        """The list of documents, by path, then place in the file."""

    def whole_documents(self, only: Collection[str] | None = None) -> Iterator[Document]:
        """Every document, or these by id, text included, by path, then place in the file."""

    def document(self, document_id: str) -> Document | None:
        """One document, text included."""

    def given_dates(self) -> dict[str, str]:
        """Publication dates the user has set, EDTF, by document id; they survive rebuilding."""

    def left_out(self) -> set[str]:
        """The ids of the documents that the user has removed; builds leave them out."""

    def reported(self, edition: str, only: Collection[str] | None = None) -> dict[str, str]:
        """The documents, or of these, by id, of which it is kept what they report by the rules of an edition.

        Each comes with a stamp, which is another whenever something else is kept, or the text is another.
        """

    def unreported(self, edition: str) -> list[str]:
        """The dated documents, by id, of which it is not kept what they report by the rules of an edition."""

    def reports(self, document_id: str) -> bytes:
        """What is kept of a document's reports, as it was given."""

    def expressions(self, document_id: str) -> tuple[Expression, ...]:
        """The dated expressions of a document, in the order of the text."""

    # events

    def totals(self) -> Totals:
        """Size of the collection."""

    def written(self) -> int:
        """A number that is another once events were written, by whomever; to ask takes no time.

        It counts from anywhere, and may change where nothing was written.
        """

    def count(self, selection: Selection, most: int | None = None) -> int:
        """How many events a selection has; of more than ``most`` one more is told, and no more are found."""

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

    def events(self, selection: Selection, most: int | None = None) -> Iterator[Event]:
        """Whole events of a selection, or the first so many, in the order of the timeline."""

    def events_of(self, document_id: str) -> list[EventRow]:
        """Events that have a passage in a document, in the order of the timeline."""

    # what the user says of the events

    def marks(self, event_id: str | None = None) -> list[Mark]:
        """All marks, or those on one event, undone ones too, in the order in which they were made."""

    def waiting(self) -> list[Mark]:
        """Marks in force whose passages are in no document any more; a build may bring them back."""

    def wishes(self) -> list[Mark]:
        """Marks in force for which the events are made anew, in order, on the passages as they are now."""

    # other orders, and places; positions are those of the whole timeline

    def place(self, event_id: str) -> int | None:
        """The position of an event; None if there is none with this id."""

    def begins(self, day: int) -> int:
        """The position of the first event that begins on a day or later, else of the first undated one.

        Where there is neither it is beyond the last.
        """

    def before(self, selection: Selection, position: int) -> int:
        """How many events of a selection stand before a position."""

    def next_to(self, selection: Selection, position: int, count: int) -> Sequence[int]:
        """The first ``count`` positions of a selection from a position on, in order.

        With a negative count the last ones before it.
        """

    def main_at(self, positions: Sequence[int], wanted: int) -> list[int]:
        """Of some positions, given in order, the ``wanted`` most important ones, those first.

        Of equals the one with more publishers comes first, then the earlier one.
        """

    def stop(self) -> None:
        """End the question that is being asked in another thread: it raises CollectionError there."""

    def rows_at(self, positions: Sequence[int]) -> list[EventRow]:
        """The lines at some positions, in the order given."""

    def positions(self, selection: Selection) -> Sequence[int]:
        """All positions of a selection, in order."""

    def ordered(self, selection: Selection, order: Order) -> Sequence[int]:
        """The positions of a selection: the most important first, or those that the newest documents tell."""

    def groups(self, selection: Selection, by: GroupBy) -> list[Group]:
        """The events of each name, the largest group first, then the rarest names, those without one last."""

    def coarse(self, selection: Selection) -> list[CoarseCount]:
        """How many events begin with a year and are said more coarsely than by month, year and decade."""

    # finding

    def facets(self, selection: Selection, field: FacetField, limit: int) -> Facets:
        """The most frequent values of a field among a selection's events."""

    def names(self, field: FacetField, prefix: str, limit: int = 20) -> list[NameCount]:
        """Values of a field that have a word beginning so, whatever its case, the most frequent first."""

    def views(self) -> list[View]:
        """The user's saved views, by name."""

    def state(self, user: str) -> dict[str, str]:
        """What is kept for a user between sessions: the last event, the filter and so on."""
