"""What browsers print around a page is none of it."""

from __future__ import annotations

import pytest

from data.reading import read_bytes, sentences
from data.reading.pages.lines import running_text
from data.reading.pages.page import Page, PageLine
from tests.helpers.browser_print import EDGES, LAST, Browser, browser_print

PRINTED = {
    "chromium": ("11/22/26, 9:50 AM Ferry returns | Norholm Herald", "https://herald.example/ferry 1/1"),
    "firefox": ("Ferry returns https://herald.example/ferry", "1 of 1 22.11.2026, 09:50"),
    "safari": ("Ferry returns 22.11.26, 09:50", "https://herald.example/ferry Seite 1 von 1"),
}


@pytest.mark.parametrize("edges", PRINTED.values(), ids=PRINTED)
def test_what_a_browser_prints_at_the_edges_of_a_single_page(edges: tuple[str, str]) -> None:
    above, below = (PageLine(text, 24, 400, bottom, 9) for text, bottom in zip(edges, (770, 17), strict=True))
    body = PageLine("The ferry came back on 22.11.2026 at 10:30, says https://a.example.", 34, 500, 600, 13)
    near = PageLine("It had lain in the dock for 1 of 2 winters.", 34, 500, 720, 13)
    text = running_text([Page((near, body, above, below), 792)])
    assert [text.text[start:end] for start, end in text.furniture] == list(edges)
    alone = running_text([Page((near, body, above), 792)])
    assert alone.furniture == ()


@pytest.mark.parametrize("browser", EDGES)
def test_what_browsers_print_around_a_page_is_furniture(browser: Browser) -> None:
    (document,) = read_bytes("ferry.pdf", browser_print(browser)).documents
    above, below = (" ".join(EDGES[browser][at : at + 2]) for at in (0, 2))
    printed = [document.text[start:end] for start, end in document.furniture]
    expected = [edge for page in (1, 2) for edge in (above, below.format(page=page).replace("{nb}", "2"))]
    assert sorted(printed) == sorted(expected)
    story = [
        document.text[one.start_char : one.end_char]
        for one in sentences(document.text, furniture=document.furniture)
    ]
    assert " ".join(story).endswith(LAST)
    assert not any("herald.example" in one or ":01" in one for one in story)
