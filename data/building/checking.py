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
from data.store import open_collection
from data.store.faults import Fault
from data.workers import read_document


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that checking found or did, in words; ``lost`` says that something is gone."""

    words: str
    lost: bool = False


def check(address: str, *, mend: bool = True) -> Iterator[Step]:
    """What is wrong with a collection, and with ``mend`` what was done about it; nothing if it is sound.

    A damaged file is never written to: what can be read of it goes into a new one, and the damaged one is
    kept beside it. Raises CollectionError if the collection cannot be opened for another reason than damage.
    """
    if "://" in address:
        raise InputError("Not to be checked from here", "a server checks what it keeps", "Ask who runs it.")
    path = Path(address)
    found = faults(path)
    yield from _told(found, mend=mend)
    if mend and any(fault.remedy == "indexes" for fault in found):
        yield from _index(path)
        found = faults(path)  # what else is wrong could not be seen before
        yield from _told(found, mend=mend)
    if not mend or not found:
        return
    if any(fault.remedy in ("salvage", "indexes") for fault in found):
        yield from _salvage(path)
    else:
        yield from _mend(path, found)
    left = faults(path)
    yield from (Step(f"still: {fault.what}", lost=True) for fault in left if fault.remedy != "none")


def _told(found: Sequence[Fault], *, mend: bool) -> Iterator[Step]:
    return (Step(fault.what, lost=not mend or fault.remedy == "none") for fault in found)


def faults(path: Path) -> list[Fault]:
    """What is wrong with a collection's file; raises CollectionError if it is none, or not to be opened."""
    from data.store.sqlite import checking

    try:
        found = list(checking.faults(path))
        hidden = any(fault.remedy in ("salvage", "indexes") for fault in found)
        return found if hidden else [*found, *_unread(path)]
    except CollectionError as error:
        if not checking.is_damage(error):
            raise
        return [Fault("its file is damaged and cannot be read to its end", "salvage")]


def _unread(path: Path) -> Iterator[Fault]:
    """Reports that are kept and cannot be read."""
    unread = 0
    with closing(open_collection(path)) as store:
        for document_id in store.reported(edition()):
            try:
                _, reports = kept(store, document_id)
                deque(reports, maxlen=0)
            except CollectionError:
                unread += 1
    if unread:
        yield Fault(f"what {unread} documents report cannot be read", "events")


def _index(path: Path) -> Iterator[Step]:
    """Make the indexes anew; nothing where the rows do not let it."""
    from data.store.sqlite import mending, open_store

    with suppress(CollectionError), open_store(path, writing=True) as store:
        mending.remake_indexes(store)
        yield Step("the indexes were made anew")


def _mend(path: Path, found: Sequence[Fault]) -> Iterator[Step]:
    from data.store.sqlite import mending, open_store

    remedies = {fault.remedy for fault in found}
    with open_store(path, writing=True) as store:
        for fault in found:
            if fault.remedy == "file":
                files = mending.give_up(store, fault.documents)
                yield Step(
                    f"{len(fault.documents)} documents were taken out; build again to read them from"
                    f" {', '.join(files)}",
                    lost=True,
                )
            if fault.remedy == "reading":
                for document_id in fault.documents:
                    document = store.document(document_id)
                    if document is not None:
                        mending.keep_reading(store, read_document(document))
                yield Step(f"{len(fault.documents)} documents were read again from their texts")
        if remedies & {"file", "reading", "events"}:
            mending.clear_derived(store)
            refresh(store)
            yield Step("the events were made anew from the documents, with all marks")


def _salvage(path: Path) -> Iterator[Step]:
    from data.store.sqlite import open_store, salvage

    new = path.with_name(f"{path.name}.salvaged")
    kept = path.with_name(f"{path.name}.damaged-{datetime.datetime.now(tz=datetime.UTC):%Y%m%d-%H%M%S}")
    try:
        saved = salvage.salvage(path, new)
        for step in _mend(new, faults(new)):
            if step.lost:
                yield step
        with open_store(new, writing=True) as store:
            refresh(store)
        salvage.exchange(path, new, kept)
    except BaseException:
        with suppress(OSError):
            salvage.remove(new)
        raise
    yield Step(
        f"{saved.documents} whole documents and {saved.marks} marks were saved into a new file;"
        f" the damaged one is kept as {kept.name}"
    )
    yield Step("build again from the same paths: files of which something was lost are read again", lost=True)
