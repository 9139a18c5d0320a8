"""Many files, read where it suits each, their results in the order of the files."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING

from data.model import Document, Reading, Trouble
from data.reading import NOTHING_GIVEN, FoundFile, Given
from data.workers.dividing import OWN_SUFFIXES, Division, Item, Turn, Value, told
from data.workers.file_documents import FileDocuments
from data.workers.inside import Facts, WorkerLostError
from data.workers.reading import (
    WorkedOut,
    as_read,
    doubtful,
    read_all,
    worked_out,
)
from data.workers.spreading import Piece, spread

if TYPE_CHECKING:
    from data.workers.executor import Executor


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
    given: Given = NOTHING_GIVEN,
    small_here: bool,
    cancelled: Callable[[], bool],
) -> Iterator[FileRead]:
    """Every file, in the order given, read with an executor; ends early if cancelled.

    The documents of a file are there until the next one is asked for. A file that cannot be read is a result
    too: without documents, and with a trouble. With ``small_here`` small files of our own formats are read in
    this process, and documents are worked out in it. A document that is lost while it is worked out is only
    read. Raises DatelineError if nothing can be run.
    """
    read = partial(read_all, working_out=not small_here)
    taken = worked_out if small_here else as_read
    with Division(executor, read_all, given, cancelled, small_here=small_here) as division:
        pieces = (piece for file in files for piece in division.pieces(file))
        part: _Part | None = None
        try:
            for piece, results in spread(executor, read, pieces, cancelled):
                turn = piece.known_by
                part = part or _Part(turn.file, taken)
                if not small_here and _may_be_read(piece, results):
                    part.take(division.read_only(piece))
                else:
                    part.take(told(piece, results))
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


def _may_be_read(piece: Piece[Value, Turn], results: Iterable[Item] | WorkerLostError) -> bool:
    """Whether a piece was lost to working it out: reading it is bounded code of our own."""
    if not isinstance(results, WorkerLostError) or results.again:
        return False
    path = PurePath(piece.known_by.file.path)
    return isinstance(piece.value, Document) or path.suffix.lower() in OWN_SUFFIXES
