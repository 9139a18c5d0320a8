"""Documents of printed pages: the articles that stand on them, each with its page numbers."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import itemgetter
from typing import TYPE_CHECKING

from data.reading.articles.parts import split
from data.reading.making.stated import Stated
from data.reading.making.whole import document_of
from data.reading.texts.links import Linked

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from data.model import Document, Published
    from data.reading.articles.parts import Part
    from data.reading.making.source import Source
    from data.reading.pages.page import RunningText


def parts_of(running: RunningText) -> list[Part]:
    """The articles on pages and what is between them; together they cover the text, the edges included."""
    text = running.text
    pieces: list[str] = []
    at = 0
    for start, end in running.furniture:
        pieces += (text[at:start], " " * (end - start))
        at = end
    return split("".join((*pieces, text[at:])))


def printed_articles(
    source: Source, running: RunningText, parts: Sequence[Part], published: Published | None = None
) -> Iterator[Document]:
    """Each part of a text on pages as a document; ``published`` is what their file says of all of them."""
    linked = Linked(running.text, running.links)
    for part in parts:
        start, end = part.start, part.end
        yield document_of(
            source,
            running.text[start:end],
            Stated(
                title=part.title,
                publisher=part.publisher,
                byline=part.byline,
                published=published,
            ),
            kind=part.kind,
            furniture=furniture_of(part, running),
            pages=pages_of(part, running),
            links=linked.part(start, end).links,
        )


def furniture_of(part: Part, running: RunningText) -> tuple[tuple[int, int], ...]:
    """The furniture of a part and the edges of its pages, in its own offsets."""
    start, end = part.start, part.end
    first = bisect_right(running.furniture, start, key=itemgetter(1))
    behind = bisect_left(running.furniture, end, key=itemgetter(0))
    edges = (
        (max(begin, start) - start, min(after, end) - start)
        for begin, after in running.furniture[first:behind]
    )
    return tuple(sorted({*part.furniture, *edges}))


def pages_of(part: Part, running: RunningText) -> tuple[int, ...]:
    """Where in a part each page of its file begins."""
    return tuple(min(max(at, part.start), part.end) - part.start for at in running.pages)
