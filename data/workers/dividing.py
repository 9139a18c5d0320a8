"""A file divided into pieces of work: the whole of it, or its documents where these are found one by one.

The documents of JSON Lines, which our own bounded code reads, are found in this process, those of a large
mail box in a worker, and sent to be worked out, many together; every other file is read whole where it can
do no harm. If nobody asked for several jobs, small files of our own formats are read here, and all documents
are worked out here, which spares them the way to a worker and back; those of a large mail box one by one as
a worker reads them.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from data.closing import Closing
from data.model import Document, Reading, Trouble
from data.reading import FoundFile, Given
from data.reading.files import STANDARD_INPUT, file_trouble
from data.reading.formats import from_jsonl, from_text
from data.reading.making.known_formats import streaming_format
from data.reading.opening import limits
from data.reading.opening.continued import read_at_most
from data.workers.inside import Facts, WorkerLostError
from data.workers.processes import Process, Processes
from data.workers.reading import Seal, WholeFile, WorkedOut, found_in, read_one
from data.workers.spreading import Piece, spread

if TYPE_CHECKING:
    from data.workers.executor import Executor

HERE_BYTES = 1 << 20
"""A file of our own formats up to this size is read without a worker: it takes seconds at most."""

SENT_BYTES = 64 << 20
"""A file up to this size is sent to machines that do not see it; a larger one is read on this machine."""

_JUST_SENT_BYTES = 1 << 20  # so small a file is sent without asking whether it is seen there
_FILE_WEIGHT = 1 << 10  # what the work on the smallest file is worth
OWN_SUFFIXES = frozenset((*from_text.SUFFIXES, *from_jsonl.SUFFIXES))

Item = Facts | Reading | WorkedOut | Trouble
Value = Document | WholeFile
Streamed = TypeVar("Streamed")
ReadAll: TypeAlias = "Callable[[Sequence[Value]], Iterator[tuple[int, Item]]]"


def is_read_here(path: str, size: int) -> bool:
    """Whether a file of so many bytes is read in this process: small, and read by bounded code of our own."""
    return size <= HERE_BYTES and PurePath(path).suffix.lower() in OWN_SUFFIXES


@dataclass(frozen=True, slots=True)
class Turn:
    """Which file a piece is of, and whether it is the last one of it."""

    file: FoundFile
    is_last: bool


def told(piece: Piece[Value, Turn], results: Iterable[Item] | WorkerLostError) -> Iterable[Item]:
    """What came of a piece; where it was lost, that."""
    if not isinstance(results, WorkerLostError):
        return results
    line = piece.value.line if isinstance(piece.value, Document) else None
    path = piece.known_by.file.path
    return [Trouble(path, line, results.reason, results.hint, again=results.again)]


class Division(Closing):
    """Divides files into pieces: a file that is read whole, or the documents of one that is read here."""

    def __init__(
        self,
        executor: Executor,
        read: ReadAll,
        given: Given,
        cancelled: Callable[[], bool],
        *,
        small_here: bool,
    ) -> None:
        self.executor = executor
        self.read = read
        self.given = given
        self.small_here = small_here
        self.cancelled = cancelled
        self.own = Processes(1)
        self.one = Process()
        self.unseen = False

    def close(self) -> None:
        """End the processes of its own."""
        self.own.close()
        self.one.close()

    def pieces(self, file: FoundFile) -> Iterator[Piece[Value, Turn]]:
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

    def read_only(self, piece: Piece[Value, Turn]) -> list[Item]:
        """What a piece gives without being worked out."""
        found = spread(self.executor, self.read, [piece], self.cancelled)
        return [item for _, results in found for item in told(piece, results)]

    def _documents(self, file: FoundFile) -> Iterator[Piece[Value, Turn]]:
        yield from _pieces_of(file, found_in(file.path, self.given))

    def _documents_of_worker(self, file: FoundFile) -> Iterator[Piece[Value, Turn]]:
        """The documents of a large file, one by one as a worker finds them."""
        task = found_in, file.path, self.given
        with closing(self._run(file, *task)) as found:
            yield from _pieces_of(file, found)

    def _whole(self, file: FoundFile) -> Piece[Value, Turn]:
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
        value = WholeFile(file.path, self.given, data, seal)
        weight = max(_FILE_WEIGHT, file.size if data is None else len(data))
        if PurePath(file.path).suffix.lower() not in OWN_SUFFIXES:
            weight = max(weight, self.executor.grain)  # what hangs in a library holds up no other file
        return Piece(value, weight, Turn(file, is_last=True))

    def _read_here(self, file: FoundFile) -> Iterator[Item]:
        return read_one(file.path, self.given)

    def _read_streaming(self, file: FoundFile) -> Iterator[Item]:
        """What a large file holds, document by document as a worker reads it; ends early if cancelled."""
        with closing(self._run(file, read_one, file.path, self.given)) as items:
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
            yield Trouble(file.path, None, lost.reason, lost.hint, again=lost.again)

    def _read_by_own(self, file: FoundFile) -> list[Item]:
        """What a worker of this machine finds in a file; nothing if the user stops it first."""
        value = WholeFile(file.path, self.given)
        piece: Piece[Value, Turn] = Piece(value, file.size, Turn(file, is_last=True))
        found = spread(self.own, self.read, [piece], self.cancelled)
        return [item for _, results in found for item in told(piece, results)]


def _pieces_of(file: FoundFile, found: Iterable[Document | Facts | Trouble]) -> Iterator[Piece[Value, Turn]]:
    for item in found:
        if isinstance(item, Document):
            yield Piece(item, len(item.text), Turn(file, is_last=False))
        else:
            yield _here(file, partial(iter, [item]), is_last=False)
    yield _here(file, partial(iter, ()))


def _here(
    file: FoundFile, items: Callable[[], Iterable[Item]], *, is_last: bool = True
) -> Piece[Value, Turn]:
    return Piece(None, 0, Turn(file, is_last), items)


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
