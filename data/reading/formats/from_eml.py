"""Single mail messages (EML), through the standard library's email package."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from data.reading.mail.message import looks_like_mail, looks_like_saved_page, message_documents, told_left_out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.model import Document, Trouble
    from data.reading.making.source import Source

SUFFIXES = (".eml",)


def recognises(data: bytes) -> bool:
    """Whether input without a name is a mail message."""
    return looks_like_mail(data) and not looks_like_saved_page(data)


def read(source: Source) -> Iterator[Document | Trouble]:
    """The message, and the documents attached to it."""
    others: Counter[str] = Counter()
    yield from message_documents(source, source.data, others=others)
    yield from told_left_out(source, others)
