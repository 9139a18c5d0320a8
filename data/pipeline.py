"""Files in, collection out: the one place where the stages meet.

Reading and tagging happen once a file and are kept; dating and events are worked out from what is kept, so a
publication date that changes moves everything that hangs on it without a file being read again.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import groupby, islice
from pathlib import Path
from types import MappingProxyType

from data.dating import date_reading, own_dates, publication_dates
from data.edition import edition
from data.events.renewing.renewal import renewed
from data.events.timeline import report_each, uncollected
from data.kept_reports import MOST_HELD, KeptEvents, Reporting, Told, keep_reports
from data.model import DatedDocument, Expression, Published, Reading, Trouble
from data.reading import FoundFile, find_files, left_out
from data.store import open_collection
from data.store.protocol import DatingRow, FileRecord, Store
from data.workers import (
    Executor,
    FileRead,
    Process,
    Processes,
    WorkedOut,
    read_in_order,
    read_streaming,
    reports_in_order,
)

STANDARD_INPUT = "-"

Dated = tuple[str, Published, Sequence[Expression]]
"""A document by its id, with its publication date and its expressions with their days."""

_DATED_TOGETHER = 256
_MOST_JOBS = 4  # unless more are asked for: a worker may take much memory, and others use the machine


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user says of all files of a build.

    Attributes:
        published: a publication date (EDTF) that wins over what the files say.
        language: a language code that wins over what is detected.
        verify: whether unchanged files are told by their bytes instead of size and modification time.
    """

    published: str | None = None
    language: str | None = None
    verify: bool = False

    def fingerprint(self) -> str:
        """What a file's reading depends on beside its bytes: the user's settings and the program's rules."""
        return f"{edition()} published={self.published or ''} language={self.language or ''}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Where a build stands; one comes after each file and each later stage.

    Attributes:
        done, total: files finished and files found.
        path: the file just finished; empty in the later stages.
        stage: "reading", "dating", "events" or "done".
        read, unchanged, documents, events: counts so far.
        troubles: what went wrong since the last progress.
        failed: files so far of which nothing could be read.
    """

    done: int
    total: int
    path: str
    stage: str
    read: int = 0
    unchanged: int = 0
    failed: int = 0
    documents: int = 0
    events: int = 0
    troubles: tuple[Trouble, ...] = field(default=())


def _never() -> bool:
    return False


def build(
    paths: Sequence[str],
    address: str | Path,
    settings: Settings | None = None,
    *,
    jobs: int | None = None,
    dask: str | None = None,
    unfinished: Collection[str] = (),
    cancelled: Callable[[], bool] = _never,
) -> Iterator[Progress]:
    """Bring a collection up to date with its paths, telling progress after each file.

    A file that did not change is not read again; one that vanished is reported, its documents are kept.
    So many ``jobs`` are done at once (by default as many as there are cores, at most four, and only where a
    library reads files); with ``dask``, the address of a scheduler, they are done by its cluster. The
    collection is the same however many do them, and where. ``unfinished`` files, which somebody still
    writes, are left for another time.
    When ``cancelled`` says so no further file is read, not even to its end; what was read by then is dated
    and merged.
    Raises CollectionError if the collection cannot be opened or written, DatelineError if the cluster cannot
    be reached or is lost; what was read by then is kept.
    """
    with closing(open_collection(address, writing=True)) as store, _executor(jobs, dask) as executor:
        spares = dask is None and jobs in (None, 1)
        yield from _Build(store, settings or Settings(), executor, spares, cancelled).run(paths, unfinished)


def _executor(jobs: int | None, dask: str | None) -> Executor:
    if dask is None:
        return Processes(jobs or _cores())
    from data.workers.cluster import Cluster

    return Cluster(dask, edition)


def _cores() -> int:
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(usable, _MOST_JOBS)


class _Build:
    """One build of one collection.

    With ``spares`` the executor is for what needs a guard, and all else is done in this process.
    """

    def __init__(
        self,
        store: Store,
        settings: Settings,
        executor: Executor,
        spares: bool,
        cancelled: Callable[[], bool],
    ) -> None:
        self.store = store
        self.settings = settings
        self.executor = executor
        self.spares = spares
        self.cancelled = cancelled
        self.known = store.files()
        self.owners = store.owners()
        self.left_out = store.left_out()
        self.told: dict[str, Told] = {}
        self.progress = Progress(done=0, total=0, path="", stage="reading")

    def run(self, paths: Sequence[str], unfinished: Collection[str]) -> Iterator[Progress]:
        files, troubles = find_files(paths)
        missing = [
            trouble
            for trouble in self._vanished(files)
            if all(trouble.path != other.path for other in troubles)
        ]
        self._note_left_out(paths)
        files = [file for file in files if file.path not in unfinished]
        self.progress = replace(
            self.progress, total=len(files), failed=len(troubles), troubles=(*troubles, *missing)
        )
        yield self.progress
        changed = []
        for file in files:
            if self.cancelled():
                break
            if self._is_unchanged(file):
                yield self._unchanged(file)
            else:
                changed.append(file)
        for found in read_in_order(
            changed,
            self.executor,
            published=self.settings.published,
            language=self.settings.language,
            small_here=self.spares,
            cancelled=self.cancelled,
        ):
            yield self._file(found)
        unreported: Sequence[Trouble] = ()
        if not self.store.is_current():
            yield self._stage("dating")
            date_documents(self.store)
            yield self._stage("events")
            unreported = renew_events(self.store, self.executor, self.told, spares=self.spares, arriving=True)
        yield self._stage("done", events=self.store.totals().events, troubles=unreported)

    def _stage(self, stage: str, *, events: int = 0, troubles: Sequence[Trouble] = ()) -> Progress:
        self.progress = replace(self.progress, stage=stage, path="", troubles=tuple(troubles), events=events)
        return self.progress

    def _unchanged(self, file: FoundFile) -> Progress:
        before = self.progress
        self.progress = replace(
            before, done=before.done + 1, unchanged=before.unchanged + 1, path=file.path, troubles=()
        )
        return self.progress

    def _file(self, found: FileRead) -> Progress:
        before, file = self.progress, found.file
        documents, doubles = self._own(file, found.documents)
        self.told.update(
            (one.rows.id, one.told) for one in documents[: MOST_HELD - len(self.told)] if one.told is not None
        )
        troubles = (*found.troubles, *doubles)
        failed = not found.documents and bool(troubles)
        record = FileRecord(
            path=file.path,
            location=location_of(file.path),
            size=found.facts.size,
            modified=found.facts.modified,
            sha256=found.facts.sha256,
            state="failed" if failed else "read",
            settings=self.settings.fingerprint(),
            troubles=troubles,
        )
        self.store.replace_file(record, [one.rows for one in documents], edition())
        self.progress = replace(
            before,
            done=before.done + 1,
            path=file.path,
            read=before.read + (not failed),
            failed=before.failed + any(trouble.lost for trouble in troubles),
            documents=before.documents + len(documents),
            troubles=troubles,
        )
        return self.progress

    def _is_unchanged(self, file: FoundFile) -> bool:
        record = self.known.get(location_of(file.path))
        if record is None or file.path == STANDARD_INPUT:
            return False
        if record.state == "missing" or record.settings != self.settings.fingerprint():
            return False
        if (record.size, record.modified) == (file.size, file.modified) and not self.settings.verify:
            return True
        return self.settings.verify and record.sha256 == _digest(file.path)

    def _own(self, file: FoundFile, documents: Sequence[WorkedOut]) -> tuple[list[WorkedOut], list[Trouble]]:
        """The documents that are this file's, but those the user has removed.

        One that another file has brought is not taken twice.
        """
        own, troubles = [], []
        here = location_of(file.path)
        for one in documents:
            document = one.rows
            if document.id in self.left_out:
                continue
            location, sha256 = self.owners.setdefault(document.id, (here, document.sha256))
            if location == here:
                self.owners[document.id] = (here, document.sha256)
                own.append(one)
            elif sha256 != document.sha256:
                reason = f"the id {document.id!r} belongs to another text in {_from_here(location)}"
                troubles.append(Trouble(file.path, document.line, reason, "Give it an id of its own."))
            elif document.kind == "article":
                reason = f"the same text is in {_from_here(location)}"
                troubles.append(Trouble(file.path, document.line, reason, "It counts once.", lost=False))
        return own, troubles

    def _note_left_out(self, paths: Sequence[str]) -> None:
        """Keep what was left out of each folder, for the report of files."""
        for path in paths:
            if path == STANDARD_INPUT or not Path(path).is_dir():
                continue
            told = left_out(path)
            location = location_of(path)
            troubles = () if told is None else (told,)
            known = self.known.get(location)
            if troubles != (() if known is None else known.troubles):
                record = FileRecord(
                    path=path, location=location, size=0, modified=0, sha256="", state="folder",
                    troubles=troubles,
                )  # fmt: skip
                self.store.replace_file(record, [])

    def _vanished(self, files: Sequence[FoundFile]) -> list[Trouble]:
        """Mark the files of the collection that are gone, and say so once."""
        present = {location_of(file.path) for file in files}
        gone = [
            record
            for record in self.known.values()
            if record.location not in present
            and record.location != STANDARD_INPUT
            and record.state == "read"
            and not os.path.lexists(record.location)
        ]
        if gone:
            self.store.mark_files([record.location for record in gone], "missing")
        hint = "Its documents are kept; take them out with: dateline documents --remove ID"
        return [Trouble(record.path, None, "the file is gone", hint) for record in gone]


def location_of(path: str) -> str:
    """The absolute path by which a file is known, links followed; standard input is itself."""
    return path if path == STANDARD_INPUT else os.path.realpath(path)


def _from_here(location: str) -> str:
    """A file's path as the user may have named it: counted from the working folder if it lies there."""
    return location.removeprefix(f"{Path.cwd()}{os.sep}")


