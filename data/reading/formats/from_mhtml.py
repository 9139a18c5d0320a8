"""Web pages saved with their pictures in one file (MHTML): the page itself, read as any page."""

from __future__ import annotations

from email import message_from_bytes
from typing import TYPE_CHECKING

from data.reading.mail.headers import words
from data.reading.mail.message import looks_like_saved_page
from data.reading.markup.web_page import page_document
from data.reading.opening import limits
from data.reading.opening.limits import UnreadableError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.model import Document, Trouble
    from data.reading.making.source import Source

SUFFIXES = (".mhtml", ".mht")

_PAGES = ("text/html", "application/xhtml+xml")


def recognises(data: bytes) -> bool:
    """Whether input without a name is a saved page."""
    return looks_like_saved_page(data)


def read(source: Source) -> Iterator[Document | Trouble]:
    """The first page of the file; the day on which it was saved is no publication date."""
    message = message_from_bytes(source.data)
    for number, part in enumerate(message.walk()):
        if number > limits.MESSAGE_PARTS:
            break
        payload = part.get_payload(decode=True)
        if part.get_content_type() not in _PAGES or not isinstance(payload, bytes):
            continue
        place = words(message.get("Snapshot-Content-Location") or part.get("Content-Location") or "")
        url = place if place.startswith(("http:", "https:")) else None
        page = page_document(source.with_data(payload, url=url, charset=part.get_content_charset()))
        if page is not None:
            yield page
            return
    raise UnreadableError("the file holds no page with text", "Save the page again, or as HTML only.")
