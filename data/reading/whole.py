"""A document made of what a format found: its id, digest, language and publication date are settled here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.model import Document, Published
from data.reading.language import language_of
from data.reading.published import stated_date

if TYPE_CHECKING:
    from data.model import DocumentKind
    from data.reading.formats import Source

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
