"""Many files, read where it suits each, their results in the order of the files.

The documents of JSON Lines, which our own bounded code reads, are found in this process, those of a large
mail box in a worker, and sent to be worked out, many together; every other file is read whole where it can
do no harm. If nobody asked for several jobs, small files of our own formats are read here, and all documents
are worked out here, which spares them the way to a worker and back; those of a large mail box one by one as
a worker reads them.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, TypeVar

from data.closing import Closing
from data.model import Document, Reading, Trouble
from data.reading import FoundFile
from data.reading.files import STANDARD_INPUT, file_trouble
from data.reading.formats import from_jsonl, from_text
from data.reading.making.known_formats import streaming_format
from data.reading.opening import limits
from data.reading.opening.continued import read_at_most
from data.workers.file_documents import FileDocuments
from data.workers.inside import Facts, WorkerLostError
from data.workers.processes import Process, Processes
from data.workers.reading import (
    Seal,
    WholeFile,
    WorkedOut,
    as_read,
    doubtful,
    found_in,
    read_all,
    read_one,
    worked_out,
)
from data.workers.spreading import Piece, spread

if TYPE_CHECKING:
    from data.workers.executor import Executor

HERE_BYTES = 1 << 20
"""A file of our own formats up to this size is read without a worker: it takes seconds at most."""

SENT_BYTES = 64 << 20
"""A file up to this size is sent to machines that do not see it; a larger one is read on this machine."""

_JUST_SENT_BYTES = 1 << 20  # so small a file is sent without asking whether it is seen there
_FILE_WEIGHT = 1 << 10  # what the work on the smallest file is worth
_OWN_SUFFIXES = frozenset((*from_text.SUFFIXES, *from_jsonl.SUFFIXES))

Item = Facts | Reading | WorkedOut | Trouble
Value = Document | WholeFile
Streamed = TypeVar("Streamed")


@dataclass(frozen=True, slots=True)
class FileRead:
    """A file as it was read, its documents as they are to be written, and what was wrong."""

    file: FoundFile
    facts: Facts
    documents: FileDocuments
    troubles: tuple[Trouble, ...]


def read_in_order(
    files: Iterable[FoundFile],
    executor: Executor,
    *,
    published: str | None = None,
    language: str | None = None,
    small_here: bool,
    cancelled: Callable[[], bool],
) -> Iterator[FileRead]:
    """Every file, in the order given, read with an executor; ends early if cancelled.

    The documents of a file are there until the next one is asked for. A file that cannot be read is a result
    too: without documents, and with a trouble. ``published`` and
    ``language`` are what the user gave for all documents. With ``small_here`` small files of our own formats
    are read in this process, and documents are worked out in it. A document that is lost while it is worked
    out is only read. Raises DatelineError if nothing can be run.
    """
    read = partial(read_all, working_out=not small_here)
    taken = worked_out if small_here else as_read
    with _Division(executor, published, language, small_here, cancelled) as division:
        pieces = (piece for file in files for piece in division.pieces(file))
        part: _Part | None = None
        try:
            for piece, results in spread(executor, read, pieces, cancelled):
                turn = piece.known_by
                part = part or _Part(turn.file, taken)
                if not small_here and _may_be_read(piece, results):
                    part.take(division.read_only(piece))
                else:
                    part.take(_told(piece, results))
                if turn.is_last:
                    if part.is_unseen:
                        part.take(division.read_unseen(turn.file))
                    if not cancelled():
                        yield part.file_read()
                    part.documents.close()
                    part = None
        finally:
            if part is not None:
                part.documents.close()


def is_read_here(path: str, size: int) -> bool:
    """Whether a file of so many bytes is read in this process: small, and read by bounded code of our own."""
    return size <= HERE_BYTES and PurePath(path).suffix.lower() in _OWN_SUFFIXES


@dataclass(slots=True)
class _Part:
    """What has come of a file so far."""

    file: FoundFile
    taken: Callable[[Reading], WorkedOut]
    facts: Facts | None = None
    documents: FileDocuments = field(default_factory=FileDocuments)
    doubts: list[str] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)

    def take(self, items: Iterable[Item]) -> None:
        for item in items:
            match item:
                case Facts():
                    self.facts = item
                case Reading():
                    self.take([self.taken(item)])
                case WorkedOut():
                    self.documents.add(item)
                    self.doubts += item.doubts
                case Trouble():
                    self.troubles.append(item)

    @property
    def is_unseen(self) -> bool:
        """Whether nothing came: the file was not there where it was to be read."""
        return self.facts is None and not self.troubles

    def file_read(self) -> FileRead:
        file = self.file
        facts = self.facts or Facts(hashlib.sha256().hexdigest(), file.size, file.modified)
        if not facts.modified and facts.size == file.size:  # its bytes were sent
            facts = replace(facts, modified=file.modified)
        troubles = (*self.troubles, *doubtful(file.path, self.doubts))
        return FileRead(file, facts, self.documents, troubles)


@dataclass(frozen=True, slots=True)
class _Turn:
    """Which file a piece is of, and whether it is the last one of it."""

    file: FoundFile
    is_last: bool


def _told(piece: Piece[Value, _Turn], results: Iterable[Item] | WorkerLostError) -> Iterable[Item]:
    """What came of a piece; where it was lost, that."""
    if not isinstance(results, WorkerLostError):
        return results
    line = piece.value.line if isinstance(piece.value, Document) else None
    return [Trouble(piece.known_by.file.path, line, results.reason, results.hint)]


def _may_be_read(piece: Piece[Value, _Turn], results: Iterable[Item] | WorkerLostError) -> bool:
    """Whether a piece was lost to working it out: reading it is bounded code of our own."""
    if not isinstance(results, WorkerLostError) or results.again:
        return False
    path = PurePath(piece.known_by.file.path)
    return isinstance(piece.value, Document) or path.suffix.lower() in _OWN_SUFFIXES


class _Division(Closing):
    """Divides files into pieces: a file that is read whole, or the documents of one that is read here."""

    def __init__(
        self,
        executor: Executor,
        published: str | None,
        language: str | None,
        small_here: bool,
        cancelled: Callable[[], bool],
    ) -> None:
        self.executor = executor
        self.published = published
        self.language = language
        self.small_here = small_here
        self.cancelled = cancelled
        self.own = Processes(1)
        self.one = Process()
        self.unseen = False

    def close(self) -> None:
        """End the processes of its own."""
        self.own.close()
        self.one.close()

    def pieces(self, file: FoundFile) -> Iterator[Piece[Value, _Turn]]:
        """The pieces of a file, in order."""
        if self.small_here:
            if is_read_here(file.path, file.size):
                yield _here(file, partial(self._read_here, file))
            elif file.size > HERE_BYTES and _can_be_streamed(file):
                yield _here(file, partial(self._read_streaming, file))
            else:
                yield self._whole(file)
        elif PurePath(file.path).suffix.lower() in from_jsonl.SUFFIXES:
            yield from self._documents(file)
        elif file.size > HERE_BYTES and _can_be_streamed(file):
            yield from self._documents_of_worker(file)
        else:
            yield self._whole(file)

    def read_unseen(self, file: FoundFile) -> list[Item]:
        """What a file holds that the machines do not see; the files after it are not expected there."""
        self.unseen = True
        return self._read_by_own(file)

    def read_only(self, piece: Piece[Value, _Turn]) -> list[Item]:
        """What a piece gives without being worked out."""
        told = spread(self.executor, read_all, [piece], self.cancelled)
        return [item for _, results in told for item in _told(piece, results)]

    def _documents(self, file: FoundFile) -> Iterator[Piece[Value, _Turn]]:
        yield from _pieces_of(file, found_in(file.path, self.published, self.language))

    def _documents_of_worker(self, file: FoundFile) -> Iterator[Piece[Value, _Turn]]:
        """The documents of a large file, one by one as a worker finds them."""
        task = found_in, file.path, self.published, self.language
        with closing(self._run(file, *task)) as found:
            yield from _pieces_of(file, found)

    def _whole(self, file: FoundFile) -> Piece[Value, _Turn]:
        try:
            data = None if _can_be_opened_again(file) else _read(file, limits.FILE_BYTES)
            if data is None and not self.executor.shares_files:
                if file.size <= (SENT_BYTES if self.unseen else _JUST_SENT_BYTES):
                    data = _read(file, SENT_BYTES)
                elif self.unseen:
                    return _here(file, partial(self._read_by_own, file))
            sealed = data is None and not self.executor.shares_files
            seal = Seal.of(file.path) if sealed else None
        except OSError as error:
            return _here(file, partial(iter, [file_trouble(file.path, error)]))
        except limits.UnreadableError as refusal:
            return _here(file, partial(iter, [Trouble(file.path, None, refusal.reason, refusal.hint)]))
        value = WholeFile(file.path, self.published, self.language, data, seal)
        weight = max(_FILE_WEIGHT, file.size if data is None else len(data))
        if PurePath(file.path).suffix.lower() not in _OWN_SUFFIXES:
            weight = max(weight, self.executor.grain)  # what hangs in a library holds up no other file
        return Piece(value, weight, _Turn(file, is_last=True))

    def _read_here(self, file: FoundFile) -> Iterator[Item]:
        return read_one(file.path, self.published, self.language)

    def _read_streaming(self, file: FoundFile) -> Iterator[Item]:
        """What a large file holds, document by document as a worker reads it; ends early if cancelled."""
        with closing(self._run(file, read_one, file.path, self.published, self.language)) as items:
            for item in items:
                if self.cancelled():
                    return
                yield item

    def _run(
        self, file: FoundFile, function: Callable[..., Iterator[Streamed]], *arguments: object
    ) -> Generator[Streamed | Trouble, None, None]:
        try:
            yield from self.one.run(function, *arguments)
        except WorkerLostError as lost:
            yield Trouble(file.path, None, lost.reason, lost.hint)

    def _read_by_own(self, file: FoundFile) -> list[Item]:
        """What a worker of this machine finds in a file; nothing if the user stops it first."""
        value = WholeFile(file.path, self.published, self.language)
        piece: Piece[Value, _Turn] = Piece(value, file.size, _Turn(file, is_last=True))
        told = spread(self.own, read_all, [piece], self.cancelled)
        return [item for _, results in told for item in _told(piece, results)]


def _pieces_of(file: FoundFile, found: Iterable[Document | Facts | Trouble]) -> Iterator[Piece[Value, _Turn]]:
    for item in found:
        if isinstance(item, Document):
            yield Piece(item, len(item.text), _Turn(file, is_last=False))
        else:
            yield _here(file, partial(iter, [item]), is_last=False)
    yield _here(file, partial(iter, ()))


def _here(
    file: FoundFile, items: Callable[[], Iterable[Item]], *, is_last: bool = True
) -> Piece[Value, _Turn]:
    return Piece(None, 0, _Turn(file, is_last), items)


def _can_be_streamed(file: FoundFile) -> bool:
    """Whether the documents of a file, by its name, are read one by one."""
    return streaming_format(file.path, b"") is not None and _can_be_opened_again(file)


def _can_be_opened_again(file: FoundFile) -> bool:
    """Whether a worker may open it by its path: neither standard input nor a pipe given to this process."""
    if file.path == STANDARD_INPUT:
        return False
    return os.path.isfile(file.path) or not os.path.exists(file.path)  # noqa: PTH110, PTH113 - twice as fast


def _read(file: FoundFile, limit: int) -> bytes:
    if file.path == STANDARD_INPUT:
        return read_at_most(sys.stdin.buffer, limit)
    with Path(file.path).open("rb") as opened:
        return read_at_most(opened, limit)
