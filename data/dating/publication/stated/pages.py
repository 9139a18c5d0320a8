"""The date of the page or issue on which a story without a date of its own stands."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from data.dating.publication.cues import publication_cues
from data.dating.publication.stated.lines import date_lines
from data.days import iso
from data.model import Published

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from data.dating.publication.stated.date_line import DateLine
    from data.model import Document, Reading


def page_dates(
    readings: Sequence[Reading], known: Mapping[str, Published], lines: Mapping[str, Sequence[DateLine]]
) -> Iterator[tuple[str, Published]]:
    """Dates of articles that are not in ``known``, by what heads the page or issue that holds them.

    ``lines``: of the articles that metadata do not date, the lines that state dates, by id.
    """
    pages: dict[str, list[Document]] = defaultdict(list)
    for reading in readings:
        pages[reading.document.path].append(reading.document)
    for page in pages.values():
        undated = [one for one in page if one.kind == "article" and one.id not in known]
        if len(page) == 1 or not undated:
            continue
        page.sort(key=lambda one: one.line or 0)
        issue = _issue(page)
        head = issue or _newspaper(page, lines)
        if head is None:
            continue
        day = head.date.number()
        said = f"the head of the page it stands on says “{head.text}”"
        for one in undated:
            if not lines[one.id]:
                yield one.id, Published(iso(day), day, day, "inferred" if issue is None else "stated", said)


def _issue(page: Sequence[Document]) -> DateLine | None:
    """The one date in full that heads an issue sent to subscribers, above all its stories."""
    edges = [one for one in page if one.kind == "furniture" or one is page[-1]]
    sent = any(publication_cues(one.language).issue.search(one.text) for one in edges)
    if not sent or page[0].kind != "furniture":
        return None
    return _only(line for line in date_lines(page[0]) if line.kind in ("plain", "published"))


def _newspaper(page: Sequence[Document], lines: Mapping[str, Sequence[DateLine]]) -> DateLine | None:
    """The date under a newspaper's name, if its page holds nothing but stories, or is a printed one."""
    if all(one.pages for one in page):
        return _only(line for one in page for line in lines.get(one.id, ()) if line.is_masthead)
    first = page[0]
    if first.publisher is None or any(
        one.kind != "article" or one.publisher != first.publisher for one in page
    ):
        return None
    return _only(line for line in lines.get(first.id, ()) if line.is_masthead)


def _only(lines: Iterator[DateLine]) -> DateLine | None:
    found = [line for line in lines if line.date.year is not None]
    return found[0] if len(found) == 1 else None