def date_readings(readings: Sequence[Reading], given: dict[str, str]) -> Iterator[DatedDocument]:
    """Publication dates for documents that belong together, and days for all their expressions."""
    published = publication_dates(readings, given)
    for reading in readings:
        yield date_reading(reading, published[reading.document.id])


def tagged(
    paths: Iterable[str], settings: Settings, told: Callable[[Trouble], None]
) -> Iterator[DatedDocument]:
    """The documents of files, those of each dated among themselves, without a collection.

    Troubles are told at once. Documents help one another to a date in groups of a fixed size, so that memory
    does not grow with the number of documents of a file.
    """
    with Process() as process:
        for path in paths:
            found = read_streaming(path, process, published=settings.published, language=settings.language)
            source = _readings(found, told)
            while group := list(islice(source, _DATED_TOGETHER)):
                yield from date_readings(group, {})


def _readings(found: Iterable[Reading | Trouble], told: Callable[[Trouble], None]) -> Iterator[Reading]:
    for item in found:
        if isinstance(item, Trouble):
            told(item)
        else:
            yield item


def date_documents(store: Store) -> None:
    """Date the documents of a collection and their expressions, as far as what dates them may have changed.

    A document that metadata, its text or the user dates rests on nothing outside its file. Where there is
    another, all documents are looked at, since any of them may help to date it.
    """
    given = store.given_dates()
    known = {row.id: row for row in store.datings()}
    changed = {row.path for row in known.values() if _is_to_be_dated(row, given)}
    alone = {name for name, row in known.items() if row.path in changed}
    unsure = any(map(_may_be_inferred, known.values()))

    def dated(readings: Iterable[Reading], dates: Mapping[str, Published]) -> Iterator[Dated]:
        for reading in readings:
            name = reading.document.id
            if name in dates and dates[name] != known[name].published:
                found = date_reading(reading, dates[name])
                yield name, found.document.published, found.expressions

    def dated_alone() -> Iterator[Dated]:
        nonlocal unsure
        for _, group in groupby(store.readings(alone), lambda reading: reading.document.path):
            readings = list(group)
            dates = own_dates(readings, given)
            unsure = unsure or len(dates) < len(readings)
            yield from dated(readings, dates)

    store.replace_dating(dated_alone())
    if unsure:
        everything = list(store.readings())
        known = {row.id: row for row in store.datings()}
        store.replace_dating(dated(everything, publication_dates(everything, given)))


