"""The days of capture that the pages around undated articles carry."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.dating.publication.lines import date_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from data.dating.publication.lines import DateLine
    from data.model import Reading


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
    return days, sure
