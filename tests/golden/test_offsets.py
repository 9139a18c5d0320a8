"""Every passage and expression is exactly what its offsets say, in every document, and in its file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from data.model import Document, Event
from data.store import open_collection
from data.store.protocol import ReadingStore, Store
from data.store.records import Selection


@pytest.fixture(scope="module", params=["samples", "seeds"])
def built(request: pytest.FixtureRequest) -> Iterator[ReadingStore]:
    with closing(open_collection(request.getfixturevalue(f"{request.param}_built"))) as store:
        yield store


def whole(store: ReadingStore) -> tuple[dict[str, Document], list[Event]]:
    documents = [store.document(row.id) for row in store.documents()]
    return {found.id: found for found in documents if found is not None}, list(store.events(Selection()))


def test_passages_and_expressions_are_slices_of_their_document(built: Store) -> None:
    documents, events = whole(built)
    assert events
    for event in events:
        for passage in event.passages:
            text = documents[passage.document].text
            assert text[passage.start_char : passage.end_char] == passage.text
            if passage.expression is not None:
                said = passage.expression
                assert text[said.start_char : said.end_char] == said.text


def test_documents_are_slices_of_their_file(built: Store) -> None:
    documents, _ = whole(built)
    spans = [found for found in documents.values() if found.span is not None]
    assert spans
    for found in spans:
        decoded = Path(found.path).read_bytes().decode("utf-8")
        assert found.span is not None
        assert decoded[found.span[0] : found.span[1]] == found.text


def test_every_line_of_the_timeline_can_be_cited(built: Store) -> None:
    documents, events = whole(built)
    assert events
    for event in events:
        assert event.title.strip()
        assert len(event.title) <= 90
        for passage in event.passages:
            found = documents[passage.document]
            assert passage.line is not None
            assert found.kind in ("article", "snippets")
