"""PDF: pages kept, running heads set apart, what the file says of itself, scans named, limits."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from fpdf import FPDF
from PIL import Image

from data.reading import read_bytes, sentences
from data.reading.opening import limits
from tests.helpers.papers import PARAGRAPHS, document, newspaper, paper, written


def test_running_heads_and_page_numbers_are_furniture() -> None:
    read_one = document(paper(PARAGRAPHS * 2))
    apart = [read_one.text[start:end] for start, end in read_one.furniture]
    assert apart[:4] == ["The Norholm Herald", "Page 1", "The Norholm Herald", "Page 2"]
    found = sentences(read_one.text, "en", furniture=read_one.furniture)
    assert not any("Herald" in read_one.text[one.start_char : one.end_char] for one in found)


def test_every_page_begins_where_it_begins() -> None:
    pdf = paper(PARAGRAPHS * 2)
    read_one = document(pdf)
    assert len(read_one.pages) == pdf.page_no()
    assert read_one.pages[0] == 0
    assert list(read_one.pages) == sorted(read_one.pages)
    one_a_page = FPDF()
    for number in range(3):
        one_a_page.add_page()
        one_a_page.set_font("helvetica", size=11)
        if number != 1:
            one_a_page.multi_cell(0, 5, PARAGRAPHS[number])
    read_one = document(one_a_page)
    assert read_one.text[read_one.pages[0] :].startswith(PARAGRAPHS[0])
    assert read_one.text[read_one.pages[2] :].startswith(PARAGRAPHS[2])


def test_information_of_the_file() -> None:
    pdf = paper(PARAGRAPHS)
    pdf.set_title("Ferry returns")
    pdf.set_author("Jonas Lind")
    pdf.set_creation_date(datetime(2024, 3, 4, 18, 20, tzinfo=UTC))
    read_one = document(pdf)
    assert (read_one.title, read_one.byline, read_one.language) == ("Ferry returns", "Jonas Lind", "en")
    assert read_one.published.value == "2024-03-04T18:20Z"
    assert "made on 2024-03-04" in (read_one.published.evidence or "")
    assert (read_one.span, read_one.line) == (None, None)


@pytest.mark.parametrize("title", ["", "Untitled", "Microsoft Word - ferry.doc", "ferry.indd"])
def test_a_title_that_is_none_gives_way_to_the_headline(title: str) -> None:
    pdf = paper(PARAGRAPHS)
    pdf.set_title(title)
    assert document(pdf).title == "Island ferry returns after a winter in the dry dock"


def test_the_day_of_a_print_is_no_publication_date() -> None:
    pdf = paper(PARAGRAPHS)
    pdf.set_producer("Skia/PDF m120")
    pdf.set_creation_date(datetime(2024, 3, 4, tzinfo=UTC))
    assert document(pdf).published.basis == "unknown"


def scan(pages: int) -> FPDF:
    pdf = FPDF()
    for _ in range(pages):
        pdf.add_page()
        pdf.image(Image.new("L", (40, 60)), 0, 0, 210, 297)
    return pdf


def test_a_scan_is_named_as_such() -> None:
    reading = read_bytes("x.pdf", written(scan(2)))
    assert reading.documents == ()
    assert "scan without text: its 2 pages" in reading.troubles[0].reason
    assert "ocrmypdf" in reading.troubles[0].hint


def test_scanned_pages_among_others_are_told() -> None:
    pdf = scan(1)
    pdf.add_page()
    pdf.set_font("helvetica", size=11)
    pdf.multi_cell(0, 5, PARAGRAPHS[0])
    reading = read_bytes("x.pdf", written(pdf))
    assert PARAGRAPHS[0] in reading.documents[0].text
    assert reading.troubles[0].reason.endswith("text: 1")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"It rained on Monday.", "no PDF"),
        (written(paper(PARAGRAPHS))[:700], "no PDF"),
        (written(scan(0)), "no text"),
    ],
)
def test_a_bad_file_is_one_trouble(data: bytes, reason: str) -> None:
    reading = read_bytes("x.pdf", data)
    assert reading.documents == ()
    (only,) = reading.troubles
    assert reason in only.reason


def test_a_locked_file_is_told_as_such() -> None:
    pdf = paper(PARAGRAPHS)
    pdf.set_encryption(*"ab")
    (only,) = read_bytes("x.pdf", written(pdf)).troubles
    assert "password" in only.reason


def test_limits_of_pages_objects_and_time(monkeypatch: pytest.MonkeyPatch) -> None:
    data = written(paper(PARAGRAPHS * 2))
    monkeypatch.setattr(limits, "PDF_PAGES", 1)
    reading = read_bytes("x.pdf", data)
    assert len(reading.documents[0].pages) == 1
    assert "more than 1 pages" in reading.troubles[0].reason
    monkeypatch.setattr(limits, "PDF_SECONDS", -1.0)
    assert "seconds" in read_bytes("x.pdf", data).troubles[0].reason
    monkeypatch.undo()
    monkeypatch.setattr(limits, "PDF_OBJECTS", 3)
    assert "objects" in read_bytes("x.pdf", data).troubles[0].reason


def test_the_articles_of_a_paper_are_documents_with_their_pages() -> None:
    reading = read_bytes("x.pdf", written(newspaper()))
    first, second = (one for one in reading.documents if one.kind == "article")
    assert (first.title, first.byline) == (
        "Island ferry returns after a winter in the dry dock",
        "Jonas Lind",
    )
    assert (second.title, second.byline) == ("Old bridge is closed to lorries", "Pia Moreno")
    assert PARAGRAPHS[0] in first.text
    assert PARAGRAPHS[-1] in second.text
    assert len(first.pages) == len(second.pages) > 1
    assert first.pages[0] == second.pages[0] == 0
    for article in (first, second):
        for start, end in article.furniture:
            assert article.text[start:end].strip()
            assert "Herald" in article.text[start:end] or "Page" in article.text[start:end]
