"""Links: their words and addresses come out of every format that has them, whatever happens to the text."""

from __future__ import annotations

import io
from email.message import EmailMessage
from typing import Any

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from ebooklib import epub
from fpdf import FPDF
from odf import text as odf
from odf.opendocument import OpenDocumentText
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from data.model import Document, Link
from data.reading import read_bytes
from data.reading.texts.links import Linked, cut_out

REPORT = "https://harbour.example/report"
MAIL = "mailto:desk@harbour.example"


def linked(document: Document) -> list[tuple[str, str]]:
    """The words and the address of each link."""
    return [(document.text[one.start_char : one.end_char], one.address) for one in document.links]


def only(path: str, data: bytes) -> Document:
    (document,) = read_bytes(path, data).documents
    return document


STORY = f"""<article><h1>Island ferry returns</h1>
<p>The ferry came back on Monday, says
<a href="{REPORT}">the  port's <b>report</b></a> on the autumn storm.</p>
<p>Two hundred people stood on the quay; <a href="/crew">its crew</a> was on board the whole winter long.</p>
<p>The company may be reached by <a href="{MAIL}">mail</a>, not <a href="javascript:x()">here</a>, and not
<a href="#top">there</a>, as it says.</p></article>"""
PAGE = (
    "<html lang='en'><head><title>Ferry</title><link rel='canonical' href='https://coast.example/ferry'></head>"
    f"<body><nav><ul><li><a href='/world'>World</a><li><a href='/sport'>Sport</a></ul></nav>{STORY}"
    f"<aside><h3>Related</h3><ul><li><a href='/x'>Painter gives away his house</a></ul></aside></body></html>"
)
FOUND = [
    ("the port's report", REPORT),
    ("its crew", "https://coast.example/crew"),
    ("mail", MAIL),
]


def long_page() -> str:
    """The page with so much more text that its article is cut out."""
    more = "".join(
        f"<p>On day {day} of the voyage the crew saw {day + 3} ships and wrote that down in the log.</p>"
        for day in range(40)
    )
    return PAGE.replace("</article>", f"{more}</article>")


@pytest.mark.parametrize("page", [STORY, long_page()], ids=["short", "cut out"])
def test_a_page(page: str) -> None:
    head = "<html><head><base href='https://coast.example/ferry'></head><body>"
    page = page if page.startswith("<html") else f"{head}{page}</body></html>"
    assert linked(only("x.html", page.encode())) == FOUND


def test_a_page_saved_with_its_pictures() -> None:
    mail = EmailMessage()
    mail["Snapshot-Content-Location"] = "https://coast.example/ferry"
    mail.set_content(long_page(), subtype="html")
    mail.make_related()
    assert linked(only("x.mhtml", mail.as_bytes())) == FOUND


def test_a_web_archive() -> None:
    file = io.BytesIO()
    writer = WARCWriter(file, gzip=True)
    headers = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
    content = io.BytesIO(long_page().encode())
    writer.write_record(
        writer.create_warc_record(
            "https://coast.example/ferry", "response", payload=content, http_headers=headers
        )
    )
    assert linked(only("x.warc.gz", file.getvalue())) == FOUND


def test_a_line_that_stands_twice_in_its_page_keeps_no_link() -> None:
    page = Linked("More\n\nMore  here.\n\nMore", (Link(0, 4, "a"), Link(6, 10, "b"), Link(19, 23, "c")))
    assert cut_out(page, "More here.\nMore") == (Link(0, 4, "b"),)


def test_mail_and_what_it_forwards() -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Ann Lind <ann@coast.example>", "Ferry"
    mail["Date"] = "Mon, 04 Mar 2024 18:20:00 +0100"
    mail.set_content(
        f"<p>See <a href='{REPORT}'>this</a>.</p><p>---------- Forwarded message ----------<br>"
        "From: Jo Berg &lt;jo@harbour.example&gt;<br>Date: Sun, 3 Mar 2024 10:00:00 +0100</p>"
        f"<p>It comes <a href='{MAIL}'>back</a> on Monday.</p>",
        subtype="html",
    )
    own, forwarded = read_bytes("x.eml", mail.as_bytes()).documents
    assert linked(own) == [("this", REPORT), ("back", MAIL)]
    assert linked(forwarded) == [("back", MAIL)]


def hyperlink(paragraph: Any, words: str, address: str) -> None:
    """Adds a link to a paragraph, its words in two runs."""
    element = OxmlElement("w:hyperlink")
    element.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    for piece in (words[:3], words[3:]):
        run = paragraph.add_run(piece)
        element.append(run._r)
    paragraph._p.append(element)


