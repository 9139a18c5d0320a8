"""The days of capture that the pages around undated articles carry."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from data.dating.publication.stated.lines import date_lines
from data.days import month_length, ordinal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from data.dating.publication.stated.date_line import DateLine
    from data.model import Document, Reading

# What a browser prints at the edge of every page: "12/3/24, 9:01 AM", "03.12.2024, 09:01".
_PRINTED = re.compile(r"(?<![\d./-])(\d{1,4})[./-](\d{1,2})[./-](\d{1,4}),? \d{1,2}[:.]\d\d(?!\d)")
_CENTURY = 2000  # browsers are no older


def captured(
    readings: Iterable[Reading], lines: Mapping[str, Sequence[DateLine]]
) -> tuple[dict[str, int], dict[str, int]]:
    """The latest day that the furniture in and behind each article without a date carries, by document id.

    Once of all such days, once of those only that say themselves to be the day of capture.
    """
    days: dict[str, int] = {}
    sure: dict[str, int] = {}
    path, article = "", ""
    for reading in sorted(readings, key=lambda reading: (reading.document.path, reading.document.line or 0)):
        document = reading.document
        if document.kind == "article":
            path, article = document.path, document.id if document.id in lines else ""
        elif document.kind != "furniture" or document.path != path:
            article = ""
        if not article:
            continue
        for line in lines[article] if document.id == article else date_lines(document):
            if line.kind == "captured" and line.date.year is not None:
                day = line.date.number()
                days[article] = max(day, days.get(article, day))
                if line.sure:
                    sure[article] = max(day, sure.get(article, day))
        for day in printed(document):
            days[article] = max(day, days.get(article, day))
            sure[article] = max(day, sure.get(article, day))
    return days, sure


def printed(document: Document) -> Iterator[int]:
    """The days on which a browser printed the pages of a document, as their edges say.

    Where it is in doubt which number is the month, the later day.
    """
    for start, end in document.furniture if document.pages else ():
        for stamp in _PRINTED.finditer(document.text, start, end):
            first, middle, last = map(int, stamp.groups())
            orders = {(last, first, middle), (last, middle, first), (first, middle, last)}
            yield from sorted(day for order in orders if (day := _day(*order)) is not None)[-1:]


def _day(year: int, month: int, day: int) -> int | None:
    """A day's number; None if there is no such day, or no browser was there to print on it."""
    year += 0 if year >= 100 else _CENTURY
    if year < _CENTURY or not 1 <= month <= 12 or not 1 <= day <= month_length(year, month):
        return None
    return ordinal(year, month, day)
