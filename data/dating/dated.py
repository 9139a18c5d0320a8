"""A document that was read, with its publication date and the days of its expressions."""

from __future__ import annotations

from dataclasses import replace

from data.dating.resolution import resolve
from data.model import DatedDocument, Published, Reading


def date_reading(reading: Reading, published: Published) -> DatedDocument:
    """A document as read, with this publication date and the days of its expressions."""
    document = replace(reading.document, published=published)
    expressions = resolve(
        document.text, reading.mentions, reading.sentences, published, language=document.language or "en"
    )
    return DatedDocument(document, reading.sentences, expressions)
