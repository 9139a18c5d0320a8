"""PDF: paragraphs and broken words made whole, over columns and pages, headings and title lines apart."""

from __future__ import annotations

from fpdf import FPDF

from data.reading import read_bytes
from data.reading.pages.lines import running_text
from data.reading.pages.page import Page, PageLine
from tests.helpers.papers import PARAGRAPHS, body, document, paper


def test_paragraphs_are_whole_and_in_order_over_pages() -> None:
    read_one = document(paper(PARAGRAPHS * 2))
    found = [piece for piece in body(read_one).split("\n\n") if piece]
    assert found == ["Island ferry returns after a winter in the dry dock", *PARAGRAPHS * 2]


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


def test_paragraphs_of_a_line_each_stay_apart() -> None:
    lines = [
        PageLine(text, 34, 450, bottom, 13)
        for text, bottom in (("The ferry is back.", 700), ("It ran.", 674))
    ]
    assert running_text([Page(tuple(lines), 792)]).text == "The ferry is back.\n\nIt ran."


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


def test_the_centred_lines_of_a_court_head_are_lines_of_their_own() -> None:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Times", size=11)
    head = ["IN THE COURT OF NORHOLM", "ON APPEAL FROM THE TOWN COURT OF MOSS", "Date: 20 February 2024"]
    told = (
        "1. On 9 June 2023 the appellant was convicted of one count of bribery, and on the last day of that "
        "month she was sentenced by the town court to three years in prison."
    )
    pdf.multi_cell(0, 6, "\n".join(head), align="C", new_x="LMARGIN", new_y="NEXT")
    pdf.ln(3)
    pdf.multi_cell(0, 6, told)
    (found,) = read_bytes("ruling.pdf", bytes(pdf.output())).documents
    assert found.text.split("\n\n") == [*head, told]


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
