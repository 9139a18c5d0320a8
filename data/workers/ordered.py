"""Many files, read where it suits each, their results in the order of the files.

Small files of the formats that are read by bounded code of our own (plain text, JSON Lines) are read here,
which spares them the way to a worker and back; everything that goes through a library, and every large file,
goes to workers. If more than one job is asked for, all files do.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from data.model import Reading, Trouble
from data.reading import FoundFile, from_jsonl, from_text, limits
from data.reading.files import STANDARD_INPUT, file_trouble
from data.workers.inside import Facts, WorkerLostError
from data.workers.processes import Processes
from data.workers.reading import read_one

if TYPE_CHECKING:
    from concurrent.futures import Future

HERE_BYTES = 1 << 20
"""A file of our own formats up to this size is read without a worker: it takes seconds at most."""

_OWN_SUFFIXES = frozenset((*from_text.SUFFIXES, *from_jsonl.SUFFIXES))
_MOST_JOBS = 4  # unless more are asked for: a worker may take much memory, and others use the machine
_AHEAD = 4  # files on their way, a job: enough to keep it busy while one result is written
_GLANCE = 0.1  # seconds between looks at whether the user has stopped the reading

Item = Facts | Reading | Trouble


@dataclass(frozen=True, slots=True)
class FileRead:
    """A file as it was read, its documents with their sentences and time expressions, and what was wrong."""

    file: FoundFile
    facts: Facts
    readings: tuple[Reading, ...]
    troubles: tuple[Trouble, ...]


def read_in_order(
    files: Iterable[FoundFile],
    *,
    published: str | None = None,
    language: str | None = None,
    jobs: int | None = None,
    cancelled: Callable[[], bool],
) -> Iterator[FileRead]:
    """Every file, in the order given, read by ``jobs`` workers; ends early, the workers killed, if cancelled.

    Without a number of jobs there are as many workers as cores, at most four, if files need them. A file that
    cannot be read is a result too: without documents, and with a trouble. ``published`` and ``language`` are
    what the user gave for all documents. Raises DatelineError if no worker can be started.
    """
    source = iter(files)
    pending: deque[tuple[FoundFile, Callable[[], Iterable[Item]]]] = deque()
    workers = jobs or _cores()
    with Processes(workers) as processes:
        while not cancelled():
            for file in islice(source, _AHEAD * workers + 1 - len(pending)):
                try:
                    task = partial(read_one, file.path, published, language, _content(file))
                except (OSError, limits.UnreadableError) as error:
                    pending.append((file, partial(_refused, file, error)))
                    continue
                if jobs in (None, 1) and is_read_here(file.path, file.size):
                    pending.append((file, task))
                else:
                    future = processes.submit(task.func, *task.args)
                    pending.append((file, partial(_awaited, file, future, cancelled)))
            if not pending:
                return
            file, items = pending.popleft()
            found = _gathered(file, items())
            if found is not None:
                yield found


def _cores() -> int:
    usable = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(usable, _MOST_JOBS)


def is_read_here(path: str, size: int) -> bool:
    """Whether a file of so many bytes is read in this process: small, and read by bounded code of our own."""
    return size <= HERE_BYTES and PurePath(path).suffix.lower() in _OWN_SUFFIXES


def _content(file: FoundFile) -> bytes | None:
    """What a worker cannot open by its path: standard input, or a pipe that this process was given."""
    if file.path == STANDARD_INPUT:
        return limits.read_at_most(sys.stdin.buffer, limits.FILE_BYTES)
    if os.path.isfile(file.path) or not os.path.exists(file.path):  # noqa: PTH110, PTH113  (twice as fast)
        return None
    with Path(file.path).open("rb") as pipe:
        return limits.read_at_most(pipe, limits.FILE_BYTES)


def _refused(file: FoundFile, error: OSError | limits.UnreadableError) -> Iterator[Item]:
    if isinstance(error, OSError):
        yield file_trouble(file.path, error)
    else:
        yield Trouble(file.path, None, error.reason, error.hint)


def _awaited(file: FoundFile, future: Future[list[Item]], cancelled: Callable[[], bool]) -> Iterator[Item]:
    """What a worker finds, or why it was lost; nothing if the user stops the reading first."""
    while not cancelled():
        try:
            yield from future.result(timeout=_GLANCE)
        except TimeoutError:
            continue
        except WorkerLostError as lost:
            yield Trouble(file.path, None, lost.reason, lost.hint)
        return


def _gathered(file: FoundFile, items: Iterable[Item]) -> FileRead | None:
    """The file of these items; None if there are none."""
    facts = Facts(hashlib.sha256().hexdigest(), file.size, file.modified)
    readings: list[Reading] = []
    troubles: list[Trouble] = []
    found = False
    for item in items:
        found = True
        match item:
            case Facts():
                facts = item
            case Reading():
                readings.append(item)
            case Trouble():
                troubles.append(item)
    return FileRead(file, facts, tuple(readings), tuple(troubles)) if found else None
