"""What is done to a collection, whatever engine holds it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Protocol

from data.store.protocol.reading import ReadingStore

if TYPE_CHECKING:
    from data.model import Event, Expression, Mark, Published, Reading
    from data.store.document_rows import DocumentRows
    from data.store.lists import FileRecord, FileState, TakenMarks
    from data.store.tables.event_rows import RowsOfEvents


class Store(ReadingStore, Protocol):
    """A collection, open for writing too.

    Every ``replace_`` is one transaction: all or nothing.
    """

    def building(self) -> AbstractContextManager[None]:
        """Let no other program build between the steps of a block; it may be entered again inside.

        Marks are kept by others meanwhile. Raises CollectionError if another program that builds does not
        come to its end within a minute.
        """

    # files and documents

    def replace_file(
        self,
        record: FileRecord,
        documents: Collection[Reading] | Collection[DocumentRows],
        edition: str = "",
    ) -> None:
        """Put a file's documents in the place of those it gave before.

        One whose text is the same keeps its passages; one that another file gave moves here. They come as
        they were read, or worked out so far that they need only be written; what they report is then by the
        rules of an ``edition``. Rows are gone through one by one, and more than once.
        """

    def note_file(self, record: FileRecord) -> None:
        """Keep what is known of a file, or of a folder; the documents that it gave stay."""

    def mark_files(self, locations: Iterable[str], state: FileState) -> None:
        """Set the state of files; documents of a missing file are kept."""

    def forget_files(self, locations: Iterable[str]) -> None:
        """Let the next build read files again; what they gave stays until then."""

    def remove_documents(self, *document_ids: str, marks: Sequence[Mark] = ()) -> int:
        """Take documents and their passages out; how many of them there were.

        What keeps a build from bringing them again are ``marks``, kept in the same transaction, see
        :func:`data.building.judging.leave_out`.
        """

    def give_date(self, document_id: str, edtf: str | None) -> None:
        """Set, or with None withdraw, the user's publication date for a document: a mark like any other."""

    def replace_dating(self, dated: Iterable[tuple[str, Published, Sequence[Expression]]]) -> None:
        """Set publication dates and expressions of documents (by id)."""

    def keep_reports(self, edition: str, reports: Iterable[tuple[str, bytes]]) -> None:
        """Keep what documents (by id) report; it is dropped when a document or its dates change."""

    def kept(self, kind: str) -> Iterator[tuple[str, bytes]]:
        """All that is kept of a kind on the way from reports to events, with its keys."""

    def kept_of(self, kind: str, keys: Iterable[str]) -> dict[str, bytes]:
        """What is kept of a kind under these keys."""

    def keep(self, kind: str, values: Mapping[str, bytes | None]) -> None:
        """Keep these by their keys, in the place of what was kept; None takes one away."""

    def forget_kept(self) -> None:
        """Keep nothing on the way from reports to events."""

    # events

    def replace_events(
        self, events: Iterable[Event], *, arriving: bool = True, as_rows: RowsOfEvents | None = None
    ) -> None:
        """Put these events in the place of all that the parser made before, and apply the user's marks.

        Those that were not there before are new; not if none is ``arriving``, but they come of what the user
        said. They are put in order; that is done soonest where they come by their days. ``as_rows`` gives the
        same events made rows elsewhere, which is taken where there is neither an event nor a mark yet.
        """

    def change_events(self, gone: Collection[str], come: Iterable[Event], *, arriving: bool = True) -> None:
        """Take events out by their ids and put others in: replacing all by those that stay and these.

        One that comes takes the place of one of its id. Where a document was read again since the last time,
        only those events stay whose passages are in it as they were.
        """

    # what the user says of the events

    def mark(self, mark: Mark) -> None:
        """Keep a mark, and apply it to the event that it is on, in one transaction.

        Merges, splits and names are only kept: they count when events are made anew with :meth:`wishes`.
        A mark of an id that is known changes nothing.
        """

    def undo(self, mark_id: str, by: str) -> bool:
        """Take a mark back; False if there is none of that id in force."""

    def redo(self, mark_id: str, by: str) -> bool:
        """Put a mark in force again; False if there is none of that id taken back."""

    def take_marks(self, marks: Iterable[Mark]) -> TakenMarks:
        """Unite these marks of another copy with ours and apply them, in one transaction.

        Both copies have the same marks afterwards, whichever takes first: a mark is known by its id, and
        the later of two turns of it holds.
        """

    # finding

    def save_view(self, name: str, query: str | None) -> None:
        """Keep a query under a name, in the place of the one it had; None forgets it."""

    def keep_state(self, user: str, state: Mapping[str, str | None]) -> None:
        """Keep values by their keys; None forgets one, others stay."""
