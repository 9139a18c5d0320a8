"""Plain text and Markdown: one article, or a capture that holds many."""

from __future__ import annotations

from typing import TYPE_CHECKING

from data.model import Document, Published, Trouble
from data.reading.articles.parts import Part, split
from data.reading.making.published import stated_date
from data.reading.opening.encoding import decode
from data.reading.pages.columns import pages_in_columns
from data.reading.pages.form_feeds import text_on_pages
from data.reading.pages.lines import running_text
from data.reading.pages.printed import furniture_of, pages_of, parts_of, printed_articles
from data.reading.texts.language import guess_language
from data.reading.texts.links import MOST_LINKS, links_in_markdown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from data.reading.making.source import Source

SUFFIXES = (".txt", ".text", ".md", ".markdown")
OURS = True
_NOT_STATED = Published()
_OTHERWISE = "Its passages have pages but no lines; if it is a table, save it as CSV."


def _sent(part: Part) -> Published:
    return (
        _NOT_STATED if part.sent is None else stated_date(part.sent, "the message is stamped with this day")
    )


def read(source: Source) -> Iterator[Document | Trouble]:
    """The documents of a text; together their spans cover the file, unless it stands in columns."""
    decoded = decode(source.data, source.charset)
    if decoded is None:
        yield Trouble(
            source.path, None, "this is no text but a binary file", "Save its text as .txt and read that."
        )
        return
    if decoded.guess is not None:
        yield Trouble(
            source.path, None, decoded.guess, "If letters look wrong, save the file as UTF-8.", lost=False
        )
    text = decoded.text
    columns = pages_in_columns(text)
    if columns is not None:
        yield Trouble(
            source.path,
            None,
            "it stands in columns, which are read one after another",
            _OTHERWISE,
            lost=False,
        )
        running = running_text(columns)
        yield from printed_articles(source, running, parts_of(running))
        return
    paged = text_on_pages(text)
    # In plain UTF-8 the bytes of a file are those of the one document that it is.
    is_plain = decoded.encoding == "utf-8" and decoded.guess is None
    line, at = 1, 0
    for part in split(text) if paged is None else parts_of(paged):
        line += text.count("\n", at, part.start)
        at = part.start
        body = text[part.start : part.end]
        is_whole = is_plain and len(body) == len(text)
        own_id, digest = source.identities.of(body, source.sha256 if is_whole else None)
        yield Document(
            id=own_id,
            path=source.path,
            text=body,
            sha256=digest,
            title=part.title,
            publisher=part.publisher,
            byline=part.byline,
            language=source.given.language or guess_language(body),
            kind=part.kind,
            published=source.given.published or _sent(part),
            url=part.url,
            span=(part.start, part.end),
            line=line,
            furniture=part.furniture if paged is None else furniture_of(part, paged),
            pages=() if paged is None else pages_of(part, paged),
            links=links_in_markdown(body)[:MOST_LINKS],
        )
