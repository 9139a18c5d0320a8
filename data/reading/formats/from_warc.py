"""Web archives (WARC): every page and text that a crawl kept, through warcio."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from data.model import Trouble
from data.reading.making.documents import documents_in
from data.reading.opening import limits
from data.reading.opening.continued import read_at_most
from data.reading.opening.limits import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.model import Document
    from data.reading.making.source import Source

SUFFIXES = (".warc",)

_NAMES = {
    "text/html": "page.html",
    "application/xhtml+xml": "page.html",
    "text/plain": "page.txt",
    "application/pdf": "page.pdf",
}
_FOUND = "200"


def recognises(data: bytes) -> bool:
    """Whether input without a name is a web archive."""
    return data.startswith(b"WARC/")


def read(source: Source) -> Iterator[Document | Trouble]:
    """The documents of all answers that are pages, texts or PDF; the day of the crawl dates none of them."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    if not recognises(source.data):
        raise UnreadableError("it is damaged, or no web archive", "Fetch it again from where it came.")
    records = 0
    pages = False
    try:
        for record in ArchiveIterator(io.BytesIO(source.data)):
            records += 1
            if records > limits.ARCHIVE_MEMBERS * 10:
                raise UnreadableError("it holds too many records", "Divide it into smaller archives.")
            inside = _inside(source, record)
            if isinstance(inside, Trouble):
                yield inside
            elif inside is not None:
                pages = True
                yield from documents_in(inside)
    except ArchiveLoadFailed as error:
        reason = f"it is damaged behind record {records}; what follows was not read"
        raise UnreadableError(reason, "Fetch it again from where it came.") from error
    if not pages:
        raise UnreadableError("it holds no page, text or PDF", "Nothing to do if that is as it should be.")


def _inside(source: Source, record: Any) -> Source | Trouble | None:
    """What a record holds, as a file inside the archive; None for what is no document."""
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    kind = record.rec_headers.get_header("Content-Type") or ""
    if record.rec_type == "response" and record.http_headers is not None:
        if record.http_headers.get_statuscode() != _FOUND:
            return None
        kind = record.http_headers.get_header("Content-Type") or ""
    elif record.rec_type not in ("resource", "conversion"):
        return None
    kind, _, more = kind.lower().partition(";")
    name = _NAMES.get(kind.strip())
    if name is None:
        return None
    try:
        data = read_at_most(record.content_stream(), limits.MEMBER_BYTES, "this page")
    except UnreadableError as refusal:
        return Trouble(f"{source.path}!/{url}", None, refusal.reason, refusal.hint)
    charset = more.partition("charset=")[2].split(";")[0].strip(" \"'")
    address = url.strip("<>")
    return source.member(
        address, data, name=name, charset=charset or None,
        url=address if address.startswith(("http:", "https:")) else None,
    )  # fmt: skip
