"""The publication date that a web page states, and where it states it.

htmldate decides; it is shown only what may speak of the article: address, metadata and linked data first,
then what marks a date inside the article. Headers, footers, asides and running text are kept from it: they
carry the day of the capture, copyright years, other stories' dates and the days that the article tells of.
"""

from __future__ import annotations

import re
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from data.reading.making.whole import stated_or_none

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from data.model import Published

_EARLIEST = "1800-01-01"
_LINKED_DATES = ("datePublished", "dateCreated", "uploadDate", "dateModified")
_MARKED = re.compile("date|time|publish|byline|posted|datum|fecha", re.IGNORECASE)
_LONGEST_MARKED = 120
_FURNITURE = frozenset({"aside", "footer", "nav"})
# The bar that an archive puts on top of a page, and what is named as lists of other stories.
_NOT_ARTICLE = re.compile(
    r"(?<![^\W_])(?:wm-ipp|wayback|related|recommended|trending|most-?(?:read|popular)|sidebar|footer|copyright)",
    re.IGNORECASE,
)
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s*(?:Z|[+-]\d\d:?\d\d)?)?")


def page_date(tree: Any, url: str | None, linked: Sequence[dict[str, Any]]) -> Published | None:
    """When the page says it was published, or None; ``linked`` are the objects of its JSON-LD."""
    head = _empty_page()
    for element in tree.iterfind(".//meta"):
        head[0].append(deepcopy(element))
    for element in tree.iterfind(".//script[@type='application/ld+json']"):
        head[0].append(deepcopy(element))
    day = _found(head, url)
    if day is not None:
        value, evidence = _evidence(tree, url, linked, day)
        return stated_or_none(value, evidence) or stated_or_none(day, evidence)
    article = main_article(tree)
    if article is None:
        return None
    marked = _empty_page()
    for element in _marked_elements(article):
        marked[1].append(deepcopy(element))
    day = _found(marked, None) if len(marked[1]) else None
    if day is None:
        return None
    words = " ".join(
        next((text for text in (" ".join(e.itertext()) for e in marked[1]) if text.strip()), "").split()
    )
    return stated_or_none(day, f"at the head of the page's article: {words[:_LONGEST_MARKED]!r}")


def _empty_page() -> Any:
    from lxml import html

    return html.document_fromstring("<html><head></head><body></body></html>")


def _found(tree: Any, url: str | None) -> str | None:
    from htmldate import find_date

    return find_date(
        tree, extensive_search=False, original_date=True, url=url or "", deferred_url_extractor=True,
        min_date=_EARLIEST,
    )  # fmt: skip


def _evidence(tree: Any, url: str | None, linked: Sequence[dict[str, Any]], day: str) -> tuple[str, str]:
    """The place that names the day, with its time where it gives one; and a sentence that says which."""
    for name, written in _stated(tree, linked):
        value = _ISO.match(written.strip())
        if value is not None and value[0].startswith(day):
            return value[0].replace(" ", "T", 1).replace(
                " ", ""
            ), f"{name} of the page says {written.strip()!r}"
    year, month, date = day.split("-")
    if url is not None and re.search(rf"{year}\D?{month}\D?{date}|{year}/0?{int(month)}/0?{int(date)}", url):
        return day, f"the address {url}"
    return day, "metadata of the page"


def _stated(tree: Any, linked: Sequence[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for key in _LINKED_DATES:
        for found in linked:
            if isinstance(found.get(key), str):
                yield key, found[key]
    for element in tree.iterfind(".//meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content") or element.get("datetime")
        if name and content:
            yield name, content


def main_article(tree: Any) -> Any:
    """The one article of a page; None where there are several, as on a front page."""
    for name in ("article", "main"):
        found = [
            element for element in tree.iter(name) if not any(True for _ in element.iterancestors("article"))
        ]
        if len(found) == 1:
            return found[0]
        headed = [element for element in found if element.find(".//h1") is not None]
        if len(headed) == 1:
            return headed[0]
        if found:
            return None
    return None


def _marked_elements(article: Any) -> Iterator[Any]:
    for element in article.iter():
        if not isinstance(element.tag, str):
            continue
        names = _names(element)
        if element.tag != "time" and not _MARKED.search(names):
            continue
        if len(element) > 5 or len(" ".join(element.itertext())) > _LONGEST_MARKED:
            continue
        if not any(_is_furniture(around) for around in (element, *element.iterancestors())):
            yield element


def _names(element: Any) -> str:
    return " ".join(element.get(key, "") for key in ("class", "id", "itemprop"))


def _is_furniture(element: Any) -> bool:
    return element.tag in _FURNITURE or _NOT_ARTICLE.search(_names(element)) is not None
