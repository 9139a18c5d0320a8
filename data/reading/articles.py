"""Articles inside a plain text."""

from __future__ import annotations

from dataclasses import dataclass

from data.model import DocumentKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A range of a file that is one document; ``furniture`` counts from the part's own start."""

    start: int
    end: int
    kind: DocumentKind = "article"
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    furniture: tuple[tuple[int, int], ...] = ()


def split(text: str) -> list[Part]:
    """The parts of a text, in order; together they cover it."""
    first = text.lstrip("\ufeff \t\r\n").split("\n", 1)[0].strip().lstrip("# ")
    title = first if 0 < len(first) <= 200 else None
    return [Part(start=0, end=len(text), title=title)]
