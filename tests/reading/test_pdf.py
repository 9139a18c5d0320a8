"""PDF: pages kept, paragraphs and broken words made whole, running heads set apart, scans named."""

from __future__ import annotations

import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fpdf import FPDF
from PIL import Image

from data.model import Document
from data.reading import read_bytes, sentences
from data.reading.opening import limits
from data.reading.pages.lines import running_text
from data.reading.pages.page import Page, PageLine
from tests.helpers.browser_print import EDGES, LAST, Browser, browser_print

STORIES = tomllib.loads(Path(__file__).with_name("captures.toml").read_text(encoding="utf-8"))["stories"]
# The fonts that every PDF viewer has know no typographic quotation marks.
PARAGRAPHS = [
    paragraph.translate({0x201C: '"', 0x201D: '"', 0x2019: "'", 0x2014: "-"})
    for story in STORIES.values()
    for paragraph in story["paragraphs"]
]


class Paper(FPDF):
    """A5 pages with a running head and page numbers."""

    def header(self) -> None:
        self.set_font("helvetica", size=8)
        self.cell(0, 6, "The Norholm Herald", new_x="LMARGIN", new_y="NEXT")

    def footer(self) -> None:
        self.set_y(-12)
        self.set_font("helvetica", size=8)
        self.cell(0, 8, f"Page {self.page_no()}", align="C")


def paper(paragraphs: list[str], gap: float = 2) -> FPDF:
    pdf = Paper(format=(148, 210))
    pdf.add_page()
    pdf.set_font("helvetica", size=18)
    pdf.multi_cell(0, 8, "Island ferry returns after a winter in the dry dock", new_x="LMARGIN", new_y="NEXT")
    pdf.set_font("helvetica", size=11)
    for paragraph in paragraphs:
        pdf.ln(gap)
        pdf.multi_cell(0, 5, paragraph, new_x="LMARGIN", new_y="NEXT", align="L")
    return pdf


