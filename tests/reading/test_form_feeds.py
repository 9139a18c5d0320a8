"""Plain text with form feeds: pages kept, running heads set apart, every slice as in the file."""

from __future__ import annotations

import pytest

from data.model import Document
from data.reading import read_bytes
from data.reading.pages.form_feeds import text_on_pages

BODIES = [
    "The ferry came back on Monday after a winter in the dry dock.\nTwo hundred people stood on the quay.",
    "Its captain said that the crew had waited for it.\nThe harbour board will meet on Thursday.",
    "A second ship is to follow in 2026.\nThe council voted on Tuesday to pay for half of it.",
]


def only(text: str) -> Document:
    (document,) = (one for one in read_bytes("x.txt", text.encode()).documents if one.kind == "article")
    return document


def edges(document: Document) -> list[str]:
    return [document.text[start:end] for start, end in document.furniture]


def test_what_comes_on_every_page_is_set_apart_and_pages_are_kept() -> None:
    text = "\f".join(
        f"The Norholm Herald\n\nHarbour report\n\n{body}\n\nPage {number}\n"
        for number, body in enumerate(BODIES, start=1)
    )
    document = only(text)
    assert edges(document) == [
        one for number in (1, 2, 3) for one in ("The Norholm Herald", "Harbour report", f"Page {number}")
    ]
    assert document.span is not None
    assert document.text == text[slice(*document.span)]
    assert [document.text[at:].split("\n")[0] for at in document.pages] == ["The Norholm Herald"] * 3


def test_a_head_close_to_the_text_is_one_line() -> None:
    text = "\f".join(f"Harbour report {number}\n{body}\n" for number, body in enumerate(BODIES))
    assert edges(only(text)) == ["Harbour report 0", "Harbour report 1", "Harbour report 2"]


def test_lines_of_the_text_that_come_again_stay() -> None:
    same = "It serves to prevent accidents and for nothing else."
    text = "\f".join(f"{body}\n{same}\n\n- {number} -\n" for number, body in enumerate(BODIES))
    assert edges(only(text)) == ["- 0 -", "- 1 -", "- 2 -"]


@pytest.mark.parametrize("text", ["It rained.\n", "It rained.\n\f", "\n\n".join(BODIES)])
def test_a_text_without_pages(text: str) -> None:
    assert text_on_pages(text) is None
    assert only(text).pages == ()
