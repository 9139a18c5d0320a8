"""Documents that were read, with their publication dates and the days of their expressions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from data.dating.publication.dates import publication_dates
from data.dating.publication.stated.place_lines import place_line_day
from data.dating.resolving.resolution import resolve
from data.days import iso
from data.model import DatedDocument, Published, Reading


def date_reading(reading: Reading, published: Published) -> DatedDocument:
    """A document as read, with this publication date and the days of its expressions.

    They are counted from the day on which it was written, where an agency's place line gives that.
    """
    document = replace(reading.document, published=published)
    day = place_line_day(document, published)
    written = published if day is None else replace(published, value=iso(day), start=day, end=day)
    expressions = resolve(
        document.text, reading.mentions, reading.sentences, written, language=document.language or "en"
    )
    return DatedDocument(document, reading.sentences, expressions)


def date_readings(readings: Sequence[Reading], given: Mapping[str, str]) -> Iterator[DatedDocument]:
    """Documents that belong together, each with its publication date and the days of its expressions.

    Args:
        readings: the documents as read; each may help another to its date.
        given: dates the user has set, EDTF, by document id.
    """
    published = publication_dates(readings, given)
    for reading in readings:
        yield date_reading(reading, published[reading.document.id])
