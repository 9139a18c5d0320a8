"""Printed pages as PDF: a newspaper on A5 with a running head and page numbers."""

from __future__ import annotations

import tomllib
from pathlib import Path

from fpdf import FPDF

from data.model import Document
from data.reading import read_bytes

_CAPTURES = Path(__file__).parent.parent / "reading" / "captures.toml"
# The fonts that every PDF viewer has know no typographic quotation marks.
PARAGRAPHS = [
    paragraph.translate({0x201C: '"', 0x201D: '"', 0x2019: "'", 0x2014: "-"})
    for story in tomllib.loads(_CAPTURES.read_text(encoding="utf-8"))["stories"].values()
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
