"""A document made of what a format found: its id, digest, language and publication date are settled here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from data.model import Document, Published
from data.reading.articles.parts import split
from data.reading.making.published import stated_date
from data.reading.opening.limits import UnreadableError
from data.reading.texts.language import language_of
from data.reading.texts.links import MOST_LINKS

if TYPE_CHECKING:
    from data.model import DocumentKind, Link
    from data.reading.making.source import Source
    from data.reading.making.stated import Stated

_LONGEST_FIELD = 500


def document_of(
    source: Source,
    text: str,
    stated: Stated,
    *,
    kind: DocumentKind = "article",
    line: int | None = None,
    furniture: tuple[tuple[int, int], ...] = (),
    pages: tuple[int, ...] = (),
    links: tuple[Link, ...] = (),
) -> Document:
    """The document with this text, of which its file states the rest."""
    own_id, digest = source.identities.of(text)
    return Document(
        id=own_id,
        path=source.path,
        text=text,
        sha256=digest,
        title=one_line(stated.title),
        publisher=one_line(stated.publisher),
        byline=one_line(stated.byline),
        url=stated.url or source.url,
        language=source.given.language or language_of(text, stated.language),
        kind=kind,
        published=source.given.published or stated.published or Published(),
        line=line,
        furniture=furniture,
        pages=pages,
        links=links[:MOST_LINKS],
    )


def office_document(
    source: Source,
    text: str,
    stated: Stated,
    *,
    furniture: tuple[tuple[int, int], ...] = (),
    pages: tuple[int, ...] = (),
    links: tuple[Link, ...] = (),
) -> Document:
    """A document written with an office program: where its properties say nothing, its text may.

    Raises UnreadableError if there is no text.
    """
    if not text.strip():
        raise UnreadableError(
            "the document holds no text", "If it holds pictures of text, recognise them first."
        )
    part = next((part for part in split(text) if part.kind == "article"), None)
    if part is not None:
        stated = replace(
            stated,
            title=one_line(stated.title) or part.title,
            byline=one_line(stated.byline) or part.byline,
            publisher=one_line(stated.publisher) or part.publisher,
        )
    return document_of(source, text, stated, furniture=furniture, pages=pages, links=links)


def one_line(value: str | None) -> str | None:
    """A title or name as one line without white space around it; None if nothing is left."""
    return " ".join(value.replace("\0", "").split())[:_LONGEST_FIELD] or None if value else None


def stated_or_none(value: str | None, evidence: str) -> Published | None:
    """The date that metadata states, or None if it states none that can be read."""
    if not value:
        return None
    try:
        return stated_date(value, evidence)
    except ValueError:
        return None
