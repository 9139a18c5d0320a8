"""When each document was published, and how that is known.

In this order: what the user gave, what metadata states, what the text or the file's name states, what follows
from the text and from the other documents. What does not follow stays unknown; the present day is never used.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from data.dating.publication.inference import inferred_dates
from data.dating.publication.stated.lines import bare_date, date_lines
from data.dating.publication.stated.names import name_date
from data.dating.publication.stated.pages import page_dates
from data.dating.publication.stated.snippets import listed_day
from data.days import civil, iso
from data.edtf import parse
from data.model import Published
from data.ranges import Ranges

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from data.dating.publication.stated.date_line import DateLine
    from data.model import Document, Reading

# A place line and the file's name speak of one day if they lie no farther apart.
_SAME = 2
# What is given is told more finely by the document's head if it is a year or less, in days.
_LONGEST_NARROWED = 366
_NO_ARTICLE = Published(evidence="what is no article has no date of its own")
# What the properties of such files say is when the file was made, from a template or for another time.
_MADE = frozenset({".pdf", ".docx", ".odt", ".rtf"})
_MARKS = re.compile(r"[*_#|•]+")


def publication_dates(readings: Sequence[Reading], given: Mapping[str, str]) -> dict[str, Published]:
    """The publication date of every document, by document id; the order of the readings does not matter.

    Args:
        readings: the documents of one collection, as read.
        given: dates set by the user (EDTF), by document id; they win over everything.

    Raises:
        ValueError: a given date is no EDTF date.
    """
    dates, lines = _stated_dates(readings, given)
    return dates | inferred_dates(readings, dates, lines)


def own_dates(readings: Sequence[Reading], given: Mapping[str, str]) -> dict[str, Published]:
    """The publication dates that rest on nothing outside a file: as :func:`publication_dates` has them.

    Articles that other documents would have to date are left out. The arguments are the same; of a file
    all documents have to be among the readings.
    """
    return _stated_dates(readings, given)[0]


def own_date(document: Document) -> Published | None:
    """The publication date that rests on nothing but the document, as :func:`publication_dates` has it.

    None for an article that its file's name or other documents would have to date.
    """
    if document.published.value is not None:
        return _printed(document) or _narrowed(document)
    match document.kind:
        case "article":
            return _line_date(date_lines(document))
        case "snippets":
            return _listed(document)
        case _:
            return _NO_ARTICLE


def _stated_dates(
    readings: Sequence[Reading], given: Mapping[str, str]
) -> tuple[dict[str, Published], dict[str, Sequence[DateLine]]]:
    """Dates by document id, and of the articles that metadata do not date the lines that state dates."""
    articles = Counter(reading.document.path for reading in readings if reading.document.kind == "article")
    edges = _edges(readings, articles)
    dates: dict[str, Published] = {}
    lines: dict[str, Sequence[DateLine]] = {}
    for reading in readings:
        document = reading.document
        if document.id in given:
            value = given[document.id]
            span = parse(value)
            dates[document.id] = Published(value, span.start, span.end, "given", "given by the user")
        elif document.published.value is not None:
            dates[document.id] = _printed(document) or _on_its_pages(document, edges) or _narrowed(document)
        elif document.kind == "article":
            bare = bare_date(reading)
            lines[document.id] = date_lines(document) if bare is None else [bare]
            stated = _stated(document, lines[document.id], alone=articles[document.path] == 1)
            if stated is not None:
                dates[document.id] = stated
        elif document.kind == "snippets":
            dates[document.id] = _listed(document)
        else:
            dates[document.id] = _NO_ARTICLE
    dates.update(page_dates(readings, dates, lines))
    return dates, lines


def _listed(document: Document) -> Published:
    """The date with which search results list a document."""
    listed = listed_day(document)
    if listed is None:
        return Published(evidence="the search results give it no date")
    return _published(listed[0], f"the search results list it with “{listed[1]}”")


def _stated(document: Document, lines: Sequence[DateLine], *, alone: bool) -> Published | None:
    """The date that the text states, else the address or the file's name.

    ``alone``: no other article is in the file.
    """
    if (stated := _line_date(lines)) is not None:
        return stated
    named = name_date(document, alone=alone)
    if named is None:
        return None
    day, said = named
    year = civil(day).year
    for line in lines:
        if line.kind not in ("published", "updated", "plain"):
            continue
        if line.date.fits(year) and abs(line.date.number(year) - day) <= _SAME:
            return _published(line.date.number(year), f"the text says “{_short(line.text)}”, {said}")
    return _published(day, said)


def _printed(document: Document) -> Published | None:
    """The date that a document prints, where its metadata say no more than when its file was made."""
    if document.published.basis != "stated" or PurePath(document.path).suffix.lower() not in _MADE:
        return None
    stated = _line_date(date_lines(document))
    if stated is None or (stated.start, stated.end) == (document.published.start, document.published.end):
        return None
    return replace(stated, evidence=f"{stated.evidence}; {document.published.evidence}")


def _narrowed(document: Document) -> Published:
    """The date given or in the metadata; of a month or a year, the day of it that the document's head names.

    An agency's place line has no year ("OSLO, March 2 (Wire) -"): who knows that need not give each day.
    """
    published = document.published
    if published.start is None or published.end is None or published.start == published.end:
        return published
    first, last = published.start, published.end
    if last - first > _LONGEST_NARROWED or document.kind != "article":
        return published
    for line in date_lines(document):
        if line.kind not in ("published", "updated", "plain"):
            continue
        years = range(civil(first).year, civil(last).year + 1)
        days = {line.date.number(year) for year in years if line.date.fits(year)}
        within = [day for day in days if first <= day <= last]
        if len(within) == 1:
            evidence = f"{published.evidence}; the text says “{_short(line.text)}”"
            return replace(published, value=iso(within[0]), start=within[0], end=within[0], evidence=evidence)
    return published


def _edges(readings: Sequence[Reading], articles: Mapping[str, int]) -> dict[str, Published]:
    """The date that the edges of a paper's pages state, by path, where several articles stand on them."""
    found: dict[str, Published] = {}
    for document in (reading.document for reading in readings):
        if articles[document.path] > 1 and document.pages and document.path not in found:
            edges = Ranges(document.furniture)
            edge = _line_date([line for line in date_lines(document) if line.is_inside(edges)])
            if edge is not None:
                found[document.path] = edge
    return found


def _on_its_pages(document: Document, edges: Mapping[str, Published]) -> Published | None:
    edge = edges.get(document.path)
    if edge is None or document.published.basis != "stated":
        return None
    return replace(edge, evidence=f"{edge.evidence} on its pages; {document.published.evidence}")


def _line_date(lines: Sequence[DateLine]) -> Published | None:
    """The date of the best line that states one in full."""
    for line in lines:
        if line.kind in ("published", "updated", "plain") and line.date.year is not None:
            order = f", {line.order}" if line.order else ""
            return _published(line.date.number(), f"the text says “{_short(line.text)}”{order}")
    return None


def _published(day: int, evidence: str) -> Published:
    return Published(iso(day), day, day, "stated", evidence)


def _short(line: str) -> str:
    line = " ".join(_MARKS.sub(" ", line).split())
    return line if len(line) <= 80 else line[:79] + "…"
