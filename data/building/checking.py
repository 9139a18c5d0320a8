"""A collection checked, and mended where that loses nothing that is whole."""

from __future__ import annotations

import datetime
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from data.building.edition import edition
from data.building.kept_reports import kept
from data.building.remaking import refresh
from data.errors import CollectionError, InputError
from data.passing import Passing, passed, untold
from data.store import open_collection
from data.store.faults import UNFINISHED, Fault
from data.store.protocol import Store
from data.workers import Processes, read_document

_FEW = 1_000
"""Documents that are worked out in this process: others would take as long to be started."""


_TOLD = 20  # paths; of more a line says the number


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that checking found or did, in words; ``lost`` says that something is gone."""

    words: str
    lost: bool = False


def check(address: str, *, mend: bool = True, jobs: int = 1, passing: Passing = untold) -> Iterator[Step]:
    """What is wrong with a collection, and with ``mend`` what was done about it; nothing if it is sound.

    Many documents are worked out by so many ``jobs`` at once; ``passing`` is told how far it is.
    A damaged file is never written to: what can be read of it goes into a new one, and the damaged one is
    kept beside it. Raises CollectionError if the collection cannot be opened for another reason than damage.
    """
    if "://" in address:
        raise InputError("Not to be checked from here", "a server checks what it keeps", "Ask who runs it.")
    yield from _Checking(Path(address), jobs, passing).run(mend=mend)


def faults(path: Path, passing: Passing = untold) -> list[Fault]:
    """What is wrong with a collection's file; raises CollectionError if it is none, or not to be opened."""
    from data.store.sqlite import checking, header

    try:
        found = list(checking.faults(path, passing))
        if any(fault.remedy in ("salvage", "indexes") for fault in found):
            return found
        found += _unread(path, passing)
        return found if any(fault.remedy != "none" for fault in found) else [*found, *_unlike(path, passing)]
    except CollectionError as error:
        if header.is_lost(path):
            return [Fault("the header of its file is damaged", "salvage")]
        if not checking.is_damage(error):
            raise
        return [Fault("its file is damaged and cannot be read to its end", "salvage")]


def _unread(path: Path, passing: Passing) -> Iterator[Fault]:
    """Reports that are kept and cannot be read."""
    unread = 0
    with closing(open_collection(path)) as store:
        reported = store.reported(edition())
        for document_id in passed(reported, "looking at what documents report", passing, len(reported)):
            try:
                _, reports = kept(store, document_id)
                deque(reports, maxlen=0)
            except CollectionError:
                unread += 1
    if unread:
        yield Fault(f"what {unread} documents report cannot be read", "events")


def _unlike(path: Path, passing: Passing) -> Iterator[Fault]:
    """Events that are not written as this edition of the rules made them."""
    from data.store.sqlite.checking_events import unlike

    with closing(open_collection(path)) as store:
        if store.unreported(edition()):
            return  # another one made them, and perhaps noted them otherwise
    number = unlike(path, passing)
    if number:
        yield Fault(f"{number} events are not written as they were made", "events")


class _Checking:
    """One collection, checked and mended."""

    def __init__(self, path: Path, jobs: int, passing: Passing) -> None:
        self._path = path
        self._jobs = jobs
        self._passing = passing

    def run(self, *, mend: bool) -> Iterator[Step]:
        found = faults(self._path, self._passing)
        yield from _told(found, mend=mend)
        if mend and any(fault.remedy == "indexes" for fault in found):
            yield from self._index()
            found = faults(self._path, self._passing)  # what else is wrong could not be seen before
            yield from _told(found, mend=mend)
        if not mend or not found:
            return
        if any(fault.remedy in ("salvage", "indexes") for fault in found):
            yield from self._salvage()
        else:
            if found == [UNFINISHED]:
                yield from self._finish()
                found = faults(self._path, self._passing)  # what else is wrong could not be seen before
                yield from _told(found, mend=True)
                if all(fault.remedy == "none" for fault in found):
                    return
            yield from self._mend(self._path, found)
        left = faults(self._path, self._passing)
        yield from (Step(f"still: {fault.what}", lost=True) for fault in left if fault.remedy != "none")

    def _index(self) -> Iterator[Step]:
        """Make the indexes anew; nothing where the rows do not let it."""
        from data.store.sqlite import mending, open_store

        self._passing("making the indexes anew")
        with suppress(CollectionError), open_store(self._path, writing=True) as store:
            unlike = mending.remake_indexes(store)
            yield from (Step(words, lost=True) for words in unlike)
            yield Step("the indexes were made anew")

    def _finish(self) -> Iterator[Step]:
        """Bring a building to its end with what is kept of it."""
        from data.store.sqlite import open_store

        with open_store(self._path, writing=True) as store:
            self._refresh(store)
        yield Step("the building was brought to its end")

    def _mend(self, path: Path, found: Sequence[Fault]) -> Iterator[Step]:
        from data.store.sqlite import mending, open_store

        remedies = {fault.remedy for fault in found}
        with open_store(path, writing=True) as store:
            for fault in found:
                if fault.remedy == "file":
                    files = mending.give_up(store, fault.documents)
                    yield Step(
                        f"{len(fault.documents)} documents were taken out; build again to read them from"
                        f" {_some(files)}",
                        lost=True,
                    )
                if fault.remedy == "reading":
                    total = len(fault.documents)
                    for document_id in passed(fault.documents, "reading documents", self._passing, total):
                        document = store.document(document_id)
                        if document is not None:
                            mending.keep_reading(store, read_document(document))
                    yield Step(f"{total} documents were read again from their texts")
            if remedies & {"file", "reading", "events"}:
                mending.clear_derived(store)
                self._refresh(store)
                yield Step("the events were made anew from the documents, with all marks")

    def _salvage(self) -> Iterator[Step]:
        from data.store.sqlite import salvage

        path = self._path
        new = path.with_name(f"{path.name}.salvaged")
        kept = path.with_name(f"{path.name}.damaged-{datetime.datetime.now(tz=datetime.UTC):%Y%m%d-%H%M%S}")
        try:
            saved = salvage.salvage(path, new, self._passing)
            # Its events are still to be made, so something is to be mended.
            for step in self._mend(new, faults(new, self._passing)):
                if step.lost:
                    yield step
            salvage.exchange(path, new, kept)
        except BaseException:
            with suppress(OSError):
                salvage.remove(new)
            raise
        yield Step(
            f"{saved.documents} whole documents and {saved.marks} marks were saved into a new file;"
            f" the damaged one is kept as {kept.name}"
        )
        yield Step(
            "build again from the same paths: files of which something was lost are read again", lost=True
        )

    def _refresh(self, store: Store) -> None:
        """Date the documents and make the events, with workers where there are many to be worked out."""
        if self._jobs == 1 or store.totals().documents < _FEW:
            refresh(store, passing=self._passing)
            return
        with Processes(self._jobs) as executor:
            refresh(store, executor, passing=self._passing)


def _told(found: Sequence[Fault], *, mend: bool) -> Iterator[Step]:
    return (Step(fault.what, lost=not mend or fault.remedy == "none") for fault in found)


def _some(paths: Sequence[str]) -> str:
    """The first paths, and how many others there are."""
    others = f" and {len(paths) - _TOLD:,} other files" if len(paths) > _TOLD else ""
    return f"{', '.join(paths[:_TOLD])}{others}"