def test_a_word_document() -> None:
    word = docx.Document()
    first = word.add_paragraph("  Says ", style="List Bullet")
    hyperlink(first, "the report", REPORT)
    first.add_run(" on Monday.")
    cells = word.add_table(1, 2)
    cells.cell(0, 0).text = "Friday  "
    hyperlink(cells.cell(0, 1).paragraphs[0], "by  mail", MAIL)
    hyperlink(word.add_paragraph(), "a file", "file:///etc/passwd")
    file = io.BytesIO()
    word.save(file)
    assert linked(only("x.docx", file.getvalue())) == [("the report", REPORT), ("by mail", MAIL)]


def field(paragraph: Any, code: str, words: str) -> None:
    """A field as Word writes it: signs around its code, and around its words."""
    for kind in ("begin", "code", "separate", "words", "end"):
        run = paragraph.add_run(words if kind == "words" else "")
        if kind == "code":
            instruction = OxmlElement("w:instrText")
            instruction.text = code
            run._r.append(instruction)
        elif kind != "words":
            sign = OxmlElement("w:fldChar")
            sign.set(qn("w:fldCharType"), kind)
            run._r.append(sign)


def test_links_that_a_word_document_keeps_in_fields() -> None:
    made = docx.Document()
    paragraph = made.add_paragraph("The ferry came back, says ")
    field(paragraph, f' HYPERLINK "{REPORT}" \\o "The report" ', "the report")
    paragraph.add_run(" on page ")
    field(paragraph, " PAGE ", "7")
    paragraph.add_run("; see ")
    field(paragraph, ' HYPERLINK \\l "below" ', "below")
    simple = OxmlElement("w:fldSimple")
    simple.set(qn("w:instr"), f"HYPERLINK {MAIL}")
    run = OxmlElement("w:r")
    words = OxmlElement("w:t")
    words.text = "the desk"
    run.append(words)
    simple.append(run)
    made.add_paragraph("Write to ")._p.append(simple)
    written = io.BytesIO()
    made.save(written)
    document = only("x.docx", written.getvalue())
    assert document.text == "The ferry came back, says the report on page 7; see below\n\nWrite to the desk"
    assert linked(document) == [("the report", REPORT), ("the desk", MAIL)]


RTF_FIELDS = {
    "pandoc": r'{\field{\*\fldinst{HYPERLINK "ADDRESS"}}{\fldrslt{\ul the report}}}',
    "libreoffice": r'{{\field{\*\fldinst HYPERLINK "ADDRESS" \\o "Tip" }{\fldrslt {\loch the report}}}}',
    "word": r'{\field\fldedit{\*\fldinst {\fcs1  HYPERLINK "ADDRESS" }}{\fldrslt {\cs15\ul the \b report}}}',
}


@pytest.mark.parametrize("written", RTF_FIELDS.values(), ids=RTF_FIELDS)
def test_rich_text(written: str) -> None:
    page = r"{\field{\*\fldinst PAGE}{\fldrslt 7}}"
    code = rf"{{\rtf1\ansi The ferry came back, says {written} of {page}.\par}}".replace("ADDRESS", REPORT)
    document = only("x.rtf", code.encode())
    assert document.text == "The ferry came back, says the report of 7."
    assert linked(document) == [("the report", REPORT)]


def test_a_pdf() -> None:
    pdf = FPDF(format=(90, 120))
    pdf.add_page()
    pdf.set_font("helvetica", size=11)
    pdf.write(5, "The ferry is back, says ")
    pdf.write(5, "the report of the harbour board on the autumn storm", REPORT)
    pdf.write(5, ", and two hundred people stood on the quay. ")
    pdf.write(5, "Write to us", MAIL)
    pdf.write(5, ".")
    document = only("x.pdf", bytes(pdf.output()))
    assert " ".join(words for words, address in linked(document) if address == REPORT) == (
        "the report of the harbour board on the autumn storm"
    )
    assert linked(document)[-1] == ("Write to us", MAIL)


def test_an_open_document() -> None:
    written = OpenDocumentText()
    paragraph = odf.P(text="Says ")
    paragraph.addElement(odf.A(href=REPORT, type="simple", text="the report"))
    paragraph.addText(" on Monday.")
    written.text.addElement(paragraph)
    file = io.BytesIO()
    written.save(file)
    assert linked(only("x.odt", file.getvalue())) == [("the report", REPORT)]


def test_a_book() -> None:
    book = epub.EpubBook()
    chapter = epub.EpubHtml(title="Ferry", file_name="text/1.xhtml")
    chapter.content = f"<p>Says <a href='{REPORT}'>the report</a>; see <a href='2.xhtml'>there</a>.</p>"
    book.add_item(chapter)
    book.add_item(epub.EpubNcx())
    book.spine = [chapter]
    file = io.BytesIO()
    epub.write_epub(file, book)
    assert linked(only("x.epub", file.getvalue())) == [("the report", REPORT)]


def test_markdown() -> None:
    text = f'It sank, says [the report]({REPORT} "Report") ![map]({REPORT}/map.png) of [1] (Monday).\n'
    assert linked(only("x.md", text.encode())) == [("the report", REPORT)]
