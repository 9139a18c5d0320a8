"""OpenDocument texts (ODT): paragraphs, lists and tables, without tracked deletions and comments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from data.reading.making.stated import Stated
from data.reading.making.whole import office_document, stated_or_none
from data.reading.markup.text import linked_text_of, parse_xml
from data.reading.opening.container import Container
from data.reading.texts.links import Linked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.model import Document, Trouble
    from data.reading.making.source import Source

SUFFIXES = (".odt",)

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_META = "{urn:oasis:names:tc:opendocument:xmlns:meta:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"


def read(source: Source) -> Iterator[Document | Trouble]:
    """The file as one document."""
    container = Container(source.data)
    body = parse_xml(container.read("content.xml")).find(f"{_OFFICE}body/{_OFFICE}text")
    text, links = Linked("") if body is None else linked_text_of(body)
    meta = parse_xml(container.read("meta.xml")) if container.has("meta.xml") else None
    created = _field(meta, f"{_META}creation-date")
    yield office_document(
        source,
        text,
        Stated(
            title=_field(meta, f"{_DC}title"),
            byline=_field(meta, f"{_META}initial-creator") or _field(meta, f"{_DC}creator"),
            language=_field(meta, f"{_DC}language"),
            published=stated_or_none(created, f"the document's properties: created {created}"),
        ),
        links=links,
    )


def _field(meta: Any, name: str) -> str | None:
    found = None if meta is None else next(meta.iter(name), None)
    return None if found is None else "".join(found.itertext())
