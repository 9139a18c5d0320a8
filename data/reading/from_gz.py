"""Single files packed with gzip: news.jsonl.gz is read as news.jsonl, crawl.warc.gz as crawl.warc."""

from __future__ import annotations

import gzip
import io
import zlib
from pathlib import PurePath
from typing import TYPE_CHECKING

from data.reading import limits
from data.reading.limits import UnreadableError, read_at_most
from data.reading.reader import documents_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.model import Document, Trouble
    from data.reading.formats import Source

SUFFIXES = (".gz",)

_HINT = "Pack it again and read that."


def read(source: Source) -> Iterator[Document | Trouble]:
    """The documents of the file inside, under the name of the packed one."""
    if source.depth >= limits.ARCHIVE_DEPTH:
        raise UnreadableError(
            "archives inside archives are not opened any deeper", "Unpack it and read that."
        )
    most = min(limits.ARCHIVE_BYTES, max(limits.MEGABYTE, len(source.data) * limits.EXPANSION))
    try:
        data = read_at_most(gzip.GzipFile(fileobj=io.BytesIO(source.data)), most, "what it unpacks to")
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableError("it is damaged, or not packed with gzip", _HINT) from error
    inside = PurePath(source.name or source.path).with_suffix("")
    yield from documents_in(source.with_data(data, name=str(inside)))
