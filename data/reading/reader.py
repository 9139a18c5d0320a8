"""One file in, its documents and troubles out."""

from __future__ import annotations

import os
import sys
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from data.model import Document, Trouble
from data.reading.files import STANDARD_INPUT, file_trouble
from data.reading.making.documents import documents_in, untroubled
from data.reading.making.given import NOTHING_GIVEN, Given
from data.reading.making.known_formats import is_ours, streaming_format
from data.reading.making.source import Source
from data.reading.opening import limits
from data.reading.opening.continued import Continued, Taken, read_at_most
from data.reading.opening.limits import UnreadableError, too_large

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from data.reading.opening.continued import Readable


@dataclass(frozen=True, slots=True)
class FileReading:
    """What one file held.

    Attributes:
        documents: in the order of the file.
        sha256: the hexadecimal digest of the file's bytes.
        size: in bytes.
        modified: nanoseconds since 1970; 0 for standard input.
        troubles: what was wrong, or guessed; the rest was read.
    """

    documents: tuple[Document, ...]
    sha256: str
    size: int
    modified: int
    troubles: tuple[Trouble, ...] = ()


def read_file(path: str, given: Given = NOTHING_GIVEN) -> FileReading:
    """Reads the file at ``path``. What is wrong with the file is a trouble, never an exception.

    ``given`` is what the user says of all its documents.
    """
    taken = Taken()
    found = list(stream_file(path, given, taken=taken))
    return _file_reading(found, taken)


def read_bytes(path: str, data: bytes, given: Given = NOTHING_GIVEN) -> FileReading:
    """Reads ``data`` as the content of ``path``; without a telling suffix (``-``) the format is sniffed."""
    taken = Taken()
    found = list(stream_bytes(path, data, given, taken=taken))
    return _file_reading(found, taken)


def _file_reading(found: list[Document | Trouble], taken: Taken) -> FileReading:
    documents = tuple([item for item in found if isinstance(item, Document)])
    troubles = tuple([item for item in found if isinstance(item, Trouble)])
    return FileReading(documents, taken.sha256, taken.size, taken.modified, troubles)


def stream_bytes(
    path: str, data: bytes, given: Given = NOTHING_GIVEN, *, taken: Taken | None = None
) -> Iterator[Document | Trouble]:
    """The documents of bytes as those of ``path``, one by one, as :func:`stream_file` has them."""
    if taken is not None:
        taken.bytes(data)
    digest = None if taken is None else taken.sha256
    return documents_in(Source(path, data, given, sha256=digest))


def stream_file(
    path: str,
    given: Given = NOTHING_GIVEN,
    *,
    whole: Callable[[Source, Readable], Iterator[Document | Trouble]] | None = None,
    taken: Taken | None = None,
) -> Iterator[Document | Trouble]:
    """The documents of a file one by one, and what was wrong with it; ``-`` is standard input.

    JSON Lines, mail boxes and what is packed with gzip are read piece by piece, so memory does not grow with
    the number of documents; another format is read whole first. With ``whole``, a function of the file
    without its bytes and of these, that reads all that needs a library. ``taken`` learns what was read.
    """
    return stream_source(Source(path, b"", given), whole, taken)


def stream_source(
    source: Source,
    whole: Callable[[Source, Readable], Iterator[Document | Trouble]] | None = None,
    taken: Taken | None = None,
) -> Iterator[Document | Trouble]:
    """The documents of a file that is not opened yet, as :func:`stream_file` reads it.

    Raises nothing for a file that cannot be read: a Trouble says why.
    """
    try:
        standard = source.path == STANDARD_INPUT
        with nullcontext(sys.stdin.buffer) if standard else Path(source.path).open("rb") as file:
            line = file.readline(limits.LINE_BYTES)
            rest: Readable = Continued(line, file)
            if taken is not None:
                rest = taken.of(rest, os.fstat(file.fileno()))
            format_ = streaming_format(source.path, line)
            if format_ is not None and line and (whole is None or is_ours(format_)):
                yield from untroubled(source, format_.stream(source, rest))
            else:
                if not standard and os.fstat(file.fileno()).st_size > limits.FILE_BYTES:
                    raise too_large("the file", limits.FILE_BYTES)
                yield from (whole or read_whole)(source, rest)
            if taken is not None:
                taken.finish()
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        yield file_trouble(source.path, error if isinstance(error, OSError) else FileNotFoundError())
    except UnreadableError as refusal:
        yield Trouble(source.path, None, refusal.reason, refusal.hint)


def read_whole(source: Source, file: Readable) -> Iterator[Document | Trouble]:
    """The documents of a file whose bytes are these; raises UnreadableError if they are too many."""
    data = read_at_most(file, limits.FILE_BYTES)
    return documents_in(replace(source, data=data, sha256=file.sha256 if isinstance(file, Taken) else None))