def _is_to_be_dated(row: DatingRow, given: Mapping[str, str]) -> bool:
    """Whether a document was not dated since it was read, or the user's date is not the one it has."""
    if row.published is None:
        return True
    return given.get(row.id) != (row.published.value if row.published.basis == "given" else None)


def _may_be_inferred(row: DatingRow) -> bool:
    """Whether the date of a document rests on other documents, or would if they told more."""
    known = row.published
    return row.kind == "article" and known is not None and known.basis in ("inferred", "unknown")


def refresh(store: Store) -> None:
    """Date all documents again and make the events anew, without reading a file."""
    date_documents(store)
    renew_events(store)


def remake(store: Store) -> None:
    """Make the events anew after the user's marks; the documents are dated again only if that is needed."""
    if store.is_current():
        renew_events(store)
    else:
        refresh(store)


def renew_events(
    store: Store,
    executor: Executor | None = None,
    told: Mapping[str, Told] = MappingProxyType({}),
    *,
    spares: bool = False,
    arriving: bool = False,
) -> list[Trouble]:
    """Make the events anew from the documents as they are dated, and from the user's merges and splits.

    With ``arriving`` documents were read since the last time: an event that was not there before is new.
    An executor works out what each document reports, of those whose reports are not kept, with ``spares``
    only of long ones, which need a guard; returned is which documents it could not. ``told`` is what is kept
    of some, by id, as far as it is in memory.
    """
    wishes = None
    troubles: list[Trouble] = []
    report: Reporting = report_each
    if executor is not None:
        report = partial(reports_in_order, executor=executor, told=troubles.append, small_here=spares)
    with uncollected():
        worked_out = {**told, **keep_reports(store, report)}
        while wishes != (wanted := store.wishes()):  # what is decided meanwhile counts too
            wishes = wanted
            renewal = renewed(KeptEvents(store, worked_out), wishes)
            if renewal.is_whole:
                store.replace_events(renewal.come, arriving=arriving)
            else:
                store.change_events(renewal.gone, renewal.come, arriving=arriving)
            renewal.settle()
    return troubles


def _digest(path: str) -> str:
    import hashlib

    with Path(path).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
