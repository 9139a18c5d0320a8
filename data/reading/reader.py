"""One file in, its documents and troubles out."""

from __future__ import annotations

import os
import sys
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from data.model import Document, Trouble
from data.reading import limits
from data.reading.continued import Continued, Taken
from data.reading.files import STANDARD_INPUT, file_trouble
from data.reading.formats import Source, format_of, is_ours, streaming_format
from data.reading.limits import UnreadableError, read_at_most, too_large
from data.reading.published import given_date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from data.reading.continued import Readable


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


def read_file(path: str, *, published: str | None = None, language: str | None = None) -> FileReading:
    """Reads the file at ``path``. What is wrong with the file is a trouble, never an exception.

    ``published`` (an EDTF date or an ISO date with a time) and ``language`` are what the user gave for all
    its documents. Raises ValueError if ``published`` is no date.
    """
    taken = Taken()
    found = list(stream_file(path, published=published, language=language, taken=taken))
    return _file_reading(found, taken, taken.modified)


def read_bytes(
    path: str,
    data: bytes,
    *,
    published: str | None = None,
    language: str | None = None,
    modified: int = 0,
) -> FileReading:
    """Reads ``data`` as the content of ``path``; without a telling suffix (``-``) the format is sniffed.

    ``published`` and ``language`` are as for :func:`read_file`.
    """
    taken = Taken()
    found = list(stream_bytes(path, data, published=published, language=language, taken=taken))
    return _file_reading(found, taken, modified)


def _file_reading(found: list[Document | Trouble], taken: Taken, modified: int) -> FileReading:
    documents = tuple(item for item in found if isinstance(item, Document))
    troubles = tuple(item for item in found if isinstance(item, Trouble))
    return FileReading(documents, taken.sha256, taken.size, modified, troubles)


def stream_bytes(
    path: str,
    data: bytes,
    *,
    published: str | None = None,
    language: str | None = None,
    taken: Taken | None = None,
) -> Iterator[Document | Trouble]:
    """The documents of bytes as those of ``path``, one by one, as :func:`stream_file` has them."""
    if taken is not None:
        taken.bytes(data)
    return documents_in(Source(path, data, given_date(published), language))


def stream_file(
    path: str,
    *,
    published: str | None = None,
    language: str | None = None,
    whole: Callable[[Source, Readable], Iterator[Document | Trouble]] | None = None,
    taken: Taken | None = None,
) -> Iterator[Document | Trouble]:
    """The documents of a file one by one, and what was wrong with it; ``-`` is standard input.

    JSON Lines, mail boxes and what is packed with gzip are read piece by piece, so memory does not grow with
    the number of documents; another format is read whole first. With ``whole``, a function of the file
    without its bytes and of these, that reads all that needs a library. ``taken`` learns what was read.
    ``published`` and ``language`` are as for :func:`read_file`.
    """
    return stream_source(Source(path, b"", given_date(published), language), whole, taken)


def stream_source(
    source: Source,
    whole: Callable[[Source, Readable], Iterator[Document | Trouble]] | None = None,
    taken: Taken | None = None,
) -> Iterator[Document | Trouble]:
    """The documents of a file that is not opened yet, as :func:`stream_file` reads it."""
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
    return documents_in(replace(source, data=read_at_most(file, limits.FILE_BYTES)))


def documents_in(source: Source) -> Iterator[Document | Trouble]:
    """The documents of a file, or of a member of an archive, and what was wrong with it; never raises."""
    if source.data.strip():
        return untroubled(source, _of_its_format(source))
    return untroubled(source, iter(()))


def _of_its_format(source: Source) -> Iterator[Document | Trouble]:
    yield from format_of(source.name or source.path, source.data).read(source)


def untroubled(
    source: Source, found: Iterator[Document | Trouble], line: int | None = None
) -> Iterator[Document | Trouble]:
    """What a format finds, and a trouble in the place of what it raises; what was read before stays.

    Here, and nowhere else, whatever the library of a format raises is caught: faced with damaged and hostile
    files, libraries raise what they stumble over (IndexError, struct.error, RecursionError), and one such
    file must not end the reading of all others.
    """
    empty = True
    try:
        for item in found:
            empty = False
            yield item
        if empty:
            raise UnreadableError("the file is empty", "Nothing to do if that is as it should be.")
    except UnreadableError as refusal:
        yield Trouble(source.path, line, refusal.reason, refusal.hint)
    except MemoryError:
        reason = "it does not fit into the memory that reading may take"
        yield Trouble(source.path, line, reason, "Split it into smaller files.")
    except Exception as error:
        complaint = " ".join(str(error).split())[:200]
        told = f"{type(error).__name__}: {complaint}" if complaint else type(error).__name__
        yield Trouble(
            source.path,
            line,
            f"it cannot be read as what its name says ({told})",
            "It may be damaged, or another kind of file; open it in its own program and save it again.",
        )
