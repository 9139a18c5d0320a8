"""Files in, collection out: the one place where the stages meet.

Reading and tagging happen once a file and are kept; dating and events are worked out from what is kept, so a
publication date that changes moves everything that hangs on it without a file being read again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from data.building.edition import edition
from data.building.judging import complete
from data.building.kept_reports import MOST_HELD, Told
from data.building.known_files import KEPT, KnownFiles, location_of
from data.building.progress import Progress
from data.building.remaking import date_documents, is_up_to_date, renew_events
from data.garbage import seldom_collected
from data.model import Trouble
from data.reading import FoundFile, Given, find_files
from data.store import open_collection
from data.store.lists import FileRecord, FileState
from data.store.protocol import Store
from data.workers import Executor, FileRead, Processes, cores, read_in_order


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
) -> Generator[Progress, None, None]:
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
    with (
        seldom_collected(),
        closing(open_collection(address, writing=True)) as store,
        _executor(jobs, dask) as executor,
    ):
        spares = dask is None and jobs in (None, 1)
        yield from _Build(store, settings or Settings(), executor, cancelled, spares=spares).run(
            paths, unfinished
        )


def _executor(jobs: int | None, dask: str | None) -> Executor:
    if dask is None:
        return Processes(jobs or cores())
    from data.workers.cluster import Cluster

    return Cluster(dask, edition)


class _Build:
    """One build of one collection.

    With ``spares`` the executor is for what needs a guard, and all else is done in this process.
    """

    def __init__(
        self,
        store: Store,
        settings: Settings,
        executor: Executor,
        cancelled: Callable[[], bool],
        *,
        spares: bool,
    ) -> None:
        self.store = store
        self.settings = settings
        self.executor = executor
        self.spares = spares
        self.cancelled = cancelled
        complete(store)
        self.known = KnownFiles(store, settings.fingerprint(), verify=settings.verify)
        self.told: dict[str, tuple[str, Told]] = {}
        self.progress = Progress(done=0, total=0, path="", stage="reading")

    def run(self, paths: Sequence[str], unfinished: Collection[str]) -> Iterator[Progress]:
        files, troubles = find_files(paths)
        self.known.note_presence(files)
        self.known.note_left_out(paths)
        files = [file for file in files if file.path not in unfinished]
        self.progress = replace(
            self.progress, total=len(files), failed=len(troubles), troubles=tuple(troubles)
        )
        yield self.progress
        changed: list[FoundFile] = []
        for file in files:
            if self.cancelled():
                break
            if self.known.is_unchanged(file):
                yield self._unchanged(file)
            else:
                changed.append(file)
        yield from self._read(changed)
        again = [file for file in files if self.known.is_missed(file)]
        both = len({*again} & {*changed})
        self.progress = replace(
            self.progress,
            done=self.progress.done - len(again),
            unchanged=self.progress.unchanged - len(again) + both,
            read=self.progress.read - both,
        )
        yield from self._read(again)
        vanished = [one for one in self.known.vanished() if all(one.path != told.path for told in troubles)]
        if vanished:
            yield self._stage("reading", troubles=vanished)
        unreported: Sequence[Trouble] = ()
        with self.store.building():
            if not is_up_to_date(self.store):
                yield self._stage("dating")
                date_documents(self.store)
                yield self._stage("events")
                unreported = renew_events(
                    self.store, self.executor, self._still_told(), spares=self.spares, arriving=True
                )
        yield self._stage("done", events=self.store.totals().events, troubles=unreported)

    def _read(self, files: Sequence[FoundFile]) -> Iterator[Progress]:
        for found in read_in_order(
            files,
            self.executor,
            given=Given.of(self.settings.published, self.settings.language),
            small_here=self.spares,
            cancelled=self.cancelled,
        ):
            yield self._file(found)

    def _still_told(self) -> dict[str, Told]:
        """What documents report that were read, but those that another program has read again meanwhile."""
        stamps = self.store.reported(edition(), self.told)
        return {
            document: told
            for document, (stamp, told) in self.told.items()
            if stamps.get(document, "").endswith(f" {stamp}")
        }

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
        failed = not found.documents and bool(found.troubles)
        if failed and self.known.has_documents(file):
            return self._kept(found)
        documents, doubles = self.known.own(file, found.documents)
        own = {one.id for one in islice(documents, len(found.documents.held))}
        told = [
            (one.rows.id, (one.rows.reported[0], one.told))
            for one in found.documents.held
            if one.told and one.rows.reported and one.rows.id in own
        ]
        self.told.update(told[: MOST_HELD - len(self.told)])
        troubles = (*found.troubles, *doubles)
        self.store.replace_file(
            self._record(found, "failed" if failed else "read", troubles), documents, edition()
        )
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

    def _kept(self, found: FileRead) -> Progress:
        """A file that could be read before and cannot be read now: what was read of it stays."""
        first, *others = found.troubles
        troubles = (replace(first, hint=f"{first.hint} {KEPT}"), *others)
        self.store.note_file(self._record(found, "failed", troubles))
        before = self.progress
        self.progress = replace(
            before,
            done=before.done + 1,
            path=found.file.path,
            failed=before.failed + 1,
            troubles=troubles,
        )
        return self.progress

    def _record(self, found: FileRead, state: FileState, troubles: tuple[Trouble, ...]) -> FileRecord:
        return FileRecord(
            path=found.file.path,
            location=location_of(found.file.path),
            size=found.facts.size,
            modified=found.facts.modified,
            sha256=found.facts.sha256,
            state=state,
            settings=self.settings.fingerprint(),
            troubles=troubles,
        )
