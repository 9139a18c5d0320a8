"""Single files packed with gzip: news.jsonl.gz is read as news.jsonl, crawl.warc.gz as crawl.warc."""

from __future__ import annotations

import gzip
import io
import zlib
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from data.reading.making.documents import documents_in
from data.reading.making.known_formats import streaming_format
from data.reading.opening import limits
from data.reading.opening.continued import Continued, read_at_most
from data.reading.opening.limits import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.model import Document, Trouble
    from data.reading.making.source import Source
    from data.reading.opening.continued import Readable

SUFFIXES = (".gz",)

_HINT = "Pack it again and read that."
_SAMPLE = 1 << 16


def recognises(data: bytes) -> bool:
    """Whether input without a name is packed."""
    return data.startswith(b"\x1f\x8b\x08")


def read(source: Source) -> Iterator[Document | Trouble]:
    """The documents of the file inside, under the name of the packed one."""
    yield from stream(source, io.BytesIO(source.data))


def stream(source: Source, file: Readable) -> Iterator[Document | Trouble]:
    """As ``read``, from an open file; what is inside is read piece by piece if its format can be."""
    if source.depth >= limits.ARCHIVE_DEPTH:
        raise UnreadableError(
            "archives inside archives are not opened any deeper", "Unpack it and read that."
        )
    unpacked = _Unpacked(file)
    name = str(PurePath(source.name or source.path).with_suffix(""))
    sample = unpacked.read(_SAMPLE)
    inside = source.with_data(b"", name=name)
    format_ = streaming_format(name, sample.partition(b"\n")[0])
    rest = Continued(sample, unpacked)
    if format_ is not None and sample:
        yield from format_.stream(inside, rest)
    else:
        data = read_at_most(rest, limits.ARCHIVE_BYTES, "what it unpacks to")
        yield from documents_in(replace(inside, data=data))


class _Unpacked:
    """A packed file, read unpacked; UnreadableError if it is damaged or grows as a bomb does."""

    def __init__(self, file: Readable) -> None:
        self._packed = _Counted(file)
        self._file = gzip.GzipFile(fileobj=self._packed)  # type: ignore[call-overload]  # to read is enough
        self._length = 0

    def read(self, size: int, /) -> bytes:
        """The next bytes, at most ``size``; none at the end."""
        try:
            piece = bytes(self._file.read(size))
        except (OSError, EOFError, zlib.error) as error:
            raise UnreadableError("it is damaged, or not packed with gzip", _HINT) from error
        self._length += len(piece)
        if self._length > max(limits.MEGABYTE, self._packed.length * limits.EXPANSION):
            raise UnreadableError(
                f"it would grow more than {limits.EXPANSION} times", "Unpack it yourself if you trust it."
            )
        return piece


class _Counted:
    """An open file that knows how many bytes were read from it."""

    def __init__(self, file: Readable) -> None:
        self._file = file
        self.length = 0

    def read(self, size: int, /) -> bytes:
        piece = self._file.read(size)
        self.length += len(piece)
        return piece
