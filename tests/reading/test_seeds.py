"""Real texts, where they are at hand: one capture of many pages and four plain articles."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from data.reading import read_file, sentences

SEEDS = Path(__file__).parents[2] / "../shared/seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the real texts are not at hand")

EXPECTED = {
    "000": {"article": 2},
    "001": {"article": 14, "error": 1, "snippets": 30},
    "002": {"article": 1},
    "003": {"article": 1},
    "004": {"article": 1},
}


@pytest.mark.parametrize("name", EXPECTED)
def test_articles_results_and_errors(name: str) -> None:
    (file,) = SEEDS.glob(f"{name}*")
    reading = read_file(str(file))
    kinds = Counter(document.kind for document in reading.documents)
    kinds.pop("furniture", None)
    assert kinds == EXPECTED[name]
    assert reading.troubles == ()


@pytest.mark.parametrize("name", EXPECTED)
def test_documents_are_slices_and_sentences_are_of_a_length(name: str) -> None:
    (file,) = SEEDS.glob(f"{name}*")
    text = file.read_bytes().decode()
    documents = read_file(str(file)).documents
    assert any(document.kind == "article" for document in documents)
    for document in documents:
        assert document.span is not None
        assert document.text == text[slice(*document.span)]
        if document.kind == "article":
            assert document.title is not None
            found = sentences(document.text, document.language, furniture=document.furniture)
            assert max(one.end_char - one.start_char for one in found) < 700
