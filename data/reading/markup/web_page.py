"""One web page, wherever it was kept: its article without the furniture, and what its head says of it."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from data.reading.articles.cues import cue_pattern
from data.reading.articles.furniture import furniture_of_page
from data.reading.articles.parts import split
from data.reading.making.stated import Stated
from data.reading.making.whole import document_of
from data.reading.markup.text import decode_markup, linked_text_of, parse_html, text_of
from data.reading.markup.web_page_date import main_article, page_date
from data.reading.opening import limits
from data.reading.texts.links import Linked, address_of, cut_out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.model import Document, DocumentKind
    from data.reading.making.source import Source

# An error page is short; a longer text has an article beside it.
_LONGEST_ERROR_PAGE = 3000
_ADDRESS = re.compile(r"https?://\S+\Z")
_LONGEST_NAME = 80
_LONGEST_SHORT_PAGE = 2000
# Behind the headline a page's title names the paper ("Ferry returns | Coast Post").
_BEHIND_TITLE = re.compile(r"(?:.*\s)?[|–—·•-]\s+(?P<name>[^\W\d_a-z][^|–—·•\d]{1,40})")
_MOST_WORDS = 5


def page_document(source: Source) -> Document | None:
    """The document of a page, or None if the page has no text."""
    tree = parse_html(decode_markup(source.data, source.charset))
    if tree is None:
        return None
    linked = list(_linked_data(tree))
    url = source.url or _address(tree)
    published = page_date(tree, url, linked)
    title, byline, publisher, (text, links) = _article(tree, linked, _base(tree, url))
    if not text:
        return None
    return document_of(
        source,
        text,
        Stated(
            title=title,
            publisher=_publisher(linked) or publisher or _named_behind(tree, title) or _host(url),
            byline=byline,
            url=url,
            language=tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang"),
            published=published,
        ),
        kind=_kind(text),
        furniture=tuple(furniture_of_page(text)),
        links=links,
    )


def _article(
    tree: Any, linked: list[dict[str, Any]], base: str | None
) -> tuple[str | None, str | None, str | None, Linked]:
    """Title, byline, publisher and text; all that can be seen where no article stands out."""
    from trafilatura import bare_extraction

    page = linked_text_of(tree, base)
    if tree.xpath("count(.//*)") > limits.PAGE_ELEMENTS:
        return _meta(tree, "og:title") or tree.findtext(".//title"), None, None, page
    head = _head(tree, linked)
    found = bare_extraction(tree, options=_options())
    text = text_of(found.body) if found is not None and not isinstance(found, dict) else ""
    # Of a short page trafilatura keeps all words but not its paragraphs.
    if len(text) <= _LONGEST_SHORT_PAGE and (not text or _letters(text) == _letters(page.text)):
        return *head, page
    return *head, Linked(text, cut_out(page, text))


def _base(tree: Any, url: str | None) -> str | None:
    """The address to which the page's relative links are."""
    told = tree.find(".//base[@href]")
    return url if told is None else address_of(told.get("href"), url)


def _head(tree: Any, linked: list[dict[str, Any]]) -> tuple[str | None, str | None, str | None]:
    """Title, byline and publisher, found as trafilatura does.

    Its dates, categories and licences are not looked for, and who wrote is looked for inside the article.
    """
    from trafilatura.metadata import examine_meta, extract_author, extract_title

    told = examine_meta(tree)
    byline = _authors(linked) or told.author
    if byline is None or " " not in byline:
        article = main_article(tree)
        byline = extract_author(tree if article is None else article)
    return told.title or extract_title(tree), _names_only(byline), told.sitename


def _names_only(byline: str | None) -> str | None:
    """A byline without the words of its line that trafilatura takes for another name."""
    names = [name for name in (byline or "").split("; ") if not cue_pattern("foot").match(name)]
    return "; ".join(names) or None


@cache
def _options() -> Any:
    from trafilatura.settings import Extractor

    return Extractor(comments=False, with_metadata=False)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _kind(text: str) -> DocumentKind:
    if len(text) > _LONGEST_ERROR_PAGE:
        return "article"
    kinds = {part.kind for part in split(text)}
    return "error" if "error" in kinds and "article" not in kinds else "article"


def _address(tree: Any) -> str | None:
    canonical = tree.find(".//link[@rel='canonical']")
    for found in (None if canonical is None else canonical.get("href"), _meta(tree, "og:url")):
        if found is not None and _ADDRESS.match(found.strip()):
            return str(found.strip())
    return None


def _meta(tree: Any, name: str) -> str | None:
    for element in tree.iterfind(".//meta"):
        if name in (element.get("property"), element.get("name")):
            content = element.get("content")
            return str(content) if content else None
    return None


def _host(url: str | None) -> str | None:
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """Every object of the page's JSON-LD."""
    for element in tree.iterfind(".//script[@type='application/ld+json']"):
        try:
            pending = [json.loads(element.text or "", strict=False)]
        except (ValueError, RecursionError):
            continue
        while pending:
            found = pending.pop()
            if isinstance(found, list):
                pending.extend(found)
            elif isinstance(found, dict):
                pending.extend(value for value in found.values() if isinstance(value, list | dict))
                yield found


def _authors(linked: list[dict[str, Any]]) -> str | None:
    """The names of the people whom linked data tells as authors; a house is none."""
    for found in linked:
        told = found.get("author")
        names = [
            author["name"] if isinstance(author, dict) else author
            for author in (told if isinstance(told, list) else [told])
            if isinstance(author, str)
            or (isinstance(author, dict) and author.get("@type") != "Organization" and "name" in author)
        ]
        people = [name for name in names if isinstance(name, str) and 0 < len(name) <= _LONGEST_NAME]
        if people and not any(_ADDRESS.match(name) for name in people):
            return ", ".join(people)
    return None


def _publisher(linked: list[dict[str, Any]]) -> str | None:
    for found in linked:
        publisher = found.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else publisher
        if isinstance(name, str) and 0 < len(name) <= _LONGEST_NAME:
            return name
    return None


def _named_behind(tree: Any, title: str | None) -> str | None:
    """The paper that the page's own title names behind the headline that stands on the page."""
    headlines = {" ".join(found.text_content().split()) for found in tree.iterfind(".//h1")}
    if title is None or title not in headlines:
        return None
    whole = " ".join((tree.findtext(".//title") or "").split())
    named = _BEHIND_TITLE.fullmatch(whole.removeprefix(title)) if whole.startswith(title) else None
    name = "" if named is None else named["name"].strip()
    return name if name and len(name.split()) <= _MOST_WORDS else None
