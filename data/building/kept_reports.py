"""What documents report and what is made of it, kept in the collection for the next time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, overload

from data.building.edition import edition
from data.closing import Closing
from data.errors import CollectionError
from data.model import DatedDocument, Passage, Trouble
from data.passing import Passing, passed, untold
from data.scratch import Scratch
from data.workers import stumbled
from data.workers.packing import pack, unpack

if TYPE_CHECKING:
    from data.events.comparing.cards import Note
    from data.events.report import Report
    from data.store.protocol import ReadingStore, Store

_KEPT_TOGETHER = 200  # documents; a building that is stopped works out no more than these again
MOST_HELD = 1_000
"""Documents whose reports stay in memory until their events are made."""

Told = tuple["Note", Sequence["Report"]]
"""A document's note, and what it reports."""
Reporting = Callable[[Iterable[DatedDocument]], Iterable["Sequence[Report] | None"]]
"""Gives the reports of each document, in the order of the documents; None where it cannot be worked out."""


def kept(store: ReadingStore, document_id: str) -> Told:
    """What is kept of a document; raises CollectionError if it cannot be read."""
    note, reports = _unpacked(store, document_id)
    return note, _Packed(document_id, reports)


def _unpacked(store: ReadingStore, document_id: str) -> tuple[Note, list[bytes]]:
    from data.events.packed_report import unpack_reports

    try:
        return unpack_reports(store.reports(document_id))
    except ValueError as error:
        raise _damaged(document_id) from error


class _Packed(Sequence["Report"]):
    """Reports of a document, each made when it is asked for."""

    def __init__(self, document_id: str, reports: Sequence[bytes]) -> None:
        self._document_id = document_id
        self._reports = reports

    def __len__(self) -> int:
        return len(self._reports)

    @overload
    def __getitem__(self, place: int) -> Report: ...
    @overload
    def __getitem__(self, place: slice) -> _Packed: ...
    def __getitem__(self, place: int | slice) -> Report | _Packed:
        from data.events.packed_report import unpack_report

        if isinstance(place, slice):
            return _Packed(self._document_id, self._reports[place])
        try:
            return unpack_report(self._reports[place])
        except ValueError as error:
            raise _damaged(self._document_id) from error


def _damaged(document_id: str) -> CollectionError:
    return CollectionError(
        "The collection is damaged", f"what {document_id} reports cannot be read",
        "Mend it with: dateline check",
    )  # fmt: skip


def keep_reports(
    store: Store, report: Reporting, trouble: Callable[[Trouble], None], passing: Passing = untold
) -> dict[str, Told]:
    """Work out what documents report, of those of which it is not kept, and keep it.

    ``passing`` is told how far that is, ``trouble`` of which document it cannot be worked out.

    Returned is, by id, what was worked out of the first documents: as it would be read again.
    """
    from data.events.comparing.cards import note
    from data.events.packed_report import pack_reports

    worked_out: dict[str, Told] = {}
    documents: list[DatedDocument] = []
    unreported = store.unreported(edition())

    def noted() -> Iterator[DatedDocument]:
        for one in store.dated(unreported):
            documents.append(one)
            yield one

    fresh: list[tuple[str, bytes]] = []
    for told in passed(report(noted()), "working out documents", passing, len(unreported)):
        one = documents.pop(0)
        if told is not None:
            try:
                found = note(one, told), told
            except MemoryError:
                raise
            except Exception as error:
                trouble(stumbled(one.document, error))
                continue
            fresh.append((one.document.id, pack_reports(*found)))
            if len(worked_out) < MOST_HELD:
                worked_out[one.document.id] = found
        if len(fresh) == _KEPT_TOGETHER:
            store.keep_reports(edition(), fresh)
            fresh.clear()
    store.keep_reports(edition(), fresh)
    return worked_out


class KeptEvents(Closing):
    """A collection as the making of events sees it: what documents report, and what is kept of last time.

    Reports are asked for again and again, a few of a document at a time. To find a document's, and to expand
    them, takes thirty times as long as to read one that lies aside.

    Args:
        store: the collection.
        worked_out: what :func:`keep_reports` has just kept in it, as far as it is in memory.
    """

    def __init__(self, store: Store, worked_out: Mapping[str, Told]) -> None:
        self.edition = edition()
        self._store = store
        self._worked_out = worked_out
        self._scratch = Scratch()
        self._aside: dict[str, Sequence[bytes]] = {}

    def close(self) -> None:
        """Forget what lies aside; may be called twice."""
        self._scratch.close()

    def stamps(self) -> Mapping[str, str]:
        """For every document, by id, a text that changes whenever anything of it does."""
        return self._store.reported(self.edition)

    def told(self, document: str) -> Told:
        """A document's note, and what it reports."""
        known = self._worked_out.get(document)
        if known is None:
            note, packed = self._read(document)
            known = note, _Packed(document, packed)
        return known

    def reports(self, document: str) -> Sequence[Report]:
        """What a document reports."""
        known = self._worked_out.get(document)
        return _Packed(document, self.packed(document)) if known is None else known[1]

    def packed(self, document: str) -> Sequence[bytes]:
        """What a document reports, each report by itself as it is kept."""
        return self._aside[document] if document in self._aside else self._read(document)[1]

    def passage(self, document: str, place: int) -> Passage:
        """The passage of the report at a place of a document, from 0; CollectionError if it is damaged."""
        from data.events.packed_report import unpack_passage

        known = self._worked_out.get(document)
        if known is not None:
            return known[1][place].passage
        try:
            return unpack_passage(self.packed(document)[place])
        except ValueError as error:
            raise _damaged(document) from error

    def aside(self, items: Sequence[bytes]) -> Sequence[bytes]:
        """The same items, which lie aside as well; in memory if there is no other room for them."""
        return self._scratch.put(items) or tuple(items)

    def _read(self, document: str) -> tuple[Note, Sequence[bytes]]:
        """What is kept of a document, read from the collection; it lies aside for the next time."""
        note, packed = _unpacked(self._store, document)
        aside = self._scratch.put(packed)
        if aside is None:
            return note, packed
        self._aside[document] = aside
        return note, aside

    def kept(self, kind: str) -> Iterator[tuple[str, Any]]:
        """All values of a kind with their keys."""
        return ((key, unpack(value)) for key, value in self._store.kept(kind))

    def kept_of(self, kind: str, keys: Iterable[str]) -> Mapping[str, Any]:
        """The values of these keys, of those that are kept."""
        return {key: unpack(value) for key, value in self._store.kept_of(kind, keys).items()}

    def keep(self, kind: str, values: Mapping[str, Any]) -> None:
        """Keep values in the place of those of their keys; None takes one away."""
        self._store.keep(kind, {key: None if one is None else pack(one) for key, one in values.items()})

    def forget(self) -> None:
        """Keep nothing of what is kept."""
        self._store.forget_kept()
