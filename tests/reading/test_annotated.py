"""Documents of our own, each of another layout: every article, its head, and its furniture as annotated."""

from __future__ import annotations

import pytest

from data.reading import read_bytes
from tests.helpers.annotated import Annotated, Part, annotated

DOCUMENTS = annotated()


def told(document: Annotated, part: Part) -> tuple[object, ...]:
    return (*lines_of(document.text, part.start, part.end), part.title, part.byline, part.publisher)


def lines_of(text: str, start: int, end: int) -> tuple[str, str]:
    own = text[start:end].strip().splitlines()
    return own[0], own[-1]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda one: one.name)
def test_articles_are_found_with_their_heads(document: Annotated) -> None:
    found = [
        (*lines_of(document.text, *(one.span or (0, 0))), one.title, one.byline, one.publisher)
        for one in read_bytes(document.name, document.text.encode()).documents
        if one.kind == "article"
    ]
    assert found == [told(document, part) for part in document.parts if part.kind == "article"]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda one: one.name)
def test_furniture_is_told_from_what_is_read(document: Annotated) -> None:
    wanted, read = set(), set()
    for part in document.parts:
        if part.kind == "article":
            wanted |= letters(document.text, part.start, part.end, part.inside)
    for one in read_bytes(document.name, document.text.encode()).documents:
        if one.kind == "article":
            start, end = one.span or (0, 0)
            read |= letters(document.text, start, end, [(start + a, start + b) for a, b in one.furniture])
    assert {at for at in read ^ wanted if document.text[at].isalnum()} == set()


def letters(text: str, start: int, end: int, furniture: list[tuple[int, int]]) -> set[int]:
    return set(range(start, end)) - {at for first, after in furniture for at in range(first, after)}


def test_there_are_layouts_enough() -> None:
    assert len(DOCUMENTS) >= 12
    assert all(part.end > part.start for document in DOCUMENTS for part in document.parts)
