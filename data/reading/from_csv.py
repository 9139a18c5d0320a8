"""Tables (CSV, TSV) with a column of texts: one document a row."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from data.model import Document, Trouble
from data.reading import limits
from data.reading.encoding import decode
from data.reading.limits import UnreadableError
from data.reading.records import record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.reading.formats import Source

SUFFIXES = (".csv", ".tsv")

# What the columns are called, in small letters with spaces for underscores; of several the first counts.
_COLUMNS = {
    "text": (
        "text", "full text", "fulltext", "body", "content", "article", "article text", "article body",
        "story", "message", "transcript", "tweet", "post", "contents",
    ),
    "title": ("title", "headline", "heading", "subject", "article title"),
    "published": (
        "published", "dct", "published at", "publication date", "publish date", "published date", "pub date",
        "pubdate", "date published", "date", "datetime", "timestamp", "created at", "time",
    ),
    "publisher": (
        "publisher", "publication", "source", "outlet", "newspaper", "media", "site", "sitename",
        "source name",
    ),
    "byline": ("byline", "author", "authors", "reporter", "creator", "user", "from"),
    "url": ("url", "link", "uri", "permalink", "href", "address"),
    "language": ("language", "lang", "language code"),
    "id": ("id", "uid", "uuid", "guid", "doc id", "document id", "article id"),
}  # fmt: skip
_DELIMITERS = ",;\t|"


def read(source: Source) -> Iterator[Document | Trouble]:
    """A document for every row that has a text; its line is the row's."""
    decoded = decode(source.data)
    if decoded is None:
        raise UnreadableError("this is no table but a binary file", "Save it as CSV in UTF-8.")
    text = decoded.text.removeprefix("\ufeff").replace("\0", "")
    csv.field_size_limit(limits.LINE_BYTES)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        header = [name.strip().lower().replace("_", " ").replace("-", " ") for name in next(rows, [])]
        places = {
            field: header.index(name)
            for field, names in _COLUMNS.items()
            if (name := next((name for name in names if name in header), None)) is not None
        }
        if "text" not in places:
            raise UnreadableError(
                "none of its columns is known to hold texts",
                f"Name one of them text (or {', '.join(_COLUMNS['text'][1:6])}).",
            )
        if decoded.guess is not None:
            hint = "If letters look wrong, save the file as UTF-8."
            yield Trouble(source.path, None, decoded.guess, hint, lost=False)
        begun = rows.line_num + 1
        for row in rows:
            fields = {field: row[place].strip() for field, place in places.items() if place < len(row)}
            if fields.get("text"):
                yield from record(source, begun, {name: value for name, value in fields.items() if value})
            elif any(row):
                yield Trouble(source.path, begun, "this row has no text", "The other rows were read.")
            begun = rows.line_num + 1
    except csv.Error as error:
        reason = f"its rows cannot be told apart from line {rows.line_num} on ({error})"
        raise UnreadableError(reason, "Open it as a spreadsheet and save it as CSV again.") from error


def _delimiter(text: str) -> str:
    """The sign that divides the first row into most columns."""
    first = text.partition("\n")[0]
    return max(_DELIMITERS, key=first.count)
