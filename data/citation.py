"""How a passage is cited: publisher or title, publication date, page or line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from data.printable import printable
from data.words import published_words

if TYPE_CHECKING:
    from data.model import Document, Event, Passage

_INNER = str.maketrans("“”„«»", "‘’‚‹›")


# What is named by its address on the net alone has no name of its own.
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+|\S+@\S+")


def source_name(publisher: str | None, title: str | None, path: str, byline: str | None = None) -> str:
    """What a document is called in one line: its publisher, else its title, its author, its file's name.

    A mail is called by who wrote it, with the house whose address that is.
    """
    written_by = printable(byline or "")
    if publisher:
        named = written_by and written_by != publisher and _HOST.fullmatch(publisher) is not None
        return f"{written_by} ({printable(publisher)})" if named else printable(publisher)
    if title or written_by:
        return printable(title or "") or written_by
    return "standard input" if path == "-" else printable(Path(path).name)


def place_words(page: int | None, line: int | None) -> str:
    """Where in the source: "page 3", "line 212", or nothing."""
    if page is not None:
        return f"page {page}"
    return "" if line is None else f"line {line}"


def writer_of(document: Document) -> str:
    """Who says "I" in a document: the one who wrote a mail or a post; empty for any other."""
    by = printable(document.byline or "")
    if document.publisher is None:
        return by if document.title is None else ""
    return by if document.url is None and _HOST.fullmatch(document.publisher) is not None else ""


def name_of(document: Document) -> str:
    """What a document is called in one line."""
    return source_name(document.publisher, document.title, document.path, document.byline)


def cite_document(document: Document, passage: Passage) -> str:
    """The citation of a passage of a document: "NPR, 8 July 2024, line 212"."""
    parts = (
        name_of(document),
        published_words(document.published),
        place_words(passage.page, passage.line),
    )
    return ", ".join(part for part in parts if part)


def in_quotes(text: str) -> str:
    """Words in quotation marks; double ones within them are made single, as editors do."""
    return f"“{text.translate(_INNER)}”"


def quote(document: Document, passage: Passage) -> str:
    """A passage's words in quotation marks with its citation and, where there is one, the address."""
    words = " ".join(printable(passage.text).split())
    address = f" {printable(document.url)}" if document.url else ""
    return f"{in_quotes(words)} ({cite_document(document, passage)}){address}"


def described(document: Document) -> str:
    """A document in a list of sources: publisher, title, date, file and address."""
    title = printable(document.title or "")
    name = name_of(document)
    titled = [in_quotes(title)] if title and title != name else []
    file = [] if document.path == "-" else [f"file {printable(document.path)}"]
    address = [printable(document.url)] if document.url else []
    return "; ".join([", ".join([name, *titled, published_words(document.published)]), *file, *address])


def citations(event: Event, documents: Mapping[str, Document]) -> list[str]:
    """The citation of each of an event's passages; of one added by hand the one that was given."""
    cited = [cite_document(documents[passage.document], passage) for passage in event.passages]
    return cited if event.citation is None else [*cited, event.citation]


def sources_of(event: Event, documents: Mapping[str, Document]) -> list[str]:
    """An event's sources in words: each passage's citation and quotation, and a citation given by hand."""
    quoted = [
        f"{cite_document(documents[passage.document], passage)}: {in_quotes(passage.text.strip())}"
        for passage in event.passages
    ]
    return quoted if event.citation is None else [*quoted, event.citation]