def newspaper() -> FPDF:
    """Two stories, each under its headline and its author, on pages with the paper's name."""
    pdf = paper([], gap=2)
    stories = [
        ("By Jonas Lind", PARAGRAPHS[: len(PARAGRAPHS) // 2]),
        ("By Pia Moreno", PARAGRAPHS[len(PARAGRAPHS) // 2 :]),
    ]
    for number, (byline, paragraphs) in enumerate(stories):
        pdf.set_font("helvetica", size=16)
        if number:
            pdf.ln(6)
            pdf.multi_cell(0, 8, "Old bridge is closed to lorries", new_x="LMARGIN", new_y="NEXT")
        pdf.set_font("helvetica", size=11)
        for paragraph in (byline, *paragraphs):
            pdf.ln(2)
            pdf.multi_cell(0, 5, paragraph, new_x="LMARGIN", new_y="NEXT", align="L")
    return pdf


def written(pdf: FPDF) -> bytes:
    return bytes(pdf.output())


def document(pdf: FPDF) -> Document:
    reading = read_bytes("x.pdf", written(pdf))
    assert reading.troubles == ()
    (only,) = reading.documents
    return only


def body(read_one: Document) -> str:
    """The text without its furniture."""
    kept, at = "", 0
    for start, end in read_one.furniture:
        kept, at = kept + read_one.text[at:start], end
    return kept + read_one.text[at:]


def test_paragraphs_are_whole_and_in_order_over_pages() -> None:
    read_one = document(paper(PARAGRAPHS * 2))
    found = [piece for piece in body(read_one).split("\n\n") if piece]
    assert found == ["Island ferry returns after a winter in the dry dock", *PARAGRAPHS * 2]


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


def test_broken_words_are_made_whole_and_ranges_stay() -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("helvetica", size=11)
    lines = ["The council voted to demol-", "ish the bridge of 2022-", "23; the long-term plan is a long-",
             "term plan."]  # fmt: skip
    for number, line in enumerate(lines):
        pdf.text(20, 30 + 5 * number, line)
    text = document(pdf).text
    assert (
        text == "The council voted to demolish the bridge of 2022-23; the long-term plan is a long-term plan."
    )


def test_columns_are_read_one_after_the_other() -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("helvetica", size=10)
    for left, lines in (
        (20, ["The ferry came back on", "Monday, and the island"]),
        (110, ["stood on the quay to", "see it dock."]),
    ):
        for number, line in enumerate(lines):
            pdf.text(left, 40 + 5 * number, line)
    assert (
        document(pdf).text
        == "The ferry came back on Monday, and the island stood on the quay to see it dock."
    )


def test_indents_divide_paragraphs_that_have_no_gap() -> None:
    lines = [
        PageLine("The ferry came back on Monday, and all the island", 20, 220, 700, 12),
        PageLine("stood on the quay to see it dock shortly before it.", 20, 220, 686, 12),
        PageLine("The yard had promised to be done by Christmas, and", 40, 220, 672, 12),
        PageLine("then the wrong part was fitted.", 20, 130, 658, 12),
        PageLine("The company will pay. It has ordered a second ship.", 20, 220, 644, 12),
    ]
    text = running_text([Page(tuple(lines), 800)]).text
    assert [piece.split()[1] for piece in text.split("\n\n")] == ["ferry", "yard", "company"]


def test_a_paragraph_runs_on_over_a_page_and_its_heads() -> None:
    head = PageLine("The Herald", 20, 90, 780, 10)
    first = Page((head, PageLine("They came on Monday to the demol-", 20, 220, 300, 12)), 800)
    second = Page((head, PageLine("ished bridge. Then they left.", 20, 220, 700, 12)), 800)
    running = running_text([first, second])
    assert "They came on Monday to the demolished bridge. Then they left." in running.text
    assert [running.text[slice(*apart)] for apart in running.furniture] == ["The Herald", "The Herald"]
    assert running.text[running.pages[1] :].startswith("ished")


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


def test_paragraphs_of_a_line_each_stay_apart() -> None:
    lines = [
        PageLine(text, 34, 450, bottom, 13)
        for text, bottom in (("The ferry is back.", 700), ("It ran.", 674))
    ]
    assert running_text([Page(tuple(lines), 792)]).text == "The ferry is back.\n\nIt ran."


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


def test_a_page_of_few_lines_has_paragraphs() -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", size=12)
    told = "The bridge of Brume was opened on Friday by the mayor, after nine years of work in its harbour,"
    paragraphs = ["Bridge at Brume opens", "Published 9 May 2022", f"{told} and nobody had to pay for it."]
    pdf.multi_cell(0, 6, "\n\n".join(paragraphs))
    (found,) = read_bytes("short.pdf", bytes(pdf.output())).documents
    assert found.text.split("\n\n") == paragraphs
    assert found.title == paragraphs[0]


def test_short_paragraphs_under_headings_stay_apart() -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    paragraphs = [
        "1. The ferry",
        (
            "The county bought the ferry on 2 May 2016. In June 2016 the shipyard asked for more money than "
            "had been agreed, and the county paid."
        ),
        "2. The quay",
        (
            "The quay was to be finished in two years. The auditors counted five, since the contract of 2016 "
            "had been changed four times."
        ),
        "3. The lighthouse",
        "Nobody repaired it.",
    ]
    pdf.multi_cell(0, 6, "\n\n".join(paragraphs))
    (found,) = read_bytes("audit.pdf", bytes(pdf.output())).documents
    assert found.text.split("\n\n") == paragraphs


def test_the_lines_of_a_title_page_stay_apart() -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    head = ["Report of the County Auditors", "Assembly of Norholm", "Submitted on 30 November 2018"]
    told = (
        "The auditors heard nineteen witnesses in the spring and the summer of 2018 and looked at every bill."
    )
    pdf.multi_cell(0, 6, "\n".join(head) + "\n\n" + f"{told} {told}")
    (found,) = read_bytes("audit.pdf", bytes(pdf.output())).documents
    assert found.text.split("\n\n") == [*head, f"{told} {told}"]


def test_lines_set_wide_apart_are_one_paragraph_beside_a_quotation_set_close() -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Helvetica", size=11)
    wide = (
        "On 4 March 2019 the court heard the harbour master of Norholm and asked him who had kept the keys "
        "of the archive, how many of them there were, and whether anybody had written who took them home "
        "in the years before the fire. He remembered three keys and two names, one of them that of a man who "
        "had left the port long ago, and he could not say why the door had stood open on that evening."
    )
    close = (
        "The keys were kept in a drawer that everybody knew and that nobody ever locked, and who wanted one "
        "took it and brought it back when it was no longer needed, sometimes after weeks."
    )
    pdf.multi_cell(0, 12, wide)
    pdf.set_x(30)
    pdf.multi_cell(120, 5, close)
    (found,) = read_bytes("filing.pdf", bytes(pdf.output())).documents
    assert wide in found.text
    assert close in found.text
