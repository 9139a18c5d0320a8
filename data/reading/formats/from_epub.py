"""Books and magazines (EPUB): each chapter or article a document, in the order of reading."""

from __future__ import annotations

import posixpath
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from data.model import Trouble
from data.reading.making.stated import Stated
from data.reading.making.whole import document_of, stated_or_none
from data.reading.markup.text import decode_markup, linked_text_of, parse_html, parse_xml, text_of
from data.reading.opening.container import Container
from data.reading.opening.limits import UnreadableError
from data.reading.texts.links import Linked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.model import Document
    from data.reading.making.source import Source

SUFFIXES = (".epub",)

_ROOT = "{urn:oasis:names:tc:opendocument:xmlns:container}rootfile"
_OPF = "{http://www.idpf.org/2007/opf}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_HEADINGS = ("h1", "h2", "h3")
# Pages of a book that tell nothing, in the words of the EPUB Structural Semantics Vocabulary.
_APART = frozenset(
    {"cover", "titlepage", "halftitlepage", "copyright-page", "toc", "landmarks", "loi", "lot", "index"}
)
# XHTML that closes a title or script at once would swallow the page, read as HTML.
_CLOSED = re.compile(r"<(title|script|style|a|div|span|p|i|b|em)\b([^<>]*)/>")


def recognises(data: bytes) -> bool:
    """Whether input without a name is a book."""
    return data.startswith(b"PK\x03\x04") and data.startswith(b"mimetypeapplication/epub+zip", 30)


def read(source: Source) -> Iterator[Document | Trouble]:
    """The documents of the book's spine; its table of contents is none."""
    container = Container(source.data)
    root = next(parse_xml(container.read("META-INF/container.xml")).iter(_ROOT), None)
    if root is None:
        raise UnreadableError(
            "it does not say where its book is", "Open it in its own program and save it again."
        )
    place = root.get("full-path", "")
    package = parse_xml(container.read(place))
    said = {name: _said(package, name) for name in ("title", "creator", "publisher", "date", "language")}
    items = {item.get("id"): item for item in package.iter(f"{_OPF}item")}
    found = False
    for reference in package.iter(f"{_OPF}itemref"):
        item = items.get(reference.get("idref"))
        if (
            item is None
            or "html" not in item.get("media-type", "")
            or "nav" in item.get("properties", "").split()
        ):
            continue
        inside = posixpath.normpath(posixpath.join(posixpath.dirname(place), unquote(item.get("href", ""))))
        try:
            tree = parse_html(_CLOSED.sub(r"<\1\2></\1>", decode_markup(container.read(inside))))
        except UnreadableError as refusal:
            yield Trouble(f"{source.path}!/{inside}", None, refusal.reason, refusal.hint)
            continue
        text, links = Linked("") if tree is None else linked_text_of(tree)
        if not text:
            continue
        found = True
        title = _heading(tree)
        yield document_of(
            source.member(inside, b""),
            text,
            Stated(
                title=title or said["title"],
                byline=said["creator"],
                publisher=said["publisher"] or (said["title"] if title else None),
                language=tree.get("lang") or tree.get("xml:lang") or said["language"],
                published=stated_or_none(said["date"], f"the book's date: {said['date']}"),
            ),
            kind="furniture" if _is_apart(tree) else "article",
            links=links,
        )
    if not found:
        raise UnreadableError("the book holds no text", "Nothing to do if that is as it should be.")


def _said(package: Any, name: str) -> str | None:
    found = package.find(f"{_OPF}metadata/{_DC}{name}")
    return None if found is None else (found.text or "").strip() or None


def _is_apart(tree: Any) -> bool:
    """Whether a page says of itself, or of the one section on it, that it is no chapter."""
    body = next(tree.iter("body"), tree)
    sections = [body, *body] if len(body) == 1 else [body]
    return any(not _APART.isdisjoint(one.get("epub:type", "").split()) for one in sections)


def _heading(tree: Any) -> str | None:
    for name in _HEADINGS:
        found = tree.find(f".//{name}")
        if found is not None:
            return text_of(found) or None
    return None
