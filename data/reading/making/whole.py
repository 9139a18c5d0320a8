"""A document made of what a format found: its id, digest, language and publication date are settled here."""

from __future__ import annotations

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

_LONGEST_FIELD = 500


def document_of(
    source: Source,
    text: str,
    *,
    title: str | None = None,
    publisher: str | None = None,
    byline: str | None = None,
    url: str | None = None,
    language: str | None = None,
    published: Published | None = None,
    kind: DocumentKind = "article",
    line: int | None = None,
    furniture: tuple[tuple[int, int], ...] = (),
    pages: tuple[int, ...] = (),
    links: tuple[Link, ...] = (),
) -> Document:
    """The document with this text. ``language`` is what the file declares, ``published`` what it states."""
    own_id, digest = source.identities.of(text)
    return Document(
        id=own_id,
        path=source.path,
        text=text,
        sha256=digest,
        title=one_line(title),
        publisher=one_line(publisher),
        byline=one_line(byline),
        url=url or source.url,
        language=source.language or language_of(text, language),
        kind=kind,
        published=source.given or published or Published(),
        line=line,
        furniture=furniture,
        pages=pages,
        links=links[:MOST_LINKS],
    )


def office_document(
    source: Source,
    text: str,
    *,
    title: str | None,
    byline: str | None,
    publisher: str | None = None,
    language: str | None = None,
    published: Published | None = None,
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
    return document_of(
        source,
        text,
        title=one_line(title) or (part.title if part else None),
        byline=one_line(byline) or (part.byline if part else None),
        publisher=one_line(publisher) or (part.publisher if part else None),
        language=language,
        published=published,
        furniture=furniture,
        pages=pages,
        links=links,
    )


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
