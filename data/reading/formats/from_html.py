"""Web pages: the article of a page, found by trafilatura, with the date that htmldate finds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.reading.markup.web_page import page_document
from data.reading.opening.limits import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.model import Document, Trouble
    from data.reading.making.source import Source

SUFFIXES = (".html", ".htm", ".xhtml")

_BEGINNING = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S
)


def recognises(data: bytes) -> bool:
    """Whether input without a name is a web page: it begins as one."""
    return _BEGINNING.match(data.removeprefix(b"\xef\xbb\xbf")) is not None


def read(source: Source) -> Iterator[Document | Trouble]:
    """The page as one document, also where it shows several stories."""
    document = page_document(source)
    if document is None:
        raise UnreadableError(
            "the page holds no text", "It may be drawn by a script; save it from the browser as text."
        )
    yield document
